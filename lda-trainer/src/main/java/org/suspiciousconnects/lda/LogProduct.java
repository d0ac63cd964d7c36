/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

/**
 * The logarithm of a long product of probabilities. A multiplication costs a tenth of a logarithm,
 * so factors are multiplied until the product comes near the smallest double. StrictMath, since the
 * last bit of Math.log may depend on the machine.
 */
final class LogProduct {
  /** A factor above 1e-100 keeps a product above this away from 0. */
  private static final double SMALL = 1e-200;

  /** So many multiplications cost less than a logarithm. */
  private static final int FEW = 8;

  private double product = 1;
  private double sum;

  /**
   * Multiplies by a factor.
   *
   * @param factor above 1e-100, at most 1 but for rounding
   */
  void times(double factor) {
    product *= factor;
    if (product < SMALL) {
      sum += StrictMath.log(product);
      product = 1;
    }
  }

  /**
   * Multiplies by a factor to the power of a count.
   *
   * @param factor as for {@link #times(double)}
   * @param count a whole number, at least 0
   */
  void times(double factor, double count) {
    if (count <= FEW) {
      for (int i = 0; i < count; i++) {
        times(factor);
      }
    } else {
      sum += count * StrictMath.log(factor);
    }
  }

  /** The natural logarithm of the product. */
  double log() {
    return sum + StrictMath.log(product);
  }
}
