/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** The tab-separated files beside the templates of the tables. */
final class Tsv {
  private Tsv() {}

  /**
   * The rows below the header, each of as many cells.
   *
   * @throws IllegalStateException if a row has another number of cells
   */
  static List<String[]> rows(String name) {
    try {
      List<String[]> rows =
          Files.readAllLines(TableFiles.TEMPLATES.resolve(name)).stream()
              .map(line -> line.split("\t", -1))
              .toList();
      int cells = rows.get(0).length;
      for (String[] row : rows) {
        if (row.length != cells) {
          throw new IllegalStateException(
              "ddl/templates/%s: the row %s has %d cells, the header %d"
                  .formatted(name, String.join(" ", row), row.length, cells));
        }
      }
      return rows.subList(1, rows.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
