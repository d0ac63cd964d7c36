/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

/** Tells IP addresses from other texts, such as names, in the answers of DNS. */
final class IpText {
  private static final int LONGEST_V6 = 45;

  private IpText() {}

  /** Whether the text is four numbers from 0 to 255 with dots between them; false for null. */
  static boolean isV4(String text) {
    if (text == null || text.length() < 7 || text.length() > 15) {
      return false;
    }
    int parts = 0;
    int part = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : '.';
      if (c == '.') {
        if (part < 0 || part > 255) {
          return false;
        }
        parts++;
        part = -1;
      } else if (c >= '0' && c <= '9') {
        part = Math.max(part, 0) * 10 + (c - '0');
      } else {
        return false;
      }
    }
    return parts == 4;
  }

  /** Whether the text has two colons and else only hexadecimal digits and dots; false for null. */
  static boolean isV6(String text) {
    if (text == null || text.length() > LONGEST_V6) {
      return false;
    }
    int colons = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ':') {
        colons++;
      } else if (c != '.' && (c > 'f' || Character.digit(c, 16) < 0)) {
        return false;
      }
    }
    return colons > 1;
  }
}
