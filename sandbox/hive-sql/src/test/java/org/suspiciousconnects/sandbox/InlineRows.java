/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import java.util.List;
import java.util.stream.Collectors;

/** Many rows for a table of a test in one query; Hive runs a task for each part of a UNION. */
final class InlineRows {
  private InlineRows() {}

  /**
   * A query for Hive.
   *
   * @param rows the values of each, between commas; of the same types in all
   */
  static String select(List<String> rows) {
    return rows.stream()
        .map(row -> "struct(" + row + ")")
        .collect(Collectors.joining(", ", "SELECT inline(array(", "))"));
  }

  static String select(String... rows) {
    return select(List.of(rows));
  }

  /** A row of {@code allow_list}. */
  static String allowed(
      String source, String kind, String value, String expiresOn, String addedAt) {
    return String.format(
        "CAST(%s AS STRING), CAST(%s AS STRING), CAST(%s AS STRING), 'a test', 'tester', '%s', CAST(%s AS STRING)",
        text(source), text(kind), text(value), addedAt, text(expiresOn));
  }

  /** A literal, or NULL. */
  static String text(String value) {
    return value == null ? "NULL" : "'" + value + "'";
  }
}
