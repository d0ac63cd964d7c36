/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suspiciousconnects.golden.GoldenFile;
import org.suspiciousconnects.golden.GoldenFile.Row;

class DnsWordTest {
  private static final String TIME = "Jul  8 2016 06:58:45.765735000 UTC";
  private static final long SECONDS = 1467961125;

  @ParameterizedTest
  @CsvSource({
    "www.google.com, 1_7_6_1_0_1_16_3",
    "google.com, 1_7_6_0_0_1_16_3",
    "a1b2c3d4e5f6.tunnel.evil.com, 1_7_6_4_14_2_16_3",
    "a1b2c3d4e5f6.tunnel.evil.info, 1_7_6_0_0_2_16_3",
    "A1B2.GOOGLE.COM, 1_7_6_0_0_1_16_3",
    "'', 1_7_6_0_0_0_16_3",
    "., 1_7_6_0_0_0_16_3",
  })
  void describesTheNameAsSpotDoes(String name, String word) {
    assertEquals(word, DnsWord.spot(TIME, 253, name, 16, 3, 1));
  }

  @ParameterizedTest
  @CsvSource({
    "www.google.com, 1_7_6_1_0_1_16_3",
    "WWW.GOOGLE.COM., 1_7_6_1_0_1_16_3",
    "a1b2c3d4e5f6.tunnel.evil.info, 1_7_6_4_14_2_16_3",
    "www.bbc.co.uk, 1_7_6_1_0_2_16_3",
    "10.0.0.1, 1_7_6_0_0_2_16_3",
    "'', 1_7_6_0_0_0_16_3",
  })
  void describesTheNameByItsRegisteredDomain(String name, String word) {
    assertEquals(word, DnsWord.psl(SECONDS, 253, name, 16, 3, 1));
  }

  /** A leading blank made it 2016 in Spot. */
  @ParameterizedTest
  @CsvSource({"' Jan 22 2016 05:06:07 UTC', 5", "Jan  5 2016 23:59:59.000000000 PDT, 23"})
  void takesTheHourFromTheText(String frameTime, int hour) {
    assertEquals("0_0_" + hour + "_0_0_1_1_0", DnsWord.spot(frameTime, 0, "a.de", 1, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "Jan 22 2016 25:00:00 UTC, 90, 0",
    "Jan 22 2016 -1:00:00 UTC, 90, 0",
    "2016-01-22 05:06:07, 90, 0",
    "'', 90, 0",
    "Jan 22 2016 05:00:00 UTC, -1, 0",
    "Jan 22 2016 05:00:00 UTC, -2147483648, 0",
    "Jan 22 2016 05:00:00 UTC, 90, -1",
    "Jan 22 2016 05:00:00 UTC, 90, 3",
  })
  void isNullWithoutAnHourOrOutOfRange(String frameTime, int frameLen, int domainClass) {
    assertNull(DnsWord.spot(frameTime, frameLen, "www.google.com", 1, 0, domainClass));
  }

  @Test
  void isNullOutOfRangeInPslToo() {
    assertNull(DnsWord.psl(-1, 90, "www.google.com", 1, 0, 0));
    assertNull(DnsWord.psl(Long.MIN_VALUE, 90, "www.google.com", 1, 0, 0));
    assertNull(DnsWord.psl(0, -1, "www.google.com", 1, 0, 0));
    assertNull(DnsWord.psl(0, 90, "www.google.com", 1, 0, 3));
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 65535, Integer.MAX_VALUE})
  void takesTypeAndRcodeAsTheyAre(int number) {
    String end = "_" + number + "_" + number;
    assertEquals("2_0_0_0_0_1" + end, DnsWord.spot("a b c 0", 1, "a.de", number, number, 2));
    assertEquals("2_0_0_0_0_1" + end, DnsWord.psl(0, 1, "a.de", number, number, 2));
  }

  @Property
  void takesAnyName(@ForAll String name) {
    for (String word :
        new String[] {
          DnsWord.spot(TIME, 253, name + ".evil.com", 1, 0, 0),
          DnsWord.psl(SECONDS, 253, name + ".evil.com", 1, 0, 0)
        }) {
      assertEquals(8, word.split("_", -1).length);
    }
  }

  @Test
  void equalsSpot() {
    Set<String> top = new HashSet<>(GoldenFile.lines("top_domains.txt"));
    GoldenFile golden = GoldenFile.read("dns_words.tsv");
    for (Row row : golden.rows()) {
      String name = row.text("qry_name");
      if (name == null) {
        golden.count("excluded: no name");
        continue;
      }
      String domain = SpotDomain.of(name).domain();
      String word =
          DnsWord.spot(
              row.text("frame_time"),
              row.intValue("frame_len"),
              name,
              row.intValue("qry_type"),
              row.intValue("qry_rcode"),
              DomainClass.of(domain, top.contains(domain), row.text("user_domain")));
      String invalid = invalid(row);
      if (invalid == null) {
        assertEquals(row.text("word"), word, row::toString);
      } else if (row.text("frame_time").startsWith(" ")) {
        assertEquals("1_6_5_1_0_1_1_0", word, row::toString);
      } else {
        assertNull(word, row::toString);
      }
      golden.count(invalid == null ? "compared" : "excluded: " + invalid);
    }
    golden.assertCounts(
        Map.of(
            "compared", 2423,
            "excluded: Spot has no word", 5,
            "excluded: hour", 3,
            "excluded: frame length", 27,
            "excluded: no name", 3));
  }

  /** Why the event is none with a word, from the golden file's own columns. */
  private static String invalid(Row row) {
    if (row.raw("word").equals("word_error")) {
      return "Spot has no word";
    }
    if (!row.raw("word").split("_")[2].matches("1?[0-9]|2[0-3]")) {
      return "hour";
    }
    return row.raw("frame_len").startsWith("-") ? "frame length" : null;
  }
}
