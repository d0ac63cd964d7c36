/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

/**
 * Random numbers that depend on a seed, a purpose and an item alone. The generator is SplitMix64
 * (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014); the functions are
 * those of {@link StrictMath}, so that every machine draws the same.
 */
final class Draw {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  /**
   * @param seed of the whole day
   * @param purpose keeps apart what is drawn for different things, such as {@code flow}
   * @param item number of the event or host
   */
  Draw(long seed, String purpose, long item) {
    state = mix(mix(seed + GOLDEN) + mix(purpose.hashCode() * GOLDEN) + item * GOLDEN);
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** A seed for something else. */
  long seed() {
    return next();
  }

  /** Uniform in 0 (included) to 1 (not included). */
  double uniform() {
    return (next() >>> 11) * 0x1p-53;
  }

  /** Uniform in {@code from} to {@code to}, both included. */
  int between(int from, int to) {
    return from + (int) (uniform() * (to - from + 1L));
  }

  /** One of the elements, all equally likely. */
  @SafeVarargs
  final <T> T oneOf(T... elements) {
    return elements[between(0, elements.length - 1)];
  }

  /** True with the given probability, 0 to 1. */
  boolean chance(double probability) {
    return uniform() < probability;
  }

  /** Standard normal (Box and Muller). */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }

  /**
   * Log-normal: half of the values are below the median, and a tail is far above.
   *
   * @param sigma standard deviation of the logarithm
   */
  double logNormal(double median, double sigma) {
    return median * StrictMath.exp(sigma * normal());
  }

  /**
   * A rank from 0 to n - 1 whose probability falls about as {@code (rank + 1)^-exponent} (Zipf, by
   * the inverse of the continuous distribution).
   *
   * @param exponent above 0, not 1
   */
  int zipf(int n, double exponent) {
    double power = 1 - exponent;
    double at = StrictMath.pow(1 + uniform() * (StrictMath.pow(n + 1.0, power) - 1), 1 / power);
    return Math.min(n - 1, (int) at - 1);
  }

  /** An index, as likely as its weight's share of the sum. */
  int weighted(double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    double left = uniform() * sum;
    for (int i = 0; i < weights.length; i++) {
      left -= weights[i];
      if (left < 0 && weights[i] > 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  /** Characters of the alphabet, each equally likely. */
  String text(String alphabet, int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(alphabet.charAt(between(0, alphabet.length() - 1)));
    }
    return text.toString();
  }
}
