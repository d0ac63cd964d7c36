/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.util.regex.Pattern;

/**
 * The text of the column frame_time as Apache Spot stores it: tshark's {@code Jul 8, 2016
 * 14:00:01.123456000 UTC} without the comma. Days of one digit have a blank before them. Blanks in
 * a row are one separator, so that month, day, year and time are the first four fields: the
 * vocabulary {@code spot} takes the hour from the fourth.
 */
final class FrameTime {
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };
  private static final Pattern HOUR_IN_FOURTH_FIELD =
      Pattern.compile("(?:[^ ]++ ++){3}(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]");
  private static final Pattern DAY = Pattern.compile("[^ ,]{1,20} +[0-9]{1,2}");
  private static final Pattern YEAR_AND_TIME =
      Pattern.compile(" *[0-9]{4} +[0-9]{2}:[0-9]{2}:[0-9]{2}");

  private FrameTime() {}

  /** The time as {@code Jul 8 2016 14:00:01 UTC}. */
  static String of(UtcTime time) {
    String text = time.toString();
    int day = time.date().getDayOfMonth();
    return MONTHS[time.date().getMonthValue() - 1]
        + (day < 10 ? "  " : " ")
        + day
        + " "
        + text.substring(0, 4)
        + text.substring(10)
        + " UTC";
  }

  /**
   * What tshark printed, in whatever zone it did, in Apache Spot's form.
   *
   * @param printed may be null
   * @param time takes its place if there is no hour in the fourth field, such as in ISO 8601 of
   *     tshark 4
   */
  static String of(String printed, UtcTime time) {
    String text = Values.string(printed);
    if (text != null) {
      int comma = text.indexOf(',');
      text = comma < 0 ? text : joined(text.substring(0, comma), text.substring(comma + 1));
      if (HOUR_IN_FOURTH_FIELD.matcher(text).lookingAt()) {
        return text;
      }
    }
    return of(time);
  }

  /** Whether two cells are the day and the time of one text, cut at its comma. */
  static boolean isCut(String day, String time) {
    return DAY.matcher(day).matches() && YEAR_AND_TIME.matcher(time).lookingAt();
  }

  /** The text that was cut at its comma. */
  static String joined(String day, String time) {
    return day + " " + time.strip();
  }
}
