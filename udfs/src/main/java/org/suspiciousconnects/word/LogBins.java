/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/** Apache Spot's logarithmic bins of counts. */
public final class LogBins {
  private static final double LOG10_OF_2 = StrictMath.log10(2);

  private LogBins() {}

  /**
   * The bin of a count: {@code ceil(log10(count + 1) / log10(2))}, about the number of its binary
   * digits.
   *
   * <p>Computed in doubles as Spot does, rounding errors included: 2<sup>48</sup> has 49 binary
   * digits and is in bin 48. {@link StrictMath} gives the same bin on every processor.
   *
   * @param count 0 to 2<sup>63</sup> - 2
   * @return 0 to 63
   * @throws IllegalArgumentException if the count is out of range
   */
  public static int bits(long count) {
    if (count < 0 || count == Long.MAX_VALUE) {
      throw new IllegalArgumentException("count " + count + " is not in 0 to 2^63 - 2");
    }
    return (int) Math.ceil(StrictMath.log10(count + 1) / LOG10_OF_2);
  }

  /**
   * The other bin of a count: {@code log10(count) / log10(2)} without its fraction, 0 for 0, in
   * doubles as {@link #bits} is.
   *
   * @param count 0 to 2<sup>63</sup> - 1
   * @return 0 to 63: a {@code double} cannot tell 2<sup>63</sup> - 1 from 2<sup>63</sup>
   * @throws IllegalArgumentException if the count is negative
   */
  public static int log2(long count) {
    if (count < 0) {
      throw new IllegalArgumentException("count " + count + " is negative");
    }
    return count == 0 ? 0 : (int) (StrictMath.log10(count) / LOG10_OF_2);
  }
}
