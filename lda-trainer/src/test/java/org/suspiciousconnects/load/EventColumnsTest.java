/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.types.StructField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.TestWarehouse;

/** The columns that the loader fills against those that the ddl makes. */
class EventColumnsTest {
  private static TestWarehouse tables;

  @BeforeAll
  static void createTables() {
    tables = TestWarehouse.create("event_columns_test");
  }

  @ParameterizedTest
  @EnumSource
  void theColumnsAreThoseOfTheTableInItsOrder(Source source) {
    List<String> expected =
        Arrays.stream(tables.table(source.id()).schema().fields())
            .map(field -> field.name() + " " + field.dataType().sql())
            .collect(Collectors.toList());
    List<String> columns =
        EventTable.of(source).columns().stream()
            .map(column -> column.id() + " " + column.type().sql())
            .collect(Collectors.toCollection(ArrayList::new));
    String[] types =
        source == Source.PROXY
            ? new String[] {"STRING", "STRING", "STRING", "STRING"}
            : new String[] {"SMALLINT", "TINYINT", "TINYINT", "TINYINT"};
    for (int i = 0; i < types.length; i++) {
      columns.add("ymdh".charAt(i) + " " + types[i]);
    }
    assertEquals(expected, columns);
  }

  /** A partition of text that is given as a number would be another one in Hive. */
  @ParameterizedTest
  @EnumSource
  void partitionsHaveTheValuesOfTheirTypes(Source source) {
    StructField year = tables.table(source.id()).schema().apply("y");
    assertEquals(
        year.dataType().sql().equals("STRING")
            ? "{y=2016, m=07, d=08, h=00}"
            : "{y=2016, m=7, d=8, h=0}",
        EventTable.of(source).partition(2016, 7, 8, 0).toString());
  }
}
