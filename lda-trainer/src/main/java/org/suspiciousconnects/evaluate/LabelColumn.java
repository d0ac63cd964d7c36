/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** A column of a file of labels. Columns of events are compared with values of its type. */
final class LabelColumn {
  private final String name;
  private final DataType type;

  private LabelColumn(String name, DataType type) {
    this.name = name;
    this.type = type;
  }

  /** A column of text. */
  static LabelColumn text(String name) {
    return new LabelColumn(name, DataTypes.StringType);
  }

  /** A column of whole numbers of 32 bits. */
  static LabelColumn integer(String name) {
    return new LabelColumn(name, DataTypes.IntegerType);
  }

  /** A column of whole numbers of 64 bits. */
  static LabelColumn bigint(String name) {
    return new LabelColumn(name, DataTypes.LongType);
  }

  /** Its name, that of the event's column. */
  String name() {
    return name;
  }

  /** Its type, that of the event's column. */
  DataType type() {
    return type;
  }

  /**
   * A value of this column.
   *
   * @param text decimal digits, after a minus if negative, where the column is one of numbers
   * @throws NumberFormatException if it is something else or too large; the message says what fits
   */
  Object value(String text) {
    if (type.equals(DataTypes.StringType)) {
      return text;
    }
    // The parsers would take a plus, and digits of other scripts.
    if (text.matches("-?[0-9]{1,19}")) {
      try {
        if (type.equals(DataTypes.IntegerType)) {
          return Integer.valueOf(text);
        }
        return Long.valueOf(text);
      } catch (NumberFormatException tooLarge) {
        // Said below.
      }
    }
    throw new NumberFormatException(
        "'"
            + text
            + "' is no whole number of "
            + (type.equals(DataTypes.IntegerType) ? 32 : 64)
            + " bits; NULL is \\N");
  }
}
