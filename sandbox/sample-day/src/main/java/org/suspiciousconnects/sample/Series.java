/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.suspiciousconnects.warehouse.Source;

/**
 * Days one after the other in which the same hosts have the same habits; the last one is to be
 * scored.
 *
 * @param rows of the scored day
 * @param history days before the scored one, which a model is trained on
 * @param reference days before those, which say who is known
 * @param attackInHistory the scored day's attacks are in the history too
 */
record Series(
    Source source,
    long seed,
    LocalDate scored,
    long rows,
    int history,
    int reference,
    boolean attackInHistory) {

  /** What a day is for. */
  enum Part {
    REFERENCE,
    HISTORY,
    SCORED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A day of the series. */
  record Day(Part part, SeriesRecipe recipe) {}

  /** The days, the earliest first. */
  List<Day> days() {
    List<Day> days = new ArrayList<>();
    for (int before = history + reference; before >= 0; before--) {
      Part part = before == 0 ? Part.SCORED : before <= history ? Part.HISTORY : Part.REFERENCE;
      boolean attacked = part == Part.SCORED || part == Part.HISTORY && attackInHistory;
      LocalDate date = scored.minusDays(before);
      days.add(new Day(part, new SeriesRecipe(source, seed, date, scored, rows, attacked)));
    }
    return days;
  }

  LocalDate first() {
    return scored.minusDays(history + (long) reference);
  }
}
