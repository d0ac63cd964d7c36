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
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloatOrderTest {
  @ParameterizedTest
  @ValueSource(doubles = {0, -0.0, -1, 1e-50, 1.1754943508222875e-38, Double.NEGATIVE_INFINITY})
  void whatIsNoNormalFloatAboveZeroIsTheFirst(double number) {
    assertEquals(0, FloatOrder.position(number));
    assertEquals(1.17549435E-38f, FloatOrder.at(0));
  }

  @Test
  void theEndsStayWhereTheyAre() {
    assertEquals(2130706431, FloatOrder.position(Double.POSITIVE_INFINITY));
    assertEquals(3.4028235E38f, FloatOrder.at(2130706431L));
    assertEquals(3.4028235E38f, FloatOrder.at(Long.MAX_VALUE));
    assertEquals(1.17549435E-38f, FloatOrder.at(Long.MIN_VALUE));
  }

  @Test
  void refusesWhatIsNoNumber() {
    assertThrows(IllegalArgumentException.class, () -> FloatOrder.position(Double.NaN));
  }

  /** Above 2 and 1 the neighbours are 2^-22 and 2^-23 away, below 1 2^-24. */
  @Test
  void theNextPositionIsTheNextFloat() {
    assertEquals(2.00000024f, FloatOrder.at(FloatOrder.position(2) + 1L));
    assertEquals(1.00000012f, FloatOrder.at(FloatOrder.position(1) + 1L));
    assertEquals(0.99999994f, FloatOrder.at(FloatOrder.position(1) - 1L));
  }

  @Property
  void isTheOtherWayRound(@ForAll @LongRange(min = 0, max = 2130706431L) long position) {
    assertEquals(position, FloatOrder.position(FloatOrder.at(position)));
  }

  @Property
  void growsWithTheNumber(
      @ForAll @DoubleRange(min = 0, max = 1) double one,
      @ForAll @DoubleRange(min = 0, max = 1) double other) {
    int first = FloatOrder.position(Math.min(one, other));
    int second = FloatOrder.position(Math.max(one, other));
    assertTrue(first <= second);
    assertEquals((float) one, FloatOrder.at(FloatOrder.position(one)), 1.2e-38f);
  }
}
