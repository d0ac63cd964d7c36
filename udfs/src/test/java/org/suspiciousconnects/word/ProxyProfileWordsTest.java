/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxyProfileWordsTest {
  @ParameterizedTest
  @CsvSource({
    "GET, text/html, www.a.com, 50, 300, 200, 80, 900, 40000, 60, event|GET|text/html|k21-name|k21|200|80|b3|w4|u3",
    "get, Text/HTML; charset=UTF-8, a, 1, 0, 404, 8080, 7, 15, 3, event|get|text/html|k1-name|k0|404|8080|b1|w1|u1",
    "POST, ' text/plain ;x', 10.0.0.1, 2, 5, 200, 443, 8, 16, 4, event|POST|text/plain|k2-ip|k5|200|443|b1|w1|u1",
    "POST, ;charset=utf-8, 10.0.0.1:8080, 0, 0, 0, 0, 0, 0, 0, event|POST|-|k0-ip|k0|0|0|b0|w0|u0",
    "POST, ' ; ', 2001:db8::1, 0, 0, 0, 0, 0, 0, 0, event|POST|-|k0-ip|k0|0|0|b0|w0|u0",
    "POST, -, [2001:db8::1]:443, 0, 0, -, -, 0, 0, 0, event|POST|-|k0-ip|k0|-|-|b0|w0|u0",
    "A, a, www.a.com:443, 20, 20, 1, 1, 0, 0, 0, event|A|a|k5-name|k5|1|1|b0|w0|u0",
    "A, a, 10.0.0.1.example, 21, 21, 1, 1, 0, 0, 0, event|A|a|k21-name|k21|1|1|b0|w0|u0",
    "A, a, -, 0, 0, 1, 1, 0, 0, 0, event|A|a|k0--|k0|1|1|b0|w0|u0",
    "G|T, a|b, a|b, 0, 0, 2|0, 8|0, 0, 0, 0, event|G_T|a_b|k0-name|k0|2_0|8_0|b0|w0|u0",
    "'', '', '', 0, 0, '', '', -1, -1, -1, event|-|-|k0--|k0|-|-|b0|w0|u0",
    ", , , , , , , , , , event|-|-|k0--|k0|-|-|b0|w0|u0",
    "A, a, a, 9223372036854775807, -1, 1, 1, 2147483647, 2147483647, 2147483647, event|A|a|k21-name|k0|1|1|b10|w7|u15",
  })
  void eventTellsItsRequest(
      String method,
      String type,
      String host,
      Long hostClients,
      Long agentClients,
      String status,
      String port,
      Integer up,
      Integer down,
      Integer uriLength,
      String word) {
    assertEquals(
        word,
        ProxyProfileWords.event(
            method, type, host, hostClients, agentClients, status, port, up, down, uriLength));
  }

  @ParameterizedTest
  @CsvSource({
    "c2.example.com, 0, 1, 96, 900, 20, 30000, pair|k0-name|k1|g0|b5|n7",
    "203.0.113.7, 3, 30, 7, 900, 20, 0, pair|k2-ip|k21|g-|b0|n3",
    "'', 5, 5, 8, 20, 3, 8, pair|k5--|k5|g1|b1|n4",
    ", , , , , , , pair|k0--|k0|g-|b0|n0",
    "a, 0, 0, 9223372036854775807, 9223372036854775807, 9223372036854775807, 9223372036854775807, pair|k0-name|k0|g3|b21|n63",
  })
  void pairTellsTheDayWithAHost(
      String host,
      Long hostClients,
      Long agentClients,
      Long requests,
      Long medianGap,
      Long deviation,
      Long up,
      String word) {
    assertEquals(
        word,
        ProxyProfileWords.pair(
            host, hostClients, agentClients, requests, medianGap, deviation, up));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 3, 20, fan|k1|p2|n5",
    ", , , fan|k0|p0|n0",
    "-1, -1, -1, fan|k0|p0|n0",
    "21, 1, 9223372036854775807, fan|k21|p1|n63"
  })
  void fanTellsTheDayWithAUserAgent(Long agentClients, Long domains, Long requests, String word) {
    assertEquals(word, ProxyProfileWords.fan(agentClients, domains, requests));
  }

  @Test
  void textsAreCutAfterThirtyTwoCharactersOnceTheyAreTrimmed() {
    String type = "\t" + "A".repeat(31) + "\uD83D\uDE00" + "b ; x";
    assertEquals(
        "event|" + "m".repeat(32) + "|" + "a".repeat(31) + "_|k0-name|k0|-|-|b0|w0|u0",
        ProxyProfileWords.event("m".repeat(33), type, "h".repeat(99), 0L, 0L, null, null, 0, 0, 0));
  }

  @Property
  void anyRequestGivesAWordOfNineFields(
      @ForAll String method,
      @ForAll String type,
      @ForAll String host,
      @ForAll String status,
      @ForAll int number,
      @ForAll long clients) {
    String word =
        ProxyProfileWords.event(
            method, type, host, clients, 21L, status, method, number, number, number);
    assertEquals(9, ProfileWord.fields(word), word);
    assertEquals("event#1=" + cleaned(method), ProfileWord.field(word, 1));
    assertEquals("event#5=" + cleaned(status), ProfileWord.field(word, 5));
    int digits = BigInteger.valueOf(Math.max(0, number)).bitLength();
    assertEquals(
        Arrays.asList("b" + digits / 3, "w" + digits / 4, "u" + digits / 2),
        Arrays.asList(word.split("\\|")).subList(7, 10));
  }

  private static String cleaned(String text) {
    return text.isEmpty()
        ? "-"
        : text.codePoints()
            .limit(32)
            .mapToObj(Character::toString)
            .map(c -> c.matches("[a-zA-Z0-9.+/_-]") ? c : "_")
            .collect(Collectors.joining());
  }
}
