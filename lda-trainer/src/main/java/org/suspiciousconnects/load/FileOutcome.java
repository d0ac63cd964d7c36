/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/** What became of the lines, or rows, of one file, besides those that are events to load. */
final class FileOutcome implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String loadId;
  private final TreeMap<LocalDate, Long> otherDays = new TreeMap<>();
  private long rejected;
  private long skipped;
  private String firstRejection;
  private String rejectedFile;
  private String failure;

  FileOutcome(String loadId) {
    this.loadId = loadId;
  }

  String loadId() {
    return loadId;
  }

  /** Counts a line without an event: a header, a comment, a summary, a blank. */
  void skip() {
    skipped++;
  }

  /** Counts events of a day that is not wanted. */
  void addOtherDay(LocalDate day, long events) {
    otherDays.merge(day, events, Long::sum);
  }

  /** Counts rejected lines; the first of them is remembered. */
  void addRejected(long lines, String reason) {
    rejected += lines;
    if (firstRejection == null) {
      firstRejection = reason;
    }
  }

  /** Where the rejected lines are, as Parquet; null if there are none. */
  void setRejectedFile(String path) {
    rejectedFile = path;
  }

  /** Why the file as a whole can't be loaded. */
  void fail(String why) {
    failure = why;
  }

  long skipped() {
    return skipped;
  }

  long rejected() {
    return rejected;
  }

  /** The place and reason of the first rejected line, or null. */
  String firstRejection() {
    return firstRejection;
  }

  /** The staged Parquet file of rejected lines, or null. */
  String rejectedFile() {
    return rejectedFile;
  }

  /** Why nothing of the file can be loaded, or null. */
  String failure() {
    return failure;
  }

  /** The events of days that are not wanted. */
  Map<LocalDate, Long> otherDays() {
    return otherDays;
  }
}
