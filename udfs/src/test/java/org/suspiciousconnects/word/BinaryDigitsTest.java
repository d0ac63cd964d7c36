/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinaryDigitsTest {
  @ParameterizedTest
  @CsvSource({
    "-9223372036854775808, 0",
    "-1, 0",
    "0, 0",
    "1, 1",
    "2, 2",
    "3, 2",
    "4, 3",
    "7, 3",
    "8, 4",
    "281474976710655, 48",
    "281474976710656, 49",
    "9223372036854775807, 63"
  })
  void isOneMoreThanTheLogarithm(Long count, int digits) {
    assertEquals(digits, BinaryDigits.of(count));
  }

  @Test
  void nullHasNone() {
    assertEquals(0, BinaryDigits.of((Long) null));
    assertEquals(0, BinaryDigits.of((Integer) null));
  }

  @Property
  void isTheBitLength(@ForAll long count) {
    assertEquals(
        count < 0 ? 0 : BigInteger.valueOf(count).bitLength(),
        BinaryDigits.of(Long.valueOf(count)));
    int small = (int) count;
    assertEquals(
        small < 0 ? 0 : BigInteger.valueOf(small).bitLength(),
        BinaryDigits.of(Integer.valueOf(small)));
  }
}
