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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurprisalTest {
  @ParameterizedTest
  @CsvSource({"1, 0", "0.5, 1", "0.125, 3", "0.0009765625, 10", "1.000001, 0", "4.9e-324, 1074"})
  void isTheNegativeLogarithmToBaseTwo(double probability, double bits) {
    assertEquals(bits, Surprisal.bits(probability), "and never -0.0");
  }

  @Test
  void ofATenthIsBetweenThreeAndFourBits() {
    assertEquals(3.321928094887362, Surprisal.bits(0.1), 1e-15);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, -0.0})
  void nothingCountsAsTheLeastDouble(double probability) {
    assertEquals(1074.0, Surprisal.bits(probability));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, -1, -Double.MIN_VALUE, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNoProbability(double probability) {
    var e = assertThrows(IllegalArgumentException.class, () -> Surprisal.bits(probability));
    assertTrue(e.getMessage().contains("" + probability), e.getMessage());
  }

  @Property
  void twoIndependentEventsSurpriseByTheSum(
      @ForAll @DoubleRange(min = 0.5, max = 1) double p,
      @ForAll @DoubleRange(min = 0.5, max = 1) double q,
      @ForAll @IntRange(min = 0, max = 500) int halvings) {
    double rare = Math.scalb(p, -halvings);
    assertEquals(Surprisal.bits(rare) + Surprisal.bits(q), Surprisal.bits(rare * q), 1e-10);
    assertEquals(halvings + Surprisal.bits(p), Surprisal.bits(rare), 1e-10);
  }
}
