/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.util.regex.Pattern;

/** A line of a list of popular domains, such as {@code 1,google.com}. */
final class RankedDomain {
  /** RFC 1035, section 2.3.4: characters of a name as it is written. */
  private static final int LONGEST = 253;

  private static final Pattern RANK = Pattern.compile("0*[1-9][0-9]{0,9}");
  private static final Pattern NO_DOMAIN =
      Pattern.compile("[\\s,\"'\\p{Cntrl}\uFFFD]", Pattern.UNICODE_CHARACTER_CLASS);

  private final int rank;
  private final String domain;

  private RankedDomain(int rank, String domain) {
    this.rank = rank;
    this.domain = domain;
  }

  /**
   * Reads a line.
   *
   * @throws RejectedLine if it is anything but a rank, a comma and a domain
   */
  static RankedDomain parse(String line) throws RejectedLine {
    int comma = line.indexOf(',');
    if (comma < 0) {
      throw new RejectedLine("line", line, "has no comma");
    }
    String rank = line.substring(0, comma);
    if (!RANK.matcher(rank).matches() || Long.parseLong(rank) > Integer.MAX_VALUE) {
      throw new RejectedLine("rank", rank, "is no whole number from 1 to 2147483647");
    }
    String domain = line.substring(comma + 1);
    if (domain.isEmpty()) {
      throw new RejectedLine("domain", domain, "is empty");
    }
    if (NO_DOMAIN.matcher(domain).find()) {
      throw new RejectedLine("domain", domain, "has a blank, comma, quote or control character");
    }
    if (domain.length() > LONGEST) {
      throw new RejectedLine("domain", domain, "has more than " + LONGEST + " characters");
    }
    return new RankedDomain(Integer.parseInt(rank), domain);
  }

  /** Whether a first line names the columns, such as {@code Rank,Domain}. */
  static boolean isHeader(String line) {
    return line.matches("(?i)[a-z_ ]*rank[a-z_ ]*,[a-z_ ]*(domain|name|host)[a-z_ ]*");
  }

  /** From 1, the most popular. */
  int rank() {
    return rank;
  }

  /** The domain, as it is written in the list. */
  String domain() {
    return domain;
  }
}
