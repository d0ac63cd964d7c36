/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * What the events of a day are drawn from.
 *
 * @param seed of what lasts: hosts, favourites, browsers
 * @param daySeed of what the day draws; equal to the seed for a single day
 * @param polls what happens by the clock; empty for a single day
 * @param inSeries the day is one of several, with weekends and things that only some clients do
 */
record Setting(
    long seed,
    long daySeed,
    LocalDate date,
    Network network,
    Habits habits,
    List<Poll> polls,
    boolean inSeries) {

  /** A day by itself. */
  static Setting single(long seed, LocalDate date, long rows) {
    Network network = new Network(seed, rows);
    return new Setting(seed, seed, date, network, new Habits(seed, network), List.of(), false);
  }

  /**
   * A day of a series.
   *
   * @param rows of the scored day: the network is as large on all days
   */
  static Setting inSeries(long seed, LocalDate date, long rows) {
    Network network = new Network(seed, rows);
    long daySeed = new Draw(seed, "day", date.toEpochDay()).seed();
    SeriesHabits habits = new SeriesHabits(seed, date, network);
    List<Poll> polls = Poll.all(seed, date, network, habits, rows);
    return new Setting(seed, daySeed, date, network, habits, polls, true);
  }
}
