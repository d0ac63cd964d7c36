/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

/** A type of DNS record that is asked for, and how long answers are. */
enum DnsType {
  A(1),
  CNAME(5),
  SOA(6),
  NULL(10),
  PTR(12),
  MX(15),
  TXT(16),
  AAAA(28),
  SRV(33),
  /** A transfer of the whole zone. */
  AXFR(252);

  /** Name (a pointer), type, class, time to live and length of a record. */
  private static final int RECORD = 12;

  private final int number;

  DnsType(int number) {
    this.number = number;
  }

  /** The number of the type (RFC 1035, 3596, 2782). */
  int number() {
    return number;
  }

  /** How long the answer's records are, in bytes. */
  int answer(Draw draw) {
    int alias = draw.chance(0.3) ? RECORD + draw.between(14, 40) : 0;
    switch (this) {
      case A:
        return alias + (1 + draw.zipf(8, 1.6)) * (RECORD + 4);
      case AAAA:
        // Few sites have such addresses; the others answer with nothing but their SOA record.
        return draw.chance(0.4) ? alias + (1 + draw.zipf(4, 1.6)) * (RECORD + 16) : authority(draw);
      case SRV:
        return draw.between(1, 3) * (RECORD + 6 + 20 + 16);
      case MX:
        return draw.between(1, 5) * (RECORD + 2 + 18);
      case TXT:
        return RECORD + 1 + draw.between(12, 220);
      case SOA:
        return RECORD + 20 + draw.between(24, 50);
      case PTR:
      case CNAME:
      default:
        return RECORD + draw.between(18, 45);
    }
  }

  /** How long the record is that says who is in charge where there is no answer, in bytes. */
  static int authority(Draw draw) {
    return RECORD + 20 + draw.between(30, 60);
  }
}
