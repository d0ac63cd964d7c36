/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The attacks of a day, {@value #ROWS} answers however large the day is. Which hosts, domains and
 * hours is drawn from the seed.
 */
final class DnsAttacks {
  /** Answers of all attacks. */
  static final int ROWS = 150;

  private static final int TRANSFER_ROWS = 8;
  private static final int DGA_ROWS = 52;
  private static final String[] TUNNEL_SUFFIXES = {"info", "xyz", "com"};
  private static final DnsType[] TUNNEL_TYPES = {DnsType.TXT, DnsType.NULL, DnsType.CNAME};
  private static final int ROWS_A_TUNNEL =
      (ROWS - TRANSFER_ROWS - DGA_ROWS) / TUNNEL_SUFFIXES.length;

  /** The largest label (RFC 1035). */
  private static final int LABEL = 63;

  /** What Ethernet, IP and UDP leave of a full frame, less than a question. */
  private static final int FULL_ANSWER = 1_200;

  private static final String LETTERS = Sites.ALPHANUMERIC.substring(0, 26);

  /** The letters of base 32 (RFC 4648), with which DNS tunnels encode. */
  private static final String BASE32 = LETTERS + "234567";

  private final long seed;
  private final long midnight;
  private final Network network;
  private final List<Labelled> answers = new ArrayList<>();

  DnsAttacks(long seed, LocalDate date, Network network) {
    this.seed = seed;
    this.midnight = date.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    this.network = network;
    tunnel();
    seekControl();
    transferZones();
  }

  /** All answers, in no particular order. */
  List<Labelled> answers() {
    return answers;
  }

  /**
   * One workstation sends data in names, and gets some back; when a domain is blocked, by another.
   */
  private void tunnel() {
    Draw draw = new Draw(seed, "tunnel", 0);
    String client = network.anyWorkstation(draw);
    long start = midnight + draw.between(0, 21) * 3600L;
    for (int tunnel = 0; tunnel < TUNNEL_SUFFIXES.length; tunnel++) {
      String domain = draw.text(LETTERS, draw.between(6, 11)) + "." + TUNNEL_SUFFIXES[tunnel];
      for (int i = 0; i < ROWS_A_TUNNEL; i++) {
        DnsType type = TUNNEL_TYPES[i % TUNNEL_TYPES.length];
        String data = draw.text(BASE32, LABEL) + "." + draw.text(BASE32, draw.between(20, LABEL));
        add(
            Attack.TUNNEL,
            start + tunnel * 2400L + i * 60L + draw.between(0, 50),
            client,
            data + ".t." + domain,
            type,
            DnsAnswer.NO_ERROR,
            draw.between(60, type == DnsType.CNAME ? 180 : 300),
            null,
            draw);
      }
    }
  }

  /** One workstation tries the domains that its malware computes until one of them exists. */
  private void seekControl() {
    Draw draw = new Draw(seed, "dga", 0);
    String client = network.anyWorkstation(draw);
    long start = midnight + draw.between(0, 23) * 3600L + draw.between(0, 45) * 60L;
    for (int i = 0; i < DGA_ROWS; i++) {
      String domain =
          draw.text(LETTERS, draw.between(12, 22))
              + "."
              + draw.oneOf("com", "net", "org", "info", "biz", "ru", "top");
      boolean found = draw.chance(0.04);
      add(
          Attack.DGA,
          start + i * 10L + draw.between(0, 9),
          client,
          domain,
          DnsType.A,
          found ? DnsAnswer.NO_ERROR : DnsAnswer.NO_SUCH_NAME,
          found ? 16 : DnsType.authority(draw),
          found ? network.stranger(draw) : null,
          draw);
    }
  }

  /** One workstation asks for whole zones, which is for servers to do. */
  private void transferZones() {
    Draw draw = new Draw(seed, "zone transfer", 0);
    String client = network.anyWorkstation(draw);
    long start = midnight + draw.between(0, 23) * 3600L + draw.between(0, 45) * 60L;
    String[] zones = {
      DnsNames.OWN_DOMAIN,
      "_msdcs." + DnsNames.OWN_DOMAIN,
      "lab." + DnsNames.OWN_DOMAIN,
      "10.in-addr.arpa"
    };
    for (int i = 0; i < TRANSFER_ROWS; i++) {
      boolean refused = i % 2 == 1;
      add(
          Attack.ZONE_TRANSFER,
          start + i * 20L + draw.between(0, 15),
          client,
          zones[i / 2 % zones.length],
          DnsType.AXFR,
          refused ? DnsAnswer.REFUSED : DnsAnswer.NO_ERROR,
          refused ? 0 : FULL_ANSWER + draw.between(0, 200),
          null,
          draw);
    }
  }

  private void add(
      Attack attack,
      long second,
      String client,
      String name,
      DnsType type,
      int rcode,
      int records,
      String address,
      Draw draw) {
    String resolver =
        network.address(Role.DIRECTORY, draw.between(0, network.count(Role.DIRECTORY) - 1));
    answers.add(
        new Labelled(
            attack,
            new DnsAnswer(
                second,
                draw.between(0, 999_999),
                client,
                resolver,
                name,
                type,
                rcode,
                records,
                address)));
  }
}
