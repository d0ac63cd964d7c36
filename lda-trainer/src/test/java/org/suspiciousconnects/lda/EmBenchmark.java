/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a pass of {@code em} costs for each (document, word) pair: on Spark with one thread, and the
 * same update on flat arrays without Spark. The corpus has the size of a sample day of a million
 * flows, its words are drawn by Zipf's law.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
public class EmBenchmark {
  private static final int DOCUMENTS = 17_711;
  private static final int WORDS = 12_035;
  private static final int PAIRS = 668_000;
  private static final int TOPICS = 20;
  private static final int PASSES = 60;
  private static final TrainingParameters PARAMETERS =
      new TrainingParameters(Optimizer.EM, TOPICS, null, 5.0, PASSES, 0, 0.05, 1);

  private SparkSession spark;
  private Corpus corpus;
  private EmBlock block;
  private EmTopics topics;

  /** Starts Spark and makes the corpus. */
  @Setup
  public void start() {
    spark =
        TrainLda.session()
            .master("local[1]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "2")
            .getOrCreate();
    corpus =
        Corpus.of(
            spark.createDataFrame(
                rows(), StructType.fromDDL("ip STRING, word STRING, word_count BIGINT")),
            "word_counts",
            "the benchmark",
            "make some");
    DocumentBlock documents = DocumentBlock.of(new ArrayList<>(corpus.documents().collect()));
    block =
        EmBlock.first(
            documents,
            EarlierTopics.none(corpus.vocabulary(), TOPICS),
            Map.of(),
            PARAMETERS.alpha(),
            1);
    topics = new EmTopics(block.sums().words(), TOPICS, PARAMETERS.beta());
  }

  private static List<Row> rows() {
    Random random = new Random(1);
    TreeMap<String, TreeMap<String, Long>> counts = new TreeMap<>();
    int pairs = 0;
    while (pairs < PAIRS) {
      String ip = "10.0." + zipf(random, DOCUMENTS);
      String word = "w" + zipf(random, WORDS);
      if (counts.computeIfAbsent(ip, x -> new TreeMap<>()).merge(word, 1L, Long::sum) == 1) {
        pairs++;
      }
    }
    List<Row> rows = new ArrayList<>();
    counts.forEach(
        (ip, words) -> words.forEach((word, n) -> rows.add(RowFactory.create(ip, word, n))));
    return rows;
  }

  /** From 0 to n - 1, each twice as likely as one of twice its rank. */
  private static int zipf(Random random, int n) {
    return (int) Math.pow(n, random.nextDouble()) - 1;
  }

  /** Stops Spark. */
  @TearDown
  public void stop() {
    corpus.close();
    spark.stop();
  }

  /** A pass over all pairs in one thread, without Spark. */
  @Benchmark
  @OperationsPerInvocation(PAIRS)
  public double flatArrays() {
    EmBlock next = block.pass(topics.phi(), PARAMETERS.alpha());
    EmTopics then = topics.next(next.sums());
    return next.sums().logLikelihood() + then.logPrior();
  }

  /** A pass of a training of 60, with what comes before the first and after the last. */
  @Benchmark
  @OperationsPerInvocation(PAIRS * PASSES)
  public double onSpark() {
    return new EmTrainer()
        .train(corpus, PARAMETERS, (pass, of, seconds, logPosterior) -> {})
        .logPosterior();
  }
}
