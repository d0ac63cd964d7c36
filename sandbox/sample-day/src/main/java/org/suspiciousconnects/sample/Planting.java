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
 * Plants events into a day of a series. The plan of each thing (who, where to, which port) is the
 * same on all days of the series, so that a day before the scored one can have the same attack;
 * when and how much is the day's own.
 */
abstract class Planting {
  private static final int DAY = 86_400;

  final Setting setting;
  final Network network;

  private final SeriesHabits scored;
  private final List<Labelled> planted = new ArrayList<>();

  /**
   * @param setting of the day
   * @param scored the last day of the series
   */
  Planting(Setting setting, LocalDate scored) {
    this.setting = setting;
    this.network = setting.network();
    this.scored = new SeriesHabits(setting.seed(), scored, network);
  }

  /** All events, in no particular order. */
  final List<Labelled> planted() {
    return planted;
  }

  final void add(Kind kind, Event event) {
    planted.add(new Labelled(kind, event));
  }

  /** What is the same on all days. */
  final Draw plan(Kind kind, int number) {
    return new Draw(setting.seed(), purpose(kind), number);
  }

  /** What is this day's own. */
  final Draw today(Kind kind, int number) {
    return new Draw(setting.daySeed(), purpose(kind), number);
  }

  private String purpose(Kind kind) {
    return getClass().getSimpleName() + " " + kind.kind();
  }

  /** The index of a workstation at which somebody works on the scored day. */
  final int workstation(Draw plan) {
    return scored.client(Role.WORKSTATION, plan);
  }

  /** The indices of different workstations, {@code count} of them or all that are there. */
  final List<Integer> workstations(int count, Draw plan) {
    List<Integer> found = new ArrayList<>();
    // A network may be too small: each try may find one that is in the list already.
    for (int tries = 0; tries < 50 * count && found.size() < count; tries++) {
      int one = workstation(plan);
      if (!found.contains(one)) {
        found.add(one);
      }
    }
    return found;
  }

  final String address(int workstation) {
    return network.address(Role.WORKSTATION, workstation);
  }

  /** A server or, half of the time, a workstation. */
  final String anyHost(Draw draw) {
    Role role =
        draw.oneOf(
            Role.WORKSTATION,
            Role.WORKSTATION,
            Role.WORKSTATION,
            Role.APPLICATION,
            Role.DATABASE,
            Role.FILE_SERVER,
            Role.PRINTER);
    return network.address(role, draw.between(0, network.count(role) - 1));
  }

  /** A name that an attacker registered: like any other, or like nothing. */
  final String attackerDomain(Draw plan) {
    int rank = Newcomer.ATTACKER.rank(network, plan);
    return plan.chance(0.6) ? Sites.domain(rank) : randomDomain(plan);
  }

  private static String randomDomain(Draw plan) {
    return plan.text(Sites.ALPHANUMERIC.substring(0, 26), plan.between(6, 13))
        + "."
        + plan.oneOf("com", "com", "net", "org", "info", "xyz", "io", "eu");
  }

  /** The address of an attacker's host on the internet. */
  final String attacker(Draw plan) {
    return network.address(Role.INTERNET, Newcomer.ATTACKER.rank(network, plan));
  }

  /** Seconds since 1970: while people work. */
  final long atWork(Draw today) {
    return second(today.between(8 * 3600, 18 * 3600));
  }

  /** Seconds since 1970: at any time, more often while people work. */
  final long anyTime(Draw today) {
    return today.chance(0.6) ? atWork(today) : second(today.between(0, DAY - 1));
  }

  /**
   * Seconds since 1970, one after the other from any time on; what would be after midnight is in
   * the first hours of the day instead.
   *
   * @param gap median seconds between two
   * @param sigma standard deviation of the gap's logarithm
   */
  final List<Long> irregular(int count, double gap, double sigma, Draw today) {
    double at = anyTime(today) - midnight();
    List<Long> seconds = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      seconds.add(second(Math.floorMod((long) at, DAY)));
      at += today.logNormal(gap, sigma);
    }
    return seconds;
  }

  /**
   * Seconds since 1970 at a constant distance.
   *
   * @param count at most; as many as the day takes
   * @param period seconds
   * @param jitter how far each may be off, as a share of the period, 0 to 1
   */
  final List<Long> regular(int count, double period, double jitter, Draw today) {
    int fitting = (int) Math.min(count, (DAY - period) / period);
    double start = today.uniform() * (DAY - period * (fitting + 1));
    List<Long> seconds = new ArrayList<>();
    for (int i = 0; i < fitting; i++) {
      seconds.add(second((long) (start + period * (i + jitter * today.uniform()))));
    }
    return seconds;
  }

  private long second(long ofDay) {
    return midnight() + ofDay;
  }

  private long midnight() {
    return setting.date().atStartOfDay().toEpochSecond(ZoneOffset.UTC);
  }
}
