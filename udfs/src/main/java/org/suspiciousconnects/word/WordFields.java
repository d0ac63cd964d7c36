/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** A word taken apart at its underscores, of which free text may have some of its own. */
final class WordFields {
  /** As our words have them: no plus, no leading zeros, no digits of other scripts. */
  private static final Pattern NUMBER = Pattern.compile("0|-?[1-9][0-9]{0,9}");

  private final String[] fields;

  WordFields(String word) {
    fields = word.split("_", -1);
  }

  /** The number of fields, 1 or more. */
  int count() {
    return fields.length;
  }

  /** Whether a field is there and is a number in a range. */
  boolean isNumber(int field, int minimum, int maximum) {
    if (field < 0 || field >= fields.length || !NUMBER.matcher(fields[field]).matches()) {
      return false;
    }
    long number = Long.parseLong(fields[field]);
    return number >= minimum && number <= maximum;
  }

  /** A field for which {@link #isNumber} is true. */
  int number(int field) {
    return Integer.parseInt(fields[field]);
  }

  /** Fields that are one text, its underscores put back. */
  String text(int from, int to) {
    return String.join("_", Arrays.asList(fields).subList(from, to));
  }

  /**
   * A text of an event as a person can read it on one line: as it is, or in double quotes if it is
   * empty or has ASCII characters other than letters, digits and {@code - . + / _}, or such as have
   * no shape; those are written {@code \\uXXXX}.
   */
  static String shown(String text) {
    StringBuilder shown = new StringBuilder(text.length() + 2);
    boolean plain = !text.isEmpty();
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      plain &= isPlain(unit) || isPair(text, i);
      if (unit == '"' || unit == '\\') {
        shown.append('\\').append(unit);
      } else if (isShapeless(unit) && !isPair(text, i)) {
        shown.append(String.format(Locale.ROOT, "\\u%04x", (int) unit));
      } else {
        shown.append(unit);
      }
    }
    return plain ? text : "\"" + shown + "\"";
  }

  private static boolean isPlain(char unit) {
    return unit >= '0' && unit <= '9'
        || unit >= 'A' && unit <= 'Z'
        || unit >= 'a' && unit <= 'z'
        || "-.+/_".indexOf(unit) >= 0
        || unit >= 0x80 && !isShapeless(unit);
  }

  /** Whether a unit is half of a character. */
  private static boolean isPair(String text, int i) {
    return i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))
        || i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
  }

  /**
   * Controls, ends of lines, and what turns the direction of a line or can't be seen. Ranges of our
   * own: what Java knows of Unicode depends on its version, and answers must not.
   */
  private static boolean isShapeless(char unit) {
    return unit < 0x20
        || unit >= 0x7f && unit < 0xa0
        || unit >= 0x200b && unit <= 0x200f
        || unit >= 0x2028 && unit <= 0x202e
        || unit >= 0x2060 && unit <= 0x206f
        || unit == 0xfeff
        || Character.isSurrogate(unit);
  }
}
