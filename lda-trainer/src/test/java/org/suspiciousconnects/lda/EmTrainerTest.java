/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.SparkEnv;
import org.apache.spark.storage.BlockId;
import org.apache.spark.storage.BlockManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.TestWarehouse;
import scala.Tuple2;
import scala.collection.Seq;

class EmTrainerTest {
  @TempDir static Path checkpoints;

  private static final double ALPHA = 1.3;
  private static final double BETA = 1.05;

  @ParameterizedTest
  @CsvSource({"1, 1, 2", "1, 12, 3", "4, 12, 5", "3, 5, 1"})
  void aBruteForceEmGivesTheSameNumbers(int blocks, int passes, int seed) {
    WordCounts counts = WordCounts.random(9, 7, 1);
    DenseEm expected = new DenseEm(counts.counts(), 3, seed);
    List<Double> posteriors = new ArrayList<>();
    try (Corpus corpus = counts.corpus()) {
      TopicModel model =
          EmTrainer.train(
              corpus, blocks, parameters(3, passes, seed), (p, of, s, l) -> posteriors.add(l));
      assertEquals(passes, posteriors.size());
      assertEquals(passes, model.passes());
      for (int pass = 0; pass < passes; pass++) {
        close(expected.logPosterior(ALPHA, BETA), posteriors.get(pass));
        expected.pass(ALPHA, BETA);
      }
      close(expected.logPosterior(ALPHA, BETA), model.logPosterior());
      assertArrayEquals(expected.words.toArray(), corpus.vocabulary());
      for (int w = 0; w < expected.words.size(); w++) {
        for (int k = 0; k < 3; k++) {
          close(expected.wordTopics[w][k], model.wordTopicCounts()[w][k]);
        }
      }
      TreeMap<String, double[]> mixes = mixes(model);
      assertEquals(expected.ips, new ArrayList<>(mixes.keySet()));
      for (int d = 0; d < expected.ips.size(); d++) {
        double tokens = Arrays.stream(expected.documentTopics[d]).sum();
        for (int k = 0; k < 3; k++) {
          close(expected.documentTopics[d][k] / tokens, mixes.get(expected.ips.get(d))[k]);
        }
      }
    }
  }

