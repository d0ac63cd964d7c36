/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The words against those that were spelled by hand. */
class WordsTest {
  private static final LocalDate DAY = LocalDate.parse("2016-07-08");
  private static final Networks NETWORKS = new Networks(List.of("10.0.0.0/8", "fd00::/8"));
  private static final Reference NOBODY = new Reference(List.of());

  @Test
  void binsAndFields() {
    assertEquals(List.of(0, 0, 1, 2, 2, 3, 63), lgs(-5, 0, 1, 2, 3, 4, Long.MAX_VALUE));
    assertEquals(
        List.of("k0", "k1", "k2", "k2", "k5", "k5", "k21"),
        List.of(0, 1, 2, 4, 5, 20, 21).stream().map(Spelling::prevalence).toList());
    assertEquals("-", Spelling.field(null));
    assertEquals("-", Spelling.field(""));
    assertEquals("a_b.c/d+e-f_g_", Spelling.field("a b.c/d+e-f_g|"));
    assertEquals("x".repeat(32), Spelling.field("x".repeat(33)));
    assertEquals("g-", Spelling.regularity(7, 100, 0));
    assertEquals("g-", Spelling.regularity(8, 19, 0));
    assertEquals(
        List.of("g0", "g1", "g1", "g2", "g2", "g3"),
        List.of(5, 6, 15, 16, 40, 41).stream().map(d -> Spelling.regularity(8, 100, d)).toList());
    assertTrue(Spelling.isAboutRareItem("pair|k2-ext|s1"));
    assertTrue(Spelling.isAboutRareItem("event|src-ext-to443|TCP-SA|b4|k0|r3"));
    assertFalse(Spelling.isAboutRareItem("pair|k21-ext|s1|g0|b7|n9"));
    assertFalse(Spelling.isAboutRareItem("fan|k5|p2|n5"));
  }

  @Test
  void services() {
    assertEquals("to443", FlowWords.service(50000, 443, 0, 0));
    assertEquals("from443", FlowWords.service(443, 50000, 0, 0));
    assertEquals("to53", FlowWords.service(53, 53, 0, 0));
    assertEquals("from22", FlowWords.service(22, 53, 0, 0));
    assertEquals("to80", FlowWords.service(8080, 80, 99, 0));
    assertEquals("from8080", FlowWords.service(8080, 40000, 0, 99));
    assertEquals("to40000", FlowWords.service(0, 40000, 99, 20));
    assertEquals("dyn", FlowWords.service(0, 40000, 99, 19));
    assertEquals("dyn", FlowWords.service(0, 0, 99, 99));
    assertEquals("to1023", FlowWords.service(1024, 1023, 0, 0));
  }

