/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.math.BigInteger;
import java.time.Instant;
import org.suspiciousconnects.BuildInfo;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.ModelFolder;
import org.suspiciousconnects.warehouse.ScoreMethod;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.Vocabulary;

/**
 * What a training is: source, method, vocabulary, window and parameters, and from them the model's
 * id.
 */
public final class Training {
  private static final int ID_DIGITS = 16;

  private final Source source;
  private final ScoreMethod scoreMethod;
  private final Vocabulary vocabulary;
  private final TrainingWindow window;
  private final TrainingParameters parameters;
  private final String initFrom;
  private final Instant startedAt;

  /**
   * @param source the kind of events
   * @param scoreMethod the method that the model is to score with
   * @param vocabulary that of the words; null for the method's
   * @param window the days trained on, and the day to score
   * @param parameters topics, priors, passes, tolerance, seed
   * @param initFrom id of the model whose topics it continues, 16 hex digits; null to start at
   *     random
   * @param startedAt when this training began
   * @throws CommandFailure if the id is none, the optimizer can't continue a model, or the method
   *     has no words of that vocabulary or nothing from that window
   */
  public Training(
      Source source,
      ScoreMethod scoreMethod,
      Vocabulary vocabulary,
      TrainingWindow window,
      TrainingParameters parameters,
      String initFrom,
      Instant startedAt) {
    if (initFrom != null) {
      require(
          ModelFolder.isModelId(initFrom),
          "--init-from " + initFrom + ": a model's id has 16 hex digits; model_runs lists them");
      require(
          parameters.optimizer() == Optimizer.EM,
          "--init-from: "
              + parameters.optimizer()
              + " can't continue a model: use --optimizer em, or leave it out");
    }
    if (scoreMethod == ScoreMethod.PROFILE) {
      Vocabulary its = scoreMethod.vocabulary(source);
      require(
          vocabulary == null || vocabulary == its,
          "--vocabulary "
              + vocabulary
              + ": the words of method profile of "
              + source
              + " are of vocabulary "
              + its
              + ": leave --vocabulary out");
      require(
          !window.contains(window.trainedFor()),
          "--method profile: a model is of other days than the one to score, "
              + window.trainedFor()
              + ", on which nothing would be new: give --date a day that is not trained on, or leave --from and --to out");
    }
    this.source = source;
    this.scoreMethod = scoreMethod;
    this.vocabulary = vocabulary == null ? scoreMethod.vocabulary(source) : vocabulary;
    this.window = window;
    this.parameters = parameters;
    this.initFrom = initFrom;
    this.startedAt = startedAt;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new CommandFailure(ExitStatus.USAGE, otherwise);
    }
  }

  /**
   * The model's id: 16 hex digits, the beginning of a SHA-256 over all that determines the model.
   * The same training has the same id; one by an optimizer that is not reproducible is never the
   * same, so its start counts too.
   */
  public String modelId(Corpus corpus, boolean reproducible) {
    String all =
        String.join(
            "\n",
            source.id(),
            scoreMethod.toString(),
            vocabulary.toString(),
            window.from().toString(),
            window.to().toString(),
            window.trainedFor().toString(),
            parameters.optimizer().id(),
            Integer.toString(parameters.topics()),
            Double.toString(parameters.alpha()),
            Double.toString(parameters.forCorpus(corpus).beta()),
            Integer.toString(parameters.maxPasses()),
            Double.toString(parameters.tolerance()),
            parameters.optimizer() == Optimizer.MLLIB_ONLINE
                ? Double.toString(parameters.batchFraction())
                : "",
            Long.toString(parameters.seed()),
            initFrom == null ? "" : initFrom,
            codeVersion(),
            CorpusDigest.of(corpus),
            reproducible ? "" : startedAt.toString());
    // Only where it is not as always, so that models keep the ids that they had before.
    if (parameters.precision() == Precision.FLOAT) {
      all += "\nprecision " + Precision.FLOAT.bits();
    }
    String hex = String.format("%064x", new BigInteger(1, CorpusDigest.sha256(all)));
    return hex.substring(0, ID_DIGITS);
  }

  /** The kind of events. */
  public Source source() {
    return source;
  }

  /** The method that the model is to score with. */
  public ScoreMethod scoreMethod() {
    return scoreMethod;
  }

  /** The vocabulary of the words. */
  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The days trained on, and the day to score. */
  public TrainingWindow window() {
    return window;
  }

  /** Topics, priors, passes, seed. */
  public TrainingParameters parameters() {
    return parameters;
  }

  /** Id of the model whose topics it continues, or null. */
  public String initFrom() {
    return initFrom;
  }

  /** When this training began. */
  public Instant startedAt() {
    return startedAt;
  }

  /** Version and commit of this code. */
  public String codeVersion() {
    return BuildInfo.VERSION + " " + BuildInfo.COMMIT;
  }
}
