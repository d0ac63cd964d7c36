/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.util.Arrays;

/** The topics after a pass: expected counts N_wk, and the smoothed probabilities of an M step. */
final class EmTopics {
  private final double[] counts;
  private final double[] phi;
  private final int topics;
  private final double beta;

  /**
   * The M step: phi_wk = (N_wk + beta - 1) / (N_k + V (beta - 1)).
   *
   * @param counts N_wk, V x K, word by word
   * @param topics K
   * @param beta Dirichlet parameter of the topics, above 1
   */
  EmTopics(double[] counts, int topics, double beta) {
    this.counts = counts;
    this.topics = topics;
    this.beta = beta;
    double[] totals = new double[topics];
    for (int i = 0; i < counts.length; i += topics) {
      for (int k = 0; k < topics; k++) {
        totals[k] += counts[i + k];
      }
    }
    int words = counts.length / topics;
    phi = new double[counts.length];
    for (int i = 0; i < counts.length; i += topics) {
      for (int k = 0; k < topics; k++) {
        phi[i + k] = (counts[i + k] + (beta - 1)) / (totals[k] + words * (beta - 1));
      }
    }
  }

  /**
   * The topics after an E step with these.
   *
   * @param sums of all blocks; their counts lack the factor phi
   */
  EmTopics next(EmSums sums) {
    double[] next = new double[counts.length];
    for (int i = 0; i < next.length; i++) {
      next[i] = phi[i] * sums.words()[i];
    }
    return new EmTopics(next, topics, beta);
  }

  /** P(word | topic), smoothed: V x K, word by word, each topic's sum 1. Not to be changed. */
  double[] phi() {
    return phi;
  }

  /** (beta - 1) times the sum of the logs of phi: log P(topics) up to a constant. */
  double logPrior() {
    LogProduct product = new LogProduct();
    for (double probability : phi) {
      product.times(probability);
    }
    return (beta - 1) * product.log();
  }

  /** N_wk as V rows of K doubles. */
  double[][] rows() {
    double[][] rows = new double[counts.length / topics][];
    for (int w = 0; w < rows.length; w++) {
      rows[w] = Arrays.copyOfRange(counts, w * topics, (w + 1) * topics);
    }
    return rows;
  }
}
