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
}
