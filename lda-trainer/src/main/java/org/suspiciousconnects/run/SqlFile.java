/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/**
 * An SQL file, cut into statements at the semicolons that are outside of strings, quoted names and
 * comments. Of Spark's own splitters one is in the spark-sql command line only, which is no
 * library, the other in 4.x only.
 */
final class SqlFile {
  private final Path path;
  private final String text;
  private final List<SqlStatement> statements = new ArrayList<>();

  private SqlFile(Path path, String text) {
    this.path = path;
    this.text = text;
    cut();
  }

  /**
   * Reads a file in UTF-8.
   *
   * @throws CommandFailure if it can't be read
   */
  static SqlFile read(Path path) {
    try {
      return of(path, Files.readString(path, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.USAGE,
          "--file " + path + " can't be read: " + e + "; give an SQL file in UTF-8",
          e);
    }
  }

  /** A file with that content. */
  static SqlFile of(Path path, String text) {
    return new SqlFile(path, text);
  }

  /** Its name, without its folder. */
  String name() {
    return path.getFileName().toString();
  }

  /** In their order; what holds only blanks and comments is none. */
  List<SqlStatement> statements() {
    return Collections.unmodifiableList(statements);
  }

  private void cut() {
    // Of the first character of a statement, or -1 between two.
    int start = -1;
    for (int i = 0; i < text.length(); ) {
      int end = afterToken(i);
      boolean isComment = text.startsWith("--", i) || text.startsWith("/*", i);
      if (text.charAt(i) == ';') {
        add(start, i);
        start = -1;
      } else if (start < 0 && !isComment && !Character.isWhitespace(text.charAt(i))) {
        start = i;
      }
      i = end;
    }
    add(start, text.length());
  }

  private void add(int start, int end) {
    if (start >= 0) {
      int line = 1 + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
      statements.add(new SqlStatement(path, line, text.substring(start, end).strip()));
    }
  }

  /** Where the string, quoted name, comment or single character that begins there has ended. */
  private int afterToken(int start) {
    char first = text.charAt(start);
    if (first == '\'' || first == '"') {
      return afterQuote(start, true);
    } else if (first == '`') {
      return afterQuote(start, false);
    } else if (text.startsWith("--", start)) {
      return after("\n", start);
    } else if (text.startsWith("/*", start)) {
      return after("*/", start + 2);
    }
    return start + 1;
  }

  /** A doubled quote is two strings side by side here, which comes to the same. */
  private int afterQuote(int start, boolean hasEscapes) {
    int i = start + 1;
    while (i < text.length() && text.charAt(i) != text.charAt(start)) {
      i += hasEscapes && text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(i + 1, text.length());
  }

  private int after(String end, int start) {
    int found = text.indexOf(end, start);
    return found < 0 ? text.length() : found + end.length();
  }
}
