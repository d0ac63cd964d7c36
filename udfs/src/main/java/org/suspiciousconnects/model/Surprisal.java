/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.model;

/**
 * How surprising an event of a probability is: -log2(p), its self-information (Shannon, A
 * Mathematical Theory of Communication, 1948). An event of 10 bits is one chance in 1,024.
 */
public final class Surprisal {
  private static final double LOG_OF_2 = StrictMath.log(2);

  private Surprisal() {}

  /**
   * The surprisal, the same to the last bit wherever it is computed.
   *
   * @param probability 0 to 1; 0 counts as the least double above it. A sum of products may exceed
   *     1 by its last bits: what is above counts as 1
   * @return bits, 0 to 1074
   * @throws IllegalArgumentException if {@code probability} is NaN or negative; the message
   *     contains it
   */
  public static double bits(double probability) {
    if (!(probability >= 0)) {
      throw new IllegalArgumentException(
          "probability is " + probability + ", not a number of 0 or more");
    }
    return probability >= 1
        ? 0
        : -StrictMath.log(Math.max(Double.MIN_VALUE, probability)) / LOG_OF_2;
  }
}
