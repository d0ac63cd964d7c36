/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word, literal, symbol or comment of an SQL text.
 *
 * @param kind what it is
 * @param text as written, with quotes
 * @param line from 1
 * @param start where its first character is in the text
 */
public record SqlToken(Kind kind, String text, int line, int start) {
  /** The kinds of tokens; each is a group of the pattern. */
  public enum Kind {
    COMMENT,
    STRING,
    QUOTED,
    NUMBER,
    WORD,
    SYMBOL
  }

  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<COMMENT>--[^\n]*|/\\*(?s:.*?)\\*/)"
              + "|(?<STRING>'(?:\\\\(?s:.)|[^'\\\\])*'|\"(?:\\\\(?s:.)|[^\"\\\\])*\")"
              + "|(?<QUOTED>`[^`]*`)"
              + "|(?<NUMBER>\\.?[0-9][0-9A-Za-z.]*)"
              + "|(?<WORD>\\w+)"
              + "|(?<SYMBOL>==|<=>|<=|>=|<>|!=|[^\\s\\w])");

  /** All tokens of a text, comments too. */
  public static List<SqlToken> of(String sql) {
    List<SqlToken> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(sql);
    int line = 1;
    int end = 0;
    while (matcher.find()) {
      line += lines(sql, end, matcher.start());
      tokens.add(new SqlToken(kind(matcher), matcher.group(), line, matcher.start()));
      line += lines(sql, matcher.start(), matcher.end());
      end = matcher.end();
    }
    return tokens;
  }

  /** Whether it is this keyword or symbol, in upper or lower case. */
  public boolean is(String keyword) {
    return (kind == Kind.WORD || kind == Kind.SYMBOL) && text.equalsIgnoreCase(keyword);
  }

  /** The text in lower case, as the engines take names. */
  public String name() {
    return text.toLowerCase(Locale.ROOT);
  }

  private static Kind kind(Matcher matcher) {
    for (Kind kind : Kind.values()) {
      if (matcher.start(kind.name()) >= 0) {
        return kind;
      }
    }
    throw new AssertionError(matcher);
  }

  private static int lines(String sql, int from, int to) {
    return (int) sql.substring(from, to).chars().filter(c -> c == '\n').count();
  }
}
