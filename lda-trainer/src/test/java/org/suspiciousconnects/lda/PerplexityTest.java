/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class PerplexityTest {
  private static final double[] MIX = {0.5, 0.5};
  // P(w0) = 0.5 * 0.5 + 0.5 * 0 = 1/4, P(w2) = 0.5 * 0.25 + 0.5 * 0.75 = 1/2
  private static final double[][] TOPICS = {{0.5, 0}, {0.25, 0.25}, {0.25, 0.75}};

  @Test
  void eachWordWeighsByItsCount() {
    Document document = new Document(0, "10.0.0.1", new int[] {0, 2}, new double[] {1, 3});
    Perplexity perplexity = Perplexity.of(document, MIX, TOPICS, words(0, 1, 2));
    // (1/4 * 1/2 * 1/2 * 1/2) ^ (-1/4), but for the grid of the sum
    assertEquals(Math.pow(32, 0.25), perplexity.value(), 1e-5);
    assertEquals(0, perplexity.unseenShare());
  }

  @Test
  void wordsThatWereNotTrainedAreLeftOutAndCounted() {
    Document document = new Document(0, "10.0.0.1", new int[] {0, 2}, new double[] {1, 3});
    Perplexity perplexity = Perplexity.of(document, MIX, TOPICS, words(0));
    assertEquals(4, perplexity.value(), 1e-5);
    assertEquals(0.75, perplexity.unseenShare());
  }

  @Test
  void nothingHasNoPerplexity() {
    Document document = new Document(0, "10.0.0.1", new int[0], new double[0]);
    Perplexity perplexity = Perplexity.of(document, MIX, TOPICS, words(0));
    assertNull(perplexity.value());
    assertNull(perplexity.unseenShare());
  }

  private static BitSet words(int... known) {
    BitSet words = new BitSet();
    for (int word : known) {
      words.set(word);
    }
    return words;
  }
}
