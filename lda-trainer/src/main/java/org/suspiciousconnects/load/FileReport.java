/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What a load made of one file. */
final class FileReport {
  private final LogFile file;
  private final SortedMap<LocalDate, Long> days;
  private final FileOutcome outcome;

  /**
   * @param days how many events were loaded of each UTC day
   */
  FileReport(LogFile file, SortedMap<LocalDate, Long> days, FileOutcome outcome) {
    this.file = file;
    this.days = days;
    this.outcome = outcome;
  }

  LogFile file() {
    return file;
  }

  FileOutcome outcome() {
    return outcome;
  }

  /** Events loaded by UTC day. */
  SortedMap<LocalDate, Long> days() {
    return days;
  }

  /** Events loaded. */
  long rows() {
    return sum(days);
  }

  /** Events of days that were not wanted. */
  long otherDays() {
    return sum(outcome.otherDays());
  }

  /** The report in one line for a person. */
  @Override
  public String toString() {
    return String.format(
        "%s: %d rows loaded, %d rejected, %d lines without an event, %d rows of other days%s; days %s;"
            + " load_id %s",
        file.path(),
        rows(),
        outcome.rejected(),
        outcome.skipped(),
        otherDays(),
        otherDays() == 0 ? "" : " " + outcome.otherDays().keySet(),
        days.keySet().stream().map(LocalDate::toString).collect(Collectors.joining(" ")),
        file.loadId());
  }

  private static long sum(Map<LocalDate, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
