/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/**
 * When what happens. Each hour has as many normal events as the activities want, and they are
 * spread over the hour evenly. {@link #INVALID_ROWS} of the day's, at even distances, are invalid.
 */
final class Schedule {
  /** Invalid events of a day. */
  static final int INVALID_ROWS = 20;

  private static final int HOURS = 24;

  private final LocalDate date;
  private final long normal;
  private final long[] firstOfHour = new long[HOURS + 1];
  private final double[][] weights;

  /**
   * @param normal events of the day but for attacks, at least {@link #INVALID_ROWS}
   * @param weekends people rest on Saturdays and Sundays
   */
  Schedule(LocalDate date, long normal, List<? extends Activity> activities, boolean weekends) {
    this.date = date;
    this.normal = normal;
    this.weights = new double[HOURS][activities.size()];
    double[] activity = new double[HOURS + 1];
    for (int hour = 0; hour < HOURS; hour++) {
      activity[hour + 1] = activity[hour];
      for (int i = 0; i < activities.size(); i++) {
        Activity what = activities.get(i);
        weights[hour][i] =
            what.weight(hour) * (weekends && isWeekend(date) ? what.rhythm().weekend() : 1);
        activity[hour + 1] += weights[hour][i];
      }
    }
    for (int hour = 1; hour <= HOURS; hour++) {
      firstOfHour[hour] = Math.round(normal * (activity[hour] / activity[HOURS]));
    }
  }

  /** How busy a day is, as a share of a working day's events. */
  static double volume(LocalDate date, List<? extends Activity> activities) {
    if (!isWeekend(date)) {
      return 1;
    }
    double working = 0;
    double resting = 0;
    for (Activity what : activities) {
      for (int hour = 0; hour < HOURS; hour++) {
        working += what.weight(hour);
        resting += what.weight(hour) * what.rhythm().weekend();
      }
    }
    return resting / working;
  }

  static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** The number of the first normal event of an hour; of hour 24, how many there are. */
  long first(int hour) {
    return firstOfHour[hour];
  }

  /** The index of the activity that an event of the hour belongs to. */
  int activity(int hour, Draw draw) {
    return draw.weighted(weights[hour]);
  }

  /**
   * When an event is, in seconds since 1970, UTC.
   *
   * @param hour the hour that the number belongs to
   */
  long second(int hour, long number, Draw draw) {
    double place = (number - first(hour) + draw.uniform()) / (first(hour + 1) - first(hour));
    return date.atStartOfDay().toEpochSecond(ZoneOffset.UTC)
        + hour * 3600L
        + Math.min(3599, (long) (place * 3600));
  }

  /** Which of the invalid events this is, from 0; -1 if it is a normal one. */
  int invalid(long number) {
    long distance = normal / INVALID_ROWS;
    long turn = number / distance;
    return number % distance == distance / 2 && turn < INVALID_ROWS ? (int) turn : -1;
  }

  /** The folder of an hour where year, month, day and hour are numbers. */
  String folder(int hour) {
    return String.format(
        Locale.ROOT,
        "y=%d/m=%d/d=%d/h=%d",
        date.getYear(),
        date.getMonthValue(),
        date.getDayOfMonth(),
        hour);
  }
}
