/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The hour that a data file's folders name, such as {@code y=2016/m=7/d=8/h=0}. */
final class PartitionFolders {
  private static final Pattern HOUR =
      Pattern.compile(".*/y=(\\d{4})/m=(\\d{1,2})/d=(\\d{1,2})/h=(\\d{1,2})/[^/]+");

  private PartitionFolders() {}

  /**
   * @param path of a file
   * @return year, month, day and hour; four times null if the folders name no hour
   */
  static Integer[] hour(String path) {
    Matcher folders = HOUR.matcher(path);
    if (folders.matches()) {
      Integer[] hour = new Integer[4];
      for (int i = 0; i < hour.length; i++) {
        hour[i] = Integer.valueOf(folders.group(i + 1));
      }
      if (isHour(hour[0], hour[1], hour[2], hour[3])) {
        return hour;
      }
    }
    return new Integer[4];
  }

  /** Whether the numbers are an hour of a day from 1970 to 9999; null is no number. */
  static boolean isHour(Integer year, Integer month, Integer day, Integer hour) {
    if (year == null || month == null || day == null || hour == null) {
      return false;
    }
    try {
      LocalDate.of(year, month, day);
      return year >= 1970 && year <= 9999 && hour >= 0 && hour <= 23;
    } catch (DateTimeException noSuchDay) {
      return false;
    }
  }
}
