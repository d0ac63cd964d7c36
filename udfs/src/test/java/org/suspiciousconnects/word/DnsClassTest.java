/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DnsClassTest {
  @ParameterizedTest
  @CsvSource({
    "0x00000001, 1",
    "0x0001, 1",
    "0xfF, 255",
    "0X000000FE, 254",
    "0x0, 0",
    "1, 1",
    "255, 255",
    "00003, 3",
    "65535, 65535",
    "0xffff, 65535"
  })
  void isDecimalOrHexadecimal(String text, int number) {
    assertEquals(number, DnsClass.number(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "IN", "-1", "65536", "0x10000", "0x", "1 ", "0xg", "١", "1e3"})
  void whatIsNoSuchNumberHasNone(String text) {
    assertNull(DnsClass.number(text));
  }
}
