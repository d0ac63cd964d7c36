/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import com.google.common.net.InternetDomainName;

/**
 * The public suffix list (<a href="https://publicsuffix.org/list/">publicsuffix.org</a>), its
 * private section too: below which names anybody can register one. The list is constants of Guava's
 * classes, which are loaded with the first name that needs them; no file is read.
 */
final class PublicSuffixes {
  /** Longest name and label of RFC 1035, which the library accepts. */
  private static final int MAX_NAME = 253;

  private static final int MAX_LABEL = 63;

  private PublicSuffixes() {}

  /**
   * How many labels at the end of a name are its public suffix.
   *
   * @param name labels of ASCII in lower case, none empty; what no host name has may stand in them
   * @return 1 or more; 1, as the list prescribes, if it does not have the last label. It may be the
   *     whole name
   */
  static int labels(String name) {
    int start = hostNameStart(name);
    if (start == name.length()) {
      return 1;
    }
    InternetDomainName host = InternetDomainName.from(name.substring(start));
    return host.hasPublicSuffix() ? host.publicSuffix().parts().size() : 1;
  }

  /**
   * Where the longest end of the name starts that the library takes: labels left of it can be in no
   * rule of the list.
   */
  private static int hostNameStart(String name) {
    int start = name.length();
    int end = name.length();
    while (end > 0) {
      int label = name.lastIndexOf('.', end - 1) + 1;
      boolean last = end == name.length();
      if (name.length() - label > MAX_NAME
          || !isHostLabel(name, label, end)
          || last && isDigit(name.charAt(label))) {
        return start;
      }
      start = label;
      end = label - 1;
    }
    return start;
  }

  private static boolean isHostLabel(String name, int start, int end) {
    for (int i = start; i < end; i++) {
      char c = name.charAt(i);
      boolean letterOrDigit = c >= 'a' && c <= 'z' || isDigit(c);
      boolean inside = i > start && i < end - 1;
      if (!letterOrDigit && !(inside && (c == '-' || c == '_'))) {
        return false;
      }
    }
    return end - start <= MAX_LABEL;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
