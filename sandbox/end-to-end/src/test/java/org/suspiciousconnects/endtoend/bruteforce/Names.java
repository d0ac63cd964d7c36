/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.util.Locale;
import java.util.Set;

/**
 * Registered domains, of the few suffixes that the days of the test have: co.uk, else the last
 * label.
 */
final class Names {
  private static final Set<String> LONG_SUFFIXES = Set.of("co.uk");

  private Names() {}

  /**
   * The label left of the public suffix with it, null if there is none, as for addresses and their
   * reverse names.
   */
  static String registered(String name) {
    String plain = plain(name);
    if (isAddress(plain) || plain.endsWith(".in-addr.arpa")) {
      return null;
    }
    String[] labels = plain.split("\\.");
    int suffix = 1;
    if (labels.length > 1
        && LONG_SUFFIXES.contains(labels[labels.length - 2] + "." + labels[labels.length - 1])) {
      suffix = 2;
    }
    if (labels.length <= suffix) {
      return null;
    }
    StringBuilder domain = new StringBuilder(labels[labels.length - suffix - 1]);
    for (int i = labels.length - suffix; i < labels.length; i++) {
      domain.append('.').append(labels[i]);
    }
    return domain.toString();
  }

  /** Characters left of the registered domain, without the dot between. */
  static int subdomainLength(String name) {
    String domain = registered(name);
    if (domain == null || domain.length() == plain(name).length()) {
      return 0;
    }
    return plain(name).length() - domain.length() - 1;
  }

  /** Whether a host is an address, with or without a port; one of IPv6 in brackets or alone. */
  static boolean isAddress(String host) {
    return host.matches(
        "[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+(:[0-9]+)?|\\[[0-9a-fA-F:.]+\\](:[0-9]+)?|[0-9a-fA-F]*:[0-9a-fA-F]*:[0-9a-fA-F:.]*");
  }

  /**
   * A name as names are compared: in small letters, without a dot at the end or a port; an address
   * as it is.
   */
  static String plain(String name) {
    if (isAddress(name)) {
      return name;
    }
    String lower = name.toLowerCase(Locale.ROOT).replaceFirst(":[0-9]+$", "");
    return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
  }
}
