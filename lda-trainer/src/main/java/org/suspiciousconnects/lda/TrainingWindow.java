/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/** The days a model is trained on, and the day it is to score; all UTC. */
public final class TrainingWindow {
  private static final int DAYS_AT_MOST = 3660;

  private final LocalDate from;
  private final LocalDate to;
  private final LocalDate trainedFor;

  private TrainingWindow(LocalDate from, LocalDate to, LocalDate trainedFor) {
    this.from = from;
    this.to = to;
    this.trainedFor = trainedFor;
  }

  /**
   * The window that these arguments mean; each may be null, not all.
   *
   * @param date the day to score; alone it is also the day trained on, and without it the window's
   *     last day is the day to score
   * @param from first day trained on
   * @param to last day trained on
   * @param daysBack train on so many days before {@code date}
   * @throws CommandFailure naming the arguments that do not fit together
   */
  public static TrainingWindow of(LocalDate date, LocalDate from, LocalDate to, Integer daysBack) {
    require((from == null) == (to == null), "--from and --to go together: give both or neither");
    if (daysBack != null) {
      require(from == null, "--days-back and --from, --to are two ways to say one thing: give one");
      require(date != null, "--days-back counts from a day: give --date too");
      require(
          daysBack >= 1 && daysBack <= DAYS_AT_MOST,
          "--days-back " + daysBack + ": it has to be 1 to " + DAYS_AT_MOST);
      return new TrainingWindow(date.minusDays(daysBack), date.minusDays(1), date);
    }
    if (from != null) {
      require(!from.isAfter(to), "--from " + from + " is after --to " + to);
      require(
          ChronoUnit.DAYS.between(from, to) < DAYS_AT_MOST,
          "--from " + from + " --to " + to + ": these are more than " + DAYS_AT_MOST + " days");
      return new TrainingWindow(from, to, date == null ? to : date);
    }
    require(date != null, "which day? give --date, or --from and --to");
    return new TrainingWindow(date, date, date);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new CommandFailure(ExitStatus.USAGE, otherwise);
    }
  }

  /** First day trained on. */
  public LocalDate from() {
    return from;
  }

  /** Last day trained on. */
  public LocalDate to() {
    return to;
  }

  /** The day to score; it need not be one of those trained on. */
  public LocalDate trainedFor() {
    return trainedFor;
  }

  /** Whether that day is trained on. */
  boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /** All days trained on, in order. */
  List<LocalDate> days() {
    return from.datesUntil(to.plusDays(1)).collect(Collectors.toList());
  }

  /** Such as {@code 2016-07-08}, or {@code 2016-07-01 to 2016-07-07}. */
  @Override
  public String toString() {
    return from.equals(to) ? from.toString() : from + " to " + to;
  }
}
