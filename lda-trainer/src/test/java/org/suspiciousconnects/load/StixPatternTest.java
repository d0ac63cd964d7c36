/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StixPatternTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[ipv4-addr:value = '192.0.2.7'] | ipv4-addr:value=192.0.2.7",
        "[ipv4-addr:value='192.0.2.7'] | ipv4-addr:value=192.0.2.7",
        " [ ipv6-addr:value  =  '2001:db8::1' ]  | ipv6-addr:value=2001:db8::1",
        "[domain-name:value = 'a.example' OR url:value = 'http://b.example/']"
            + " | domain-name:value=a.example;url:value=http://b.example/",
        "[domain-name:value = 'a.example'] OR [domain-name:value = 'b.example'OR"
            + " domain-name:value='c.example']"
            + " | domain-name:value=a.example;domain-name:value=b.example;domain-name:value=c.example",
        "[ipv4-addr:value ISSUBSET '192.0.2.0/24'] | ipv4-addr:value=192.0.2.0/24",
        "[url:value = 'http://a.example/it\\'s\\\\'] | url:value=http://a.example/it's\\",
        "[url:value = 'http://a.example/] OR [x'] | url:value=http://a.example/] OR [x",
        "[file:hashes.'SHA-256' = 'ab' OR file:name = ''] | file:hashes.'SHA-256'=ab;file:name=",
        "[x-own:list[*].value = 'a'] | x-own:list[*].value=a",
      })
  void comparisonsJoinedByOr(String pattern, String comparisons) throws RejectedLine {
    assertEquals(
        comparisons,
        StixPattern.parse(pattern).stream()
            .map(c -> c.path() + "=" + c.value())
            .collect(Collectors.joining(";")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "[",
        "[]",
        "[ipv4-addr:value",
        "[ipv4-addr:value =",
        "[ipv4-addr:value = '192.0.2.7'",
        "[ipv4-addr:value = '192.0.2.7",
        "[ipv4-addr:value = '192.0.2.7\\",
        "[ipv4-addr:value = '192.0.2.7\\'",
        "[ipv4-addr:value = '192.0.2.7'] OR",
        "[ipv4-addr:value = '192.0.2.7'] x",
        "[ipv4-addr:value = '192.0.2.7' OR]",
        "[ipv4-addr:value = '192.0.2.7' ORx:y = 'z']",
        "[ipv4-addr:value = '192.0.2.7' AND ipv4-addr:value = '192.0.2.8']",
        "[ipv4-addr:value = '192.0.2.7'] AND [domain-name:value = 'a.example']",
        "[ipv4-addr:value = '192.0.2.7'] FOLLOWEDBY [domain-name:value = 'a.example']",
        "[ipv4-addr:value = '192.0.2.7'] WITHIN 5 SECONDS",
        "([ipv4-addr:value = '192.0.2.7'])",
        "[(ipv4-addr:value = '192.0.2.7')]",
        "[NOT ipv4-addr:value = '192.0.2.7']",
        "[ipv4-addr:value NOT = '192.0.2.7']",
        "[ipv4-addr:value != '192.0.2.7']",
        "[ipv4-addr:value == '192.0.2.7']",
        "[domain-name:value LIKE '%.example']",
        "[domain-name:value MATCHES 'a.*']",
        "[domain-name:value IN ('a.example')]",
        "[network-traffic:dst_port = 443]",
        "[ipv4-addr = '192.0.2.7']",
        "['x]",
        "[file:hashes.'x = 'y']",
      })
  void anythingElseIsRefused(String pattern) {
    RejectedLine e = assertThrows(RejectedLine.class, () -> StixPattern.parse(pattern));
    assertTrue(e.getMessage().startsWith("pattern '"), e.getMessage());
    assertTrue(
        e.getMessage().endsWith(": only comparisons with = joined by OR can be loaded"),
        e.getMessage());
  }

  @Test
  void theReasonTellsWhere() {
    RejectedLine e =
        assertThrows(RejectedLine.class, () -> StixPattern.parse("[a:b = 'c' AND d:e = 'f']"));
    assertEquals(
        "pattern 'AND d:e = 'f']' is not ], at character 12: only comparisons with = joined by OR can"
            + " be loaded",
        e.getMessage());
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "[ipv4-addr:value = '192.0.2.7'], IP",
        "[ipv4-addr:value = '192.0.2.0/24'], CIDR",
        "[ipv6-addr:value = '2001:db8::/32'], CIDR",
        "[ipv6-addr:value ISSUBSET '2001:db8::/32'], CIDR",
        "[domain-name:value = 'a.example'], DOMAIN",
        "[url:value = 'http://a.example/'], URL"
      })
  void pathsTellTheType(String pattern, IocType type) throws RejectedLine {
    assertEquals(type, StixPattern.parse(pattern).get(0).type());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[file:name = 'a']", "[domain-name:value ISSUBSET 'a']", "[url:x = 'a']"})
  void otherThingsAreNoIndicatorsOfOurs(String pattern) throws RejectedLine {
    StixPattern.Comparison comparison = StixPattern.parse(pattern).get(0);
    assertThrows(RejectedLine.class, comparison::type);
  }

  @Test
  void hugePatternsTakeNoStack() throws RejectedLine {
    String value = "\\'".repeat(500_000);
    assertEquals(
        500_000, StixPattern.parse("[url:value = '" + value + "']").get(0).value().length());
    String many = "[a:b = 'c'" + " OR a:b = 'c'".repeat(50_000) + "]";
    List<StixPattern.Comparison> comparisons = StixPattern.parse(many);
    assertEquals(50_001, comparisons.size());
  }
}
