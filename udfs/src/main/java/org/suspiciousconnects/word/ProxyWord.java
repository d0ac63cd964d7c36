/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/**
 * The word of a proxy request, in two vocabularies.
 *
 * <p>A word is {@code class_hour_method_bin(entropy of the URI)_content type_log2(requests of the
 * user agent)_log2(length of the URI)_response code}. The vocabularies differ in which times they
 * accept, and in the domain that the class is of. Source: {@code ProxyWordCreation} of Apache Spot.
 */
public final class ProxyWord {
  static final String NO_CONTENT_TYPE = "unknown_content_type";
  static final String NO_RESPONSE_CODE = "unknown_response_code";

  private ProxyWord() {}

  /**
   * The word in Apache Spot's vocabulary.
   *
   * @param time time of day, the hour before the first colon
   * @param method request method, taken over as it is
   * @param uri the whole URI
   * @param contentType content type; what is before its first {@code /} is taken over
   * @param agentCount requests of this user agent that day, 0 or more
   * @param responseCode taken over as it is; null is {@code unknown_response_code}
   * @param domainClass 0, 1 or 2: see {@link DomainClass}
   * @return the word, or null if there is no hour in 0-23 or a number is out of range
   */
  public static String spot(
      String time,
      String method,
      String uri,
      String contentType,
      long agentCount,
      String responseCode,
      int domainClass) {
    return word(
        HourOfDay.ofTime(time), method, uri, contentType, agentCount, responseCode, domainClass);
  }

  /**
   * The word in the psl vocabulary.
   *
   * @param date date in UTC, {@code yyyy-MM-dd}
   * @param time time in UTC, {@code HH:mm:ss}, a fraction of the second allowed
   * @param method request method, taken over as it is
   * @param uri the whole URI
   * @param contentType content type; what is before its first {@code /} is taken over
   * @param agentCount requests of this user agent that day, 0 or more
   * @param responseCode taken over as it is; null is {@code unknown_response_code}
   * @param domainClass 0, 1 or 2: see {@link DomainClass}
   * @return the word, or null if date or time do not exist or a number is out of range
   */
  public static String psl(
      String date,
      String time,
      String method,
      String uri,
      String contentType,
      long agentCount,
      String responseCode,
      int domainClass) {
    return word(
        HourOfDay.ofDateAndTime(date, time),
        method,
        uri,
        contentType,
        agentCount,
        responseCode,
        domainClass);
  }

  private static String word(
      int hour,
      String method,
      String uri,
      String contentType,
      long agentCount,
      String responseCode,
      int domainClass) {
    if (hour == HourOfDay.NONE || agentCount < 0 || !DomainClass.isValid(domainClass)) {
      return null;
    }
    return new StringBuilder(48)
        .append(domainClass)
        .append('_')
        .append(hour)
        .append('_')
        .append(method)
        .append('_')
        .append(Entropy.bin(Entropy.bits(uri)))
        .append('_')
        .append(mainType(contentType))
        .append('_')
        .append(LogBins.log2(agentCount))
        .append('_')
        .append(LogBins.log2(uri.length()))
        .append('_')
        .append(responseCode == null ? NO_RESPONSE_CODE : responseCode)
        .toString();
  }

  /** What is before the first slash; of slashes only, Spot finds no parts at all. */
  private static String mainType(String contentType) {
    int slash = contentType.indexOf('/');
    if (slash < 0) {
      return contentType;
    }
    for (int i = slash; i < contentType.length(); i++) {
      if (contentType.charAt(i) != '/') {
        return contentType.substring(0, slash);
      }
    }
    return slash == 0 ? NO_CONTENT_TYPE : contentType.substring(0, slash);
  }
}
