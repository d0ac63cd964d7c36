/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of a DNS class (RFC 1035, 16 bits), which tshark writes in hexadecimal. */
public final class DnsClass {
  private static final Pattern NUMBER = Pattern.compile("0[xX]0*([0-9a-fA-F]{1,4})|0*([0-9]{1,5})");
  private static final int LAST = 0xffff;

  private DnsClass() {}

  /**
   * The number.
   *
   * @param text such as {@code 0x00000001} or {@code 1}
   * @return 0 to 65535; null if the text is no such number
   */
  public static Integer number(String text) {
    Matcher matcher = NUMBER.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    int number =
        matcher.group(1) != null
            ? Integer.parseInt(matcher.group(1), 16)
            : Integer.parseInt(matcher.group(2));
    return number <= LAST ? number : null;
  }
}