  @Test
  void theOrderAndThePartitionsOfTheInputDoNotChangeABit() {
    WordCounts counts = WordCounts.random(60, 40, 2);
    String first = null;
    for (int partitions : new int[] {1, 2, 8}) {
      TestWarehouse.session().conf().set("spark.sql.shuffle.partitions", partitions);
      try (Corpus corpus = counts.corpus(partitions, partitions)) {
        String bits = bits(EmTrainer.train(corpus, 5, parameters(4, 15, 9), EmTrainerTest::ignore));
        first = first == null ? bits : first;
        assertEquals(first, bits);
        assertNotEquals(
            first, bits(EmTrainer.train(corpus, 5, parameters(4, 15, 10), EmTrainerTest::ignore)));
      } finally {
        TestWarehouse.session().conf().set("spark.sql.shuffle.partitions", 2);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void thePosteriorNeverFallsAndDistributionsSumToOne(int blocks) {
    List<Double> posteriors = new ArrayList<>();
    try (Corpus corpus = WordCounts.random(50, 60, 3).corpus()) {
      TopicModel model =
          EmTrainer.train(corpus, blocks, parameters(6, 60, 1), (p, of, s, l) -> posteriors.add(l));
      posteriors.add(model.logPosterior());
      for (int pass = 1; pass < posteriors.size(); pass++) {
        double before = posteriors.get(pass - 1);
        assertTrue(
            posteriors.get(pass) >= before - 1e-13 * Math.abs(before),
            "pass " + pass + ": " + posteriors);
      }
      assertTrue(posteriors.get(60) > posteriors.get(0) + 100, posteriors.toString());
      assertDistributions(model);
      assertEquals(corpus.tokens(), Arrays.stream(model.topicCounts()).sum(), 1e-9);
    }
  }

  @Test
  void stopsAtTheFirstPassThatChangesLittleAfterOnesThatChangedMuch() {
    List<Double> all = new ArrayList<>();
    List<Double> few = new ArrayList<>();
    double tolerance = 2e-3;
    try (Corpus corpus = twoHabits().corpus()) {
      EmTrainer.train(corpus, 1, parameters(2, 100, 1), (p, of, s, l) -> all.add(l));
      assertTrue(change(all, 2) < tolerance, "a slow start, else this tests little: " + all);
      int expected = 2;
      while (change(all, expected) >= tolerance
          || all.get(expected - 1) - all.get(expected - 2)
              >= 0.01 * (all.get(expected - 1) - all.get(0))) {
        expected++;
      }
      TopicModel model =
          EmTrainer.train(
              corpus,
              1,
              new TrainingParameters(Optimizer.EM, 2, ALPHA, BETA, 100, tolerance, 0.05, 1),
              (p, of, s, l) -> few.add(l));
      assertTrue(model.converged());
      assertEquals(all.subList(0, expected), few);
      assertEquals(expected, model.passes());
      double rise = few.get(expected - 1) - all.get(0);
      assertTrue(rise > 0.9 * (all.get(all.size() - 1) - all.get(0)), "stopped early: " + all);
    }
  }

  @Test
  void whereThereIsNothingToLearnItStopsToo() {
    try (Corpus corpus = new WordCounts().add("10.0.0.1", "a", 5).corpus()) {
      TopicModel model =
          new EmTrainer()
              .train(
                  corpus,
                  new TrainingParameters(Optimizer.EM, 2, null, null, 5000, 1e-5, 0.05, 1),
                  EmTrainerTest::ignore);
      assertTrue(model.converged(), "after " + model.passes());
    }
  }

  /** Hosts with either habit, each of many words: topics that start alike part slowly. */
  private static WordCounts twoHabits() {
    WordCounts counts = new WordCounts();
    for (int host = 0; host < 20; host++) {
      for (int word = 0; word < 40; word++) {
        counts.add("10.0.0." + host, "w" + (word + 30 * (host % 2)), 2);
      }
    }
    return counts;
  }

  /** Of the log posterior that a pass tells, from 2, as a share of it. */
  private static double change(List<Double> posteriors, int pass) {
    return (posteriors.get(pass - 1) - posteriors.get(pass - 2))
        / Math.abs(posteriors.get(pass - 1));
  }

  /**
   * As if the executor that has the blocks were lost, at moments before and after a checkpoint and
   * after the last pass.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 19, 20, 33, 45})
  void whatALostExecutorHadIsComputedAgainToTheLastBit(int lostAfter) {
    try (Corpus corpus = WordCounts.random(60, 40, 2).corpus(2, 2)) {
      TestWarehouse.session().sparkContext().setCheckpointDir(checkpoints.toUri().toString());
      String whole = bits(EmTrainer.train(corpus, 5, parameters(4, 45, 9), EmTrainerTest::ignore));
      String again =
          bits(
              EmTrainer.train(
                  corpus,
                  null,
                  5,
                  parameters(4, 45, 9),
                  (pass, of, seconds, logPosterior) -> {
                    if (pass == lostAfter) {
                      loseAllBlocks();
                    }
                  },
                  new EmStates(true)));
      assertEquals(whole, again);
    }
  }

  /** Of all that Spark keeps; it still believes that they are there. */
  private static void loseAllBlocks() {
    BlockManager blocks = SparkEnv.get().blockManager();
    Seq<BlockId> kept = blocks.getMatchingBlockIds(block -> block.isRDD());
    assertFalse(kept.isEmpty());
    kept.foreach(
        block -> {
          blocks.removeBlock(block, false);
          return null;
        });
    assertTrue(blocks.getMatchingBlockIds(block -> block.isRDD()).isEmpty());
  }

  /** What Spark remembers of a state, and so its memory and stack, is the same after any pass. */
  @Test
  void theLineageDoesNotGrowWithThePasses() {
    try (Corpus corpus = WordCounts.random(5, 5, 5).corpus()) {
      assertEquals(lineage(corpus, 1), lineage(corpus, 50));
    }
  }

  private static int lineage(Corpus corpus, int passes) {
    return EmTrainer.train(corpus, 1, parameters(2, passes, 1), EmTrainerTest::ignore)
        .documentTopics()
        .toDebugString()
        .split("\n")
        .length;
  }

  @Test
  void oneDocument() {
    trains(new WordCounts().add("10.0.0.1", "a", 3).add("10.0.0.1", "b", 1), 1);
  }

  @Test
  void oneWord() {
    trains(new WordCounts().add("10.0.0.1", "a", 3).add("10.0.0.2", "a", 1), 2);
  }

  @Test
  void oneToken() {
    trains(new WordCounts().add("10.0.0.1", "a", 1), 1);
  }

  @Test
  void aDocumentWithOneTokenAmongLargeOnes() {
    trains(WordCounts.random(4, 30, 6).add("10.0.1.1", "w3", 1).add("10.0.1.2", "w4", 1 << 30), 6);
  }

  /** All these have fewer than 40 words. */
  private static void trains(WordCounts counts, int documents) {
    try (Corpus corpus = counts.corpus()) {
      for (int topics : new int[] {2, 40}) {
        TrainingParameters spots =
            new TrainingParameters(Optimizer.EM, topics, null, null, 30, 0, 0.05, 1);
        TopicModel model = new EmTrainer().train(corpus, spots, EmTrainerTest::ignore);
        assertEquals(documents, model.documentTopics().count());
        assertTrue(Double.isFinite(model.logPosterior()));
        assertDistributions(model);
      }
    }
  }

  @Test
  void moreNumbersThanAnArrayHoldsAreRefused() {
    try (Corpus corpus = WordCounts.random(4, 4, 7).corpus()) {
      CommandFailure failure =
          assertThrows(
              CommandFailure.class,
              () ->
                  new EmTrainer().train(corpus, parameters(1 << 30, 1, 1), EmTrainerTest::ignore));
      assertEquals(ExitStatus.USAGE, failure.status());
      assertTrue(
          failure.getMessage().startsWith("--topics 1073741824: with 4 words"),
          failure.getMessage());
    }
  }

  private static TrainingParameters parameters(int topics, int passes, long seed) {
    return new TrainingParameters(Optimizer.EM, topics, ALPHA, BETA, passes, 0, 0.05, seed);
  }

  private static void ignore(int pass, int of, double seconds, Double logPosterior) {}

  private static TreeMap<String, double[]> mixes(TopicModel model) {
    TreeMap<String, double[]> mixes = new TreeMap<>();
    for (Tuple2<Document, double[]> document : model.documentTopics().collect()) {
      mixes.put(document._1().ip(), document._2());
    }
    return mixes;
  }

  private static void assertDistributions(TopicModel model) {
    mixes(model).values().forEach(mix -> assertEquals(1, Arrays.stream(mix).sum(), 1e-9));
    double[][] topics = model.wordTopicProbabilities();
    for (int k = 0; k < topics[0].length; k++) {
      double sum = 0;
      for (double[] word : topics) {
        assertTrue(word[k] >= 0);
        sum += word[k];
      }
      assertEquals(1, sum, 1e-9);
    }
  }

  /** Every number of a model, to the last bit. */
  private static String bits(TopicModel model) {
    StringBuilder bits = new StringBuilder(Double.toHexString(model.logPosterior()));
    mixes(model).forEach((ip, mix) -> bits.append(ip).append(hex(mix)));
    for (double[] word : model.wordTopicCounts()) {
      bits.append(hex(word));
    }
    return bits.toString();
  }

  private static String hex(double[] values) {
    StringBuilder hex = new StringBuilder();
    for (double value : values) {
      hex.append(' ').append(Double.toHexString(value));
    }
    return hex.toString();
  }

  private static void close(double expected, double actual) {
    assertEquals(expected, actual, 1e-12 * Math.max(1, Math.abs(expected)));
  }
}
