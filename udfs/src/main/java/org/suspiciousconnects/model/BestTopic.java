/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.model;

/**
 * The topic that a word at an address most probably came from: that with the largest P(topic |
 * address) P(word | topic), the largest term of the {@link Score}.
 */
public final class BestTopic {
  private BestTopic() {}

  /**
   * The topic.
   *
   * @param mix the address's topic mix: K doubles, sum 1
   * @param probs the word's probability in each topic: K doubles
   * @return 0 to K - 1, of several the first; -1 if no term is above 0
   * @throws IllegalArgumentException if the lengths differ; the message names both
   */
  public static int of(double[] mix, double[] probs) {
    if (mix.length != probs.length) {
      throw new IllegalArgumentException(
          "topic_mix has "
              + mix.length
              + " topics, topic_probs has "
              + probs.length
              + ": they are not of one model");
    }
    int best = -1;
    double largest = 0;
    for (int k = 0; k < mix.length; k++) {
      double term = mix[k] * probs[k];
      if (term > largest) {
        best = k;
        largest = term;
      }
    }
    return best;
  }
}
