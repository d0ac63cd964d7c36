/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Days of flows that have a case of everything the words and the list tell apart. Own networks are
 * 10.0.0.0/8, 198.51.100.0/25 and fc00::/7.
 */
public final class HandMadeFlows {
  /** Its first day is out of sight of the scored one if the reference has two days. */
  public static final LocalDate FIRST = LocalDate.parse("2016-07-05");

  public static final LocalDate SCORED = LocalDate.parse("2016-07-08");

  /** Has one event. */
  public static final LocalDate LONELY = LocalDate.parse("2016-07-09");

  /** An address of the scored day that no day before has. */
  public static final String NEWCOMER = "10.0.0.99";

  /** Who opens flows to many on the scored day. */
  public static final String SCANNER = "10.0.0.5";

  /** An address of the allow-list; so is the port. */
  public static final String ALLOWED = "10.0.0.21";

  public static final int ALLOWED_PORT = 6000;

  private final LocalDate day;
  private final List<FlowEvent> events = new ArrayList<>();
  private int second = 1;

  /** When the next flows at a distance start: late, and apart from others. */
  private int nextRepeated = 40_000;

  private HandMadeFlows(LocalDate day) {
    this.day = day;
  }

  /** All days' events. */
  public static List<FlowEvent> all() {
    List<FlowEvent> all = new ArrayList<>();
    HandMadeFlows first = new HandMadeFlows(FIRST);
    first.tcp("10.0.0.1", 50000, "203.0.113.5", 443, 10, 900);
    first.tcp("10.0.0.2", 50000, "192.0.2.10", 443, 10, 900);
    all.addAll(first.events);
    for (LocalDate day = FIRST.plusDays(1); day.isBefore(SCORED); day = day.plusDays(1)) {
      HandMadeFlows usual = new HandMadeFlows(day);
      usual.habits();
      usual.beacon("10.0.0.2", "192.0.2.20", 60, 0);
      all.addAll(usual.events);
    }
    HandMadeFlows scored = new HandMadeFlows(SCORED);
    scored.habits();
    scored.oddities();
    all.addAll(scored.events);
    HandMadeFlows lonely = new HandMadeFlows(LONELY);
    lonely.tcp("10.0.0.1", 50000, "192.0.2.10", 443, 10, 900);
    all.addAll(lonely.events);
    return all;
  }

  /** Peers and ports that so many know as there are bins: 21 and more, 5, 2, 1. */
  private void habits() {
    for (int client = 1; client <= 22; client++) {
      tcp("10.0.0." + client, 50000, "192.0.2.10", 443, 10, 900);
      if (client <= 20) {
        // A port of no service becomes one on the day after 20 clients met it.
        tcp("10.0.0." + client, 50000, "10.0.1.9", 45000, 4, 300);
      }
      if (client <= 19) {
        tcp("10.0.0." + client, 50001, "10.0.1.9", 45001, 4, 300);
      }
    }
    for (int client = 1; client <= 5; client++) {
      flow("10.0.0." + client, 53, "192.0.2.11", 53, "udp", "S", 1, 64);
    }
    tcp("10.0.0.1", 50000, "192.0.2.12", 8443, 3, 200);
    tcp("10.0.0.2", 50000, "192.0.2.12", 8443, 3, 200);
    tcp("10.0.0.1", 50000, "192.0.2.13", 8443, 3, 200);
    // A branch's, from outside.
    tcp("203.0.113.9", 50000, "198.51.100.7", 25, 6, 5000);
  }

