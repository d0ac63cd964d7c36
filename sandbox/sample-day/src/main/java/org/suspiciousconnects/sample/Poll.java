/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * A program's call to its maker: what is regular and harmless. Clients have the same programs on
 * all days, and each calls at its own interval while its machine is on.
 *
 * @param second since 1970, UTC
 * @param client index of the workstation
 * @param site rank of the maker's site
 * @param host of the site
 * @param program its number, from 0
 * @param seed of the call's own numbers
 */
record Poll(long second, int client, int site, String host, int program, long seed) {
  private static final int PROGRAMS = 24;

  /** Of the events of a day, roughly. */
  private static final double SHARE = 0.05;

  /** Of an installation a day, roughly. */
  private static final int CALLS = 45;

  private static final int MOST_POPULAR = 400;

  /** The numbers of this call, from the first. */
  Draw draw() {
    return new Draw(seed, "call", 0);
  }

  /** All calls of a day, an installation after the other. */
  static List<Poll> all(
      long seed, LocalDate date, Network network, SeriesHabits habits, long rows) {
    List<Poll> polls = new ArrayList<>();
    long installations = (long) (SHARE * rows / CALLS);
    for (long i = 0; i < installations; i++) {
      Draw what = new Draw(seed, "installation", i);
      int client = what.between(0, network.count(Role.WORKSTATION) - 1);
      if (habits.isPresent(client)) {
        Draw today = new Draw(what.seed(), "installation today", date.toEpochDay());
        calls(client, what.zipf(PROGRAMS, 1.1), seed, date, network, today, polls);
      }
    }
    return polls;
  }

  private static void calls(
      int client,
      int program,
      long seed,
      LocalDate date,
      Network network,
      Draw today,
      List<Poll> polls) {
    Draw maker = new Draw(seed, "maker", program);
    int site = maker.between(0, Math.min(MOST_POPULAR, network.count(Role.INTERNET)) - 1);
    String host = Sites.host(site, maker);
    int interval = maker.oneOf(300, 600, 900, 1200, 1800, 3600);
    double jitter = maker.oneOf(0.01, 0.03, 0.1, 0.25);
    long midnight = date.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    int on = maker.chance(0.3) ? 0 : today.between(6 * 3600, 10 * 3600);
    int off = on == 0 ? 86_399 : today.between(15 * 3600, 20 * 3600);
    for (int at = on + today.between(0, interval); at < off; at += interval) {
      double second = at + jitter * interval * (today.uniform() - 0.5);
      long inDay = Math.max(0, Math.min(86_399, (long) second));
      polls.add(new Poll(midnight + inDay, client, site, host, program, today.seed()));
    }
  }
}
