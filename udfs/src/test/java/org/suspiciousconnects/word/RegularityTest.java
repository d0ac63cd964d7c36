/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegularityTest {
  private static final List<BigDecimal> CUTS =
      List.of(new BigDecimal("0.05"), new BigDecimal("0.15"), new BigDecimal("0.4"));

  @ParameterizedTest
  @CsvSource({
    "8, 20, 0, g0",
    "8, 20, 1, g0",
    "8, 20, 2, g1",
    "8, 20, 3, g1",
    "8, 20, 4, g2",
    "8, 20, 8, g2",
    "8, 20, 9, g3",
    "8, 20, 9223372036854775807, g3",
    "7, 20, 0, g-",
    "8, 19, 0, g-",
    "8, 0, 0, g-",
    "-8, 20, 0, g-",
    "8, -20, 0, g-",
    "8, 20, -1, g-",
    ", 20, 0, g-",
    "8, , 0, g-",
    "8, 20, , g-",
    "9223372036854775807, 9223372036854775807, 9223372036854775807, g3",
    "9223372036854775807, 9223372036854775807, 0, g0",
  })
  void isTheBinOfTheSpread(Long events, Long medianGap, Long deviation, String name) {
    assertEquals(name, Regularity.of(events, medianGap, deviation));
  }

  @Property
  void neverOverflows(
      @ForAll @LongRange(min = 20, max = Long.MAX_VALUE) long medianGap,
      @ForAll @LongRange(max = Long.MAX_VALUE) long deviation) {
    assertEquals(expected(medianGap, deviation), Regularity.of(8L, medianGap, deviation));
  }

  @Property
  void isExactAroundTheCuts(
      @ForAll @LongRange(min = 20, max = Long.MAX_VALUE) long medianGap,
      @ForAll @LongRange(min = -1, max = 1) long beside) {
    for (BigDecimal cut : CUTS) {
      long deviation = cut.multiply(BigDecimal.valueOf(medianGap)).longValue() + beside;
      assertEquals(expected(medianGap, deviation), Regularity.of(8L, medianGap, deviation));
    }
  }

  private static String expected(long medianGap, long deviation) {
    BigDecimal median = BigDecimal.valueOf(medianGap);
    long below =
        CUTS.stream()
            .filter(cut -> BigDecimal.valueOf(deviation).compareTo(cut.multiply(median)) > 0)
            .count();
    return "g" + below;
  }
}
