/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.io.Serializable;

/** What an E step over some documents adds up to. Sums of disjoint documents add up again. */
final class EmSums implements Serializable {
  private static final long serialVersionUID = 1L;

  private final double[] words;
  private double logLikelihood;

  /**
   * @param words for each word and topic, V x K, what the new expected count is to the factor that
   *     all documents have in common; not copied
   * @param logLikelihood of these documents and their mixes, see {@link EmBlock#pass}
   */
  EmSums(double[] words, double logLikelihood) {
    this.words = words;
    this.logLikelihood = logLikelihood;
  }

  /** V x K sums, word by word. Not to be changed. */
  double[] words() {
    return words;
  }

  /** Log P(words | mixes, topics) + (alpha - 1) times the sum of the logs of the mixes. */
  double logLikelihood() {
    return logLikelihood;
  }

  /** Adds those of other documents, in place. */
  EmSums add(EmSums other) {
    for (int i = 0; i < words.length; i++) {
      words[i] += other.words[i];
    }
    logLikelihood += other.logLikelihood;
    return this;
  }
}
