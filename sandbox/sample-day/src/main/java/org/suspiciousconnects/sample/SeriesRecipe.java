/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;
import java.util.List;
import org.suspiciousconnects.warehouse.Source;

/**
 * A day of a series.
 *
 * @param date of this day
 * @param scored the last day of the series
 * @param rows of the scored day, at least {@value #FEWEST_ROWS}; other days have as many as their
 *     weekday wants, more or less
 * @param attacked the series' attacks are in this day
 */
record SeriesRecipe(
    Source source, long seed, LocalDate date, LocalDate scored, long rows, boolean attacked)
    implements DayRecipe {

  /** Below, what is planted would be a large part of a day. */
  static final long FEWEST_ROWS = 10_000;

  /** Standard deviation of the logarithm of a day's size. */
  private static final double VARIATION = 0.08;

  @Override
  public SampleDay day() {
    Setting setting = Setting.inSeries(seed, date, rows);
    boolean last = date.equals(scored);
    switch (source) {
      case FLOW:
        return new FlowDay(
            setting,
            rowsOfDay(FlowService.of(setting)),
            attacked ? new FlowSeriesAttacks(setting, scored).planted() : List.of(),
            last ? new FlowNovelties(setting).planted() : List.of());
      case DNS:
        return new DnsDay(
            setting,
            rowsOfDay(DnsLookup.of(setting)),
            attacked ? new DnsSeriesAttacks(setting, scored).planted() : List.of(),
            last ? new DnsNovelties(setting).planted() : List.of());
      case PROXY:
        return new ProxyDay(
            setting,
            rowsOfDay(ProxyTraffic.of(setting)),
            attacked ? new ProxySeriesAttacks(setting, scored).planted() : List.of(),
            last ? new ProxyNovelties(setting).planted() : List.of());
      default:
        throw new AssertionError(source);
    }
  }

  private long rowsOfDay(List<? extends Activity> activities) {
    if (date.equals(scored)) {
      return rows;
    }
    double volume = Schedule.volume(date, activities) / Schedule.volume(scored, activities);
    return (long)
        (rows * volume * new Draw(seed, "size", date.toEpochDay()).logNormal(1, VARIATION));
  }
}
