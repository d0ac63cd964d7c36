/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/** Words of the method profile: a view, then its fields, joined by {@code |}. */
public final class ProfileWord {
  private ProfileWord() {}

  /** The view of a word, or null if it is none of the method. */
  public static String view(String word) {
    return prefix(word, 0);
  }

  /** The view and the first fields; null if the word has fewer, or is none of the method. */
  public static String prefix(String word, int fields) {
    if (word == null || !word.matches("(event|pair|fan)([|][A-Za-z0-9.+/_-]+){1,9}")) {
      return null;
    }
    int end = -1;
    for (int j = 0; j <= fields; j++) {
      if (end == word.length()) {
        return null;
      }
      int next = word.indexOf('|', end + 1);
      end = next < 0 ? word.length() : next;
    }
    return word.substring(0, end);
  }

  /** Such as {@code event#2=TCP-SA}, j from 1; null if the word has fewer fields. */
  public static String field(String word, int j) {
    String prefix = prefix(word, j);
    return prefix == null
        ? null
        : view(word) + "#" + j + "=" + prefix.substring(prefix.lastIndexOf('|') + 1);
  }

  /** Whether a field is k0, k1 or k2, alone or followed by a minus. */
  public static boolean isAboutRareItem(String word) {
    return (word + "|").matches(".*[|]k[012]([|]|-.*)");
  }
}
