/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/** What a word of {@link DnsProfileWords} says. */
final class DnsProfileExplanation {
  private static final String[] DIGITS = {
    "no digits in the name",
    "name with less than 25 % digits",
    "name with 25 to <50 % digits",
    "name with 50 to <75 % digits",
    "name with 75 % digits or more"
  };
  private static final String[] NXDOMAINS = {
    "less than 25 %", "25 to <50 %", "50 to <75 %", "75 to <100 %", "all"
  };

  private DnsProfileExplanation() {}

  /** The explanation, or null if it is no word of dns. */
  static String of(ProfileFields word) {
    if (word.is(ProfileWord.EVENT, 6)) {
      return event(word);
    }
    if (word.is(ProfileWord.PAIR, 6)) {
      return pair(word);
    }
    return word.is(ProfileWord.FAN, 3) ? fan(word) : null;
  }

  private static String event(ProfileFields word) {
    int digits = word.number(4, "d", DIGITS.length - 1);
    String frame = word.bytes(5, "f", 1, Integer.MAX_VALUE);
    return ProfileFields.sentence(
        type(word, 0),
        rcode(word, 1),
        word.known(2, "domain", "knew"),
        subdomain(word.number(3, "l", DnsProfileWords.SUBDOMAINS.length + 1)),
        digits < 0 ? null : DIGITS[digits],
        frame == null ? null : "frame of " + frame);
  }

  private static String pair(ProfileFields word) {
    int nxdomains = word.number(4, "x", NXDOMAINS.length - 1);
    String type = type(word, 1);
    String subdomain = word.counts(3, "l", 1, Integer.MAX_VALUE, "character");
    return ProfileFields.sentence(
        word.known(0, "a day with a domain", "knew"),
        word.counts(5, "n", 1, Long.MAX_VALUE, "answer"),
        nxdomains < 0 ? null : NXDOMAINS[nxdomains] + " of them NXDOMAIN",
        word.isMissing(1, "t") ? "no rare type" : type == null ? null : "rare " + type,
        word.counts(2, "m", 1, Long.MAX_VALUE, "name"),
        subdomain == null ? null : "longest subdomain of " + subdomain);
  }

  private static String fan(ProfileFields word) {
    boolean nxdomain = word.text(0).equals(DnsProfileWords.NXDOMAIN);
    if (!nxdomain && !word.text(0).equals(DnsProfileWords.OTHER)) {
      return null;
    }
    return ProfileFields.sentence(
        nxdomain ? "answers NXDOMAIN of a day" : "answers other than NXDOMAIN of a day",
        word.counts(1, "p", 1, Long.MAX_VALUE, "domain"),
        word.counts(2, "n", 1, Long.MAX_VALUE, "answer"));
  }

  private static String type(ProfileFields word, int field) {
    int type = word.number(field, "t", Integer.MAX_VALUE);
    return type < 0 && !word.isMissing(field, "t") ? null : DnsNumbers.type(type);
  }

  private static String rcode(ProfileFields word, int field) {
    int rcode = word.number(field, "rc", Integer.MAX_VALUE);
    return rcode < 0 && !word.isMissing(field, "rc") ? null : DnsNumbers.rcode(rcode);
  }

  private static String subdomain(int bin) {
    if (bin < 1) {
      return bin < 0 ? null : "no subdomain";
    }
    int[] longest = DnsProfileWords.SUBDOMAINS;
    if (bin > longest.length) {
      return "subdomain of more than " + longest[longest.length - 1] + " characters";
    }
    int shortest = bin == 1 ? 1 : longest[bin - 2] + 1;
    return "subdomain of " + shortest + "-" + longest[bin - 1] + " characters";
  }
}
