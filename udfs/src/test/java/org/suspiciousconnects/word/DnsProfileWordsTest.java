/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsProfileWordsTest {
  @ParameterizedTest
  @CsvSource({
    "1, 0, www.google.com, 3000, 90, event|t1|rc0|k21|l1|d0|f7",
    "16, 3, WWW.Google.com., 0, 128, event|t16|rc3|k0|l1|d0|f8",
    "28, , google.com, 1, 127, event|t28|rc-|k1|l0|d0|f7",
    ", 0, com, 4, 0, event|t-|rc0|k2|l0|d0|f0",
    "-1, -1, '', 5, -7, event|t-|rc-|k5|l0|d0|f0",
    ", , , , , event|t-|rc-|k0|l0|d0|f0",
    "65535, 4095, ..., 20, 2147483647, event|t65535|rc4095|k5|l0|d0|f31",
    "12, 0, 10.1.2.3, 21, 64, event|t12|rc0|k21|l0|d4|f7",
    "12, 0, 7.in-addr.arpa, 21, 64, event|t12|rc0|k21|l0|d1|f7",
    // Digits of all characters but the dots: 1 of 5, 1 of 4, 1 of 2, 3 of 4 and all.
    "1, 0, a.bb.c1, 0, 64, event|t1|rc0|k0|l1|d1|f7",
    "1, 0, a.b.c1, 0, 64, event|t1|rc0|k0|l1|d2|f7",
    "1, 0, a1.b2, 0, 64, event|t1|rc0|k0|l0|d3|f7",
    "1, 0, 123.a, 0, 64, event|t1|rc0|k0|l0|d4|f7",
    "1, 0, 1.2, 0, 64, event|t1|rc0|k0|l0|d4|f7",
    // xn--mnchen-3ya
    "1, 0, münchen.example.com, 0, 64, event|t1|rc0|k0|l2|d1|f7",
    "1, 0, a|b=c.example.com, 0, 64, event|t1|rc0|k0|l1|d0|f7",
  })
  void eventTellsItsAnswer(
      Integer type, Integer rcode, String name, Long clients, Integer frameLen, String word) {
    String written = DnsProfileWords.event(type, rcode, name, clients, frameLen);
    assertEquals(word, written);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "1,1", "8,1", "9,2", "16,2", "17,3", "28,3", "29,4", "48,4", "49,5", "63,5"})
  void subdomainsAreBinnedByTheirLength(int length, int bin) {
    String name = length == 0 ? "example.com" : "x".repeat(length) + ".example.com";
    assertEquals("event|t1|rc0|k0|l" + bin + "|d0|f7", DnsProfileWords.event(1, 0, name, 0L, 100));
    assertEquals(length, HostName.of(name).subdomainLength());
  }

  @Test
  void labelsOfTheSubdomainCountWithTheirDots() {
    assertEquals(
        "event|t1|rc0|k0|l2|d0|f7", DnsProfileWords.event(1, 0, "abcd.efgh.bbc.co.uk", 0L, 100));
    assertEquals(9, HostName.of("abcd.efgh.bbc.co.uk").subdomainLength());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 16, 30, 40, 0, 100, pair|k0|t16|m5|l6|x0|n7",
    "3000, , 2, 3, 1, 4, pair|k21|t-|m2|l2|x1|n3",
    "2, -5, 2, 3, 24, 100, pair|k2|t-|m2|l2|x0|n7",
    "2, 0, 2, 3, 25, 100, pair|k2|t0|m2|l2|x1|n7",
    "2, 0, 2, 3, 49, 100, pair|k2|t0|m2|l2|x1|n7",
    "2, 0, 2, 3, 50, 100, pair|k2|t0|m2|l2|x2|n7",
    "2, 0, 2, 3, 74, 100, pair|k2|t0|m2|l2|x2|n7",
    "2, 0, 2, 3, 75, 100, pair|k2|t0|m2|l2|x3|n7",
    "2, 0, 2, 3, 99, 100, pair|k2|t0|m2|l2|x3|n7",
    "2, 0, 2, 3, 100, 100, pair|k2|t0|m2|l2|x4|n7",
    "2, 0, 2, 3, 101, 100, pair|k2|t0|m2|l2|x4|n7",
    "2, 0, 2, 3, 5, 0, pair|k2|t0|m2|l2|x0|n0",
    "2, 0, 2, 3, -5, -5, pair|k2|t0|m2|l2|x0|n0",
    ", , , , , , pair|k0|t-|m0|l0|x0|n0",
    "1, 65535, 9223372036854775807, 2147483647, 9223372036854775807, 9223372036854775807,"
        + " pair|k1|t65535|m63|l31|x4|n63",
    "1, 1, 1, 1, 4611686018427387904, 9223372036854775807, pair|k1|t1|m1|l1|x2|n63",
    "1, 1, 1, 1, 4611686018427387903, 9223372036854775807, pair|k1|t1|m1|l1|x1|n63",
  })
  void pairTellsTheDayWithADomain(
      Long clients,
      Integer rareType,
      Long names,
      Integer longest,
      Long nxdomains,
      Long answers,
      String word) {
    assertEquals(word, DnsProfileWords.pair(clients, rareType, names, longest, nxdomains, answers));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 12, 40, fan|nx|p4|n6",
    "0, 12, 40, fan|ok|p4|n6",
    "2, 0, -1, fan|ok|p0|n0",
    ", , , fan|ok|p0|n0",
    "1, 9223372036854775807, 1, fan|nx|p63|n1"
  })
  void fanTellsTheDayWithAKindOfAnswer(Integer nxdomain, Long domains, Long answers, String word) {
    assertEquals(word, DnsProfileWords.fan(nxdomain, domains, answers));
  }

  @Property
  void quartersAreExact(
      @ForAll @LongRange(max = Long.MAX_VALUE) long nxdomains,
      @ForAll @LongRange(min = 1, max = Long.MAX_VALUE) long answers) {
    BigInteger quarters =
        BigInteger.valueOf(nxdomains)
            .shiftLeft(2)
            .divide(BigInteger.valueOf(answers))
            .min(BigInteger.valueOf(4));
    String word = DnsProfileWords.pair(0L, null, 0L, 0, nxdomains, answers);
    assertEquals("pair#5=x" + quarters, ProfileWord.field(word, 5));
  }

  @Property
  void quartersOfSmallCountsAreExact(
      @ForAll @IntRange(max = 40) int nxdomains, @ForAll @IntRange(min = 1, max = 40) int answers) {
    quartersAreExact(nxdomains, answers);
  }

  @Property
  void shareOfDigitsIsExact(
      @ForAll
          @StringLength(min = 1, max = 40)
          @CharRange(from = '.', to = '9')
          @CharRange(from = 'a', to = 'f')
          String name) {
    String form = HostName.of(name).toString();
    long characters = form.chars().filter(c -> c != '.').count();
    long digits = form.chars().filter(Character::isDigit).count();
    long bin = digits == 0 ? 0 : Math.min(4, 1 + Math.floorDiv(4 * digits, characters));
    String word = DnsProfileWords.event(1, 0, name, 0L, 0);
    assertEquals("event#5=d" + bin, ProfileWord.field(word, 5), form);
  }

  @Property
  void anyNameGivesAWordOfSixFields(
      @ForAll String name, @ForAll int type, @ForAll int rcode, @ForAll long clients) {
    String word = DnsProfileWords.event(type, rcode, name + ".evil.com", clients, type);
    assertEquals(6, ProfileWord.fields(word), word);
    assertEquals("event#1=t" + (type < 0 ? "-" : "" + type), ProfileWord.field(word, 1));
    assertEquals("event#2=rc" + (rcode < 0 ? "-" : "" + rcode), ProfileWord.field(word, 2));
    assertEquals(clients < 5, ProfileWord.isAboutRareItem(word));
  }
}