  @Test
  void flowsOfADay() {
    List<FlowEvent> events = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      // Gaps of 100, 100, 100, 100, 100, 100 and 106 seconds: regular.
      events.add(flow(i * 100 + (i == 7 ? 6 : 0), "10.0.0.1", 50000, "192.0.2.1", 443, 4, 600));
    }
    events.add(flow(9000, "192.0.2.1", 443, "10.0.0.1", 50000, 0, 64));
    events.add(flow(9001, "10.0.0.1", 50000, "fd00::1", 50001, 1, 64));
    events.add(flow(9002, "203.0.113.1", 53, "192.0.2.1", 53, 1, 64));
    events.add(new FlowEvent(DAY, 9003, "10.0.0.7", 1, "192.0.2.1", 2, null, null, 1, 1));
    Reference reference =
        new Reference(
            List.of(
                Set.of(new Meeting("ip", "192.0.2.1", "a"), new Meeting("ip", "192.0.2.1", "b")),
                Set.of(new Meeting("ip", "192.0.2.1", "b"), new Meeting("ip", "10.0.0.1", "c"))));
    DayWords day = FlowWords.of(events, NETWORKS, reference);
    // 600 bytes have 10 binary digits, 150 a packet have 8; 64 bytes 7.
    // 8 * 600 + 64 = 4864 bytes have 13. The median of the 8 gaps is 100: 100 * 6, 106, 8294.
    assertEquals(
        Map.of(
            new Item("10.0.0.1", "192.0.2.1"), "pair|k2-ext|s2|g0|b4|n4",
            new Item("10.0.0.1", "fd00::1"), "pair|k0-int|s1|g-|b2|n1",
            new Item("fd00::1", "10.0.0.1"), "pair|k1-int|s1|g-|b2|n1",
            new Item("203.0.113.1", "192.0.2.1"), "pair|k2-ext|s1|g-|b2|n1"),
        day.pairs);
    assertEquals(
        Map.of(
            new Item("10.0.0.1", "src-ext-to443"), "fan|p1|n4",
            new Item("10.0.0.1", "dst-ext-from443"), "fan|p1|n1",
            new Item("10.0.0.1", "src-int-dyn"), "fan|p1|n1",
            new Item("fd00::1", "dst-int-dyn"), "fan|p1|n1",
            new Item("203.0.113.1", "src-ext-to53"), "fan|p1|n1"),
        day.fans);
    assertEquals(8, day.counts.get(new Group("10.0.0.1", "event|src-ext-to443|TCP-SA|b3|k2|r4")));
    assertEquals(
        List.of(
            new Group("10.0.0.1", "event|dst-ext-from443|TCP-SA|b2|k2|r0"),
            new Group("10.0.0.1", "pair|k2-ext|s2|g0|b4|n4"),
            new Group("10.0.0.1", "fan|p1|n1")),
        day.groupsOfEvents.get(8));
    assertEquals(6, day.groupsOfEvents.get(9).size());
    assertEquals(11, day.groupsOfEvents.size());
    // Its own two fans are alike: the word occurs twice.
    assertEquals(2, day.counts.get(new Group("10.0.0.1", "fan|p1|n1")));
    assertEquals(
        Set.of(
            new Meeting("ip", "192.0.2.1", "10.0.0.1"),
            new Meeting("ip", "fd00::1", "10.0.0.1"),
            new Meeting("ip", "10.0.0.1", "fd00::1"),
            new Meeting("ip", "192.0.2.1", "203.0.113.1"),
            new Meeting("port", "50001", "10.0.0.1"),
            new Meeting("port", "50000", "fd00::1")),
        new HashSet<>(day.meetings));
  }

  @Test
  void flagsAndProtocols() {
    assertEquals("TCP-SAF", FlowWords.flagClass("tcp", ".APFS."));
    assertEquals("TCP-R", FlowWords.flagClass("TCP", "...R.."));
    assertEquals("TCP--", FlowWords.flagClass("TCP", null));
    assertEquals("UDP", FlowWords.flagClass("udp", "S"));
  }

  @Test
  void answersOfADay() {
    List<DnsEvent> events =
        List.of(
            new DnsEvent(DAY, 1, "10.0.0.1", "a1.long-name.bbc.co.uk", 16, 0, 255),
            new DnsEvent(DAY, 2, "10.0.0.1", "BBC.co.uk.", 1, 3, 256),
            new DnsEvent(DAY, 3, "10.0.0.1", "host", null, null, 0));
    DayWords day =
        DnsWords.of(
            events, new Reference(List.of(Set.of(new Meeting("domain", "bbc.co.uk", "10.0.0.2")))));
    // a1.long-name has 12 characters, lg 4; of 18 characters but dots one is a digit.
    assertEquals(
        List.of(
            new Group("10.0.0.1", "event|t16|rc0|k1|l2|d1|f8"),
            new Group("10.0.0.1", "pair|k1|t16|m2|l4|x2|n2"),
            new Group("10.0.0.1", "fan|ok|p2|n2")),
        day.groupsOfEvents.get(0));
    assertEquals("event|t1|rc3|k1|l0|d0|f9", day.groupsOfEvents.get(1).get(0).word());
    assertEquals("fan|nx|p1|n1", day.groupsOfEvents.get(1).get(2).word());
    assertEquals("event|t-|rc-|k0|l0|d0|f0", day.groupsOfEvents.get(2).get(0).word());
    assertEquals("pair|k0|t-|m1|l0|x0|n1", day.groupsOfEvents.get(2).get(1).word());
    assertEquals(
        List.of(0, 1, 1, 2, 2, 3, 3, 4, 4, 5),
        List.of(0, 1, 8, 9, 16, 17, 28, 29, 48, 49).stream().map(DnsWords::lengthBin).toList());
    // One of 5 characters, 1 of 4, 3 of 4, all.
    assertEquals(
        List.of(0, 1, 2, 4, 4),
        List.of("a.b", "a1bc.d", "a1.bc", "12.3a", "1.2").stream().map(DnsWords::digits).toList());
  }

  @Test
  void namesAndAddresses() {
    assertEquals("evil.test", Names.registered("A.b.EVIL.test."));
    assertNull(Names.registered("co.uk"));
    assertNull(Names.registered("192.0.2.1"));
    assertNull(Names.registered("1.2.0.192.in-addr.arpa"));
    assertEquals(3, Names.subdomainLength("a.b.evil.test"));
    assertEquals(0, Names.subdomainLength("evil.test"));
    assertTrue(NETWORKS.isInternal("10.255.0.1"));
    assertTrue(NETWORKS.isInternal("fd12::1"));
    assertFalse(NETWORKS.isInternal("11.0.0.1"));
    assertFalse(NETWORKS.isInternal("fe80::1"));
    assertFalse(NETWORKS.isInternal("host"));
  }

  @Test
  void requestsOfADay() {
    List<ProxyEvent> events =
        List.of(
            new ProxyEvent(
                DAY,
                1,
                "10.0.0.1",
                "www.evil.test",
                "GET",
                "old",
                "Text/HTML; charset=x",
                "200",
                "80",
                64,
                4096,
                "http://www.evil.test/"),
            new ProxyEvent(
                DAY,
                2,
                "10.0.0.1",
                "cdn.evil.test",
                "GET",
                "old",
                null,
                null,
                null,
                null,
                null,
                "x"),
            new ProxyEvent(
                DAY,
                3,
                "10.0.0.1",
                "192.0.2.1:8080",
                "PO ST",
                null,
                "-",
                "404",
                "8080",
                1,
                1,
                "y"));
    Reference reference =
        new Reference(
            List.of(
                Set.of(
                    new Meeting("agent", "old", "10.0.0.2"),
                    new Meeting("host", "www.evil.test", "10.0.0.2"))));
    DayWords day = ProxyWords.of(events, reference);
    // 64 bytes have 7 binary digits, 4096 have 13, the URI's 21 characters 5.
    assertEquals(
        List.of(
            new Group("10.0.0.1", "event|GET|text/html|k1-name|k1|200|80|b2|w3|u2"),
            new Group("10.0.0.1", "pair|k1-name|k1|g-|b2|n1"),
            new Group("10.0.0.1", "fan|k1|p1|n2")),
        day.groupsOfEvents.get(0));
    assertEquals("event|GET|-|k0-name|k1|-|-|b0|w0|u0", day.groupsOfEvents.get(1).get(0).word());
    assertEquals(
        List.of(
            new Group("10.0.0.1", "event|PO_ST|-|k0-ip|k0|404|8080|b0|w0|u0"),
            new Group("10.0.0.1", "pair|k0-ip|k0|g-|b0|n1"),
            new Group("10.0.0.1", "fan|k0|p1|n1")),
        day.groupsOfEvents.get(2));
  }

  private static List<Integer> lgs(long... numbers) {
    List<Integer> lgs = new ArrayList<>();
    for (long number : numbers) {
      lgs.add(Spelling.lg(number));
    }
    return lgs;
  }

  private static FlowEvent flow(
      int second, String sip, int sport, String dip, int dport, long packets, long bytes) {
    return new FlowEvent(DAY, second, sip, sport, dip, dport, "TCP", ".A..S.", packets, bytes);
  }
}
