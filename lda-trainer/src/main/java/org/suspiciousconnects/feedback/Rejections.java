/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.suspiciousconnects.warehouse.LogLines;
import org.suspiciousconnects.warehouse.RejectedLines;

/** The rejected lines of one file: kept in the table, counted by reason, the first few shown. */
final class Rejections implements Closeable {
  private static final int SHOWN = 3;

  /** Characters of a shown line. */
  private static final int SHOWN_OF_LINE = 1000;

  private final RejectedLines rows;
  private final Map<Rejection, Long> counts = new EnumMap<>(Rejection.class);
  private final List<String> first = new ArrayList<>();

  /**
   * @param rows where they are kept; null for nowhere
   */
  Rejections(RejectedLines rows) {
    this.rows = rows;
  }

  /**
   * @param number of the line, from 1
   * @param line the line or, if it is long, its start
   * @throws IOException if it can't be kept
   */
  void add(long number, RejectedRow why, String line) throws IOException {
    counts.merge(why.reason(), 1L, Long::sum);
    if (first.size() < SHOWN) {
      first.add(
          String.format(
              "  line %d: %s: %s: %s",
              number, why.reason(), why.getMessage(), RejectedRow.printable(line, SHOWN_OF_LINE)));
    }
    if (rows != null) {
      rows.add(number, why.reason().name(), LogLines.raw(line));
    }
  }

  long count() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Such as {@code 2 NO_EVENT, 1 BAD_VERDICT}. */
  String byReason() {
    return counts.entrySet().stream()
        .map(reason -> reason.getValue() + " " + reason.getKey())
        .collect(Collectors.joining(", "));
  }

  /** The first few, a line each. */
  List<String> first() {
    return first;
  }

  /** Whether rows were written to the table's folder. */
  boolean areKept() {
    return rows != null && rows.file() != null;
  }

  @Override
  public void close() throws IOException {
    if (rows != null) {
      rows.close();
    }
  }
}
