/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountTailTest {
  private static final double TOLERANCE = 4e-16;

  @Test
  void isTheLogarithmOfTheTail() {
    assertEquals(Math.log(1.0 / 8), CountTail.log(3, 1), 1e-15);
    assertEquals(Math.log(3.0 / 4), CountTail.log(1, 3), 1e-15);
    assertEquals(2 * Math.log(1.0 / 5), CountTail.log(2, 0.25), 1e-15);
  }

  /** In a double the tail itself would be 0 and its logarithm infinite. */
  @Test
  void doesNotUnderflow() {
    assertEquals(-27_631_021.1, CountTail.log(1_000_000, 1e-12), 0.1);
    assertEquals(-1e6 * 1e-6, CountTail.log(1_000_000, 1e6), 1e-6);
    assertTrue(Double.isFinite(CountTail.log(Long.MAX_VALUE, Double.MIN_VALUE)));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "-1, 1", "-9223372036854775808, 1e-12", "0, 0", "5, Infinity", "0, Infinity"})
  void isZeroWhereNothingSurprises(long n, double expected) {
    assertEquals(0.0, CountTail.log(n, expected), "and not -0.0");
  }

  @Test
  void nothingExpectedCountsAsTheLeastDouble() {
    double least = CountTail.log(1, Double.MIN_VALUE);
    assertEquals(-744.44, least, 0.01);
    assertEquals(least, CountTail.log(1, 0.0));
    assertEquals(least, CountTail.log(1, -0.0));
    assertEquals(1e6 * least, CountTail.log(1_000_000, 0), 1e-3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -1, -Double.MIN_VALUE, Double.NEGATIVE_INFINITY})
  void refusesWhatCanNotBeExpected(double expected) {
    for (long n : new long[] {1, 0, -1}) {
      var e = assertThrows(IllegalArgumentException.class, () -> CountTail.log(n, expected));
      assertTrue(e.getMessage().contains("" + expected), e.getMessage());
    }
  }

  @Property
  void equalsTheFormula(
      @ForAll @LongRange(min = 1, max = 10_000_000) long n,
      @ForAll @DoubleRange(min = 1, max = 10) double digits,
      @ForAll @IntRange(min = -12, max = 6) int exponent) {
    double expected = digits * Math.pow(10, exponent);
    ExactNumbers.assertClose(
        ExactNumbers.logOfTail(n, expected), CountTail.log(n, expected), 2 * TOLERANCE);
  }

  @Property
  void equalsTheFormulaOfAnyDouble(
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long n,
      @ForAll @LongRange(min = 1, max = 0x7fef_ffff_ffff_ffffL) long bits) {
    double expected = Double.longBitsToDouble(bits);
    double tail = CountTail.log(n, expected);
    assertTrue(tail <= 0 && Double.isFinite(tail), () -> "" + tail);
    if (expected < 1e300) {
      ExactNumbers.assertClose(ExactNumbers.logOfTail(n, expected), tail, 4 * TOLERANCE);
    }
  }

  @Property
  void moreIsMoreSurprisingAndMoreExpectedIsLess(
      @ForAll @LongRange(min = 1, max = 1_000_000) long n,
      @ForAll @DoubleRange(min = 0, max = 1e6) double expected) {
    assertTrue(CountTail.log(n + 1, expected) < CountTail.log(n, expected));
    assertTrue(CountTail.log(n, expected * 1.01 + 1e-9) > CountTail.log(n, expected));
  }
}
