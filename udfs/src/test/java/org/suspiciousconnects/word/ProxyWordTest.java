/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suspiciousconnects.golden.GoldenFile;
import org.suspiciousconnects.golden.GoldenFile.Row;

class ProxyWordTest {
  private static final String URI = "http://abcdefgh/";

  @ParameterizedTest
  @CsvSource({
    "text/html, text",
    "text/, text",
    "text, text",
    "TEXT/HTML; charset=utf-8, TEXT",
    "image/png/x, image",
    "/html, ''",
    "'', ''",
    "-, -",
    "a_b/c, a_b",
    "/, unknown_content_type",
    "///, unknown_content_type",
    "text//, text",
  })
  void takesTheContentTypeUpToItsSlash(String contentType, String type) {
    assertEquals(
        "0_7_GET_12_" + type + "_10_4_200",
        ProxyWord.spot("07:05:09", "GET", URI, contentType, 1024, "200", 0));
    assertEquals(
        "0_7_GET_12_" + type + "_10_4_200",
        ProxyWord.psl("2016-07-08", "07:05:09", "GET", URI, contentType, 1024, "200", 0));
  }

  @Test
  void namesAMissingResponseCode() {
    assertEquals(
        "2_7_GET_0_text_0_0_unknown_response_code",
        ProxyWord.spot("7", "GET", "", "text/html", 0, null, 2));
    assertEquals(
        "2_7_GET_0_text_0_0_", ProxyWord.spot("7", "GET", "", "text/html", 0, "", 2), "empty");
  }

  @Test
  void countsTheUnitsOfUtf16() {
    assertEquals(
        "0_7_é_4_text_0_2_200",
        ProxyWord.spot("7", "é", "\uD83D\uDE00".repeat(2), "text", 1, "200", 0));
  }

  @ParameterizedTest
  @CsvSource({
    "24:00:00, 1, 0",
    "-1:00:00, 1, 0",
    "' 5:00:00', 1, 0",
    "-, 1, 0",
    "'', 1, 0",
    "x, 1, 0",
    "05:00:00, -1, 0",
    "05:00:00, -9223372036854775808, 0",
    "05:00:00, 1, -1",
    "05:00:00, 1, 3",
  })
  void isNullWithoutAnHourOrOutOfRange(String time, long agentCount, int domainClass) {
    assertNull(ProxyWord.spot(time, "GET", URI, "text", agentCount, "200", domainClass));
    assertNull(
        ProxyWord.psl("2016-07-08", time, "GET", URI, "text", agentCount, "200", domainClass));
  }

  @Test
  void pslNeedsADateAndATimeThatExist() {
    assertNull(ProxyWord.psl("2016-07-32", "05:00:00", "GET", URI, "text", 1, "200", 0));
    assertNull(ProxyWord.psl("2016-07-08", "05", "GET", URI, "text", 1, "200", 0));
  }

  @Property
  void takesAnyText(@ForAll String method, @ForAll String uri, @ForAll String contentType) {
    String word = ProxyWord.spot("7", method, uri, contentType, Long.MAX_VALUE, method, 0);
    assertTrue(word.startsWith("0_7_" + method + "_") && word.endsWith("_" + method), word);
  }

  @Test
  void equalsSpot() {
    Set<String> top = new HashSet<>(GoldenFile.lines("top_domains.txt"));
    GoldenFile golden = GoldenFile.read("proxy_words.tsv");
    for (Row row : golden.rows()) {
      String absent = absent(row);
      if (absent != null) {
        golden.count("excluded: " + absent);
        continue;
      }
      String domain = SpotDomain.of(row.text("host")).domain();
      String word =
          ProxyWord.spot(
              row.text("time"),
              row.text("method"),
              row.text("uri"),
              row.text("content_type"),
              row.longValue("agent_count"),
              row.text("resp_code"),
              DomainClass.of(domain, top.contains(domain), "intel"));
      String invalid = invalid(row);
      if (invalid == null) {
        assertEquals(row.text("word"), word, row::toString);
      } else {
        assertNull(word, row::toString);
      }
      golden.count(invalid == null ? "compared" : "excluded: " + invalid);
    }
    golden.assertCounts(
        Map.of(
            "compared", 1688,
            "excluded: Spot has no word", 3,
            "excluded: hour", 2,
            "excluded: negative count", 120,
            "excluded: no host", 5,
            "excluded: no method", 1,
            "excluded: no uri", 15,
            "excluded: no content_type", 113,
            "excluded: user agent without a count", 224));
  }

  private static String absent(Row row) {
    for (String column : new String[] {"host", "method", "uri", "content_type"}) {
      if (row.text(column) == null) {
        return "no " + column;
      }
    }
    return row.raw("agent_count").equals("absent") ? "user agent without a count" : null;
  }

  /** Why the event is none with a word, from the golden file's own columns. */
  private static String invalid(Row row) {
    if (row.raw("word").equals("word_error")) {
      return "Spot has no word";
    }
    if (!row.raw("word").split("_")[1].matches("1?[0-9]|2[0-3]")) {
      return "hour";
    }
    return row.raw("agent_count").startsWith("-") ? "negative count" : null;
  }
}
