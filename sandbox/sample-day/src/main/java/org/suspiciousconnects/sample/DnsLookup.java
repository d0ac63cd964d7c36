/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import static org.suspiciousconnects.sample.Rhythm.ALWAYS;
import static org.suspiciousconnects.sample.Rhythm.OFFICE;
import static org.suspiciousconnects.sample.Rhythm.PUBLIC;
import static org.suspiciousconnects.sample.Role.APPLICATION;
import static org.suspiciousconnects.sample.Role.DIRECTORY;
import static org.suspiciousconnects.sample.Role.MAIL_SERVER;
import static org.suspiciousconnects.sample.Role.MONITOR;
import static org.suspiciousconnects.sample.Role.WORKSTATION;

import java.util.List;

/**
 * What is looked up on a normal day: who asks how often, when, for which type of record, and which
 * share has no such name. {@link DnsNames} knows the names. All ask a directory server, which asks
 * the internet.
 */
enum DnsLookup implements Activity {
  SITE(300, OFFICE, WORKSTATION, DnsType.A, 0.008),
  SITE_V6(110, OFFICE, WORKSTATION, DnsType.AAAA, 0.008),
  EDGE(70, OFFICE, WORKSTATION, DnsType.A, 0),
  EDGE_V6(25, OFFICE, WORKSTATION, DnsType.AAAA, 0),
  TRACKER(22, OFFICE, WORKSTATION, DnsType.A, 0),
  TELEMETRY(45, ALWAYS, WORKSTATION, DnsType.A, 0.001),
  FILE_HASH(12, OFFICE, WORKSTATION, DnsType.A, 0.6),
  FILE_VERDICT(12, OFFICE, WORKSTATION, DnsType.TXT, 0.1),
  INTERNAL(70, OFFICE, WORKSTATION, DnsType.A, 0.01),
  INTERNAL_V6(12, OFFICE, WORKSTATION, DnsType.AAAA, 0.01),
  LOCATE_SERVICE(32, OFFICE, WORKSTATION, DnsType.SRV, 0.02),
  /** Resolvers try an outside name inside first. */
  SEARCH_LIST(18, OFFICE, WORKSTATION, DnsType.A, 1),
  /** Browsers find out whether a provider answers for names that do not exist. */
  PROBE(10, OFFICE, WORKSTATION, DnsType.A, 1),
  PROXY_DISCOVERY(12, OFFICE, WORKSTATION, DnsType.A, 1),
  TYPO(6, OFFICE, WORKSTATION, DnsType.A, 0.9),
  /** Before a machine registers its own name. */
  REGISTRATION(5, OFFICE, WORKSTATION, DnsType.SOA, 0),
  ALIAS(2, OFFICE, WORKSTATION, DnsType.CNAME, 0.05),
  REVERSE(18, OFFICE, WORKSTATION, DnsType.PTR, 0.3),
  REVERSE_POLL(8, ALWAYS, MONITOR, DnsType.PTR, 0.05),
  REVERSE_SENDER(8, PUBLIC, MAIL_SERVER, DnsType.PTR, 0.3),
  SENDER_BLOCKED(9, PUBLIC, MAIL_SERVER, DnsType.A, 0.85),
  SENDER_POLICY(9, PUBLIC, MAIL_SERVER, DnsType.TXT, 0.2),
  RECIPIENT(7, OFFICE, MAIL_SERVER, DnsType.MX, 0.02),
  PARTNER(12, ALWAYS, APPLICATION, DnsType.A, 0.005),
  REPLICATION(4, ALWAYS, DIRECTORY, DnsType.CNAME, 0),
  RECURSION(40, OFFICE, DIRECTORY, DnsType.A, 0.02),
  RECURSION_V6(12, OFFICE, DIRECTORY, DnsType.AAAA, 0.02);

  private final double weight;
  private final Rhythm rhythm;
  private final Role client;
  private final DnsType type;
  private final double missing;

  DnsLookup(double weight, Rhythm rhythm, Role client, DnsType type, double missing) {
    this.weight = weight;
    this.rhythm = rhythm;
    this.client = client;
    this.type = type;
    this.missing = missing;
  }

  @Override
  public double weight(int hour) {
    return weight * rhythm.share(hour);
  }

  /** The lookups of a day, whatever it is. */
  static List<DnsLookup> of(Setting setting) {
    return List.of(values());
  }

  @Override
  public Rhythm rhythm() {
    return rhythm;
  }

  @Override
  public Role client() {
    return client;
  }

  DnsType type() {
    return type;
  }

  /** A server on the internet answers, instead of one of the directory's. */
  boolean answeredOutside() {
    return this == RECURSION || this == RECURSION_V6;
  }

  /** A response code; a few queries fail whatever they are for. */
  int rcode(Draw draw) {
    if (draw.chance(missing)) {
      return DnsAnswer.NO_SUCH_NAME;
    }
    return draw.chance(0.004) ? DnsAnswer.SERVER_FAILURE : DnsAnswer.NO_ERROR;
  }
}
