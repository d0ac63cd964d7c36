/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suspiciousconnects.golden.GoldenFile;
import org.suspiciousconnects.golden.GoldenFile.Row;

class WordExplanationTest {
  private static final String TYPES = "type (?:\\w+|-?\\d+)";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "443_TCP_13_10_4 | client of HTTPS (TCP 443), 13h, 512-1023 bytes in 8-15 packets",
        "-1_443_TCP_13_10_4 | server of HTTPS (TCP 443), 13h, 512-1023 bytes in 8-15 packets",
        "443_udp_0_0_0 | client of HTTPS (udp 443), 0h, 0 bytes in 0 packets",
        "514_UDP_1_1_1 | client of syslog (UDP 514), 1h, 1 byte in 1 packet",
        "514_TCP_1_11_2 | client of rsh (TCP 514), 1h, 1 to <2 KiB in 2-3 packets",
        "853_TCP_1_20_2 | client of DNS over TLS (TCP 853), 1h, 512 to <1024 KiB in 2-3 packets",
        "1000_TCP_1_21_2 | client of TCP 1000, 1h, 1 to <2 MiB in 2-3 packets",
        "443_SCTP_1_9_1 | client of SCTP 443, 1h, 256-511 bytes in 1 packet",
        "8080_TCP_1_9_1 | client of TCP 8080 from port 0, 1h, 256-511 bytes in 1 packet",
        "-1_8080_TCP_1_9_1 | server of TCP 8080 to port 0, 1h, 256-511 bytes in 1 packet",
        "0_TCP_23_9_1 | both ports 0 (TCP), 23h, 256-511 bytes in 1 packet",
        "111111_TCP_23_9_1 | both ports up to 1024 (TCP), 23h, 256-511 bytes in 1 packet",
        "333333_UDP_23_9_1 | both ports above 1024 (UDP), 23h, 256-511 bytes in 1 packet",
        "2048_ICMP_2_7_1 | other side's port 2048 (ICMP), 2h, 64-127 bytes in 1 packet",
        "-1_22_GRE_2_7_1 | own port 22 (GRE), 2h, 64-127 bytes in 1 packet",
        "22_a_b_5_2_7_1 | other side's port 22 (a_b_5), 2h, 64-127 bytes in 1 packet",
        "22__2_7_1 | other side's port 22 (\"\"), 2h, 64-127 bytes in 1 packet",
        "0_a b_2_7_1 | both ports 0 (\"a b\"), 2h, 64-127 bytes in 1 packet",
        "0_協定\uD83D\uDE00_2_7_1 | both ports 0 (協定\uD83D\uDE00), 2h, 64-127 bytes in 1 packet",
        // Bins that rounding moved: not whole in any unit.
        "0_T_2_48_1 | both ports 0 (T), 2h, 140737488355328-281474976710656 bytes in 1 packet",
        "0_T_2_47_1 | both ports 0 (T), 2h, 64 to <128 TiB in 1 packet",
      })
  void explainsFlow(String word, String explanation) {
    assertEquals(explanation, WordExplanation.of("flow", "spot", "spot", "", word));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "_",
        "____",
        "word_error",
        "443_TCP_13_10",
        "443_13_10_4",
        "443_TCP_24_10_4",
        "443_TCP_013_10_4",
        "443_TCP_+3_10_4",
        "443_TCP_13_64_4",
        "443_TCP_13_10_64",
        "443_TCP_13_10_-1",
        "443_TCP_13_10_4_",
        "65536_TCP_13_10_4",
        "99999999999999999999_TCP_13_10_4",
        "-2_443_TCP_13_10_4",
        "-1_-1_443_TCP_13_10_4",
        "-1_0_TCP_13_10_4",
        "-1_111111_TCP_13_10_4",
        "-1_333333_TCP_13_10_4",
        "\u0664\u0664\u0663_TCP_13_10_4",
        "443_TCP_13_10_4\0",
      })
  void explainsNothingElseOfFlow(String word) {
    assertNull(WordExplanation.of("flow", "spot", "spot", "", word));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1_6_3_3_10_2_1_0 | popular domain, frame of 64-127 bytes at 3h, subdomain of 8-15 characters with entropy 2.7-3.0 bits, 4-7 labels, type A, NOERROR",
        "0_0_0_0_0_0_16_3 | no popular or own domain, frame of 0-1 bytes at 0h, subdomain of 0-1 characters with entropy 0, 0-1 labels, type TXT, NXDOMAIN",
        "2_10_23_8_19_7_255_2 | own domain, frame of 1 to <2 KiB at 23h, subdomain of 256-511 characters with entropy above 5.4 bits, 128-255 labels, type ANY, SERVFAIL",
        "2_30_9_1_1_1_65280_23 | own domain, frame of 1 to <2 GiB at 9h, subdomain of 2-3 characters with entropy 0.0-0.3 bits, 2-3 labels, type 65280, rcode 23",
        "2_16_9_1_18_1_28_5 | own domain, frame of 64 to <128 KiB at 9h, subdomain of 2-3 characters with entropy 5.1-5.4 bits, 2-3 labels, type AAAA, REFUSED",
        "1_6_3_1_0_1_-1_-1 | popular domain, frame of 64-127 bytes at 3h, subdomain of 2-3 characters with entropy 0, 2-3 labels, no type, no rcode",
        "1_6_3_1_0_1_-2147483648_2147483647 | popular domain, frame of 64-127 bytes at 3h, subdomain of 2-3 characters with entropy 0, 2-3 labels, type -2147483648, rcode 2147483647",
      })
  void explainsDns(String word, String explanation) {
    assertEquals(explanation, WordExplanation.of("dns", "spot", "spot", "", word));
    assertEquals(
        explanation.replaceFirst(" (\\d+h),", " $1 UTC,"),
        WordExplanation.of("dns", "spot", "psl", null, word));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "_______",
        "3_6_3_3_10_2_1_0",
        "-1_6_3_3_10_2_1_0",
        "1_31_3_3_10_2_1_0",
        "1_6_24_3_10_2_1_0",
        "1_6_3_31_10_2_1_0",
        "1_6_3_3_20_2_1_0",
        "1_6_3_3_10_31_1_0",
        "1_6_3_3_10_2_2147483648_0",
        "1_6_3_3_10_2_1_-2147483649",
        "1_6_3_3_10_2_1_-0",
        "1_6_3_3_10_2_1_99999999999999999999999",
        "1_6_3_3_10_2_1",
        "1_6_3_3_10_2_1_0_0",
        "1_6_3_3_10_2_A_0",
      })
  void explainsNothingElseOfDns(String word) {
    assertNull(WordExplanation.of("dns", "spot", "spot", "", word));
    assertNull(WordExplanation.of("dns", "spot", "psl", "", word));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0_7_GET_12_text_10_4_200 | GET at 7h, no popular or own domain, URI of 16-31 characters with entropy 3.3-3.6 bits, content type text, user agent of 1024-2047 requests that day, status 200 OK",
        "1_0_CONNECT_0_-_0_0_unknown_response_code | CONNECT at 0h, popular domain, URI of 0-1 characters with entropy 0, no content type, user agent of 0-1 requests that day, no status",
        "2_23_BITS_POST_19_unknown_content_type_1_1_404 | BITS_POST at 23h, own domain, URI of 2-3 characters with entropy above 5.4 bits, no content type, user agent of 2-3 requests that day, status 404 Not Found",
        "2_23__1__1_1_ | \"\" at 23h, own domain, URI of 2-3 characters with entropy 0.0-0.3 bits, content type \"\", user agent of 2-3 requests that day, status \"\"",
        "2_23_GET_1_text_1_1_- | GET at 23h, own domain, URI of 2-3 characters with entropy 0.0-0.3 bits, content type text, user agent of 2-3 requests that day, no status",
        "2_23_GET_1_text_1_1_0 | GET at 23h, own domain, URI of 2-3 characters with entropy 0.0-0.3 bits, content type text, user agent of 2-3 requests that day, status 0",
        // Several readings.
        "2_23_GET_1_a_1_1_2_2_200 | GET at 23h, own domain, URI of 4-7 characters with entropy 0.0-0.3 bits, content type a_1_1, user agent of 4-7 requests that day, status 200 OK",
        "2_23_GET_1_2_text_1_1_200 | GET at 23h, own domain, URI of 2-3 characters with entropy 0.0-0.3 bits, content type 2_text, user agent of 2-3 requests that day, status 200 OK",
        "2_23_5_1_text_1_1_1 | 5 at 23h, own domain, URI of 2-3 characters with entropy 0.0-0.3 bits, content type text, user agent of 2-3 requests that day, status 1",
      })
  void explainsProxy(String word, String explanation) {
    assertEquals(explanation, WordExplanation.of("proxy", "spot", "spot", "", word));
    assertEquals(
        explanation.replaceFirst(" (\\d+h),", " $1 UTC,"),
        WordExplanation.of("proxy", "spot", "psl", null, word));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "_______",
        "3_7_GET_12_text_10_4_200",
        "0_24_GET_12_text_10_4_200",
        "0_7_GET_20_text_10_4_200",
        "0_7_GET_12_text_64_4_200",
        "0_7_GET_12_text_10_31_200",
        "0_7_GET_12_text_10_4",
        "0_7_GET_12_10_4_200",
        "0_7_12_text_10_4_200",
        "0_7",
        "0_7_GET",
      })
  void explainsNothingElseOfProxy(String word) {
    assertNull(WordExplanation.of("proxy", "spot", "spot", "", word));
    assertNull(WordExplanation.of("proxy", "spot", "psl", "", word));
  }

  @ParameterizedTest
  @CsvSource({
    "'ab\n\u202e\u200b', '\"ab\\u000a\\u202e\\u200b\"'",
    "'a\"\\', '\"a\\\"\\\\\"'",
    "'\uD83D\uDE00', '\uD83D\uDE00'",
    "'\uD83D', '\"\\ud83d\"'",
    "'a b\uD83D\uDE00', '\"a b\uD83D\uDE00\"'",
    "'GET /', '\"GET /\"'",
    "'M-SEARCH', 'M-SEARCH'",
  })
  void writesOddTextOnOneLine(String method, String shown) {
    String word = "0_7_" + method + "_12_text_10_4_200";
    String explanation = WordExplanation.of("proxy", "spot", "spot", "", word);
    assertTrue(explanation.startsWith(shown + " at 7h, "), explanation);
  }

  @Test
  void writesNulAsItsNumber() {
    assertEquals(
        "both ports 0 (\"a\\u0000\"), 2h, 0 bytes in 0 packets",
        WordExplanation.of("flow", "spot", "spot", "", "0_a\0_2_0_0"));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "NULL",
      value = {
        "flow, spot, psl, ''",
        "flow, profile, spot, ''",
        "flow, spot, spot, dst",
        "flow, SPOT, spot, ''",
        "Flow, spot, spot, ''",
        "dns, spot, spot, ''",
        "'', '', '', ''",
        "NULL, spot, spot, ''",
        "flow, NULL, spot, ''",
        "flow, spot, NULL, ''",
      })
  void knowsNoOtherSourcesMethodsVocabulariesAndViews(
      String source, String method, String vocabulary, String view) {
    assertNull(WordExplanation.of(source, method, vocabulary, view, "443_TCP_13_10_4"));
    assertNull(WordExplanation.of("flow", "spot", "spot", view, null));
  }

  /** The bins of all powers of two and of their neighbours, and every bin. */
  @Test
  void rangesHoldTheCountsOfTheirBin() {
    for (int power = 0; power < Long.SIZE; power++) {
      for (long count = (1L << power) - 2; count <= (1L << power) + 1; count++) {
        if (count >= 0 && count < Long.MAX_VALUE) {
          assertHolds(CountRange.ofBits(LogBins.bits(count)).of("x"), count);
        }
        if (count >= 0) {
          assertHolds(CountRange.ofLog2(LogBins.log2(count), Long.MAX_VALUE).of("x"), count);
        }
      }
    }
    assertEquals("0 xs", CountRange.ofBits(0).of("x"));
    assertEquals("1 x", CountRange.ofBits(1).of("x"));
    assertEquals("0-1 xs", CountRange.ofLog2(0, 1).of("x"));
    assertTrue(
        CountRange.ofLog2(63, Long.MAX_VALUE).of("x").endsWith("-9223372036854775807 xs"), "end");
    assertTrue(CountRange.ofBits(63).of("x").endsWith("-9223372036854775806 xs"), "end");
  }

  /** Without a gap and without a count in two of them. */
  @Test
  void rangesMeet() {
    BigInteger next = BigInteger.ZERO;
    BigInteger nextOfLog2 = BigInteger.ZERO;
    for (int bin = 0; bin < Long.SIZE; bin++) {
      next = assertMeets(CountRange.ofBits(bin).of("x"), next);
      nextOfLog2 = assertMeets(CountRange.ofLog2(bin, Long.MAX_VALUE).of("x"), nextOfLog2);
    }
    assertEquals(BigInteger.valueOf(Long.MAX_VALUE), next);
    assertEquals(BigInteger.ONE.shiftLeft(63), nextOfLog2);
  }

  @Property
  void explainsEveryFlow(
      @ForAll @IntRange(max = 23) int hour,
      @ForAll @IntRange(max = 65535) int sport,
      @ForAll @IntRange(max = 65535) int dport,
      @ForAll String proto,
      @ForAll @LongRange(max = Long.MAX_VALUE - 1) long ibyt,
      @ForAll @LongRange(max = Long.MAX_VALUE - 1) long ipkt) {
    String word = FlowWord.source(hour, sport, dport, proto, ibyt, ipkt);
    String explanation = WordExplanation.of("flow", "spot", "spot", "", word);
    Matcher matcher = matching(".*, (\\d+)h, .* in (.* packets?)", explanation);
    assertEquals(hour, Integer.parseInt(matcher.group(1)));
    assertHolds(matcher.group(2), ipkt);
  }

  @Property
  void explainsEveryDnsAnswer(
      @ForAll @IntRange(max = 23) int hour,
      @ForAll @IntRange(max = Integer.MAX_VALUE) int frameLen,
      @ForAll String subdomain,
      @ForAll int type,
      @ForAll int rcode,
      @ForAll @IntRange(max = 2) int domainClass) {
    String name = subdomain + ".evil.com";
    String word = DnsWord.spot("a b c " + hour, frameLen, name, type, rcode, domainClass);
    String explanation = WordExplanation.of("dns", "spot", "spot", "", word);
    Matcher matcher =
        matching(".* at (\\d+)h, .* (\\S+ labels?), (no type|" + TYPES + "), .*", explanation);
    assertEquals(hour, Integer.parseInt(matcher.group(1)));
    assertHolds(matcher.group(2), SpotDomain.labelCount(name));
    word = DnsWord.psl(hour * 3600L, frameLen, name, type, rcode, domainClass);
    explanation = WordExplanation.of("dns", "spot", "psl", "", word);
    matcher = matching(".* at (\\d+)h UTC, .*", explanation);
    assertEquals(hour, Integer.parseInt(matcher.group(1)));
  }

  @Property
  void explainsEveryRequest(
      @ForAll @IntRange(max = 23) int hour,
      @ForAll String method,
      @ForAll String uri,
      @ForAll String contentType,
      @ForAll @LongRange(max = Long.MAX_VALUE) long agentCount,
      @ForAll String code,
      @ForAll @IntRange(max = 2) int domainClass) {
    String word =
        ProxyWord.spot(hour + ":0", method, uri, contentType, agentCount, code, domainClass);
    String explanation = WordExplanation.of("proxy", "spot", "spot", "", word);
    assertNotNull(explanation, word);
    Matcher matcher =
        matching(".* at (\\d+)h, .* user agent of (\\S+ requests?) that day, .*", explanation);
    if (!(method + contentType + code).contains("_")) {
      assertEquals(hour, Integer.parseInt(matcher.group(1)));
      assertHolds(matcher.group(2), agentCount);
    }
  }

  @Property
  void garbageIsNoError(@ForAll String source, @ForAll String word) {
    assertNull(WordExplanation.of(source, "spot", "spot", "", word));
    for (String known : new String[] {"flow", "dns", "proxy"}) {
      WordExplanation.of(known, "spot", "spot", "", word);
      WordExplanation.of(known, "spot", "psl", "", "1_2_" + word.replace(' ', '_') + "_3_4_5");
    }
  }

  @Test
  void explainsTheWordsOfSpotsFlows() {
    GoldenFile golden = GoldenFile.read("flow_words.tsv");
    for (Row row : golden.rows()) {
      boolean isFlow = row.text("proto") != null && isFlow(row);
      if (isFlow) {
        assertExplained("flow", row, "src_word", row.raw("hour"));
        assertExplained("flow", row, "dst_word", row.raw("hour"));
      }
      golden.count(isFlow ? "explained" : "no flow");
    }
    golden.assertCounts(Map.of("explained", 2342, "no flow", 1180));
  }

  @Test
  void explainsTheWordsOfSpotsDnsAnswers() {
    GoldenFile golden = GoldenFile.read("dns_words.tsv");
    for (Row row : golden.rows()) {
      String word = row.raw("word");
      String hour = word.equals("word_error") ? "" : word.split("_")[2];
      if (hour.matches("1?[0-9]|2[0-3]")) {
        assertExplained("dns", row, "word", hour);
        golden.count("explained");
      } else {
        assertNull(WordExplanation.of("dns", "spot", "spot", "", word), row::toString);
        golden.count("no hour");
      }
    }
    golden.assertCounts(Map.of("explained", 2450, "no hour", 11));
  }

  @Test
  void explainsTheWordsOfSpotsRequests() {
    GoldenFile golden = GoldenFile.read("proxy_words.tsv");
    for (Row row : golden.rows()) {
      String word = row.text("word");
      String hour = word.equals("word_error") ? "" : word.split("_")[1];
      if (hour.matches("1?[0-9]|2[0-3]")) {
        assertExplained("proxy", row, "word", hour);
        golden.count("explained");
      } else {
        assertNull(WordExplanation.of("proxy", "spot", "spot", "", word), row::toString);
        golden.count("no hour");
      }
    }
    golden.assertCounts(Map.of("explained", 1809, "no hour", 362));
  }

  private static void assertExplained(String source, Row row, String column, String hour) {
    String explanation = WordExplanation.of(source, "spot", "spot", "", row.text(column));
    assertNotNull(explanation, row::toString);
    assertTrue(explanation.contains(" " + hour + "h, "), explanation);
  }

  private static boolean isFlow(Row row) {
    return row.raw("hour").matches("1?[0-9]|2[0-3]")
        && isPort(row.raw("sport"))
        && isPort(row.raw("dport"))
        && isCount(row.raw("ibyt"))
        && isCount(row.raw("ipkt"));
  }

  private static boolean isPort(String cell) {
    return cell.matches("[0-9]{1,5}") && Integer.parseInt(cell) < 1 << 16;
  }

  private static boolean isCount(String cell) {
    return !cell.startsWith("-") && !cell.equals("9223372036854775807");
  }

  private static Matcher matching(String regex, String text) {
    Matcher matcher = Pattern.compile(regex, Pattern.DOTALL).matcher(text);
    assertTrue(matcher.matches(), text);
    return matcher;
  }

  /** Fails unless a text such as "2-3 labels" says this count. */
  private static void assertHolds(String range, long count) {
    BigInteger[] ends = ends(range);
    BigInteger number = BigInteger.valueOf(count);
    assertTrue(ends[0].compareTo(number) <= 0, count + " in " + range);
    assertTrue(ends[1].compareTo(number) >= 0, count + " in " + range);
  }

  private static BigInteger assertMeets(String range, BigInteger expected) {
    BigInteger[] ends = ends(range);
    assertEquals(expected, ends[0], range);
    assertTrue(ends[1].compareTo(ends[0]) >= 0, range);
    return ends[1].add(BigInteger.ONE);
  }

  private static BigInteger[] ends(String range) {
    String[] ends = range.split(" ")[0].split("-");
    return new BigInteger[] {new BigInteger(ends[0]), new BigInteger(ends[ends.length - 1])};
  }
}
