/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import java.net.IDN;

/**
 * A host name cut into subdomain and registered domain by the public suffix list: {@code bbc.co.uk}
 * of {@code www.bbc.co.uk}. The psl vocabulary uses it.
 *
 * <p>A name is compared in one form: ASCII in lower case, letters of other scripts in Punycode (RFC
 * 3490), without dots at the end and without a port. A label that has no such form stays as it is,
 * but for ASCII letters in lower case.
 *
 * <p>No registered domain have: IP addresses, and any name whose last label is all digits (RFC 3696
 * section 2); names below in-addr.arpa and ip6.arpa, which are addresses too; single labels; public
 * suffixes; names with an empty label or with a colon that is not before a port.
 */
public final class HostName {
  private static final int MAX_LABEL = 63;
  private static final int IDN_FLAGS = IDN.ALLOW_UNASSIGNED | IDN.USE_STD3_ASCII_RULES;

  private final String name;
  private final int domainStart;

  private HostName(String name) {
    this.name = name;
    this.domainStart = domainStart(name);
  }

  /**
   * Reads a name; never fails.
   *
   * @param text a name, a name and a port, or any other text
   * @return the name in its one form
   */
  public static HostName of(String text) {
    return new HostName(inOneForm(text));
  }

  /**
   * Whether a text has the form of an IP address: IPv4, or IPv6, with or without a port.
   *
   * @param text a name, an address, either with a port, or any other text
   * @return true also for what no name can be: a last label that is all digits, a colon that is not
   *     before a port; false for the empty text
   */
  public static boolean isIp(String text) {
    String name = inOneForm(text);
    return !name.isEmpty() && hasFormOfIp(name);
  }

  /**
   * The name in its one form if it can be one of a host or domain, of one label or more.
   *
   * @return such as {@code www.bbc.co.uk}; null for an IP address, the empty name, and a name whose
   *     last label is all digits, with an empty label, or with a colon that is not before a port
   */
  public String hostName() {
    return name.isEmpty() || hasEmptyLabel(name) || hasFormOfIp(name) ? null : name;
  }

  /**
   * The domain that somebody registered: a public suffix and one label more.
   *
   * @return such as {@code bbc.co.uk}; null if the name has none
   */
  public String registeredDomain() {
    return domainStart < 0 ? null : name.substring(domainStart);
  }

  /**
   * The labels left of the registered domain.
   *
   * @return such as {@code www}; empty if there are none or there is no registered domain
   */
  public String subdomain() {
    return domainStart <= 0 ? "" : name.substring(0, domainStart - 1);
  }

  /**
   * The characters left of the registered domain and of the dot before it.
   *
   * @return the length of {@link #subdomain}, 0 if there is none
   */
  public int subdomainLength() {
    return Math.max(0, domainStart - 1);
  }

  /**
   * The number of labels.
   *
   * @return 0 if nothing is left of the name in its one form
   */
  public int labelCount() {
    int labels = name.isEmpty() ? 0 : 1;
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) == '.') {
        labels++;
      }
    }
    return labels;
  }

  /** The name in its one form. */
  @Override
  public String toString() {
    return name;
  }

  private static String inOneForm(String text) {
    String name = withoutDots(text);
    int port = portStart(name);
    return ascii(port < 0 ? name : withoutDots(name.substring(0, port)));
  }

  private static int domainStart(String name) {
    if (name.isEmpty() || hasEmptyLabel(name) || isAddress(name)) {
      return -1;
    }
    int start = name.length() + 1;
    for (int labels = PublicSuffixes.labels(name) + 1; labels > 0; labels--) {
      if (start == 0) {
        return -1;
      }
      start = name.lastIndexOf('.', start - 2) + 1;
    }
    return start;
  }

  private static boolean hasEmptyLabel(String name) {
    return name.charAt(0) == '.' || name.contains("..");
  }

  /** An address, or a name that stands for one. */
  private static boolean isAddress(String name) {
    return hasFormOfIp(name) || isBelow(name, "in-addr.arpa") || isBelow(name, "ip6.arpa");
  }

  /** IPv4, or IPv6, whose colons no name has. */
  private static boolean hasFormOfIp(String name) {
    return name.indexOf(':') >= 0 || isDigits(name, name.lastIndexOf('.') + 1);
  }

  private static boolean isBelow(String name, String zone) {
    int start = name.length() - zone.length();
    return start >= 0 && name.endsWith(zone) && (start == 0 || name.charAt(start - 1) == '.');
  }

  private static boolean isDigits(String text, int start) {
    for (int i = start; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static String withoutDots(String name) {
    int end = name.length();
    while (end > 0 && isDot(name.charAt(end - 1))) {
      end--;
    }
    return name.substring(0, end);
  }

  /** Where the colon before a port is, or -1; IPv6 addresses have more than one colon. */
  private static int portStart(String name) {
    int colon = name.indexOf(':');
    return colon >= 0 && isDigits(name, colon + 1) ? colon : -1;
  }

  private static String ascii(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 || c >= 'A' && c <= 'Z') {
        return asciiLabels(text);
      }
    }
    return text;
  }

  private static String asciiLabels(String text) {
    StringBuilder name = new StringBuilder(text.length() + 16);
    int start = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || isDot(text.charAt(i))) {
        appendLabel(name, text.substring(start, i));
        if (i < text.length()) {
          name.append('.');
        }
        start = i + 1;
      }
    }
    return name.toString();
  }

  /** The full stop and the three that RFC 3490 section 3.1 has for it. */
  private static boolean isDot(char c) {
    return c == '.' || c == '\u3002' || c == '\uff0e' || c == '\uff61';
  }

  private static void appendLabel(StringBuilder name, String label) {
    String ascii = punycode(label);
    for (int i = 0; i < ascii.length(); i++) {
      char c = ascii.charAt(i);
      name.append(c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c);
    }
  }

  private static String punycode(String label) {
    if (label.length() > MAX_LABEL || isAscii(label)) {
      return label;
    }
    try {
      return IDN.toASCII(label, IDN_FLAGS);
    } catch (IllegalArgumentException e) {
      return label;
    }
  }

  private static boolean isAscii(String label) {
    for (int i = 0; i < label.length(); i++) {
      if (label.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }
}
