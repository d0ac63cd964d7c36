/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.export;

import org.apache.spark.sql.Row;

/**
 * A row as one line: its values with tabs between, NULL as {@code \N}. Inside a value a backslash
 * is {@code \\}, a tab {@code \t}, a line feed {@code \n}, a carriage return {@code \r}: the text
 * format of PostgreSQL's COPY. Apache Spot escaped nothing, so that a tab or line feed in a user
 * agent made other columns or two broken lines of a record.
 */
final class ScoreLine {
  private ScoreLine() {}

  /**
   * @param row numbers and texts
   * @return the line with its line feed
   */
  static String of(Row row) {
    StringBuilder line = new StringBuilder(200);
    for (int i = 0; i < row.size(); i++) {
      if (i > 0) {
        line.append('\t');
      }
      if (row.isNullAt(i)) {
        line.append("\\N");
      } else {
        appendEscaped(row.get(i).toString(), line);
      }
    }
    return line.append('\n').toString();
  }

  private static void appendEscaped(String value, StringBuilder line) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '\\':
          line.append("\\\\");
          break;
        case '\t':
          line.append("\\t");
          break;
        case '\n':
          line.append("\\n");
          break;
        case '\r':
          line.append("\\r");
          break;
        default:
          line.append(c);
      }
    }
  }
}
