/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowProfileWordsTest {
  @ParameterizedTest
  @CsvSource({
    "1, 0, to443, TCP, .AP.S., 5, 5000, 0, event|src-ext-to443|TCP-SA|b4|k0|r5",
    "0, 1, from22, tcp, UAPRSF, 3, 300, 1, event|dst-int-from22|TCP-SARF|b3|k1|r3",
    "1, 0, dyn, TCP, ...R.., 1, 40, 2, event|src-ext-dyn|TCP-R|b2|k2|r3",
    "1, 0, dyn, TCP, FA, 1, 40, 4, event|src-ext-dyn|TCP-AF|b2|k2|r3",
    "1, 0, dyn, TCP, AASS, 1, 40, 5, event|src-ext-dyn|TCP-SA|b2|k5|r3",
    "1, 0, dyn, TCP, ......, 1, 40, 20, event|src-ext-dyn|TCP--|b2|k5|r3",
    "1, 0, dyn, TCP, safr, 1, 40, 21, event|src-ext-dyn|TCP--|b2|k21|r3",
    "1, 0, dyn, TCP, , 1, 40, 9223372036854775807, event|src-ext-dyn|TCP--|b2|k21|r3",
    "1, 0, dyn, TCP, '', 1, 40, 3, event|src-ext-dyn|TCP--|b2|k2|r3",
    "1, 0, to53, udp, SAF, 2, 3, 0, event|src-ext-to53|UDP|b0|k0|r0",
    "1, 0, to53, UDP, , 1, 4, 0, event|src-ext-to53|UDP|b1|k0|r1",
    "1, 0, to53, ipv6-icmp, , 1, 31, 0, event|src-ext-to53|IPV6-ICMP|b1|k0|r2",
    "1, 0, to53, 6, S, 1, 32, 0, event|src-ext-to53|6|b2|k0|r3",
    "1, 0, to53, ' TCP', S, 1, 32, 0, event|src-ext-to53|_TCP|b2|k0|r3",
    "1, 0, to53, a|b;c=d, S, 1, 32, 0, event|src-ext-to53|A_B_C_D|b2|k0|r3",
    // No packets, or fewer bytes than packets.
    "1, 0, to53, UDP, , 0, 999, 0, event|src-ext-to53|UDP|b3|k0|r0",
    "1, 0, to53, UDP, , -1, 999, 0, event|src-ext-to53|UDP|b3|k0|r0",
    "1, 0, to53, UDP, , 999, 998, 0, event|src-ext-to53|UDP|b3|k0|r0",
    "1, 0, to53, UDP, , 9223372036854775807, 9223372036854775807, 0, event|src-ext-to53|UDP|b21|k0|r0",
    "1, 0, to53, UDP, , 1, 9223372036854775807, 0, event|src-ext-to53|UDP|b21|k0|r31",
    "1, 0, to53, UDP, , 1, -9223372036854775808, -1, event|src-ext-to53|UDP|b0|k0|r0",
    // Whatever is missing.
    ", , , , , , , , event|dst-ext--|-|b0|k0|r0",
    "2, 2, '', '', '', 0, 0, 0, event|dst-ext--|-|b0|k0|r0",
    "-1, -1, a|b, '', '', 0, 0, 0, event|dst-ext-a_b|-|b0|k0|r0",
  })
  void eventTellsItsFlow(
      Integer isSource,
      Integer peerInternal,
      String service,
      String proto,
      String flag,
      Long ipkt,
      Long ibyt,
      Long peerClients,
      String word) {
    assertEquals(
        word,
        FlowProfileWords.event(
            isSource, peerInternal, service, proto, flag, ipkt, ibyt, peerClients));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 1, 288, 300, 3, 1500000, pair|k0-ext|s1|g0|b7|n9",
    "1, 25, 7, 8, 20, 9, 0, pair|k21-int|s3|g3|b0|n4",
    "1, 4, 8, 7, 20, 0, 7, pair|k2-int|s4|g-|b1|n3",
    "0, 5, 0, 0, 0, 0, -5, pair|k5-ext|s0|g-|b0|n0",
    ", , , , , , , pair|k0-ext|s0|g-|b0|n0",
    "0, 1, 9223372036854775807, 9223372036854775807, 9223372036854775807, 1, 9223372036854775807,"
        + " pair|k1-ext|s63|g0|b21|n63",
  })
  void pairTellsTheDayWithAPeer(
      Integer peerInternal,
      Long peerClients,
      Long services,
      Long flows,
      Long medianGap,
      Long deviation,
      Long ibyt,
      String word) {
    assertEquals(
        word,
        FlowProfileWords.pair(
            peerInternal, peerClients, services, flows, medianGap, deviation, ibyt));
  }

  @ParameterizedTest
  @CsvSource({
    "6, 30, fan|p3|n5",
    "0, 0, fan|p0|n0",
    ", , fan|p0|n0",
    "-1, -1, fan|p0|n0",
    "1, 9223372036854775807, fan|p1|n63"
  })
  void fanTellsTheDayWithAService(Long peers, Long flows, String word) {
    assertEquals(word, FlowProfileWords.fan(peers, flows));
  }

  @Test
  void textsAreCutAfterThirtyTwoCharacters() {
    String service = "s".repeat(40);
    String proto = "\uD83D\uDE00" + "é".repeat(40);
    assertEquals(
        "event|src-int-" + "s".repeat(32) + "|" + "_".repeat(32) + "|b0|k0|r0",
        FlowProfileWords.event(1, 1, service, proto, null, 0L, 0L, 0L));
  }

  @Property
  void everyEventIsAWordOfFiveFields(
      @ForAll String service, @ForAll String proto, @ForAll String flag, @ForAll long number) {
    String word =
        FlowProfileWords.event(1, 0, service, proto, flag, number >> 40, number, number >> 60);
    assertEquals(5, ProfileWord.fields(word), word);
    assertEquals("event", ProfileWord.view(word));
    String cleaned =
        proto
            .codePoints()
            .limit(32)
            .mapToObj(Character::toString)
            .map(c -> c.matches("[a-zA-Z0-9.+/_-]") ? c.toUpperCase(Locale.ROOT) : "_")
            .reduce("", String::concat);
    if (!proto.equalsIgnoreCase("TCP")) {
      assertEquals("event#2=" + (proto.isEmpty() ? "-" : cleaned), ProfileWord.field(word, 2));
    }
  }

  @Property
  void flagsAreASetInOneOrder(
      @ForAll @StringLength(max = 9) @CharRange(from = 'A', to = 'Z') String flag) {
    String word = FlowProfileWords.event(1, 0, "dyn", "TCP", flag, 1L, 1L, 1L);
    String letters = "";
    for (String letter : new String[] {"S", "A", "R", "F"}) {
      letters += flag.contains(letter) ? letter : "";
    }
    assertEquals("event#2=TCP-" + (letters.isEmpty() ? "-" : letters), ProfileWord.field(word, 2));
  }

  @Property
  void numbersAreBinnedAsWritten(
      @ForAll long ibyt, @ForAll long ipkt, @ForAll @IntRange(min = -1, max = 64) int shift) {
    long packets = shift < 0 ? ipkt : ipkt >>> shift;
    String word = FlowProfileWords.event(1, 0, "dyn", "UDP", null, packets, ibyt, 0L);
    BigInteger bytes = BigInteger.valueOf(Math.max(0, ibyt));
    int perPacket = packets > 0 ? bytes.divide(BigInteger.valueOf(packets)).bitLength() : 0;
    assertEquals("event#3=b" + bytes.bitLength() / 3, ProfileWord.field(word, 3));
    assertEquals("event#5=r" + perPacket / 2, ProfileWord.field(word, 5));
  }

  @Property
  void everyPairIsAWordOfFiveFields(@ForAll long number, @ForAll long other) {
    String word = FlowProfileWords.pair(1, number, other, number, other, number, other);
    assertEquals(5, ProfileWord.fields(word), word);
    assertTrue(word.matches("pair\\|k(0|1|2|5|21)-int\\|s\\d+\\|g[0-3-]\\|b\\d+\\|n\\d+"), word);
  }
}
