/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a line into fields. A field in double quotes may have separators, and quotes if they are
 * doubled; the quotes around it are no part of it. Inside a field that does not begin with one, a
 * quote is a character like any other.
 */
final class QuotedFields {
  private static final String BLANKS = " \t";
  private static final String COMMA = ",";

  private final String line;
  private final String separators;
  private final List<String> fields = new ArrayList<>();
  private int at;

  private QuotedFields(String line, String separators) {
    this.line = line;
    this.separators = separators;
  }

  /**
   * Splits at blanks and tabs, any number of which are one separator.
   *
   * @return the fields; none for a blank line
   * @throws RejectedLine if a field in quotes does not end, or does not end with them
   */
  static List<String> atBlanks(String line) throws RejectedLine {
    QuotedFields split = new QuotedFields(line, BLANKS);
    split.skipSeparators();
    while (split.at < line.length()) {
      split.addField();
      split.skipSeparators();
    }
    return split.fields;
  }

  /**
   * Splits at every comma.
   *
   * @return the fields, one more than there are commas outside of quotes; they may be empty
   * @throws RejectedLine if a field in quotes does not end, or does not end with them
   */
  static List<String> atCommas(String line) throws RejectedLine {
    QuotedFields split = new QuotedFields(line, COMMA);
    split.addField();
    while (split.at < line.length()) {
      split.at++;
      split.addField();
    }
    return split.fields;
  }

  /** Goes to the end of the field that begins here. */
  private void addField() throws RejectedLine {
    int from = at;
    if (from < line.length() && line.charAt(from) == '"') {
      skipQuoted();
      fields.add(line.substring(from + 1, at - 1).replace("\"\"", "\""));
    } else {
      while (!isEnd(at)) {
        at++;
      }
      fields.add(line.substring(from, at));
    }
  }

  private void skipQuoted() throws RejectedLine {
    String where = "has a quote in field " + (fields.size() + 1);
    int next = at + 1;
    while (true) {
      int quote = line.indexOf('"', next);
      if (quote < 0) {
        throw new RejectedLine(where + " that is not closed");
      }
      if (isEnd(quote + 1)) {
        at = quote + 1;
        return;
      }
      if (line.charAt(quote + 1) != '"') {
        throw new RejectedLine(where + " that is closed before the field ends");
      }
      next = quote + 2;
    }
  }

  private boolean isEnd(int index) {
    return index == line.length() || separators.indexOf(line.charAt(index)) >= 0;
  }

  private void skipSeparators() {
    while (at < line.length() && isEnd(at)) {
      at++;
    }
  }
}
