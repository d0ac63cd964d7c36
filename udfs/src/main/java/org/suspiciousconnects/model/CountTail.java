/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.model;

/**
 * How surprising it is to see something n times or more where it was expected lambda times: the
 * tail of the negative binomial distribution of shape 1, (lambda / (1 + lambda))<sup>n</sup>, as a
 * natural logarithm, since the tail itself is soon less than the least double.
 */
public final class CountTail {
  private CountTail() {}

  /**
   * The logarithm of the tail, -n log1p(1 / lambda).
   *
   * @param n how often it was seen
   * @param expected lambda, how often it was expected, 0 or more; 0 counts as the least double
   *     above it
   * @return 0 or less, never infinite; 0 if n is 0 or less
   * @throws IllegalArgumentException if {@code expected} is NaN or negative; the message contains
   *     it
   */
  public static double log(long n, double expected) {
    if (!(expected >= 0)) {
      throw new IllegalArgumentException("expected is " + expected + ", not a number of 0 or more");
    }
    return n <= 0 || expected == Double.POSITIVE_INFINITY ? 0 : -n * logOfOdds(expected);
  }

  /** log1p(1 / lambda), also where 1 / lambda is infinite. */
  private static double logOfOdds(double expected) {
    if (expected >= 1) {
      return StrictMath.log1p(1 / expected);
    }
    return StrictMath.log1p(expected) - StrictMath.log(Math.max(Double.MIN_VALUE, expected));
  }
}
