/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.types.StructType;
import scala.collection.Iterator;

/** A table as {@code ddl/} makes it. */
final class NeededTable {
  private final String name;
  private final StructType columns;
  private final List<String> partitionColumns = new ArrayList<>();

  /**
   * @param columns those of partitions too
   * @param partitioning the partition columns
   */
  NeededTable(String name, StructType columns, Iterator<Transform> partitioning) {
    this.name = name;
    this.columns = columns;
    while (partitioning.hasNext()) {
      partitionColumns.add(partitioning.next().references()[0].fieldNames()[0]);
    }
  }

  /** Without that of the database. */
  String name() {
    return name;
  }

  /** All, those of partitions last. */
  StructType columns() {
    return columns;
  }

  /** The names of those that partitions are made by. */
  List<String> partitionColumns() {
    return Collections.unmodifiableList(partitionColumns);
  }
}
