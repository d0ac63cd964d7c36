/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

/**
 * Reads the text of a log's columns as the types of the tables. A null or blank text is null; a
 * value that its type holds is taken, whether or not it makes sense.
 */
final class Values {
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
