/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.run;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Row;

/** How the rows of a query are printed. A NULL is written as NULL. */
enum RowFormat {
  /** For people: aligned, long cells cut, control characters, which a log may bring, as blanks. */
  TABLE {
    @Override
    void print(String[] columns, Iterator<Row> rows, PrintStream out) {
      List<String[]> lines = new ArrayList<>();
      lines.add(columns);
      rows.forEachRemaining(row -> lines.add(readable(cells(row))));
      int[] widths = new int[columns.length];
      for (String[] line : lines) {
        for (int i = 0; i < widths.length; i++) {
          widths[i] = Math.max(widths[i], length(line[i]));
        }
      }
      StringBuilder rule = new StringBuilder("+");
      for (int width : widths) {
        rule.append("-".repeat(width + 2)).append('+');
      }
      out.println(rule);
      for (int i = 0; i < lines.size(); i++) {
        StringBuilder text = new StringBuilder("|");
        for (int j = 0; j < widths.length; j++) {
          String cell = lines.get(i)[j];
          text.append(' ').append(cell).append(" ".repeat(widths[j] - length(cell))).append(" |");
        }
        out.println(text);
        if (i == 0) {
          out.println(rule);
        }
      }
      out.println(rule);
    }
  },
  /** For programs: no header, a tab between cells, all as it is; the same as Beeline's tsv2. */
  TSV {
    @Override
    void print(String[] columns, Iterator<Row> rows, PrintStream out) {
      while (rows.hasNext()) {
        out.println(String.join("\t", cells(rows.next())));
      }
    }
  };

  private static final int CELL_LENGTH = 100;

  /**
   * Prints all rows of one query.
   *
   * @param columns their names
   */
  abstract void print(String[] columns, Iterator<Row> rows, PrintStream out);

  private static String[] cells(Row row) {
    String[] cells = new String[row.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.isNullAt(i) ? "NULL" : row.get(i).toString();
    }
    return cells;
  }

  private static String[] readable(String[] cells) {
    return Arrays.stream(cells)
        .map(cell -> cell.replaceAll("\\p{Cntrl}", " "))
        .map(cell -> length(cell) <= CELL_LENGTH ? cell : cut(cell))
        .toArray(String[]::new);
  }

  private static String cut(String cell) {
    return cell.substring(0, cell.offsetByCodePoints(0, CELL_LENGTH - 1)) + "…";
  }

  private static int length(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
