/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.model;

/**
 * The normal floats above 0, counted from the smallest: scores that a FLOAT can't tell apart can be
 * set side by side in their order. Between two neighbours is the least difference that a FLOAT has,
 * at most 2<sup>-23</sup> of the value.
 *
 * <p>The smallest stands for everything below it: engines may take subnormal floats for 0.
 */
public final class FloatOrder {
  private static final int FIRST = Float.floatToIntBits(Float.MIN_NORMAL);
  private static final int LAST = Float.floatToIntBits(Float.MAX_VALUE) - FIRST;

  private FloatOrder() {}

  /**
   * How many normal floats above 0 are below the one that a number rounds to.
   *
   * @param number any but NaN
   * @return 0 for 2<sup>-126</sup> and all below it; 0 to 2,130,706,431
   * @throws IllegalArgumentException if the number is NaN
   */
  public static int position(double number) {
    if (Double.isNaN(number)) {
      throw new IllegalArgumentException("NaN has no place among numbers");
    }
    float rounded = (float) Math.min(Float.MAX_VALUE, Math.max(Float.MIN_NORMAL, number));
    return Float.floatToIntBits(rounded) - FIRST;
  }

  /**
   * The float at a position.
   *
   * @param position as {@link #position} counts; below 0 counts as 0, above the last as the last
   * @return 2<sup>-126</sup> to the largest float
   */
  public static float at(long position) {
    return Float.intBitsToFloat(FIRST + (int) Math.max(0, Math.min(LAST, position)));
  }
}
