/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suspiciousconnects.golden.GoldenFile;
import org.suspiciousconnects.golden.GoldenFile.Row;

class FlowWordTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0_T_5_1_1, 0_T_5_1_1",
    "0, 7, 7_T_5_1_1, -1_7_T_5_1_1",
    "7, 0, -1_7_T_5_1_1, 7_T_5_1_1",
    "0, 1024, 1024_T_5_1_1, -1_1024_T_5_1_1",
    "0, 65535, 65535_T_5_1_1, -1_65535_T_5_1_1",
    "1, 1, 111111_T_5_1_1, 111111_T_5_1_1",
    "1024, 1024, 111111_T_5_1_1, 111111_T_5_1_1",
    "1024, 1025, -1_1024_T_5_1_1, 1024_T_5_1_1",
    "1025, 1024, 1024_T_5_1_1, -1_1024_T_5_1_1",
    "1025, 1025, 333333_T_5_1_1, 333333_T_5_1_1",
    "65535, 65535, 333333_T_5_1_1, 333333_T_5_1_1",
  })
  void namesTheService(int sport, int dport, String source, String destination) {
    assertEquals(source, FlowWord.source(5, sport, dport, "T", 1, 1));
    assertEquals(destination, FlowWord.destination(5, sport, dport, "T", 1, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 1, 1, 1, 1",
    "24, 1, 1, 1, 1",
    "5, -1, 1, 1, 1",
    "5, 65536, 1, 1, 1",
    "5, 1, -1, 1, 1",
    "5, 1, 65536, 1, 1",
    "5, 1, 1, -1, 1",
    "5, 1, 1, 9223372036854775807, 1",
    "5, 1, 1, -9223372036854775808, 1",
    "5, 1, 1, 1, -1",
    "5, 1, 1, 1, 9223372036854775807",
    "2147483647, 1, 1, 1, 1",
    "5, -2147483648, 1, 1, 1",
  })
  void isNullOutOfRange(int hour, int sport, int dport, long ibyt, long ipkt) {
    assertNull(FlowWord.source(hour, sport, dport, "T", ibyt, ipkt));
    assertNull(FlowWord.destination(hour, sport, dport, "T", ibyt, ipkt));
  }

  @ParameterizedTest
  @CsvSource({"''", "a_b", "Ünïcødé", "協定", "\uD83D\uDE00"})
  void takesTheProtocolAsItIs(String proto) {
    assertEquals("80_" + proto + "_0_0_63", FlowWord.source(0, 2000, 80, proto, 0, 3L << 61));
  }

  @Property
  void theSourcesWordIsTheDestinationsOfTheFlowBack(
      @ForAll @IntRange(max = 23) int hour,
      @ForAll @IntRange(max = 65535) int sport,
      @ForAll @IntRange(max = 65535) int dport,
      @ForAll @LongRange(max = Long.MAX_VALUE - 1) long ibyt,
      @ForAll @LongRange(max = Long.MAX_VALUE - 1) long ipkt) {
    assertEquals(
        FlowWord.source(hour, sport, dport, "UDP", ibyt, ipkt),
        FlowWord.destination(hour, dport, sport, "UDP", ibyt, ipkt));
  }

  @Test
  void equalsSpot() {
    GoldenFile golden = GoldenFile.read("flow_words.tsv");
    for (Row row : golden.rows()) {
      String invalid = invalid(row);
      if (invalid != null) {
        golden.count("excluded: " + invalid);
        continue;
      }
      assertEquals(row.text("src_word"), source(row), row::toString);
      assertEquals(row.text("dst_word"), destination(row), row::toString);
      golden.count("compared");
    }
    golden.assertCounts(
        Map.of(
            "compared", 2342,
            "excluded: no protocol", 282,
            "excluded: hour", 380,
            "excluded: port", 474,
            "excluded: count", 44));
  }

  @Test
  void equalsSpotInTheScoresFile() {
    GoldenFile golden = GoldenFile.read("flow_score.tsv");
    for (Row row : golden.rows()) {
      String invalid = invalid(row);
      if (invalid == null) {
        assertEquals(row.text("src_word"), source(row), row::toString);
        assertEquals(row.text("dst_word"), destination(row), row::toString);
      }
      golden.count(invalid == null ? "compared" : "excluded: " + invalid);
    }
    golden.assertCounts(
        Map.of(
            "compared", 759,
            "excluded: no protocol", 79,
            "excluded: hour", 119,
            "excluded: port", 87,
            "excluded: count", 12));
  }

  private static String source(Row row) {
    return FlowWord.source(
        row.intValue("hour"),
        row.intValue("sport"),
        row.intValue("dport"),
        row.text("proto"),
        row.longValue("ibyt"),
        row.longValue("ipkt"));
  }

  private static String destination(Row row) {
    return FlowWord.destination(
        row.intValue("hour"),
        row.intValue("sport"),
        row.intValue("dport"),
        row.text("proto"),
        row.longValue("ibyt"),
        row.longValue("ipkt"));
  }

  @Test
  void isNullForTheFlowsWithImpossibleNumbersThatSpotGivesWords() {
    for (Row row : GoldenFile.read("flow_words.tsv").rows()) {
      if (row.text("proto") != null && invalid(row) != null) {
        assertNull(source(row), row::toString);
        assertNull(destination(row), row::toString);
      }
    }
  }

  /** The first column outside the definition of a valid flow, from its text and not our code. */
  private static String invalid(Row row) {
    if (row.text("proto") == null) {
      return "no protocol";
    }
    if (!row.raw("hour").matches("1?[0-9]|2[0-3]")) {
      return "hour";
    }
    if (!isPort(row.raw("sport")) || !isPort(row.raw("dport"))) {
      return "port";
    }
    return isCount(row.raw("ibyt")) && isCount(row.raw("ipkt")) ? null : "count";
  }

  private static boolean isPort(String cell) {
    return cell.matches("[0-9]{1,5}") && Integer.parseInt(cell) < 1 << 16;
  }

  private static boolean isCount(String cell) {
    return !cell.startsWith("-") && !cell.equals("9223372036854775807");
  }
}
