/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Who is there on a day of a series, and whom a host goes to: mostly where it went the days before.
 */
final class SeriesHabits extends Habits {
  /** How often a workstation goes where it always goes. */
  private static final double HABIT = 0.85;

  /** How often it meets somebody that nobody here has heard of. */
  private static final double CHANCE = 0.004;

  private static final double NEW_VISITOR = 0.1;
  private static final double PRESENT = 0.92;
  private static final double PRESENT_ON_WEEKENDS = 0.15;

  private final long seed;
  private final Network network;
  private final boolean[] present;

  /** Of the workstations up to each, how much they do today. */
  private final double[] activity;

  SeriesHabits(long seed, LocalDate date, Network network) {
    super(seed, network);
    this.seed = seed;
    this.network = network;
    this.present = new boolean[network.count(Role.WORKSTATION)];
    this.activity = new double[present.length];
    double share = Schedule.isWeekend(date) ? PRESENT_ON_WEEKENDS : PRESENT;
    double sum = 0;
    for (int client = 0; client < present.length; client++) {
      Draw today = new Draw(seed, "presence " + client, date.toEpochDay());
      present[client] = today.chance(share);
      double usual = new Draw(seed, "activity", client).logNormal(1, 0.6);
      sum += present[client] ? usual * today.logNormal(1, 0.3) : 0;
      activity[client] = sum;
    }
    if (sum == 0) {
      throw new IllegalStateException("nobody is there on " + date + ", seed " + seed);
    }
  }

  /**
   * Whether somebody works at a workstation today.
   *
   * @param client index of the workstation
   */
  boolean isPresent(int client) {
    return present[client];
  }

  /** What not all clients do, the same few do on all days. */
  @Override
  int client(Activity what, Draw draw) {
    if (what.users() == 1) {
      return client(what.client(), draw);
    }
    int count = network.count(what.client());
    int users = Math.max(2, (int) (what.users() * count));
    long user = draw.between(0, users - 1);
    return new Draw(seed, "user of " + what.name(), user).between(0, count - 1);
  }

  @Override
  int client(Role role, Draw draw) {
    switch (role) {
      case WORKSTATION:
        double at = draw.uniform() * activity[activity.length - 1];
        int found = Arrays.binarySearch(activity, at);
        // The first whose sum is above: one who is absent adds nothing.
        int client = found < 0 ? -found - 1 : found;
        while (!present[client]) {
          client++;
        }
        return client;
      case INTERNET:
        return draw.chance(NEW_VISITOR)
            ? Newcomer.PASSER_BY.rank(network, draw)
            : super.client(role, draw);
      default:
        return super.client(role, draw);
    }
  }

  @Override
  int server(Role clientRole, int client, Role serverRole, Draw draw) {
    if (serverRole == Role.WORKSTATION) {
      int other = draw.between(0, present.length - 2);
      return other < client || clientRole != Role.WORKSTATION ? other : other + 1;
    }
    boolean settled = clientRole == Role.WORKSTATION || clientRole == Role.APPLICATION;
    if (serverRole != Role.INTERNET || !settled) {
      return super.server(clientRole, client, serverRole, draw);
    }
    if (draw.chance(HABIT)) {
      return favourite(client, draw);
    }
    return draw.chance(CHANCE / (1 - HABIT))
        ? Newcomer.PASSER_BY.rank(network, draw)
        : draw.zipf(network.count(Role.INTERNET), POPULARITY);
  }
}