  private void oddities() {
    // An IP without history; a peer that was known only before the reference.
    tcp(NEWCOMER, 50000, "192.0.2.10", 443, 10, 900);
    tcp(NEWCOMER, 50000, "203.0.113.5", 443, 1000, 5_000_000_000L);
    // Between two outside addresses, both ways; between two inside ones, with one of IPv6; with
    // itself.
    tcp("192.0.2.50", 50000, "203.0.113.6", 443, 2, 100);
    tcp("203.0.113.6", 443, "192.0.2.50", 50000, 2, 100);
    tcp("10.0.0.7", 50000, "10.0.0.8", 445, 20, 3000);
    tcp("fd00::1", 50000, "2001:db8::1", 22, 20, 3000);
    tcp("10.0.0.7", 40001, "10.0.0.7", 40000, 1, 40);
    tcp("198.51.100.200", 50000, "198.51.100.7", 25, 6, 5000);
    // Missing fields: no flags, no protocol, no packets, no bytes, no ports.
    flow("10.0.0.9", 50000, "192.0.2.60", 443, "TCP", null, 0, 900);
    flow("10.0.0.9", 50001, "192.0.2.60", 443, "TCP", "", 5, 0);
    flow("10.0.0.9", 0, "192.0.2.60", 0, "ICMP", null, 1, 64);
    flow("10.0.0.9", 50000, "192.0.2.60", 443, "", "S", 1, 64);
    flow("10.0.0.9", 50000, "192.0.2.60", 443, "odd|pro tocol of more than 32 letters", "S", 1, 64);
    flow("10.0.0.9", 50000, "192.0.2.62", 443, "TCP", "F.R.A.S.E.", 1, Long.MAX_VALUE - 1);
    flow("10.0.0.9", 50001, "192.0.2.62", 443, "TCP", "F.R.A.S.E.", 1, Long.MAX_VALUE - 1);
    // Services: the lower port of a kind, the better kind, of two equal ones the destination's;
    // what 20 met, what 19.
    tcp("10.0.0.10", 443, "192.0.2.61", 80, 1, 64);
    tcp("10.0.0.10", 8080, "192.0.2.61", 1023, 1, 64);
    tcp("10.0.0.10", 1024, "192.0.2.61", 3389, 1, 64);
    tcp("10.0.0.10", 45000, "192.0.2.61", 45000, 1, 64);
    tcp("192.0.2.61", 45000, "10.0.0.10", 45001, 1, 64);
    tcp("10.0.0.10", 65535, "192.0.2.61", 45001, 1, 64);
    // Regular, less so, hardly, not at all, the most that each may spread; too fast; too few.
    beacon("10.0.0.2", "192.0.2.20", 60, 3);
    beacon("10.0.0.2", "192.0.2.21", 60, 9);
    beacon("10.0.0.3", "192.0.2.22", 60, 24);
    beacon("10.0.0.3", "192.0.2.23", 60, 25);
    beacon("10.0.0.4", "192.0.2.24", 19, 0);
    repeat(7, "10.0.0.4", "192.0.2.25", 100, 0);
    for (int i = 0; i < 33; i++) {
      tcp(SCANNER, 50000 + i, "10.2.0." + i, 22, 1, 40);
    }
    // Of the allow-list, by its address and by its port; beside those, one of the same group that
    // is not.
    tcp(ALLOWED, 50000, "192.0.2.70", 443, 1, 64);
    tcp("10.0.0.11", 50000, "192.0.2.70", ALLOWED_PORT, 1, 64);
    tcp("10.0.0.11", 50000, "192.0.2.70", ALLOWED_PORT + 1, 1, 64);
    // Invalid.
    flow("10.0.0.12", 50000, "192.0.2.71", 443, null, "S", 1, 64);
    flow("10.0.0.12", 70000, "192.0.2.71", 443, "TCP", "S", 1, 64);
    flow("10.0.0.12", 50000, "192.0.2.71", 443, "TCP", "S", -1, 64);
  }

  /** Ten flows with gaps of less than a length, of it and of more in turn. */
  private void beacon(String client, String server, int gap, int spread) {
    repeat(10, client, server, gap, spread);
  }

  private void repeat(int times, String client, String server, int gap, int spread) {
    int time = nextRepeated;
    nextRepeated += 2_000;
    for (int i = 0; i < times; i++) {
      events.add(new FlowEvent(day, time, client, 50000, server, 443, "TCP", ".APS.", 4, 400));
      time += gap + (i % 3 - 1) * spread;
    }
  }

  private void tcp(String sip, int sport, String dip, int dport, long ipkt, long ibyt) {
    flow(sip, sport, dip, dport, "TCP", ".APS.", ipkt, ibyt);
  }

  private void flow(
      String sip,
      int sport,
      String dip,
      int dport,
      String proto,
      String flag,
      long ipkt,
      long ibyt) {
    events.add(new FlowEvent(day, second++, sip, sport, dip, dport, proto, flag, ipkt, ibyt));
  }
}
