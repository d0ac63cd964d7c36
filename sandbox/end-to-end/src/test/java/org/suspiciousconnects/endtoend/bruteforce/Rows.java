/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.util.ArrayList;
import java.util.List;

/** Rows of events as texts. */
final class Rows {
  private Rows() {}

  /** A second of the day as HH:mm:ss. */
  static String time(int second) {
    return String.format("%02d:%02d:%02d", second / 3600, second / 60 % 60, second % 60);
  }

  /** As an engine shows them: columns separated by tabs, NULL in letters. */
  static String shown(Object... values) {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      texts.add(value == null ? "NULL" : value.toString());
    }
    return String.join("\t", texts);
  }

  /** As the VALUES of an INSERT: numbers as they are, texts in quotes, NULL. */
  static String row(Object... values) {
    List<String> literals = new ArrayList<>();
    for (Object value : values) {
      if (value instanceof String text) {
        if (text.indexOf('\'') >= 0 || text.indexOf('\\') >= 0) {
          throw new IllegalArgumentException("a quote or backslash in " + text);
        }
        literals.add("'" + text + "'");
      } else {
        literals.add(value == null ? "NULL" : value.toString());
      }
    }
    return "(" + String.join(", ", literals) + ")";
  }
}
