/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.util.regex.Pattern;

/**
 * Reads the text of a log's columns as the types of the tables. A null or blank text is null; a
 * value that its type holds is taken, whether or not it makes sense.
 */
final class Values {
  private static final Pattern HEX =
      Pattern.compile("0[xX](?=[0-9a-fA-F])0*+[0-7]?[0-9a-fA-F]{0,7}");

  /** Whole numbers that not even 64 bits hold for sure. */
  private static final Pattern HUGE = Pattern.compile("0*+[1-9][0-9]{18,}+");

  private Values() {}

  /**
   * @return the text without blanks around it, or null if there is nothing else
   */
  static String string(String text) {
    if (text == null) {
      return null;
    }
    String stripped = text.strip();
    return stripped.isEmpty() ? null : stripped;
  }

  /**
   * @throws RejectedLine if the text is no whole number of 32 bits
   */
  static Integer int32(String column, String text) throws RejectedLine {
    Long number = whole(column, text, Integer.MIN_VALUE, Integer.MAX_VALUE, "INT");
    return number == null ? null : number.intValue();
  }

  /**
   * @throws RejectedLine if the text is no whole number of 64 bits
   */
  static Long int64(String column, String text) throws RejectedLine {
    return whole(column, text, Long.MIN_VALUE, Long.MAX_VALUE, "BIGINT");
  }

  /**
   * @param text decimal, or hexadecimal as {@code 0x001c}
   * @throws RejectedLine if the text is neither, or does not fit 32 bits
   */
  static Integer hexOrInt32(String column, String text) throws RejectedLine {
    String value = string(text);
    if (value == null || !value.regionMatches(true, 0, "0x", 0, 2)) {
      return int32(column, value);
    }
    if (!HEX.matcher(value).matches()) {
      throw new RejectedLine(column, value, "is no hexadecimal number of 31 bits");
    }
    return Integer.parseInt(value.substring(2), 16);
  }

  /**
   * For lengths and durations, which Apache Spot's tables have as INT.
   *
   * @param text {@code -} is null too
   * @return 2^31 - 1 for any larger number
   * @throws RejectedLine if the text is no whole number, or less than -2^31
   */
  static Integer atMostInt32(String column, String text) throws RejectedLine {
    String value = string(text);
    if (value == null || value.equals("-")) {
      return null;
    }
    return HUGE.matcher(value).matches()
        ? Integer.MAX_VALUE
        : (int)
            Math.min(
                Integer.MAX_VALUE, whole(column, value, Integer.MIN_VALUE, Long.MAX_VALUE, "INT"));
  }

  /**
   * @throws RejectedLine if the text is no finite decimal number of 32 bits
   */
  static Float float32(String column, String text) throws RejectedLine {
    String value = string(text);
    if (value == null) {
      return null;
    }
    try {
      // Java alone would take NaN, Infinity, 1f and 0x1p3 too.
      if (value.chars().allMatch(c -> (c >= '0' && c <= '9') || ".+-eE".indexOf(c) >= 0)) {
        float number = Float.parseFloat(value);
        if (Float.isInfinite(number)) {
          throw new RejectedLine(column, value, "does not fit FLOAT");
        }
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new RejectedLine(column, value, "is no number");
  }

  /** Only ASCII digits: {@link Long#parseLong} would take those of any script. */
  private static Long whole(String column, String text, long min, long max, String type)
      throws RejectedLine {
    String value = string(text);
    if (value == null) {
      return null;
    }
    boolean negative = value.charAt(0) == '-';
    int from = negative ? 1 : 0;
    if (from == value.length()) {
      throw new RejectedLine(column, value, "is no whole number");
    }
    // Counts down, as the range has one more number below 0 than above.
    long number = 0;
    boolean fits = true;
    for (int i = from; i < value.length(); i++) {
      int digit = value.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        throw new RejectedLine(column, value, "is no whole number");
      }
      fits &= number >= (Long.MIN_VALUE + digit) / 10;
      number = number * 10 - digit;
    }
    fits &= negative || number != Long.MIN_VALUE;
    number = negative ? number : -number;
    if (!fits || number < min || number > max) {
      throw new RejectedLine(column, value, "does not fit " + type);
    }
    return number;
  }
}
