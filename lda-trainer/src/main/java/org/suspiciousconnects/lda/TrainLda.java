/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.suspiciousconnects.BuildInfo;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.ScoreMethod;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.Vocabulary;
import org.suspiciousconnects.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Trains a topic model on the word counts of one or more days and makes it the current one. */
@Command(
    name = "train-lda",
    mixinStandardHelpOptions = true,
    version = BuildInfo.VERSION,
    sortOptions = false,
    description =
        "Trains a topic model on the <source>_word_counts of one or more days and writes"
            + " <source>_topic_mix, <source>_word_topics, <source>_topics,"
            + " <source>_topic_top_words, for method profile <source>_word_parts and <source>_own_counts too, and a row of"
            + " model_runs; then makes it the current model. Progress goes to standard error, the result as key=value to"
            + " standard output.",
    footer = {
      "",
      "Exit status: 0 done, 1 usage, 2 configuration, 3 no data, 4 engine error.",
      "Example: spark-submit --class org.suspiciousconnects.lda.TrainLda lda-trainer.jar"
          + " --source flow --database spot --date 2016-07-08 --days-back 7"
    })
public final class TrainLda implements Callable<Integer> {
  /** What method profile looks back on unless told otherwise: each day of the week once. */
  private static final int PROFILE_DAYS_BACK = 7;

  @Option(names = "--source", required = true, description = "One of: ${COMPLETION-CANDIDATES}.")
  private Source source;

  @Option(
      names = "--database",
      defaultValue = "spot",
      description = "Database (default: ${DEFAULT-VALUE}).")
  private String database;

  @Option(
      names = "--method",
      defaultValue = "spot",
      description =
          "The method that the model is to score with, one of: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}).")
  private ScoreMethod method;

  @Option(
      names = "--vocabulary",
      description =
          "That of the word counts, one of: ${COMPLETION-CANDIDATES} (default: spot; for method profile"
              + " of dns and proxy psl, and no other).")
  private Vocabulary vocabulary;

  @Option(
      names = "--date",
      description =
          "Day the model is to score, UTC, yyyy-MM-dd; trained on that day, for method profile on those of"
              + " the 7 days before that were counted, unless --days-back or --from and --to say otherwise.")
  private LocalDate date;

  @Option(names = "--days-back", description = "Train on so many days before --date.")
  private Integer daysBack;

  @Option(names = "--from", description = "First day to train on.")
  private LocalDate from;

  @Option(
      names = "--to",
      description = "Last day to train on; without --date also the day the model is to score.")
  private LocalDate to;

  @Option(
      names = "--topics",
      defaultValue = "20",
      description = "Number of topics, at least 2 (default: ${DEFAULT-VALUE}).")
  private int topics;

  @Option(
      names = "--max-iterations",
      description =
          "Passes over the corpus at most (default: 200 for em, which stops earlier if it converges;"
              + " 20 for mllib-em and mllib-online).")
  private Integer maxIterations;

  @Option(
      names = "--tolerance",
      defaultValue = "1e-5",
      description =
          "em: converged when a pass changes the log posterior by less than this share of it"
              + " (default: ${DEFAULT-VALUE}).")
  private double tolerance;

  @Option(
      names = "--alpha",
      description =
          "Dirichlet parameter of the topic mixes (default: 1.02 for em and mllib-em, 0.0009 for"
              + " mllib-online).")
  private Double alpha;

  @Option(
      names = "--beta",
      description =
          "Dirichlet parameter of the topics (default: for em 1 + the smaller of 3 and N / (2 K V), with"
              + " N tokens and V words; Apache Spot's 1.001 for mllib-em; 0.00001 for mllib-online).")
  private Double beta;

  @Option(
      names = "--optimizer",
      defaultValue = "em",
      description =
          "em, MLlib's mllib-em (the same, slower and not reproducible) or mllib-online (default:"
              + " ${DEFAULT-VALUE}).")
  private String optimizer;

  @Option(
      names = "--batch-fraction",
      defaultValue = "0.05",
      description = "mllib-online: share of the documents in one step (default: ${DEFAULT-VALUE}).")
  private double batchFraction;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Seed of everything random (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--precision",
      defaultValue = "64",
      paramLabel = "BITS",
      description =
          "64, or 32 to round each topic mix to 32-bit floats, as Apache Spot does with PRECISION=32"
              + " (default: ${DEFAULT-VALUE}). 32 is part of the model's id.")
  private int precision;

  @Option(
      names = "--init-from",
      paramLabel = "MODEL_ID",
      description =
          "em: continue the topics of this model, of the same source, vocabulary and number of"
              + " topics, instead of starting at random.")
  private String initFrom;

  @Option(
      names = "--no-held-out",
      description =
          "Leave out the second training, on nine tenths of the (IP, word) pairs, that tells the"
              + " held-out perplexity.")
  private boolean noHeldOut;

  @Option(
      names = "--report",
      description = "Also write sizes, cost and quality to this file, as JSON.")
  private Path report;

  /**
   * Entry point for {@code spark-submit}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(Application.run(new TrainLda(), args));
  }

  @Override
  public Integer call() {
    // Before Spark takes its seconds to start.
    training();
    SparkSession spark =
        session()
            .appName("Suspicious Connects: train " + source + " on " + window())
            .enableHiveSupport()
            .getOrCreate();
    try {
      train(spark);
      return ExitStatus.DONE.code();
    } finally {
      spark.stop();
    }
  }

  /**
   * A session with settings for {@code em}: a pass returns and broadcasts some megabytes of random
   * doubles, which need no detour over the network and can't be compressed.
   */
  static SparkSession.Builder session() {
    return SparkSession.builder()
        .config("spark.task.maxDirectResultSize", "64m")
        .config("spark.broadcast.compress", "false");
  }

  private TrainingParameters parameters() {
    return new TrainingParameters(
        Optimizer.of(optimizer),
        topics,
        alpha,
        beta,
        maxIterations,
        tolerance,
        batchFraction,
        seed,
        Precision.of(precision));
  }

  private Training training() {
    return new Training(
        source, method, vocabulary, window(), parameters(), initFrom, Instant.now());
  }

  private TrainingWindow window() {
    boolean before =
        method == ScoreMethod.PROFILE
            && date != null
            && from == null
            && to == null
            && daysBack == null;
    return TrainingWindow.of(
        date, from, to, before ? Integer.valueOf(PROFILE_DAYS_BACK) : daysBack);
  }

  /** Trains in a session with Hive support, which stays open. */
  void train(SparkSession spark) {
    new TrainingRun(new Warehouse(spark, database), training(), !noHeldOut, report).run();
  }
}
