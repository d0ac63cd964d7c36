/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PerplexityTest {
  @Test
  void logLikelihoodWeighsEachWordByItsCount() {
    // P(w0) = 0.5 * 0.5 + 0.5 * 0 = 1/4, P(w2) = 0.5 * 0.25 + 0.5 * 0.75 = 1/2
    double[][] wordTopics = {{0.5, 0}, {0.25, 0.25}, {0.25, 0.75}};
    Document document = new Document(0, "10.0.0.1", new int[] {0, 2}, new double[] {1, 3});
    assertEquals(
        Math.log(1.0 / 4) + 3 * Math.log(1.0 / 2),
        Perplexity.logLikelihood(document, new double[] {0.5, 0.5}, wordTopics),
        1e-15);
  }
}
