/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A second in UTC between the years 1970 and 9999. Logs are read in bulk, hence no {@code
 * DateTimeFormatter}; and no time zone of a session or machine has a say.
 */
final class UtcTime {
  private static final long LAST_SECOND = 253_402_300_799L;
  private static final int SECONDS_A_DAY = 86_400;

  private final long epochSecond;
  private final LocalDate date;
  private final int secondOfDay;

  private UtcTime(long epochSecond) {
    this.epochSecond = epochSecond;
    this.date = LocalDate.ofEpochDay(epochSecond / SECONDS_A_DAY);
    this.secondOfDay = (int) (epochSecond % SECONDS_A_DAY);
  }

  /**
   * Reads {@code yyyy-MM-dd HH:mm:ss}, with {@code T} for the blank if need be, a fraction of a
   * second, which is cut off, and {@code Z} or an offset such as {@code +02:00}; UTC without one.
   *
   * @param text may be null
   * @return null if the text is no such time
   */
  static UtcTime parse(String text) {
    if (text == null
        || text.length() < 19
        || text.charAt(4) != '-'
        || text.charAt(7) != '-'
        || (text.charAt(10) != ' ' && text.charAt(10) != 'T')
        || text.charAt(13) != ':'
        || text.charAt(16) != ':') {
      return null;
    }
    int year = number(text, 0, 4);
    int month = number(text, 5, 7);
    int day = number(text, 8, 10);
    int hour = number(text, 11, 13);
    int minute = number(text, 14, 16);
    int second = number(text, 17, 19);
    Integer offset = offset(text, endOfFraction(text));
    if (year < 0
        || month < 0
        || day < 0
        || hour < 0
        || minute < 0
        || second < 0
        || offset == null) {
      return null;
    }
    if (hour > 23 || minute > 59 || second > 59) {
      return null;
    }
    try {
      long days = LocalDate.of(year, month, day).toEpochDay();
      return ofEpochSecond(days * SECONDS_A_DAY + hour * 3600 + minute * 60 + second - offset);
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  /**
   * As {@link #parse(String)}, but a text without an offset is a time of that zone. Of an hour that
   * clocks go through twice it is the first; in one that they leave out, as many minutes into the
   * next.
   */
  static UtcTime parse(String text, ZoneId zone) {
    UtcTime time = parse(text);
    if (time == null || zone.equals(ZoneOffset.UTC) || endOfFraction(text) < text.length()) {
      return time;
    }
    LocalDateTime clock = LocalDateTime.ofEpochSecond(time.epochSecond, 0, ZoneOffset.UTC);
    return ofEpochSecond(clock.atZone(zone).toEpochSecond());
  }

  /**
   * Reads seconds since 1970 with or without a fraction, which is cut off.
   *
   * @param text may be null; an exponent is allowed, as JSON writers produce it
   * @return null if the text is no such number, or the time is not in the years 1970 to 9999
   */
  static UtcTime parseEpoch(String text) {
    if (text == null || text.isEmpty() || text.length() > 40) {
      return null;
    }
    int point = text.indexOf('.');
    int end = point < 0 ? text.length() : point;
    long seconds = 0;
    for (int i = 0; i < end; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || seconds > LAST_SECOND) {
        return parseExponent(text);
      }
      seconds = seconds * 10 + digit;
    }
    for (int i = end + 1; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return parseExponent(text);
      }
    }
    return end == 0 ? null : ofEpochSecond(seconds);
  }

  private static UtcTime parseExponent(String text) {
    if (!text.matches("[0-9]+(\\.[0-9]+)?[eE]\\+?[0-9]{1,2}")) {
      return null;
    }
    double seconds = Double.parseDouble(text);
    return seconds > LAST_SECOND ? null : ofEpochSecond((long) seconds);
  }

  /** The time, or null if it is not in the years 1970 to 9999. */
  static UtcTime ofEpochSecond(long epochSecond) {
    return epochSecond < 0 || epochSecond > LAST_SECOND ? null : new UtcTime(epochSecond);
  }

  long epochSecond() {
    return epochSecond;
  }

  LocalDate date() {
    return date;
  }

  int hour() {
    return secondOfDay / 3600;
  }

  int minute() {
    return secondOfDay / 60 % 60;
  }

  int second() {
    return secondOfDay % 60;
  }

  /** The time as {@code yyyy-MM-dd HH:mm:ss}. */
  @Override
  public String toString() {
    char[] text = "0000-00-00 00:00:00".toCharArray();
    put(text, 4, date.getYear());
    put(text, 7, date.getMonthValue());
    put(text, 10, date.getDayOfMonth());
    put(text, 13, hour());
    put(text, 16, minute());
    put(text, 19, second());
    return new String(text);
  }

  /** Writes a number's digits so that they end before a place. */
  private static void put(char[] text, int end, int number) {
    for (int i = end - 1, rest = number; rest > 0; i--, rest /= 10) {
      text[i] = (char) ('0' + rest % 10);
    }
  }

  private static int number(String text, int from, int to) {
    int number = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }

  private static int endOfFraction(String text) {
    int end = 19;
    if (end < text.length() && text.charAt(end) == '.') {
      end++;
      while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
        end++;
      }
    }
    return end;
  }

  /** Seconds east of UTC of what follows the time, or null if that is no offset. */
  private static Integer offset(String text, int from) {
    int length = text.length() - from;
    if (length == 0 || (length == 1 && text.charAt(from) == 'Z')) {
      return 0;
    }
    char sign = text.charAt(from);
    boolean colon = length == 6 && text.charAt(from + 3) == ':';
    if ((sign != '+' && sign != '-') || !(colon || length == 5)) {
      return null;
    }
    int hours = number(text, from + 1, from + 3);
    int minutes = number(text, text.length() - 2, text.length());
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return null;
    }
    int seconds = hours * 3600 + minutes * 60;
    return sign == '-' ? -seconds : seconds;
  }
}
