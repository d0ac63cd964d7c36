/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.suspiciousconnects.warehouse.Source;

/** The event table of a source as the loader fills it: what differs from one source to another. */
abstract class EventTable {
  /** What {@link #hour(Map)} gives. */
  static final StructType HOUR =
      new StructType()
          .add("y", DataTypes.IntegerType)
          .add("m", DataTypes.IntegerType)
          .add("d", DataTypes.IntegerType)
          .add("h", DataTypes.IntegerType);

  private final Source source;
  private final List<EventColumn> columns;

  EventTable(Source source, EventColumn[] columns) {
    this.source = source;
    this.columns = Arrays.asList(columns);
  }

  /** The event table of a source. */
  static EventTable of(Source source) {
    switch (source) {
      case FLOW:
        return new FlowTable();
      case DNS:
        return new DnsTable();
      case PROXY:
        return new ProxyTable();
      default:
        throw new IllegalArgumentException("no event table of " + source);
    }
  }

  /** The table's name. */
  final String id() {
    return source.id();
  }

  /** The columns in the table's order, without those of the partition. */
  final List<EventColumn> columns() {
    return columns;
  }

  /** What one row is, such as {@code a flow}. */
  abstract String event();

  /** The columns without which stored rows can't be loaded, in the table's order. */
  abstract Set<? extends EventColumn> needed();

  /**
   * The columns of text that may be stored as whole numbers. An address is not among them: as a
   * number it would be taken for another one.
   */
  abstract Set<? extends EventColumn> textOrNumber();

  /**
   * The hour of a stored row by its columns.
   *
   * @param values all columns of the table that are stored, of the table's types
   * @return a struct {@link #HOUR} of UTC, null where the columns do not tell
   */
  abstract Column hour(Map<EventColumn, Column> values);

  /** Why {@link #hour(Map)} is null, with the values to blame. */
  abstract Column noHour(Map<EventColumn, Column> values);

  /**
   * The value of a column that is not stored: null, unless the others tell it.
   *
   * @param values all columns of the table that are stored, of the table's types
   */
  Column absent(EventColumn column, Map<EventColumn, Column> values) {
    return lit(null).cast(column.type());
  }

  /**
   * The partition of an hour: its columns, from the outside in, with values of their types. As
   * {@code name=value} they are also the names of its folders.
   *
   * @param hour year, month, day and hour
   */
  Map<String, Object> partition(int... hour) {
    Map<String, Object> partition = new LinkedHashMap<>();
    for (int i = 0; i < hour.length; i++) {
      partition.put(HOUR.fieldNames()[i], hour[i]);
    }
    return partition;
  }

  /** The hour of a time as a row of {@link #HOUR}; null of null. */
  static Row hour(UtcTime time) {
    return time == null
        ? null
        : RowFactory.create(
            time.date().getYear(),
            time.date().getMonthValue(),
            time.date().getDayOfMonth(),
            time.hour());
  }

  /** The first 100 characters of a column's text, or {@code null}. */
  static Column shown(Column value) {
    return coalesce(value.cast(DataTypes.StringType).substr(1, 100), lit("null"));
  }
}
