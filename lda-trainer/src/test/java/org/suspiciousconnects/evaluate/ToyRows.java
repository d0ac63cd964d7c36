/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.suspiciousconnects.warehouse.TestWarehouse;

/** Inserts rows by the names of their columns; those that are not named are NULL. */
final class ToyRows {
  private ToyRows() {}

  /**
   * @param partition such as {@code y = 2016, m = 7}
   * @param rows a value, or null, for some of the columns
   */
  @SafeVarargs
  static void insert(TestWarehouse tables, String table, String partition, Map<String, ?>... rows) {
    SparkSession spark = TestWarehouse.session();
    Set<String> partitions =
        Arrays.stream(partition.split(","))
            .map(column -> column.split("=")[0].strip())
            .collect(Collectors.toSet());
    StructType schema = new StructType();
    for (StructField column : tables.table(table).schema().fields()) {
      if (!partitions.contains(column.name())) {
        schema = schema.add(column.name(), column.dataType());
      }
    }
    List<Row> values = new ArrayList<>();
    for (Map<String, ?> row : rows) {
      Set<String> unknown = new HashSet<>(row.keySet());
      unknown.removeAll(Arrays.asList(schema.fieldNames()));
      if (!unknown.isEmpty()) {
        throw new IllegalArgumentException(table + " has no " + unknown);
      }
      values.add(RowFactory.create(Arrays.stream(schema.fieldNames()).map(row::get).toArray()));
    }
    spark.createDataFrame(values, schema).createOrReplaceTempView("toy_rows");
    spark.sql(
        String.format(
            "INSERT INTO %s.%s PARTITION (%s) SELECT * FROM toy_rows",
            tables.database(), table, partition));
  }

  /** Gives a table a column, unless it has one of that name. */
  static void addColumn(TestWarehouse tables, String table, String column) {
    if (!Arrays.asList(tables.table(table).columns()).contains(column)) {
      TestWarehouse.session()
          .sql(
              String.format(
                  "ALTER TABLE %s.%s ADD COLUMNS (%s %s)",
                  tables.database(), table, column, DataTypes.StringType.sql()));
    }
  }
}
