/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.time.LocalDate;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Events as they are staged: the columns of the table, after the file and the hour they belong to.
 */
final class StagedColumns {
  /** What the staged files are partitioned by, and so their folders' names, from the outside in. */
  static final String[] PARTITIONS = {"load_id", "y", "m", "d", "h"};

  private StagedColumns() {}

  /** The partition columns alone. */
  static StructType partitions() {
    return new StructType()
        .add("load_id", DataTypes.StringType)
        .add("y", DataTypes.IntegerType)
        .add("m", DataTypes.IntegerType)
        .add("d", DataTypes.IntegerType)
        .add("h", DataTypes.IntegerType);
  }

  /** All columns of staged events. */
  static StructType of(EventTable table) {
    StructType all = partitions();
    for (EventColumn column : table.columns()) {
      all = all.add(column.id(), column.type());
    }
    return all;
  }

  /** The values of an event for a row of all columns. */
  static Object[] row(String loadId, Event event) {
    Object[] columns = event.columns();
    Object[] row = new Object[PARTITIONS.length + columns.length];
    LocalDate date = event.time().date();
    row[0] = loadId;
    row[1] = date.getYear();
    row[2] = date.getMonthValue();
    row[3] = date.getDayOfMonth();
    row[4] = event.time().hour();
    System.arraycopy(columns, 0, row, PARTITIONS.length, columns.length);
    return row;
  }
}
