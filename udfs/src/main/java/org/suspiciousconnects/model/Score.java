/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.model;

/**
 * The score of an event: the probability of its word at its address, the sum over the K topics of
 * P(topic | address) P(word | topic). Low is suspicious. Source: {@code
 * SuspiciousConnectsScoreFunction} of Apache Spot.
 *
 * <p>The products are added one by one in the order of the topics, from 0, without fused
 * operations, so that the score is the same to the last bit wherever it is computed.
 */
public final class Score {
  private Score() {}

  /**
   * Scores a word at an address.
   *
   * @param mix the address's topic mix: K doubles, sum 1
   * @param probs the word's probability in each topic: K doubles
   * @return a probability for true mixes and probabilities; NaN and infinities pass as in IEEE 754
   * @throws IllegalArgumentException if the lengths differ; the message names both
   */
  public static double of(double[] mix, double[] probs) {
    if (mix.length != probs.length) {
      throw new IllegalArgumentException(
          "topic_mix has "
              + mix.length
              + " topics, topic_probs has "
              + probs.length
              + ": they are not of one model");
    }
    double score = 0;
    for (int k = 0; k < mix.length; k++) {
      score += mix[k] * probs[k];
    }
    return score;
  }
}
