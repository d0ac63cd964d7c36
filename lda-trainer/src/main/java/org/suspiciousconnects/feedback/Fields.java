/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The values of a line, with tabs between, as Apache Spot's notebooks wrote it, or commas, as its
 * API does. Nothing is quoted, so that a comma inside a value makes more of them.
 */
final class Fields {
  /** More than the commas of any address that a browser sends. */
  private static final int MOST = 1 << 14;

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,19}");

  /** Characters: a number of more is none, and would cost the pattern its time. */
  private static final int LONGEST_NUMBER = 40;

  private static final Pattern DECIMAL = Pattern.compile("[-+]?[0-9]*\\.?[0-9]+([eE][-+]?[0-9]+)?");

  private final char separator;
  private final List<String> values;

  private Fields(char separator, List<String> values) {
    this.separator = separator;
    this.values = values;
  }

  /**
   * Cuts a line: at tabs if they make exactly the columns wanted, else at commas.
   *
   * @param columns how many a line without commas in its values has
   * @throws RejectedRow if there are fewer, or very many more
   */
  static Fields of(String line, int columns) throws RejectedRow {
    char separator = count(line, '\t') == columns ? '\t' : ',';
    int found = count(line, separator);
    if (found < columns || found > MOST) {
      throw new RejectedRow(
          Rejection.BAD_COLUMNS,
          String.format(
              "it has %d columns by commas and %d by tabs, not %d",
              count(line, ','), count(line, '\t'), columns));
    }
    List<String> values = new ArrayList<>(found);
    int from = 0;
    for (int to; (to = line.indexOf(separator, from)) >= 0; from = to + 1) {
      values.add(line.substring(from, to));
    }
    values.add(line.substring(from));
    return new Fields(separator, values);
  }

  private static int count(String line, char separator) {
    int columns = 1;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == separator) {
        columns++;
      }
    }
    return columns;
  }

  /** A tab or a comma. */
  char separator() {
    return separator;
  }

  int size() {
    return values.size();
  }

  /** A value as it stands there. */
  String raw(int index) {
    return values.get(index);
  }

  /** The values from one index up to before another, with the separators between them. */
  String raw(int from, int to) {
    return String.join(String.valueOf(separator), values.subList(from, to));
  }

  /**
   * A value without blanks around it.
   *
   * @throws RejectedRow if nothing is left
   */
  String text(int index, String column) throws RejectedRow {
    return required(raw(index), column);
  }

  /**
   * Values that belong together, as they stand there, without blanks around them.
   *
   * @throws RejectedRow if nothing is left
   */
  String text(int from, int to, String column) throws RejectedRow {
    return required(raw(from, to), column);
  }

  private static String required(String value, String column) throws RejectedRow {
    String stripped = value.strip();
    if (stripped.isEmpty()) {
      throw new RejectedRow(Rejection.BAD_FIELD, column, "", "is empty");
    }
    return stripped;
  }

  /** Whether a value is a whole number of at most 19 digits. */
  boolean isWhole(int index) {
    return WHOLE.matcher(raw(index).strip()).matches();
  }

  /** Whether a value is a decimal number or says that there is none. */
  boolean isDecimalOrNone(int index) {
    String stripped = raw(index).strip();
    return isNone(index)
        || stripped.length() <= LONGEST_NUMBER && DECIMAL.matcher(stripped).matches();
  }

  /** Whether a value is empty, or None, as Python writes NULL. */
  boolean isNone(int index) {
    String stripped = raw(index).strip();
    return stripped.isEmpty() || stripped.equals("None");
  }

  /**
   * A whole number.
   *
   * @throws RejectedRow if it is none, negative or above the largest
   */
  long whole(int index, String column, long largest) throws RejectedRow {
    long value = isWhole(index) ? parse(raw(index).strip()) : -1;
    if (value < 0 || value > largest) {
      throw new RejectedRow(
          Rejection.BAD_FIELD, column, raw(index), "is no whole number from 0 to " + largest);
    }
    return value;
  }

  /** Nineteen digits may be too large for a long. */
  private static long parse(String digits) {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException tooLarge) {
      return -1;
    }
  }

  /** Whether these are the names of columns, in whatever case. */
  boolean are(List<String> names) {
    return values.size() == names.size()
        && values.stream()
            .map(value -> value.strip().toLowerCase(Locale.ROOT))
            .collect(Collectors.toList())
            .equals(names);
  }
}
