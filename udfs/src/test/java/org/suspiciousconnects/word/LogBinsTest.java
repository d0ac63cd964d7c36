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
  /** From 2^50 on, the last few counts below a power of two may differ; nobody counts so far. */
  private static final long SAME_LOG2 = 1L << 49;

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

  @ParameterizedTest
  @CsvSource({"0,0", "1,0", "2,1", "3,1", "4,2", "7,2", "8,3", "1000,9", "1023,9", "1024,10"})
  void log2IsOneLessThanTheNumberOfBinaryDigits(long count, int log2) {
    assertEquals(log2, LogBins.log2(count));
  }

  @Test
  void log2RoundsAsSpotDoes() {
    assertEquals(29, LogBins.log2((1L << 29)));
    assertEquals(48, LogBins.log2((1L << 48) - 1), "48 binary digits");
    assertEquals(63, LogBins.log2(Long.MAX_VALUE));
  }

  @Test
  void equalsSpot() {
    GoldenFile golden = GoldenFile.read("math.tsv");
    for (GoldenFile.Row row : golden.rows()) {
      double x = row.bits("x_bits");
      boolean log2 = row.raw("function").equals("logBaseXInt") && row.raw("arg").equals("2");
      if (!log2 && !row.raw("function").equals("ceilLog2")) {
        golden.count("excluded: not a binary logarithm");
      } else if (!(x >= (log2 ? 0 : 1) && x < 0x1p63 && x == Math.rint(x))) {
        golden.count("excluded: not of a count");
      } else {
        int bin = log2 ? LogBins.log2((long) x) : LogBins.bits((long) x - 1);
        assertEquals(row.intValue("result"), bin, row::toString);
        golden.count("compared: " + row.raw("function"));
      }
    }
    golden.assertCounts(
        Map.of(
            "compared: ceilLog2", 362,
            "compared: logBaseXInt", 372,
            "excluded: not of a count", 877,
            "excluded: not a binary logarithm", 1135));
  }

  /** Spot calls Math, which may differ from processor to processor; here it must not matter. */
  @Test
  void strictMathAndMathAgreeAroundPowersOfTwo() {
    int compared = 0;
    for (int k = 0; k < 63; k++) {
      for (long count = Math.max(0, (1L << k) - 1025); count <= (1L << k) + 1025; count++) {
        assertEquals(spot(count), LogBins.bits(count), "count " + count);
        if (count < SAME_LOG2) {
          assertEquals(spotLog2(count), LogBins.log2(count), "count " + count);
        }
        compared++;
      }
    }
    assertTrue(compared > 100_000);
  }

  @Property
  void strictMathAndMathAgree(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 1) long count) {
    assertEquals(spot(count), LogBins.bits(count));
    assertEquals(spotLog2(count % SAME_LOG2), LogBins.log2(count % SAME_LOG2));
  }

  @Property
  void neverFallsAsCountsGrow(@ForAll @LongRange(min = 0, max = Long.MAX_VALUE - 2) long count) {
    assertTrue(LogBins.bits(count) <= LogBins.bits(count + 1));
    assertTrue(LogBins.log2(count) <= LogBins.log2(count + 1));
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE, Long.MAX_VALUE})
  void refusesWhatIsNotACount(long count) {
    var e = assertThrows(IllegalArgumentException.class, () -> LogBins.bits(count));
    assertTrue(e.getMessage().contains(Long.toString(count)), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, Long.MIN_VALUE})
  void log2RefusesNegativeNumbers(long count) {
    var e = assertThrows(IllegalArgumentException.class, () -> LogBins.log2(count));
    assertTrue(e.getMessage().contains(Long.toString(count)), e.getMessage());
  }

  private static int spotLog2(long count) {
    return count == 0 ? 0 : (int) (Math.log10(count) / Math.log10(2));
  }

  private static int spot(long count) {
    return (int) Math.ceil(Math.log10(count + 1) / Math.log10(2));
  }
}
