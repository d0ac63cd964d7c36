/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/**
 * The word of a DNS answer, in two vocabularies.
 *
 * <p>A word is {@code class_log2(frame_len)_hour_log2(length of the subdomain)_bin(entropy of the
 * subdomain)_log2(labels)_type_rcode}. The vocabularies differ in what is the subdomain, how labels
 * are counted, and where the hour comes from. Source: {@code DNSWordCreation} of Apache Spot.
 */
public final class DnsWord {
  private DnsWord() {}

  /**
   * The word in Apache Spot's vocabulary.
   *
   * @param frameTime time as text; the hour is taken from the fourth blank-separated field
   * @param frameLen length of the frame in bytes, 0 or more
   * @param name name asked for; see {@link SpotDomain}
   * @param type query type, any number
   * @param rcode response code, any number
   * @param domainClass 0, 1 or 2: see {@link DomainClass}
   * @return the word, or null if there is no hour in 0-23 or a number is out of range
   */
  public static String spot(
      String frameTime, int frameLen, String name, int type, int rcode, int domainClass) {
    String subdomain = SpotDomain.of(name).subdomain();
    return word(
        HourOfDay.ofFrameTime(frameTime),
        frameLen,
        subdomain.equals(SpotDomain.NONE) ? "" : subdomain,
        SpotDomain.labelCount(name),
        type,
        rcode,
        domainClass);
  }

  /**
   * The word in the psl vocabulary.
   *
   * @param unixTstamp seconds since 1970, 0 or more; the hour is that of UTC
   * @param frameLen length of the frame in bytes, 0 or more
   * @param name name asked for; see {@link HostName}
   * @param type query type, any number
   * @param rcode response code, any number
   * @param domainClass 0, 1 or 2: see {@link DomainClass}
   * @return the word, or null if a number is out of range
   */
  public static String psl(
      long unixTstamp, int frameLen, String name, int type, int rcode, int domainClass) {
    HostName host = HostName.of(name);
    return word(
        HourOfDay.ofEpochSecond(unixTstamp),
        frameLen,
        host.subdomain(),
        host.labelCount(),
        type,
        rcode,
        domainClass);
  }

  private static String word(
      int hour, int frameLen, String subdomain, int labels, int type, int rcode, int domainClass) {
    if (hour == HourOfDay.NONE || frameLen < 0 || !DomainClass.isValid(domainClass)) {
      return null;
    }
    return new StringBuilder(32)
        .append(domainClass)
        .append('_')
        .append(LogBins.log2(frameLen))
        .append('_')
        .append(hour)
        .append('_')
        .append(LogBins.log2(subdomain.length()))
        .append('_')
        .append(Entropy.bin(Entropy.bits(subdomain)))
        .append('_')
        .append(LogBins.log2(labels))
        .append('_')
        .append(type)
        .append('_')
        .append(rcode)
        .toString();
  }
}
