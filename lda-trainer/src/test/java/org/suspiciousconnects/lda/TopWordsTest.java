/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TopWordsTest {
  @Test
  void theMostProbableFirstAndTiesInTheOrderOfWords() {
    double[][] probabilities = {{0.1, 0}, {0.3, 0.5}, {0.2, 0}, {0.3, 0.5}, {0.1, 0}};
    TopWords top = new TopWords(probabilities, 4);
    assertEquals(2, top.topics());
    assertArrayEquals(new int[] {1, 3, 2, 0}, top.of(0));
    assertArrayEquals(new int[] {1, 3}, top.of(1), "words without any probability are none");
  }
}
