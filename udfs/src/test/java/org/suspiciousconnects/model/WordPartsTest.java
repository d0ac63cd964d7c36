/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordPartsTest {
  @Test
  void readsTheText() {
    WordParts parts = WordParts.parse("90:7:120:3;12:0:14:9223372036854775807");
    assertEquals(1, parts.fields());
    assertEquals(90, parts.prefixTokens(0));
    assertEquals(7, parts.continuations(0));
    assertEquals(120, parts.fieldTokens(0));
    assertEquals(3, parts.values(0));
    assertEquals(12, parts.prefixTokens(1));
    assertEquals(0, parts.continuations(1));
    assertEquals(14, parts.fieldTokens(1));
    assertEquals(Long.MAX_VALUE, parts.values(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        ":",
        "1:2:3:4",
        "1:2:3:4;",
        ";1:2:3:4",
        "1:2:3:4;5:6:7",
        "1:2:3:4;5:6:7:",
        "1:2:3:4;5:6:7:8;",
        "1:2:3:4;5:6:7:8:9",
        "1:2:3;4:5:6:7:8",
        "1:2:3:4:5:6:7:8",
        "1:2:3:4;;5:6:7:8",
        "1:2:3:4;5::7:8",
        "1:2:3:4;5:6:7:-8",
        "1:2:3:4;5:6:7:+8",
        "1:2:3:4;5:6:7:8.0",
        "1:2:3:4; 5:6:7:8",
        "1:2:3:4;5:6:7:8 ",
        "1:2:3:4;5:6:7:\u0661",
        "1:2:3:4;5:6:7:9223372036854775808",
        "1:2:3:4;5:6:7:99999999999999999999999",
        "NULL",
        "1:1:1:1;1:1:1:1;1:1:1:1;1:1:1:1;1:1:1:1;1:1:1:1;1:1:1:1;1:1:1:1;1:1:1:1;1:1:1:1;1:1:1:1"
      })
  void refusesAnyOtherText(String text) {
    var e = assertThrows(IllegalArgumentException.class, () -> WordParts.parse(text));
    assertTrue(e.getMessage().startsWith("parts '" + text + "' are not "), e.getMessage());
  }

  @Property
  void textAndNumbersGiveTheSame(
      @ForAll @Size(min = 8, max = 40) List<@LongRange(max = Long.MAX_VALUE) Long> some) {
    long[] numbers = some.stream().mapToLong(n -> n).limit(some.size() / 4 * 4).toArray();
    String text =
        IntStream.range(0, numbers.length)
            .mapToObj(i -> numbers[i] + (i % 4 == 3 ? ";" : ":"))
            .collect(Collectors.joining());
    WordParts parsed = WordParts.parse(text.substring(0, text.length() - 1));
    WordParts given = WordParts.of(numbers);
    assertEquals(numbers.length / 4 - 1, parsed.fields());
    assertEquals(given.fields(), parsed.fields());
    for (int j = 0; j <= parsed.fields(); j++) {
      assertEquals(numbers[4 * j], parsed.prefixTokens(j));
      assertEquals(numbers[4 * j + 1], parsed.continuations(j));
      assertEquals(numbers[4 * j + 2], parsed.fieldTokens(j));
      assertEquals(numbers[4 * j + 3], parsed.values(j));
      assertEquals(given.prefixTokens(j), parsed.prefixTokens(j));
      assertEquals(given.values(j), parsed.values(j));
    }
  }

  @Test
  void refusesOtherNumbers() {
    for (long[] numbers :
        new long[][] {{}, {1, 2, 3, 4}, {1, 2, 3, 4, 5, 6, 7}, new long[44], new long[41]}) {
      var e = assertThrows(IllegalArgumentException.class, () -> WordParts.of(numbers));
      assertTrue(e.getMessage().contains(" " + numbers.length + " numbers"), e.getMessage());
    }
    var e =
        assertThrows(IllegalArgumentException.class, () -> WordParts.of(1, 2, 3, 4, 5, 6, 7, -8));
    assertTrue(e.getMessage().contains("-8"), e.getMessage());
  }
}
