/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Days of DNS answers that have a case of everything the words and the list tell apart. */
public final class HandMadeAnswers {
  /** Who asks for what is not there. */
  public static final String LOST = "10.0.0.3";

  /** The domain that an attack tunnels through, already on the day before. */
  public static final String TUNNEL = "evil.test";

  /** A domain of the allow-list. */
  public static final String ALLOWED = "allowed.test";

  private static final int A = 1;
  private static final int TXT = 16;

  private final LocalDate day;
  private final List<DnsEvent> events = new ArrayList<>();
  private int second = 1;

  private HandMadeAnswers(LocalDate day) {
    this.day = day;
  }

  /** All days' events. */
  public static List<DnsEvent> all() {
    List<DnsEvent> all = new ArrayList<>();
    for (int back = 2; back >= 1; back--) {
      HandMadeAnswers usual = new HandMadeAnswers(HandMadeFlows.SCORED.minusDays(back));
      usual.habits();
      usual.tunnel(10 / back);
      all.addAll(usual.events);
    }
    HandMadeAnswers scored = new HandMadeAnswers(HandMadeFlows.SCORED);
    scored.habits();
    scored.tunnel(40);
    scored.oddities();
    all.addAll(scored.events);
    return all;
  }

  /** Domains that so many know as there are bins: 21 and more, 5, 2, 1. */
  private void habits() {
    for (int client = 1; client <= 22; client++) {
      answer("10.0.0." + client, "www.example.com", A, 0, 90);
      if (client <= 5) {
        answer("10.0.0." + client, "news" + client + ".bbc.co.uk", A, 0, 120);
      }
      if (client <= 2) {
        answer("10.0.0." + client, "www.two.test", 28, 0, 120);
      }
    }
    answer("10.0.0.1", "one.test", 15, 0, 120);
  }

  private void tunnel(int names) {
    for (int i = 0; i < names; i++) {
      String name = String.format("%x%s.%s", 0xabcdef + 7919 * i, "0f1e2d".repeat(i % 9), TUNNEL);
      answer("10.0.0.2", name, TXT, 0, 250);
    }
  }

  private void oddities() {
    // A client and a domain without history.
    answer(HandMadeFlows.NEWCOMER, "www.example.com", A, 0, 90);
    answer(HandMadeFlows.NEWCOMER, "a.new.test", A, 0, 90);
    // Missing fields; a type and rcode that nobody has; lengths of names on both sides of each bin.
    answer("10.0.0.4", "www.example.com", null, 0, 90);
    answer("10.0.0.4", "www.example.com", A, null, 0);
    answer("10.0.0.4", "www.example.com", 65535, 4095, Integer.MAX_VALUE);
    answer("10.0.0.4", "www.example.com", null, -1, 1);
    for (int length : new int[] {1, 8, 9, 16, 17, 28, 29, 48, 49}) {
      answer("10.0.0.5", "q".repeat(length) + ".lengths.test", A, 0, 90);
    }
    // Names: one label, a suffix, a reverse one, in capitals, with a dot at the end, of digits.
    answer("10.0.0.6", "localhost", A, 0, 60);
    answer("10.0.0.6", "co.uk", A, 0, 60);
    answer("10.0.0.6", "4.3.2.10.in-addr.arpa", 12, 0, 60);
    answer("10.0.0.6", "WWW.Example.COM", A, 0, 60);
    answer("10.0.0.6", "www.example.com.", A, 0, 60);
    answer("10.0.0.6", "12345.67.test", A, 0, 60);
    for (int i = 0; i < 9; i++) {
      answer(LOST, "x" + i + ".lost" + i + ".test", A, 3, 60);
      answer("10.0.0.7", "y" + i + ".half.test", A, i % 4 == 0 ? 3 : 0, 60);
    }
    answer("10.0.0.8", "www." + ALLOWED, A, 0, 60);
    answer("10.0.0.8", "www.not" + ALLOWED, A, 0, 60);
    answer("10.0.0.9", null, A, 0, 60);
    answer("10.0.0.9", "", A, 0, 60);
    answer("10.0.0.9", "negative.test", A, 0, -1);
  }

  private void answer(String client, String name, Integer type, Integer rcode, int length) {
    events.add(new DnsEvent(day, second++, client, name, type, rcode, length));
  }
}
