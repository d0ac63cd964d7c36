/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Days of proxy requests that have a case of everything the words and the list tell apart. */
public final class HandMadeRequests {
  /** A client of the allow-list, and a user agent. */
  public static final String ALLOWED = "10.0.0.21";

  public static final String ALLOWED_AGENT = "Backup/1.0";

  /** A client whose group is judged. */
  public static final String JUDGED = "10.0.0.12";

  private static final String BROWSER = "Mozilla/5.0 (all of them)";

  private final LocalDate day;
  private final List<ProxyEvent> events = new ArrayList<>();
  private int second = 1;

  /** When the next requests at a distance start: late, and apart from others. */
  private int nextRepeated = 40_000;

  private HandMadeRequests(LocalDate day) {
    this.day = day;
  }

  /** All days' events. */
  public static List<ProxyEvent> all() {
    List<ProxyEvent> all = new ArrayList<>();
    for (int back = 2; back >= 1; back--) {
      HandMadeRequests usual = new HandMadeRequests(HandMadeFlows.SCORED.minusDays(back));
      usual.habits();
      usual.beacon(8, "10.0.0.2", "c2.evil.test", "Implant", 60, 0);
      all.addAll(usual.events);
    }
    HandMadeRequests scored = new HandMadeRequests(HandMadeFlows.SCORED);
    scored.habits();
    scored.oddities();
    all.addAll(scored.events);
    return all;
  }

  /** Hosts and agents that so many know as there are bins: 21 and more, 5, 2, 1. */
  private void habits() {
    for (int client = 1; client <= 22; client++) {
      get("10.0.0." + client, "www.example.com", BROWSER);
      if (client <= 5) {
        get("10.0.0." + client, "www.five.test", "Updater/5");
      }
      if (client <= 2) {
        get("10.0.0." + client, "192.0.2.2", "Updater/2");
      }
    }
    get("10.0.0.1", "www.one.test", "Updater/1");
  }

  private void oddities() {
    // A client, a host and an agent without history.
    get(HandMadeFlows.NEWCOMER, "www.example.com", BROWSER);
    get(HandMadeFlows.NEWCOMER, "new.test", "Never/1.0");
    // Missing fields; fields of letters that no field has, and long ones; numbers at the ends.
    request("10.0.0.6", "www.example.com", "GET", null, null, null, null, null, null, "");
    request("10.0.0.6", "www.example.com", "", "", "", "", "", 0, 0, "/");
    request(
        "10.0.0.6",
        "www.example.com",
        "P|R OP",
        BROWSER,
        " Text/HTML ; q=1",
        "2 0",
        "a|b",
        7,
        8,
        "/");
    request(
        "10.0.0.6",
        "www.example.com",
        "A-METHOD-THAT-IS-LONGER-THAN-A-FIELD",
        BROWSER,
        "application/vnd.a-content-type-that-is-longer+xml",
        "200",
        "65535",
        Integer.MAX_VALUE,
        Integer.MAX_VALUE,
        "/" + "u".repeat(4000));
    // Hosts: addresses with a port and of IPv6, in capitals, of one label.
    get("10.0.0.7", "192.0.2.9:8080", BROWSER);
    get("10.0.0.7", "[2001:db8::1]", BROWSER);
    get("10.0.0.7", "WWW.Example.COM", BROWSER);
    get("10.0.0.7", "www.example.com:8443", BROWSER);
    get("10.0.0.7", "intranet", BROWSER);
    // One agent at many domains; two hosts of one domain.
    for (int i = 0; i < 9; i++) {
      get("10.0.0.8", "h" + i + ".many" + i / 2 + ".test", "Crawler");
    }
    // Regular, less so, hardly, not at all, the most that each may spread; too few.
    beacon(10, "10.0.0.2", "c2.evil.test", "Implant", 60, 3);
    beacon(10, "10.0.0.3", "c3.evil.test", BROWSER, 60, 9);
    beacon(10, "10.0.0.3", "c4.evil.test", BROWSER, 60, 24);
    beacon(10, "10.0.0.4", "c5.evil.test", BROWSER, 60, 25);
    beacon(6, "10.0.0.4", "c6.evil.test", "Implant", 60, 0);
    get("10.0.0.4", "c6.evil.test", BROWSER);
    get(ALLOWED, "allowed.test", BROWSER);
    get("10.0.0.11", "allowed.test", ALLOWED_AGENT);
    get("10.0.0.11", "allowed.test", BROWSER);
    get(JUDGED, "judged.test", BROWSER);
    request(null, "www.example.com", "GET", BROWSER, null, "200", "80", 1, 1, "/");
    request("10.0.0.13", null, "GET", BROWSER, null, "200", "80", 1, 1, "/");
  }

  /** Requests with gaps of less than a length, of it and of more in turn. */
  private void beacon(int times, String client, String host, String agent, int gap, int spread) {
    int time = nextRepeated;
    nextRepeated += 2_000;
    for (int i = 0; i < times; i++) {
      events.add(
          new ProxyEvent(
              day, time, client, host, "POST", agent, "text/plain", "200", "443", 300, 100, "/x"));
      time += gap + (i % 3 - 1) * spread;
    }
  }

  private void get(String client, String host, String agent) {
    request(client, host, "GET", agent, "text/html", "200", "80", 400, 30_000, "http://" + host);
  }

  private void request(
      String client,
      String host,
      String method,
      String agent,
      String contentType,
      String status,
      String port,
      Integer csbytes,
      Integer scbytes,
      String uri) {
    events.add(
        new ProxyEvent(
            day,
            second++,
            client,
            host,
            method,
            agent,
            contentType,
            status,
            port,
            csbytes,
            scbytes,
            uri));
  }
}
