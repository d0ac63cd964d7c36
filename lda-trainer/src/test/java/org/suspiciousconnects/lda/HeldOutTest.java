/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldOutTest {
  @ParameterizedTest
  @CsvSource({"1, 0", "4, 0", "5, 1", "14, 1", "15, 2", "104, 10"})
  void aTenthOfThePairsOfADocumentWithAtLeastFive(int pairs, int heldOut) {
    int[] words = new int[pairs];
    for (int i = 0; i < pairs; i++) {
      words[i] = 3 * i;
    }
    Document document = new Document(0, "10.0.0.1", words, new double[pairs]);
    assertEquals(heldOut, HeldOut.heldOut(document, 1).cardinality());
  }

  @Test
  void whatIsNotHeldOutIsTrainedOn() {
    WordCounts counts = WordCounts.random(40, 50, 8).add("10.0.1.1", "only here", 4);
    try (Corpus corpus = counts.corpus();
        HeldOut cut = HeldOut.of(corpus, 1)) {
      Corpus training = cut.training();
      Map<String, Map<String, Long>> both = new TreeMap<>();
      collect(training.documents().collect(), corpus, both);
      long trained = pairs(both);
      assertEquals(training.pairs(), trained);
      collect(cut.heldOut().values().collect(), corpus, both);
      assertTrue(trained < pairs(both) * 0.95 && trained > pairs(both) * 0.85, "of " + trained);
      assertEquals(counts.counts(), both);
      assertEquals(41, training.documents().count());
      assertEquals(41, training.documentCount());
      assertTrue(training.tokens() < corpus.tokens());
    }
  }

  @Test
  void theSeedDecidesAndThePartitionsDoNot() {
    WordCounts counts = WordCounts.random(20, 50, 9);
    assertEquals(cut(counts, 1, 1), cut(counts, 1, 5));
    assertNotEquals(cut(counts, 1, 1), cut(counts, 2, 1));
  }

  private static Map<String, Map<String, Long>> cut(WordCounts counts, long seed, int partitions) {
    Map<String, Map<String, Long>> heldOut = new TreeMap<>();
    try (Corpus corpus = counts.corpus(partitions, partitions);
        HeldOut cut = HeldOut.of(corpus, seed)) {
      collect(cut.heldOut().values().collect(), corpus, heldOut);
    }
    return heldOut;
  }

  @Test
  void aWordThatIsOnlyHeldOutIsUnseen() {
    // Each document has a word of its own: where that is held out, nothing of it is trained.
    WordCounts counts = new WordCounts();
    for (int d = 0; d < 200; d++) {
      for (int w = 0; w < 5; w++) {
        counts.add("10.0.0." + d, "w" + w, 1);
      }
      counts.add("10.0.0." + d, "own" + d, 1);
    }
    try (Corpus corpus = counts.corpus();
        HeldOut cut = HeldOut.of(corpus, 3)) {
      int own = corpus.vocabulary().length - 5;
      long heldOutOwn =
          cut.heldOut().values().collect().stream().filter(d -> d.words()[0] < own).count();
      assertTrue(heldOutOwn > 10, "of 200 documents about a sixth: " + heldOutOwn);
      assertEquals(corpus.vocabulary().length - heldOutOwn, cut.trainedWords().cardinality());

      TopicModel model =
          new EmTrainer()
              .train(
                  cut.training(),
                  new TrainingParameters(Optimizer.EM, 2, null, null, 5, 0, 0.05, 1),
                  (pass, of, seconds, logPosterior) -> {});
      Perplexity perplexity = Perplexity.ofHeldOut(model, cut);
      assertEquals(heldOutOwn / 200.0, perplexity.unseenShare(), 1e-12);
      // The five common words are equally likely: no model can be less perplexed than 5.
      assertTrue(perplexity.value() > 5 && perplexity.value() < 100, "" + perplexity.value());
    }
  }

  private static void collect(
      Iterable<Document> documents, Corpus corpus, Map<String, Map<String, Long>> into) {
    for (Document document : documents) {
      for (int i = 0; i < document.words().length; i++) {
        into.computeIfAbsent(document.ip(), ip -> new TreeMap<>())
            .merge(
                corpus.vocabulary()[document.words()[i]], (long) document.counts()[i], Long::sum);
      }
    }
  }

  private static long pairs(Map<String, Map<String, Long>> counts) {
    return counts.values().stream().mapToLong(Map::size).sum();
  }
}
