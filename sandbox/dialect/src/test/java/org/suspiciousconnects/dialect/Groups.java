/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.dialect;

import java.util.ArrayList;
import java.util.List;

/** What stands between parentheses. */
final class Groups {
  private Groups() {}

  static boolean opensAt(List<SqlToken> tokens, int i) {
    return i < tokens.size() && tokens.get(i).is("(");
  }

  /** Where the innermost group around a token opens, or -1. */
  static int opening(List<SqlToken> tokens, int inside) {
    int depth = 0;
    for (int i = inside - 1; i >= 0; i--) {
      if (tokens.get(i).is(")")) {
        depth++;
      } else if (tokens.get(i).is("(") && depth-- == 0) {
        return i;
      }
    }
    return -1;
  }

  /** Where a group closes; the end of the statement if it does not. */
  static int closing(List<SqlToken> tokens, int open) {
    int depth = 0;
    for (int i = open; i < tokens.size(); i++) {
      if (tokens.get(i).is("(")) {
        depth++;
      } else if (tokens.get(i).is(")") && --depth == 0) {
        return i;
      }
    }
    return tokens.size();
  }

  /** What a group holds, cut at its commas; those of groups within it do not count. */
  static List<List<SqlToken>> items(List<SqlToken> tokens, int open) {
    List<List<SqlToken>> items = new ArrayList<>();
    int depth = 0;
    int start = open + 1;
    int close = closing(tokens, open);
    for (int i = start; i <= close && i < tokens.size(); i++) {
      if (i == close || depth == 0 && tokens.get(i).is(",")) {
        if (start < i) {
          items.add(tokens.subList(start, i));
        }
        start = i + 1;
      } else if (tokens.get(i).is("(")) {
        depth++;
      } else if (tokens.get(i).is(")")) {
        depth--;
      }
    }
    return items;
  }

  /** The tokens from one on that are in its own group, those of groups within left out. */
  static List<SqlToken> level(List<SqlToken> tokens, int from) {
    List<SqlToken> level = new ArrayList<>();
    int depth = 0;
    for (int i = from; i < tokens.size() && depth >= 0; i++) {
      if (tokens.get(i).is("(")) {
        depth++;
      } else if (tokens.get(i).is(")")) {
        depth--;
      } else if (depth == 0) {
        level.add(tokens.get(i));
      }
    }
    return level;
  }
}
