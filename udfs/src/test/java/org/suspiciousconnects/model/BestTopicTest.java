/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BestTopicTest {
  @Test
  void isThatWithTheLargestProduct() {
    // 0.0625, 0.125 and 0.046875.
    assertEquals(
        1, BestTopic.of(new double[] {0.125, 0.5, 0.375}, new double[] {0.5, 0.25, 0.125}));
  }

  @Test
  void ofEqualOnesItIsTheFirst() {
    assertEquals(1, BestTopic.of(new double[] {0, 0.5, 0.5}, new double[] {1, 0.25, 0.25}));
  }

  @Test
  void isNoneWhereNoTopicHasTheWord() {
    assertEquals(-1, BestTopic.of(new double[] {1, 0}, new double[] {0, 0.5}));
    assertEquals(-1, BestTopic.of(new double[0], new double[0]));
    assertEquals(-1, BestTopic.of(new double[] {Double.NaN}, new double[] {1}));
  }

  @Test
  void refusesVectorsOfDifferentLength() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> BestTopic.of(new double[2], new double[3]));
    assertEquals(
        "topic_mix has 2 topics, topic_probs has 3: they are not of one model", e.getMessage());
  }
}
