/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.apache.spark.sql.types.DataTypes.createStructField;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.suspiciousconnects.model.VectorCodec;

/** What became of a training: sizes, quality and cost; a row of {@code model_runs}. */
final class ModelRun {
  /** The columns of {@code model_runs} without its partition column, {@code model_id}. */
  static final StructType SCHEMA =
      new StructType(
          new StructField[] {
            ModelWriter.string("source"),
            ModelWriter.string("score_method"),
            ModelWriter.string("vocabulary"),
            ModelWriter.string("window_from"),
            ModelWriter.string("window_to"),
            ModelWriter.string("trained_for"),
            ModelWriter.string("optimizer"),
            ModelWriter.integer("topics"),
            ModelWriter.number("alpha"),
            ModelWriter.number("beta"),
            ModelWriter.whole("seed"),
            ModelWriter.string("init_from"),
            ModelWriter.integer("max_passes"),
            ModelWriter.integer("passes"),
            createStructField("converged", DataTypes.BooleanType, true),
            ModelWriter.whole("documents"),
            ModelWriter.whole("words"),
            ModelWriter.whole("pairs"),
            ModelWriter.whole("tokens"),
            ModelWriter.number("log_posterior"),
            ModelWriter.number("training_perplexity"),
            ModelWriter.number("heldout_perplexity"),
            ModelWriter.number("heldout_unseen"),
            ModelWriter.number("coherence"),
            ModelWriter.number("unseen_words"),
            ModelWriter.number("unseen_ips"),
            ModelWriter.string("unseen_ip_mix"),
            ModelWriter.string("unseen_word_probs"),
            ModelWriter.number("wall_seconds"),
            ModelWriter.number("cpu_seconds"),
            ModelWriter.string("code_version"),
            ModelWriter.string("trained_at")
          });

  private final Training training;
  private final Corpus corpus;
  private final TopicModel model;
  private final TrainingQuality quality;
  private final double wallSeconds;
  private final double cpuSeconds;

  /**
   * @param wallSeconds of the optimizer alone
   * @param cpuSeconds of the optimizer alone, on all cores and executors
   */
  ModelRun(
      Training training,
      Corpus corpus,
      TopicModel model,
      TrainingQuality quality,
      double wallSeconds,
      double cpuSeconds) {
    this.training = training;
    this.corpus = corpus;
    this.model = model;
    this.quality = quality;
    this.wallSeconds = wallSeconds;
    this.cpuSeconds = cpuSeconds;
  }

  /**
   * The row, in the order of {@link #SCHEMA}. {@code converged} is NULL for MLlib's optimizers,
   * which do not test for it, and so is a quality that was not measured; {@code init_from} is NULL
   * for a random start.
   */
  Row row(String trainedAt) {
    TrainingParameters p = training.parameters().forCorpus(corpus);
    return RowFactory.create(
        training.source().id(),
        training.scoreMethod().toString(),
        training.vocabulary().toString(),
        training.window().from().toString(),
        training.window().to().toString(),
        training.window().trainedFor().toString(),
        p.optimizer().id(),
        p.topics(),
        p.alpha(),
        p.beta(),
        p.seed(),
        training.initFrom(),
        p.maxPasses(),
        model.passes(),
        model.converged(),
        corpus.documentCount(),
        (long) corpus.vocabulary().length,
        corpus.pairs(),
        corpus.tokens(),
        model.logPosterior(),
        quality.training().value(),
        quality.heldOutPerplexity(),
        quality.heldOutUnseen(),
        quality.coherence(),
        quality.unseen().words(),
        quality.unseen().ips(),
        VectorCodec.encode(model.unseenIpMix()),
        VectorCodec.encode(model.unseenWordProbabilities(p.pseudoCount())),
        wallSeconds,
        cpuSeconds,
        training.codeVersion(),
        trainedAt);
  }
}
