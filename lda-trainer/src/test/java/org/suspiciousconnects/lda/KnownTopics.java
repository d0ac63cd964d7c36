/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.util.Random;

/** Topics, and hosts with mixes of them, from which days are drawn: what a training should find. */
final class KnownTopics {
  private final Random random;
  private final double[][] topics;
  private final double[][] mixes;

  KnownTopics(Random random, int topics, int words, int hosts) {
    this.random = random;
    this.topics = uneven(topics, words);
    this.mixes = uneven(hosts, topics);
  }

  /** P(word w | topic): K rows of V doubles. */
  double[][] topics() {
    return topics;
  }

  /** Another day: so many tokens of each host. */
  WordCounts draw(int tokens) {
    WordCounts counts = new WordCounts();
    for (int d = 0; d < mixes.length; d++) {
      for (int i = 0; i < tokens; i++) {
        counts.add("10.0.0." + d, "w" + one(topics[one(mixes[d])]), 1);
      }
    }
    return counts;
  }

  /** Distributions whose entries differ by orders of magnitude. */
  private double[][] uneven(int howMany, int size) {
    double[][] distributions = new double[howMany][size];
    for (double[] values : distributions) {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        values[i] = Math.pow(-Math.log(1 - random.nextDouble()), 4);
        sum += values[i];
      }
      for (int i = 0; i < size; i++) {
        values[i] /= sum;
      }
    }
    return distributions;
  }

  private int one(double[] distribution) {
    double rest = random.nextDouble();
    int i = 0;
    while (i < distribution.length - 1 && rest >= distribution[i]) {
      rest -= distribution[i++];
    }
    return i;
  }
}
