/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/**
 * The words of the method profile for proxy requests: of one request, of a client's day with one
 * host, and of its day with one user agent. A number that is null or negative counts as 0.
 */
public final class ProxyProfileWords {
  static final String IP = "ip";
  static final String NAME = "name";

  static final int UP_STEP = 3;
  static final int DOWN_STEP = 4;
  static final int URI_STEP = 2;

  private ProxyProfileWords() {}

  /**
   * The word of a request: method; content type; prevalence of the host and whether it is an IP
   * address; prevalence of the user agent; status; port; bytes up; bytes down; length of the URI.
   *
   * @param reqmethod request method, taken over as it is
   * @param resconttype content type; what is before its first semicolon counts, in lower case
   * @param host host asked for; null, empty and {@code -} are missing
   * @param hostClients clients that knew the host before
   * @param agentClients clients that used the user agent before
   * @param respcode response code, taken over as it is
   * @param uriport port, taken over as it is
   * @param csbytes bytes from the client
   * @param scbytes bytes to the client
   * @param uriLength characters of the URI
   * @return such as {@code event|GET|text/html|k21-name|k21|200|80|b3|w4|u3}
   */
  public static String event(
      String reqmethod,
      String resconttype,
      String host,
      Long hostClients,
      Long agentClients,
      String respcode,
      String uriport,
      Integer csbytes,
      Integer scbytes,
      Integer uriLength) {
    ProfileWordBuilder word = new ProfileWordBuilder(ProfileWord.EVENT).text(reqmethod);
    contentType(word, resconttype);
    return word.field(Prevalence.of(hostClients))
        .more("-")
        .more(kind(host))
        .field(Prevalence.of(agentClients))
        .text(respcode)
        .text(uriport)
        .field("b", BinaryDigits.of(csbytes) / UP_STEP)
        .field("w", BinaryDigits.of(scbytes) / DOWN_STEP)
        .field("u", BinaryDigits.of(uriLength) / URI_STEP)
        .toString();
  }

  /**
   * The word of a client's day with one host: prevalence of the host and whether it is an IP
   * address; prevalence of the rarest user agent; regularity; bytes up; requests.
   *
   * @param host the host; null, empty and {@code -} are missing
   * @param hostClients clients that knew the host before
   * @param agentClients clients that used the rarest of the user agents before
   * @param requests number of requests
   * @param medianGap median of the seconds between requests; null if there are none
   * @param deviation median absolute deviation of these, in seconds; null if there are none
   * @param csbytes bytes from the client in all requests
   * @return such as {@code pair|k0-name|k1|g0|b5|n7}
   */
  public static String pair(
      String host,
      Long hostClients,
      Long agentClients,
      Long requests,
      Long medianGap,
      Long deviation,
      Long csbytes) {
    return new ProfileWordBuilder(ProfileWord.PAIR)
        .field(Prevalence.of(hostClients))
        .more("-")
        .more(kind(host))
        .field(Prevalence.of(agentClients))
        .field(Regularity.of(requests, medianGap, deviation))
        .field("b", BinaryDigits.of(csbytes) / UP_STEP)
        .field("n", BinaryDigits.of(requests))
        .toString();
  }

  /**
   * The word of a client's day with one user agent: prevalence of the agent; number of domains;
   * requests.
   *
   * @param agentClients clients that used the user agent before
   * @param domains number of domains
   * @param requests number of requests
   * @return such as {@code fan|k1|p2|n5}
   */
  public static String fan(Long agentClients, Long domains, Long requests) {
    return new ProfileWordBuilder(ProfileWord.FAN)
        .field(Prevalence.of(agentClients))
        .field("p", BinaryDigits.of(domains))
        .field("n", BinaryDigits.of(requests))
        .toString();
  }

  private static void contentType(ProfileWordBuilder word, String type) {
    String text = type == null ? "" : type;
    int semicolon = text.indexOf(';');
    int end = semicolon < 0 ? text.length() : semicolon;
    int start = 0;
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    while (end > start && text.charAt(end - 1) <= ' ') {
      end--;
    }
    word.lowerCase(text, start, end);
  }

  private static String kind(String host) {
    if (host == null || host.isEmpty() || host.equals(ProfileWord.MISSING)) {
      return ProfileWord.MISSING;
    }
    return HostName.isIp(host) ? IP : NAME;
  }
}
