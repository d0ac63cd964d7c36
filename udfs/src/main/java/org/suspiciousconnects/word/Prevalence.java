/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/**
 * How common an item (a peer, a domain, a host, a user agent) is: by the number of clients that
 * knew it before the day, in the bins 0, 1, 2-4, 5-20 and 21 or more. A word names a bin by its
 * lowest number: {@code k0, k1, k2, k5, k21}.
 */
final class Prevalence {
  private static final String[] NAMES = {"k0", "k1", "k2", "k5", "k21"};
  private static final String[] CLIENTS = {
    "no client", "1 client", "2-4 clients", "5-20 clients", "more than 20 clients"
  };

  private Prevalence() {}

  /**
   * The bin's name.
   *
   * @param clients any number; null and negative count as 0
   */
  static String of(Long clients) {
    long known = clients == null ? 0 : clients;
    if (known < 1) {
      return NAMES[0];
    }
    if (known < 2) {
      return NAMES[1];
    }
    if (known < 5) {
      return NAMES[2];
    }
    return known < 21 ? NAMES[3] : NAMES[4];
  }

  /** Whose bin it is, such as {@code 2-4 clients}; null if it is the name of none. */
  static String explained(String name) {
    for (int bin = 0; bin < NAMES.length; bin++) {
      if (NAMES[bin].equals(name)) {
        return CLIENTS[bin];
      }
    }
    return null;
  }

  /**
   * Whether a field, from its first character on, is the name of a bin of items that less than five
   * clients knew, alone or with a hyphen behind it.
   */
  static boolean isRare(String word, int start, int end) {
    return end - start >= 2
        && word.charAt(start) == 'k'
        && word.charAt(start + 1) >= '0'
        && word.charAt(start + 1) <= '2'
        && (end - start == 2 || word.charAt(start + 2) == '-');
  }
}
