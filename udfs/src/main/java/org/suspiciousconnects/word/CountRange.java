/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import java.util.function.LongToIntFunction;

/**
 * The counts that one bin of {@link LogBins} or {@link BinaryDigits} stands for: those that it
 * gives this bin, the rounding errors of the former included.
 */
final class CountRange {
  private static final long UNIT = 1024;
  private static final String[] UNITS = {"KiB", "MiB", "GiB", "TiB", "PiB", "EiB"};

  private final long lowest;
  private final long highest;

  private CountRange(long lowest, long highest) {
    this.lowest = lowest;
    this.highest = highest;
  }

  /** The counts, 0 to 2<sup>63</sup> - 2, in a bin of {@link LogBins#bits}, 0 to 63. */
  static CountRange ofBits(int bin) {
    return of(LogBins::bits, bin, Long.MAX_VALUE - 1);
  }

  /** The counts, 0 to a maximum, in a bin of {@link LogBins#log2}, 0 to that of the maximum. */
  static CountRange ofLog2(int bin, long maximum) {
    return of(LogBins::log2, bin, maximum);
  }

  /** The counts, 0 to a maximum, whose {@link BinaryDigits} divided by a step are a number. */
  static CountRange ofDigits(int step, int bin, long maximum) {
    return of(count -> BinaryDigits.of(count) / step, bin, maximum);
  }

  private static CountRange of(LongToIntFunction bins, int bin, long maximum) {
    long lowest = bin == 0 ? 0 : last(bins, bin - 1, maximum) + 1;
    return new CountRange(lowest, last(bins, bin, maximum));
  }

  /** The last count up to the maximum in this bin or an earlier one. Bins grow with counts. */
  private static long last(LongToIntFunction bins, int bin, long maximum) {
    long low = 0;
    long high = maximum;
    while (low < high) {
      long middle = high - (high - low) / 2;
      if (bins.applyAsInt(middle) <= bin) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Such as {@code 8-15 packets} and {@code 1 packet}. */
  String of(String thing) {
    return numbers() + " " + (lowest == 1 && highest == 1 ? thing : thing + "s");
  }

  /**
   * Such as {@code 512-1023 bytes} and {@code 1 to <2 KiB}, in the largest unit in which both ends
   * are whole.
   */
  String ofBytes() {
    long unit = 1;
    int power = 0;
    while (power < UNITS.length
        && lowest > 0
        && lowest % (unit * UNIT) == 0
        && highest % (unit * UNIT) == unit * UNIT - 1) {
      unit *= UNIT;
      power++;
    }
    if (power == 0) {
      return of("byte");
    }
    return lowest / unit + " to <" + (highest / unit + 1) + " " + UNITS[power - 1];
  }

  private String numbers() {
    return lowest == highest ? Long.toString(lowest) : lowest + "-" + highest;
  }
}
