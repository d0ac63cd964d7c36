/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The unit and the meaning of each column, from {@code ddl/templates/columns.tsv}: by name, or by
 * table and name where the same name is another thing.
 */
final class ColumnMeanings {
  /** Such as bytes, and what the column holds. */
  record Meaning(String unit, String text) {}

  private final Map<String, Meaning> meanings = new LinkedHashMap<>();
  private final Set<String> used = new HashSet<>();

  ColumnMeanings() {
    for (String[] row : Tsv.rows("columns.tsv")) {
      if (meanings.put(row[0], new Meaning(row[1], row[2])) != null) {
        throw new IllegalStateException("ddl/templates/columns.tsv has " + row[0] + " twice");
      }
    }
  }

  /**
   * Of a table's column.
   *
   * @throws IllegalStateException if there is none
   */
  Meaning of(String table, String column) {
    String own = table + "." + column;
    String key = meanings.containsKey(own) ? own : column;
    used.add(key);
    Meaning meaning = meanings.get(key);
    if (meaning == null) {
      throw new IllegalStateException(
          "no unit and meaning of " + own + ": add a row to ddl/templates/columns.tsv");
    }
    return meaning;
  }

  /** The keys that no column asked for yet. */
  Set<String> unused() {
    Set<String> unused = new TreeSet<>(meanings.keySet());
    unused.removeAll(used);
    return unused;
  }
}
