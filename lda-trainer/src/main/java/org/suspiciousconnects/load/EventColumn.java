/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.util.Locale;
import org.apache.spark.sql.types.DataType;

/** A column of an event table; the constants of an enum are the table's columns in their order. */
public interface EventColumn {
  /** The name of the constant, such as {@code TRECEIVED}. */
  String name();

  /** The column's place in the table, from 0. */
  int ordinal();

  /** The column's type. */
  DataType type();

  /** The column's name, such as {@code treceived}. */
  default String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Sets the column in a row of all columns.
   *
   * @param value of the column's type, or null
   */
  default void set(Object[] row, Object value) {
    row[ordinal()] = value;
  }
}
