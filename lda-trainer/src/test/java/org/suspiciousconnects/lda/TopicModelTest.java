/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class TopicModelTest {
  @Test
  void eachTopicIsADistributionOverWords() {
    TopicModel model = new TopicModel(null, new double[][] {{3, 0}, {1, 8}}, 1, null, null);
    assertArrayEquals(new double[] {4, 8}, model.topicCounts());
    assertArrayEquals(new double[][] {{0.75, 0}, {0.25, 1}}, model.wordTopicProbabilities());
  }

  @Test
  void aTopicThatNoWordBelongsToIsUniform() {
    TopicModel model = new TopicModel(null, new double[][] {{3, 0}, {1, 0}}, 1, null, null);
    assertArrayEquals(new double[][] {{0.75, 0.5}, {0.25, 0.5}}, model.wordTopicProbabilities());
  }

  @Test
  void anUnknownWordHasWhatThePriorReservesButNoMoreThanAKnownOne() {
    TopicModel model = new TopicModel(null, new double[][] {{6, 0}, {2, 8}, {2, 1}}, 1, null, null);
    // 0.5 / (10 + 4 * 0.5) and 0.5 / (9 + 4 * 0.5)
    assertArrayEquals(new double[] {0.5 / 12, 0.5 / 11}, model.unseenWordProbabilities(0.5), 1e-15);
    // 10 / (10 + 4 * 10) is more than 2 of 10, 10 / 49 more than 1 of 9; 0 of 9 does not count.
    assertArrayEquals(new double[] {0.2, 1.0 / 9}, model.unseenWordProbabilities(10), 1e-15);
    assertArrayEquals(new double[] {10.0 / 19, 9.0 / 19}, model.unseenIpMix(), 1e-15);
  }
}
