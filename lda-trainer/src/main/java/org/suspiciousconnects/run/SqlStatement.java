/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.run;

import java.nio.file.Path;

/** A statement of an SQL file, from its first word to before its semicolon, and where it stands. */
final class SqlStatement {
  private final Path file;
  private final int line;
  private final String text;

  /**
   * @param line that of its first word, from 1
   */
  SqlStatement(Path file, int line, String text) {
    this.file = file;
    this.line = line;
    this.text = text;
  }

  /** Where its first word is: file and line. */
  String place() {
    return file + ", line " + line;
  }

  /** Where a character of its text is: file and line. */
  String place(int index) {
    long lines = text.substring(0, index).chars().filter(c -> c == '\n').count();
    return file + ", line " + (line + lines);
  }

  /** As it stands in the file, with its comments and variables. */
  String text() {
    return text;
  }
}
