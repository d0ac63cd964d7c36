/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/** What a {@link DnsWord} says. */
final class DnsExplanation {
  private static final int FIELDS = 8;
  private static final int LAST_BIN = 30;

  private DnsExplanation() {}

  /**
   * The explanation, or null if it is no word of dns.
   *
   * @param zone what to say after the hour
   */
  static String of(String word, String zone) {
    WordFields fields = new WordFields(word);
    if (fields.count() != FIELDS
        || !fields.isNumber(0, 0, 2)
        || !fields.isNumber(1, 0, LAST_BIN)
        || !fields.isNumber(2, 0, 23)
        || !fields.isNumber(3, 0, LAST_BIN)
        || !fields.isNumber(4, 0, Entropy.LAST_BIN)
        || !fields.isNumber(5, 0, LAST_BIN)
        || !fields.isNumber(6, Integer.MIN_VALUE, Integer.MAX_VALUE)
        || !fields.isNumber(7, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
      return null;
    }
    return DomainClass.explained(fields.number(0))
        + ", frame of "
        + range(fields.number(1)).ofBytes()
        + " at "
        + fields.number(2)
        + "h"
        + zone
        + ", subdomain of "
        + range(fields.number(3)).of("character")
        + " with "
        + Entropy.explained(fields.number(4))
        + ", "
        + range(fields.number(5)).of("label")
        + ", "
        + DnsNumbers.type(fields.number(6))
        + ", "
        + DnsNumbers.rcode(fields.number(7));
  }

  private static CountRange range(int bin) {
    return CountRange.ofLog2(bin, Integer.MAX_VALUE);
  }
}
