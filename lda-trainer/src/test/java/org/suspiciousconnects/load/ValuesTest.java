/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
  @Test
  void blankIsNull() throws RejectedLine {
    assertNull(Values.string("  "));
    assertNull(Values.int32("sp", null));
    assertNull(Values.int64("ibyt", ""));
    assertNull(Values.float32("td", " "));
  }

  @Test
  void takesTheWholeRangeOfTheType() throws RejectedLine {
    assertEquals(Integer.MAX_VALUE, Values.int32("sp", "2147483647"));
    assertEquals(Integer.MIN_VALUE, Values.int32("sp", "-2147483648"));
    assertEquals(Long.MAX_VALUE, Values.int64("ibyt", " 9223372036854775807 "));
    assertEquals(Long.MIN_VALUE, Values.int64("ibyt", "-9223372036854775808"));
    assertEquals(0L, Values.int64("ibyt", "-0"));
    assertEquals(1.5f, Values.float32("td", "1.5e0"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2147483648", "-2147483649", "99999999999999999999999999999"})
  void aNumberBeyondTheTypeNamesColumnValueAndType(String text) {
    RejectedLine e = assertThrows(RejectedLine.class, () -> Values.int32("sp", text));
    assertEquals("sp '" + text + "' does not fit INT", e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "18446744073709551617"})
  void noOverflowGoesUnnoticed(String text) {
    RejectedLine e = assertThrows(RejectedLine.class, () -> Values.int64("ibyt", text));
    assertEquals("ibyt '" + text + "' does not fit BIGINT", e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "1.0", "+1", "0x10", "1 2", "1_000", "١٢", "NaN", "1e3"})
  void onlyAsciiDigitsAreWholeNumbers(String text) {
    RejectedLine e = assertThrows(RejectedLine.class, () -> Values.int64("ibyt", text));
    assertEquals("ibyt '" + text + "' is no whole number", e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "NaN, is no number",
    "Infinity, is no number",
    "1f, is no number",
    "0x1p3, is no number",
    "1e, is no number",
    "1e39, does not fit FLOAT",
    "-1e39, does not fit FLOAT"
  })
  void floatsAreFiniteDecimals(String text, String why) {
    RejectedLine e = assertThrows(RejectedLine.class, () -> Values.float32("td", text));
    assertEquals("td '" + text + "' " + why, e.getMessage());
  }

  @Test
  void aReasonStaysShortAndOnOneLine() {
    String text = "\u0000\n" + "x".repeat(5000);
    RejectedLine e = assertThrows(RejectedLine.class, () -> Values.int32("sp", text));
    assertEquals("sp '??" + "x".repeat(98) + "...' is no whole number", e.getMessage());
  }
}
