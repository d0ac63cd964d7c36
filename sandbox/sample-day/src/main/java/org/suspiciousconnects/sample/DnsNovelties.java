/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

/** What is new in the DNS answers of the scored day and harmless, {@value #NOVELTIES} things. */
final class DnsNovelties extends Planting {
  static final int NOVELTIES = 44;

  private static final int SITES = 16;
  private static final int CDNS = 7;
  private static final int APPLICATIONS = 6;
  private static final int AGENTS = 6;
  private static final int RECORD_TYPES = NOVELTIES - SITES - CDNS - APPLICATIONS - AGENTS;

  private static final String HEX = "0123456789abcdef";

  DnsNovelties(Setting setting) {
    super(setting, setting.date());
    for (int i = 0; i < SITES; i++) {
      site(i);
    }
    for (int i = 0; i < CDNS; i++) {
      cdn(i);
    }
    for (int i = 0; i < APPLICATIONS; i++) {
      application(i);
    }
    for (int i = 0; i < AGENTS; i++) {
      agent(i);
    }
    for (int i = 0; i < RECORD_TYPES; i++) {
      recordType(i);
    }
  }

  /** A site that a few take up. */
  private void site(int number) {
    Draw draw = today(Novelty.SITE, number);
    int site = Newcomer.NOVELTY.rank(network, draw);
    for (int client : workstations(draw.between(1, 5), draw)) {
      int lookups = draw.between(1, 10);
      for (int i = 0; i < lookups; i++) {
        DnsType type = draw.chance(0.7) ? DnsType.A : DnsType.AAAA;
        answer(Novelty.SITE, client, Sites.host(site, draw), type, site, draw);
      }
    }
  }

  /** A network that delivers content from hosts with names like numbers. */
  private void cdn(int number) {
    Draw draw = today(Novelty.CDN, number);
    int site = Newcomer.NOVELTY.rank(network, draw);
    int length = draw.between(8, 24);
    for (int client : workstations(draw.between(2, 6), draw)) {
      int lookups = draw.between(2, 12);
      for (int i = 0; i < lookups; i++) {
        String host = draw.oneOf("d", "c", "img-") + draw.text(Sites.ALPHANUMERIC, length);
        answer(Novelty.CDN, client, Sites.below(host, Sites.domain(site)), DnsType.A, site, draw);
      }
    }
  }

  /** An application inside that a department takes up. */
  private void application(int number) {
    Draw draw = today(Novelty.APPLICATION, number);
    String host = draw.text("abcdefghiklmnoprstu", draw.between(3, 9)) + draw.oneOf("", "-test");
    DnsType type = draw.oneOf(DnsType.A, DnsType.A, DnsType.SRV);
    String name =
        Sites.below(type == DnsType.SRV ? "_" + host + "._tcp" : host, DnsNames.OWN_DOMAIN);
    for (int client : workstations(draw.between(2, 6), draw)) {
      int lookups = draw.between(1, 10);
      for (int i = 0; i < lookups; i++) {
        answer(Novelty.APPLICATION, client, name, type, -1, draw);
      }
    }
  }

  /** A program that asks its maker about files by their hashes. */
  private void agent(int number) {
    Draw draw = today(Novelty.AGENT, number);
    int site = Newcomer.NOVELTY.rank(network, draw);
    int length = draw.oneOf(16, 32, 40);
    DnsType type = draw.oneOf(DnsType.A, DnsType.TXT);
    for (int client : workstations(draw.between(1, 3), draw)) {
      int lookups = draw.between(2, 10);
      for (int i = 0; i < lookups; i++) {
        String name = draw.text(HEX, length) + ".q." + Sites.domain(site);
        answer(Novelty.AGENT, client, name, type, site, draw);
      }
    }
  }

  /** Somebody asks for another type of record than before, of a known site. */
  private void recordType(int number) {
    Draw draw = today(Novelty.RECORD_TYPE, number);
    int site = draw.between(30, network.count(Role.INTERNET) - 1);
    DnsType type = draw.oneOf(DnsType.MX, DnsType.TXT, DnsType.SOA, DnsType.SRV);
    int client = workstation(draw);
    int lookups = draw.between(1, 5);
    for (int i = 0; i < lookups; i++) {
      answer(Novelty.RECORD_TYPE, client, Sites.domain(site), type, site, draw);
    }
  }

  /**
   * @param site whose host the answer names; below 0 for none
   */
  private void answer(Kind kind, int client, String name, DnsType type, int site, Draw draw) {
    int server = setting.habits().server(Role.WORKSTATION, client, Role.DIRECTORY, draw);
    add(
        kind,
        new DnsAnswer(
            atWork(draw),
            draw.between(0, 999_999),
            address(client),
            network.address(Role.DIRECTORY, server),
            name,
            type,
            DnsAnswer.NO_ERROR,
            type.answer(draw),
            type == DnsType.A && site >= 0 ? network.address(Role.INTERNET, site) : null));
  }
}
