/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/**
 * The words of the method profile for DNS: of one answer, of a client's day with one registered
 * domain, and of its day with one kind of answer. A count that is null or negative counts as 0.
 */
public final class DnsProfileWords {
  static final String NXDOMAIN = "nx";
  static final String OTHER = "ok";

  /** The longest subdomains of the bins 1 to 4; longer ones are in bin 5. */
  static final int[] SUBDOMAINS = {8, 16, 28, 48};

  /** A share is told in quarters. */
  static final int QUARTERS = 4;

  private DnsProfileWords() {}

  /**
   * The word of an answer: type; rcode; prevalence of the domain; length of the subdomain; share of
   * digits in the name; length of the frame.
   *
   * @param dnsQryType query type; null and negative are missing
   * @param dnsQryRcode response code; null and negative are missing
   * @param dnsQryName name asked for; null counts as empty
   * @param domainClients clients that knew the registered domain before
   * @param frameLen length of the frame in bytes
   * @return such as {@code event|t16|rc0|k0|l4|d2|f8}
   */
  public static String event(
      Integer dnsQryType,
      Integer dnsQryRcode,
      String dnsQryName,
      Long domainClients,
      Integer frameLen) {
    HostName name = HostName.of(dnsQryName == null ? "" : dnsQryName);
    return new ProfileWordBuilder(ProfileWord.EVENT)
        .numberOfEvent("t", dnsQryType)
        .numberOfEvent("rc", dnsQryRcode)
        .field(Prevalence.of(domainClients))
        .field("l", subdomainBin(name.subdomainLength()))
        .field("d", digitsBin(name.toString()))
        .field("f", BinaryDigits.of(frameLen))
        .toString();
  }

  /**
   * The word of a client's day with one registered domain: prevalence of the domain; rare type;
   * number of names; longest subdomain; share of NXDOMAIN; answers.
   *
   * @param domainClients clients that knew the domain before
   * @param rareType the rare type that was asked for; null if none was, and missing if negative
   * @param names number of names below the domain
   * @param longestSubdomain characters of the longest subdomain
   * @param nxdomains number of answers NXDOMAIN
   * @param answers number of answers
   * @return such as {@code pair|k0|t16|m5|l6|x0|n7}
   */
  public static String pair(
      Long domainClients,
      Integer rareType,
      Long names,
      Integer longestSubdomain,
      Long nxdomains,
      Long answers) {
    return new ProfileWordBuilder(ProfileWord.PAIR)
        .field(Prevalence.of(domainClients))
        .numberOfEvent("t", rareType)
        .field("m", BinaryDigits.of(names))
        .field("l", BinaryDigits.of(longestSubdomain))
        .field("x", quarters(nxdomains == null ? 0 : nxdomains, answers == null ? 0 : answers))
        .field("n", BinaryDigits.of(answers))
        .toString();
  }

  /**
   * The word of a client's day with one kind of answer: the kind; number of domains; answers.
   *
   * @param nxdomain 1 for the answers NXDOMAIN, else for all others
   * @param domains number of registered domains
   * @param answers number of answers
   * @return such as {@code fan|nx|p4|n6}
   */
  public static String fan(Integer nxdomain, Long domains, Long answers) {
    return new ProfileWordBuilder(ProfileWord.FAN)
        .field(nxdomain != null && nxdomain == 1 ? NXDOMAIN : OTHER)
        .field("p", BinaryDigits.of(domains))
        .field("n", BinaryDigits.of(answers))
        .toString();
  }

  private static int subdomainBin(int length) {
    if (length == 0) {
      return 0;
    }
    int bin = 0;
    while (bin < SUBDOMAINS.length && length > SUBDOMAINS[bin]) {
      bin++;
    }
    return bin + 1;
  }

  /** 0 without digits, else 1 and the whole quarters that they are of the characters, 4 at most. */
  private static int digitsBin(String name) {
    int digits = 0;
    int characters = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '.') {
        characters++;
      }
      if (c >= '0' && c <= '9') {
        digits++;
      }
    }
    return digits == 0 ? 0 : Math.min(QUARTERS, 1 + quarters(digits, characters));
  }

  /** The whole quarters that a part is of a whole, 0 to 4; by doubling, which no number exceeds. */
  private static int quarters(long part, long whole) {
    if (part < 1 || whole < 1) {
      return 0;
    }
    if (part >= whole) {
      return QUARTERS;
    }
    int quarters = 0;
    long rest = part;
    for (int i = 0; i < 2; i++) {
      boolean half = rest >= whole - rest;
      rest = half ? rest - (whole - rest) : rest + rest;
      quarters = 2 * quarters + (half ? 1 : 0);
    }
    return quarters;
  }
}
