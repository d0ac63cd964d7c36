/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CoherenceTest {
  @ParameterizedTest
  @CsvSource({
    // of a, of b, both, all: independent; always together; never
    "50, 50, 25, 100, 0",
    "20, 20, 20, 100, 1",
    "20, 20, 0, 100, -1",
    "7, 7, 7, 7, 1",
    // log(0.25 / (0.5 * 0.25)) / -log 0.25 = log 2 / log 4
    "2, 1, 1, 4, 0.5"
  })
  void mutualInformationOfTwoWords(long a, long b, long both, long all, double expected) {
    assertEquals(expected, Coherence.npmi(a, b, both, all), 1e-12);
  }

  @Test
  void isTheMeanOverTopicsAndPairs() {
    // a and b are always together, c and d never meet; each word in half of the documents.
    WordCounts counts = new WordCounts();
    counts.add("10.0.0.1", "a", 5).add("10.0.0.1", "b", 1).add("10.0.0.1", "c", 1);
    counts.add("10.0.0.2", "a", 1).add("10.0.0.2", "b", 1).add("10.0.0.2", "c", 2);
    counts.add("10.0.0.3", "d", 1);
    counts.add("10.0.0.4", "d", 9);
    double[][] topics = {{1, 0}, {1, 0}, {0, 1}, {0, 3}};
    try (Corpus corpus = counts.corpus()) {
      assertEquals((1.0 - 1.0) / 2, Coherence.of(model(topics), corpus), 1e-12);
      double[][] mixed = {{1, 0}, {1, 0}, {1, 0}, {0, 3}};
      assertEquals(1, Coherence.of(model(mixed), corpus), 1e-12, "one topic has a pair");
      double[][] single = {{1, 0}, {0, 0}, {0, 0}, {0, 3}};
      assertNull(Coherence.of(model(single), corpus));
    }
  }

  private static TopicModel model(double[][] counts) {
    return new TopicModel(null, counts, 1, null, null);
  }
}
