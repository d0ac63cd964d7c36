/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suspiciousconnects.model.VectorCodec;
import org.suspiciousconnects.warehouse.TestWarehouse;
import scala.Tuple2;

/** A training that continues the topics of a model that is there. */
class EarlierModelTest {
  private static final double ALPHA = 1.3;
  private static final double BETA = 1.05;
  private static final int K = 3;

  /** Expected counts of each topic, by word and by IP. */
  private final TreeMap<String, double[]> words = new TreeMap<>();

  private final TreeMap<String, double[]> ips = new TreeMap<>();

  /** Of IPs 3 to 9 and words 2 to 12, of which a corpus has 0 to 8 and 0 to 6. */
  private void knowsSome() {
    Random random = new Random(4);
    for (int w = 2; w <= 12; w++) {
      words.put("w" + w, counts(random));
    }
    for (int d = 3; d <= 9; d++) {
      ips.put("10.0.0." + d, counts(random));
    }
  }

  private static double[] counts(Random random) {
    return random.doubles(K).map(x -> Math.floor(x * 100) / 4).toArray();
  }

  @ParameterizedTest
  @CsvSource({"1, 5", "4, 5", "3, 6"})
  void aBruteForceEmFromTheSameStartGivesTheSameNumbers(int blocks, int seed) {
    knowsSome();
    WordCounts counts = WordCounts.random(9, 7, 1);
    DenseEm expected = new DenseEm(counts.counts(), K, (ip, word) -> start(ip, word, seed));
    List<Double> posteriors = new ArrayList<>();
    try (Corpus corpus = counts.corpus()) {
      TopicModel model =
          EmTrainer.train(
              corpus, model(2), blocks, parameters(K, 4, seed), (p, of, s, l) -> posteriors.add(l));
      for (int pass = 0; pass < 4; pass++) {
        close(expected.logPosterior(ALPHA, BETA), posteriors.get(pass));
        expected.pass(ALPHA, BETA);
      }
      assertArrayEquals(expected.words.toArray(), corpus.vocabulary());
      for (int w = 0; w < expected.words.size(); w++) {
        for (int k = 0; k < K; k++) {
          close(expected.wordTopics[w][k], model.wordTopicCounts()[w][k]);
        }
      }
    }
  }

  /** The E step by the earlier model, as the documentation has it; its words are 0 to 12 in all. */
  private double[] start(String ip, String word, long seed) {
    if (!ips.containsKey(ip) && !words.containsKey(word)) {
      return DenseEm.random(ip, word, K, seed);
    }
    double[] gamma = new double[K];
    for (int k = 0; k < K; k++) {
      int topic = k;
      double ofTopic = words.values().stream().mapToDouble(n -> n[topic]).sum();
      double all = words.values().stream().mapToDouble(n -> Arrays.stream(n).sum()).sum();
      double ofWord = words.containsKey(word) ? words.get(word)[k] : 0;
      double phi = (ofWord + BETA - 1) / (ofTopic + 13 * (BETA - 1));
      double theta = ips.containsKey(ip) ? ips.get(ip)[k] + ALPHA - 1 : ofTopic / all;
      gamma[k] = phi * theta;
    }
    double sum = Arrays.stream(gamma).sum();
    return Arrays.stream(gamma).map(g -> g / sum).toArray();
  }

  @Test
  void neitherPartitionsNorOrderChangeABit() {
    knowsSome();
    WordCounts counts = WordCounts.random(60, 40, 2);
    String first = null;
    for (int partitions : new int[] {1, 2, 8}) {
      TestWarehouse.session().conf().set("spark.sql.shuffle.partitions", partitions);
      try (Corpus corpus = counts.corpus(partitions, partitions)) {
        String bits = bits(train(corpus, model(partitions), 5, 9));
        first = first == null ? bits : first;
        assertEquals(first, bits);
        assertNotEquals(first, bits(train(corpus, null, 5, 9)));
      } finally {
        TestWarehouse.session().conf().set("spark.sql.shuffle.partitions", 2);
      }
    }
  }

  @Test
  void aModelThatKnowsNothingOfTheDayGivesTheRandomStart() {
    words.put("elsewhere", new double[] {1, 2, 3});
    ips.put("192.0.2.1", new double[] {3, 2, 1});
    try (Corpus corpus = WordCounts.random(20, 10, 3).corpus()) {
      assertEquals(0, model(1).knownWords(corpus));
      assertEquals(0, model(1).knownIps(corpus));
      assertEquals(bits(train(corpus, null, 2, 9)), bits(train(corpus, model(1), 2, 9)));
    }
  }

