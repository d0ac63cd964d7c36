/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suspiciousconnects.golden.GoldenFile;

class LogBinsTest {
  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "2,2", "3,2", "4,3", "7,3", "8,4", "1000,10", "1023,10", "1024,11"})
  void isTheNumberOfBinaryDigits(long count, int bits) {
    assertEquals(bits, LogBins.bits(count));
  }

  @Test
  void roundsAsSpotDoes() {
    assertEquals(48, LogBins.bits((1L << 47)));
    assertEquals(48, LogBins.bits((1L << 48)), "49 binary digits");
    assertEquals(63, LogBins.bits(Long.MAX_VALUE - 1));
  }

  @Test
  void equalsSpot() {
    GoldenFile golden = GoldenFile.read("math.tsv");
    for (GoldenFile.Row row : golden.rows()) {
      double x = row.bits("x_bits");
      if (!row.raw("function").equals("ceilLog2")) {
        golden.count("excluded: not a function of flow");
      } else if (!(x >= 1 && x < 0x1p63 && x == Math.rint(x))) {
        golden.count("excluded: not a count + 1");
      } else {
        assertEquals(row.intValue("result"), LogBins.bits((long) x - 1), row::toString);
        golden.count("compared");
      }
    }
    golden.assertCounts(
        Map.of(
            "compared", 362,
            "excluded: not a count + 1", 460,
            "excluded: not a function of flow", 1924));
  }

  /** Spot calls Math, which may differ from processor to processor; here it must not matter. */
  @Test
  void strictMathAndMathAgreeAroundPowersOfTwo() {
    int compared = 0;
    for (int k = 0; k < 63; k++) {
      for (long count = Math.max(0, (1L << k) - 1025); count <= (1L << k) + 1025; count++) {
        assertEquals(spot(count), LogBins.bits(count), "count " + count);
        compared++;
      }
    }
    assertTrue(compared > 100_000);
  }

  @Property
  void strictMathAndMathAgree(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 1) long count) {
    assertEquals(spot(count), LogBins.bits(count));
  }

  @Property
  void neverFallsAsCountsGrow(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 2) long count) {
    assertTrue(LogBins.bits(count) <= LogBins.bits(count + 1));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE})
  void refusesWhatIsNotACount(long count) {
    var e = assertThrows(IllegalArgumentException.class, () -> LogBins.bits(count));
    assertTrue(e.getMessage().contains(Long.toString(count)), e.getMessage());
  }

  private static int spot(long count) {
    return (int) Math.ceil(Math.log10(count + 1) / Math.log10(2));
  }
}
