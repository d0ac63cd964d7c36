/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.io.Serializable;
import java.util.Arrays;
import java.util.BitSet;

/** What an earlier model says of the words of a corpus, and of an IP that it does not know. */
final class EarlierTopics implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String[] vocabulary;
  private final double[] phi;
  private final BitSet known;
  private final double[] mix;

  /**
   * @param vocabulary the corpus's V words, sorted
   * @param phi P(word | topic) of the earlier model, smoothed: V x K, word by word; each above 0
   * @param known the places of the words that it knows
   * @param mix that of its corpus: K doubles, sum 1
   */
  EarlierTopics(String[] vocabulary, double[] phi, BitSet known, double[] mix) {
    this.vocabulary = vocabulary;
    this.phi = phi;
    this.known = known;
    this.mix = mix;
  }

  /** Of no model at all: no word is known. */
  static EarlierTopics none(String[] vocabulary, int topics) {
    double[] even = new double[topics];
    Arrays.fill(even, 1.0 / topics);
    return new EarlierTopics(vocabulary, new double[0], new BitSet(), even);
  }

  /** K. */
  int topics() {
    return mix.length;
  }

  /** The text of a word. */
  String word(int word) {
    return vocabulary[word];
  }

  /** V. */
  int words() {
    return vocabulary.length;
  }

  /** Whether the earlier model has the word. */
  boolean knows(int word) {
    return known.get(word);
  }

  /** The mix that stands for an IP it does not know: K doubles, sum 1. Not to be changed. */
  double[] mix() {
    return mix;
  }

  /**
   * P(topic | word, mix), which is phi_wk theta_k divided by its sum.
   *
   * @param theta K doubles, at least one above 0
   * @param into K doubles to be filled; their sum 1
   */
  void share(int word, double[] theta, double[] into) {
    double sum = 0;
    for (int k = 0; k < into.length; k++) {
      into[k] = phi[word * into.length + k] * theta[k];
      sum += into[k];
    }
    for (int k = 0; k < into.length; k++) {
      into[k] /= sum;
    }
  }
}
