/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/**
 * The form of the words of the method profile: a view, {@code event}, {@code pair} or {@code fan},
 * and one to nine fields behind it, from the most to the least telling, joined by {@code |}. A
 * field has ASCII letters, digits and {@code . + / - _}, at least one of them; {@code -} is a
 * missing value. {@link FlowProfileWords}, {@link DnsProfileWords} and {@link ProxyProfileWords}
 * make them.
 *
 * <p>The model counts a word's prefixes, its fields and their positions; here are the names that
 * these have in its tables: of {@code event|t16|rc0} the prefixes {@code event}, {@code event|t16}
 * and the word itself, the fields {@code event#1=t16} and {@code event#2=rc0}, the positions {@code
 * event#1} and {@code event#2}.
 */
public final class ProfileWord {
  /** The view of single events. */
  public static final String EVENT = "event";

  /** The view of a client's day with one peer, domain or host. */
  public static final String PAIR = "pair";

  /** The view of a client's day with one service, kind of answer or user agent. */
  public static final String FAN = "fan";

  /** The most fields that a word has behind its view. */
  public static final int MOST_FIELDS = 9;

  /** What stands between the fields. */
  static final char SEPARATOR = '|';

  /** What a missing value is. */
  static final String MISSING = "-";

  private static final String[] VIEWS = {EVENT, PAIR, FAN};

  private ProfileWord() {}

  /**
   * The view of a word.
   *
   * @param word any text
   * @return {@code event}, {@code pair} or {@code fan}; null if the text is null or no such word
   */
  public static String view(String word) {
    return fields(word) == 0 ? null : viewOf(word);
  }

  /**
   * The number of fields behind the view.
   *
   * @param word any text
   * @return 1 to 9; 0 if the text is null or no word of the method
   */
  public static int fields(String word) {
    String view = word == null ? null : viewOf(word);
    if (view == null) {
      return 0;
    }
    int fields = 0;
    boolean empty = false;
    for (int i = view.length(); i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == SEPARATOR) {
        if (empty || ++fields > MOST_FIELDS) {
          return 0;
        }
        empty = true;
      } else if (isFieldCharacter(c)) {
        empty = false;
      } else {
        return 0;
      }
    }
    return empty ? 0 : fields;
  }

  /**
   * The view and the first fields.
   *
   * @param word any text
   * @param j number of fields; 0 is the view alone
   * @return such as {@code event|t16} for 1; null if the word has less than j fields, if j is
   *     negative or if the text is null or no word of the method
   */
  public static String prefix(String word, int j) {
    int fields = fields(word);
    if (fields == 0 || j < 0 || j > fields) {
      return null;
    }
    return j == fields ? word : word.substring(0, start(word, j + 1) - 1);
  }

  /**
   * A field with its place.
   *
   * @param word any text
   * @param j which field, from 1
   * @return such as {@code event#1=t16}; null if the word has less than j fields, if j is less than
   *     1 or if the text is null or no word of the method
   */
  public static String field(String word, int j) {
    String position = position(word, j);
    if (position == null) {
      return null;
    }
    int start = start(word, j);
    int end = word.indexOf(SEPARATOR, start);
    return position + "=" + word.substring(start, end < 0 ? word.length() : end);
  }

  /**
   * The place of a field.
   *
   * @param word any text
   * @param j which field, from 1
   * @return such as {@code event#1}; null as for {@link #field}
   */
  public static String position(String word, int j) {
    int fields = fields(word);
    return fields == 0 || j < 1 || j > fields ? null : viewOf(word) + "#" + j;
  }

  /**
   * Whether a word is about an item that less than five clients knew: one of its fields is {@code
   * k0}, {@code k1} or {@code k2}, alone or with a hyphen behind it, such as {@code k0-ext}.
   *
   * @param word any text
   * @return false also if the text is null or no word of the method
   */
  public static boolean isAboutRareItem(String word) {
    int fields = fields(word);
    int start = fields == 0 ? 0 : start(word, 1);
    for (int j = 0; j < fields; j++) {
      int next = word.indexOf(SEPARATOR, start);
      int end = next < 0 ? word.length() : next;
      if (Prevalence.isRare(word, start, end)) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  static boolean isFieldCharacter(char c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '-' && c <= '9' // - . / and the digits
        || c == '_'
        || c == '+';
  }

  /** Of a text with a field behind it; null if it starts with no view. */
  private static String viewOf(String word) {
    for (String view : VIEWS) {
      if (word.length() > view.length()
          && word.charAt(view.length()) == SEPARATOR
          && word.startsWith(view)) {
        return view;
      }
    }
    return null;
  }

  /** Where a field, from 1, starts that the word has. */
  private static int start(String word, int j) {
    int start = 0;
    for (int i = 0; i < j; i++) {
      start = word.indexOf(SEPARATOR, start) + 1;
    }
    return start;
  }
}
