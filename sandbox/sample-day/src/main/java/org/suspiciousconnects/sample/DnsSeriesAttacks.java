/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;

/**
 * The attacks of a series in DNS answers. Names resemble those that content networks and virus
 * scanners make, and hosts, domains, intervals and numbers of lookups are drawn.
 */
final class DnsSeriesAttacks extends Planting {
  private static final String LETTERS = Sites.ALPHANUMERIC.substring(0, 26);
  private static final String BASE32 = LETTERS + "234567";
  private static final String HEX = "0123456789abcdef";

  /** What Ethernet, IP and UDP leave of a full frame, less than a question. */
  private static final int FULL_ANSWER = 1_200;

  DnsSeriesAttacks(Setting setting, LocalDate scored) {
    super(setting, scored);
    tunnel();
    seekControl();
    fastFlux();
    transferZones();
    beacon();
    exfiltrate();
  }

  /** Event and pair: data in long names, and in the answers. */
  private void tunnel() {
    Draw plan = plan(Attack.TUNNEL, 0);
    Draw today = today(Attack.TUNNEL, 0);
    int client = workstation(plan);
    String domain = attackerDomain(plan);
    DnsType type = plan.oneOf(DnsType.TXT, DnsType.TXT, DnsType.NULL, DnsType.CNAME, DnsType.MX);
    int longest = plan.between(30, 60);
    boolean twoLabels = plan.chance(0.5);
    for (long second : irregular(today.between(25, 50), plan.logNormal(40, 0.8), 1, today)) {
      String data = today.text(BASE32, today.between(longest / 2, longest));
      if (twoLabels) {
        data += "." + today.text(BASE32, today.between(10, longest));
      }
      answer(
          Attack.TUNNEL, second, client, data + "." + domain, type, today.between(40, 220), today);
    }
  }

  /** Fan: the domains that a malware computes, until one of them exists. */
  private void seekControl() {
    Draw plan = plan(Attack.DGA, 0);
    int shortest = plan.between(7, 12);
    int longest = shortest + plan.between(2, 10);
    boolean words = plan.chance(0.4);
    String[] suffixes = {
      plan.oneOf("com", "net", "info", "biz"), plan.oneOf("org", "ru", "top", "eu", "com")
    };
    Draw today = today(Attack.DGA, 0);
    int client = workstation(plan);
    for (long second : irregular(today.between(30, 60), plan.logNormal(20, 1), 0.8, today)) {
      String name =
          words
              ? Sites.domain(today.between(30, 3_000)).replaceAll("[.].*|-", "")
                  + today.text(LETTERS, today.between(1, 4))
              : today.text(LETTERS, today.between(shortest, longest));
      boolean found = today.chance(0.05);
      add(
          Attack.DGA,
          new DnsAnswer(
              second,
              today.between(0, 999_999),
              address(client),
              resolver(client, today),
              name + "." + today.oneOf(suffixes),
              DnsType.A,
              found ? DnsAnswer.NO_ERROR : DnsAnswer.NO_SUCH_NAME,
              found ? DnsType.A.answer(today) : DnsType.authority(today),
              found ? attacker(today) : null));
    }
  }

  /** Pair: a domain whose hosts change with every lookup. */
  private void fastFlux() {
    Draw plan = plan(Attack.FAST_FLUX, 0);
    Draw today = today(Attack.FAST_FLUX, 0);
    String domain = attackerDomain(plan);
    for (int client : workstations(plan.between(1, 3), plan)) {
      for (long second : irregular(today.between(14, 22), plan.logNormal(300, 0.6), 1, today)) {
        String host = today.oneOf("", "www", "ns" + today.between(1, 9));
        add(
            Attack.FAST_FLUX,
            new DnsAnswer(
                second,
                today.between(0, 999_999),
                address(client),
                resolver(client, today),
                Sites.below(host, domain),
                DnsType.A,
                DnsAnswer.NO_ERROR,
                16 * today.between(4, 14),
                attacker(today)));
      }
    }
  }

  /** Event: a workstation asks for whole zones, which is for servers to do. */
  private void transferZones() {
    Draw plan = plan(Attack.ZONE_TRANSFER, 0);
    Draw today = today(Attack.ZONE_TRANSFER, 0);
    int client = workstation(plan);
    for (long second : irregular(today.between(3, 7), 30, 1, today)) {
      boolean refused = today.chance(0.5);
      String zone = today.oneOf("", "", "_msdcs", "lab", "eu", "dmz");
      add(
          Attack.ZONE_TRANSFER,
          new DnsAnswer(
              second,
              today.between(0, 999_999),
              address(client),
              resolver(client, today),
              Sites.below(zone, DnsNames.OWN_DOMAIN),
              DnsType.AXFR,
              refused ? DnsAnswer.REFUSED : DnsAnswer.NO_ERROR,
              refused ? 0 : FULL_ANSWER + today.between(0, 200),
              null));
    }
  }

  /** Pair: a name of a domain that nobody knows, again and again at an interval that varies. */
  private void beacon() {
    Draw plan = plan(Attack.BEACON, 0);
    Draw today = today(Attack.BEACON, 0);
    int client = workstation(plan);
    String name = Sites.below(plan.oneOf("", "www", "api", "cdn", "update"), attackerDomain(plan));
    DnsType type = plan.oneOf(DnsType.A, DnsType.A, DnsType.A, DnsType.TXT);
    double period = plan.between(240, 2_400);
    for (long second : regular(today.between(25, 50), period, 0.1 + 0.4 * plan.uniform(), today)) {
      answer(Attack.BEACON, second, client, name, type, type.answer(today), today);
    }
  }

  /** Pair: a file leaves in pieces as names of hosts. */
  private void exfiltrate() {
    Draw plan = plan(Attack.SUBDOMAIN_EXFILTRATION, 0);
    Draw today = today(Attack.SUBDOMAIN_EXFILTRATION, 0);
    int client = workstation(plan);
    String domain = attackerDomain(plan);
    int piece = plan.between(12, 40);
    String alphabet = plan.oneOf(HEX, BASE32);
    int number = 0;
    for (long second : irregular(today.between(20, 45), plan.logNormal(90, 0.8), 0.7, today)) {
      String name = today.text(alphabet, piece) + "." + number++ + "." + domain;
      answer(
          Attack.SUBDOMAIN_EXFILTRATION,
          second,
          client,
          name,
          DnsType.A,
          DnsType.A.answer(today),
          today);
    }
  }

  private void answer(
      Kind kind, long second, int client, String name, DnsType type, int records, Draw today) {
    add(
        kind,
        new DnsAnswer(
            second,
            today.between(0, 999_999),
            address(client),
            resolver(client, today),
            name,
            type,
            DnsAnswer.NO_ERROR,
            records,
            type == DnsType.A ? attacker(today) : null));
  }

  private String resolver(int client, Draw today) {
    int server = setting.habits().server(Role.WORKSTATION, client, Role.DIRECTORY, today);
    return network.address(Role.DIRECTORY, server);
  }
}
