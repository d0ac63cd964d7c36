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

/** What became of a training: sizes, quality and cost; a row of {@code model_runs}. */
final class TrainingQuality {
  /** The columns of {@code model_runs} without its partition column, {@code model_id}. */
  static final StructType SCHEMA =
      new StructType(
          new StructField[] {
            ModelWriter.string("source"),
            ModelWriter.string("score_method"),
            ModelWriter.string("vocabulary"),
            ModelWriter.string("window_from"),
            ModelWriter.string("window_to"),
            ModelWriter.string("optimizer"),
            createStructField("topics", DataTypes.IntegerType, true),
            ModelWriter.number("alpha"),
            ModelWriter.number("beta"),
            createStructField("seed", DataTypes.LongType, true),
            createStructField("max_passes", DataTypes.IntegerType, true),
            createStructField("passes", DataTypes.IntegerType, true),
            createStructField("converged", DataTypes.BooleanType, true),
            createStructField("documents", DataTypes.LongType, true),
            createStructField("words", DataTypes.LongType, true),
            createStructField("pairs", DataTypes.LongType, true),
            createStructField("tokens", DataTypes.LongType, true),
            ModelWriter.number("log_posterior"),
            ModelWriter.number("training_perplexity"),
            ModelWriter.number("heldout_perplexity"),
            ModelWriter.number("coherence"),
            ModelWriter.number("wall_seconds"),
            ModelWriter.number("cpu_seconds"),
            ModelWriter.string("code_version"),
            ModelWriter.string("trained_at")
          });

  private final Corpus corpus;
  private final TopicModel model;
  private final double trainingPerplexity;
  private final double wallSeconds;
  private final double cpuSeconds;

  /**
   * @param trainingPerplexity of the training documents
   * @param wallSeconds of reading, training and writing
   * @param cpuSeconds of all tasks, on all executors
   */
  TrainingQuality(
      Corpus corpus,
      TopicModel model,
      double trainingPerplexity,
      double wallSeconds,
      double cpuSeconds) {
    this.corpus = corpus;
    this.model = model;
    this.trainingPerplexity = trainingPerplexity;
    this.wallSeconds = wallSeconds;
    this.cpuSeconds = cpuSeconds;
  }

  /**
   * The row, in the order of {@link #SCHEMA}. {@code heldout_perplexity} and {@code coherence} are
   * NULL: nothing is held out. So is {@code converged} of MLlib's optimizers, which do not test for
   * it.
   */
  Row row(Training training, String trainedAt) {
    TrainingParameters p = training.parameters();
    return RowFactory.create(
        training.source().id(),
        training.scoreMethod(),
        training.vocabulary().toString(),
        training.windowFrom(),
        training.windowTo(),
        p.optimizer().id(),
        p.topics(),
        p.alpha(),
        p.beta(),
        p.seed(),
        p.maxPasses(),
        model.passes(),
        model.converged(),
        corpus.documentCount(),
        (long) corpus.vocabulary().length,
        corpus.pairs(),
        corpus.tokens(),
        model.logPosterior(),
        trainingPerplexity,
        null,
        null,
        wallSeconds,
        cpuSeconds,
        training.codeVersion(),
        trainedAt);
  }
}