  @Test
  void tellsWhatItKnows() {
    knowsSome();
    try (Corpus corpus = WordCounts.random(10, 8, 1).corpus()) {
      assertEquals(6.0 / 8, model(2).knownWords(corpus));
      assertEquals(7.0 / 10, model(2).knownIps(corpus));
    }
  }

  @Test
  void convergesSoonerOnADayThatResemblesTheFirstAndKeepsTheTopicsNumbers() {
    KnownTopics known = new KnownTopics(new Random(8), 5, 200, 300);
    TrainingParameters parameters =
        new TrainingParameters(Optimizer.EM, 5, null, 1.5, 500, 1e-6, 0.05, 1);
    TopicModel first;
    List<String> vocabulary;
    try (Corpus corpus = known.draw(200).corpus()) {
      first = EmTrainer.train(corpus, 2, parameters, EarlierModelTest::ignore);
      vocabulary = List.of(corpus.vocabulary());
      for (Tuple2<Document, double[]> mix : first.documentTopics().collect()) {
        double tokens = mix._1().tokens();
        ips.put(mix._1().ip(), Arrays.stream(mix._2()).map(p -> p * tokens).toArray());
      }
    }
    for (int w = 0; w < vocabulary.size(); w++) {
      words.put(vocabulary.get(w), first.wordTopicCounts()[w]);
    }
    try (Corpus corpus = known.draw(200).corpus()) {
      TopicModel cold = EmTrainer.train(corpus, 2, parameters, EarlierModelTest::ignore);
      TopicModel warm = EmTrainer.train(corpus, model(2), 2, parameters, EarlierModelTest::ignore);
      assertTrue(cold.converged() && warm.converged());
      assertTrue(warm.passes() < cold.passes(), warm.passes() + " and " + cold.passes());
      assertTrue(
          warm.logPosterior() > cold.logPosterior() - 1e-4 * Math.abs(cold.logPosterior()),
          warm.logPosterior() + " and " + cold.logPosterior());
      double[][] before = first.wordTopicProbabilities();
      double[][] after = warm.wordTopicProbabilities();
      for (int k = 0; k < 5; k++) {
        int nearest = 0;
        double[] variation = new double[5];
        for (int j = 0; j < 5; j++) {
          for (int w = 0; w < corpus.vocabulary().length; w++) {
            int its = vocabulary.indexOf(corpus.vocabulary()[w]);
            variation[j] += Math.abs((its < 0 ? 0 : before[its][k]) - after[w][j]) / 2;
          }
          nearest = variation[j] < variation[nearest] ? j : nearest;
        }
        assertEquals(k, nearest, Arrays.toString(variation));
        assertTrue(variation[k] < 0.15, Arrays.toString(variation));
      }
    }
  }

  /** The model of these counts, its rows in so many partitions. */
  private EarlierModel model(int partitions) {
    double[] sums = new double[words.firstEntry().getValue().length];
    words.values().forEach(n -> Arrays.setAll(sums, k -> sums[k] + n[k]));
    return new EarlierModel(
        "0123456789abcdef", sums, rows("word", words, partitions), rows("ip", ips, partitions));
  }

  private static Dataset<Row> rows(String key, Map<String, double[]> counts, int partitions) {
    List<Row> rows = new ArrayList<>();
    counts.forEach((text, n) -> rows.add(RowFactory.create(text, VectorCodec.encode(n))));
    return TestWarehouse.session()
        .createDataFrame(rows, StructType.fromDDL(key + " STRING, topic_counts STRING"))
        .repartition(partitions);
  }

  private static TopicModel train(Corpus corpus, EarlierModel earlier, int blocks, long seed) {
    return EmTrainer.train(
        corpus, earlier, blocks, parameters(K, 7, seed), EarlierModelTest::ignore);
  }

  private static TrainingParameters parameters(int topics, int passes, long seed) {
    return new TrainingParameters(Optimizer.EM, topics, ALPHA, BETA, passes, 0, 0.05, seed);
  }

  private static void ignore(int pass, int of, double seconds, Double logPosterior) {}

  /** Every number of a model, to the last bit. */
  private static String bits(TopicModel model) {
    TreeMap<String, String> mixes = new TreeMap<>();
    for (Tuple2<Document, double[]> document : model.documentTopics().collect()) {
      mixes.put(document._1().ip(), VectorCodec.encode(document._2()));
    }
    StringBuilder bits = new StringBuilder().append(model.logPosterior()).append(mixes);
    for (double[] word : model.wordTopicCounts()) {
      bits.append(VectorCodec.encode(word));
    }
    return bits.toString();
  }

  private static void close(double expected, double actual) {
    assertEquals(expected, actual, 1e-12 * Math.max(1, Math.abs(expected)));
  }
}
