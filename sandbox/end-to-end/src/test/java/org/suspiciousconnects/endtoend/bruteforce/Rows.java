/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.util.ArrayList;
import java.util.List;

/** Rows of events as the VALUES of an INSERT. */
final class Rows {
  private Rows() {}

  /** Numbers as they are, texts in quotes, NULL. */
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
