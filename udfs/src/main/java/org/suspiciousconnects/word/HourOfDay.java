/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import java.time.DateTimeException;
import java.time.LocalDate;

/** The hour, 0 to 23, in the forms in which DNS and proxy events carry their time. */
final class HourOfDay {
  /** What stands for a text that has no hour in 0 to 23. */
  static final int NONE = -1;

  private static final int HOURS = 24;
  private static final int SECONDS_OF_DAY = 86_400;
  private static final int SECONDS_OF_HOUR = 3_600;
  private static final int FIELDS_BEFORE_TIME = 3;

  private HourOfDay() {}

  /**
   * The number before the first colon, as {@code Integer.parseInt} reads it: with a sign, leading
   * zeros and any Unicode digits. Nothing after the colon is looked at. Source: {@code
   * TimeUtilities.getTimeAsHour} of Apache Spot, which lets any number pass.
   */
  static int ofTime(String time) {
    int colon = time.indexOf(':');
    return number(time, colon < 0 ? time.length() : colon);
  }

  /**
   * The hour of the fourth blank-separated field, as in {@code Jul 8 2016 06:58:45.765735000 UTC};
   * zone and date are not looked at. Apache Spot takes a leading blank for a field and finds the
   * year instead of the hour.
   */
  static int ofFrameTime(String frameTime) {
    int start = skip(frameTime, 0, true);
    for (int field = 0; field < FIELDS_BEFORE_TIME; field++) {
      start = skip(frameTime, skip(frameTime, start, false), true);
    }
    return ofTime(frameTime.substring(start, skip(frameTime, start, false)));
  }

  /** The hour in UTC of seconds since 1970; none before 1970. */
  static int ofEpochSecond(long seconds) {
    return seconds < 0 ? NONE : (int) (seconds % SECONDS_OF_DAY / SECONDS_OF_HOUR);
  }

  /**
   * The hour of a date as {@code yyyy-MM-dd} and a time as {@code HH:mm:ss}, a fraction of the
   * second allowed; none unless both exist.
   */
  static int ofDateAndTime(String date, String time) {
    return isDate(date) && isTime(time) ? digits(time, 0, 2) : NONE;
  }

  private static boolean isDate(String date) {
    if (date.length() != 10
        || date.charAt(4) != '-'
        || date.charAt(7) != '-'
        || digits(date, 0, 4) < 0
        || digits(date, 5, 7) < 0
        || digits(date, 8, 10) < 0) {
      return false;
    }
    try {
      LocalDate.of(digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10));
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isTime(String time) {
    return time.length() >= 8
        && time.charAt(2) == ':'
        && time.charAt(5) == ':'
        && isBelow(HOURS, digits(time, 0, 2))
        && isBelow(60, digits(time, 3, 5))
        && isBelow(60, digits(time, 6, 8))
        && (time.length() == 8 || isFraction(time, 8));
  }

  private static boolean isBelow(int limit, int number) {
    return number >= 0 && number < limit;
  }

  private static boolean isFraction(String text, int from) {
    for (int i = from + 1; i < text.length(); i++) {
      if (digits(text, i, i + 1) < 0) {
        return false;
      }
    }
    return text.charAt(from) == '.' && text.length() > from + 1;
  }

  /** The number that up to nine ASCII digits write; -1 if one of them is none. */
  private static int digits(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  private static int number(String text, int end) {
    int start = end > 0 && (text.charAt(0) == '+' || text.charAt(0) == '-') ? 1 : 0;
    int number = 0;
    for (int i = start; i < end; i++) {
      int digit = Character.digit(text.charAt(i), 10);
      if (digit < 0) {
        return NONE;
      }
      number = Math.min(HOURS, number * 10 + digit);
    }
    boolean negative = number > 0 && text.charAt(0) == '-';
    return start == end || negative || number == HOURS ? NONE : number;
  }

  /** The index of the first character from {@code i} on that is no blank, or that is one. */
  private static int skip(String text, int i, boolean blanks) {
    int next = i;
    while (next < text.length() && text.charAt(next) == ' ' == blanks) {
      next++;
    }
    return next;
  }
}
