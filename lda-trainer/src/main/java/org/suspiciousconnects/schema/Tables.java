/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.CatalogTable;
import org.apache.spark.sql.catalyst.catalog.CatalogTableType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.suspiciousconnects.warehouse.Source;

/** The tables and views that a database has. */
final class Tables {
  private final SparkSession spark;
  private final Source source;
  private final String database;
  private final List<String> differences = new ArrayList<>();

  /** Columns of the tables that are not needed; views that take all columns may lack them. */
  private final Set<String> additional = new HashSet<>();

  /**
   * @param database an existing database, an identifier
   */
  Tables(SparkSession spark, Source source, String database) {
    this.spark = spark;
    this.source = source;
    this.database = database;
  }

  /** A line for each difference; of tables first. */
  List<String> differences(Ddl ddl) {
    for (NeededTable table : ddl.tables()) {
      if (exists(table.name())) {
        compare(table, metadata(table.name()));
      } else {
        add(table.name(), "there is no such table", setup());
      }
    }
    boolean tablesFit = differences.isEmpty();
    for (Map.Entry<String, String> view : ddl.views().entrySet()) {
      if (!exists(view.getKey())) {
        add(view.getKey(), "there is no such view", setup());
      } else if (metadata(view.getKey()).tableType() != CatalogTableType.VIEW()) {
        add(
            view.getKey(),
            "a table, a view is needed",
            "ALTER TABLE " + qualified(view.getKey()) + " RENAME TO another name, then " + setup());
      } else if (tablesFit) {
        compareView(view.getKey(), view.getValue());
      }
    }
    return differences;
  }

  private void compare(NeededTable needed, CatalogTable found) {
    boolean isView = found.tableType() == CatalogTableType.VIEW();
    if (!isOfEvents(needed)) {
      if (isView) {
        add(
            needed.name(),
            "a view, a table is needed, because rows are written to it",
            "DROP VIEW " + qualified(needed.name()) + ", then " + setup());
        return;
      }
      if (!isParquet(found)) {
        add(
            needed.name(),
            "not of Parquet files ("
                + format(found)
                + "), Parquet is needed, because files are written to it",
            makeAnew(needed));
      }
    }
    List<String> partitionColumns = isView ? List.of() : lower(found.partitionColumnNames());
    additional.addAll(lower(found.schema().fieldNames()));
    additional.removeAll(List.of(needed.columns().fieldNames()));
    for (StructField column : needed.columns().fields()) {
      compareColumn(needed, column, found.schema(), partitionColumns, isView);
    }
    if (!isOfEvents(needed)) {
      for (String column : partitionColumns) {
        if (!needed.partitionColumns().contains(column)) {
          add(
              needed.name() + "." + column,
              "a partition column, which is not needed",
              makeAnew(needed));
        }
      }
    }
  }

  private void compareColumn(
      NeededTable needed,
      StructField column,
      StructType found,
      List<String> partitionColumns,
      boolean isView) {
    String name = needed.name() + "." + column.name();
    String type = Types.name(column.dataType());
    boolean ofPartition = needed.partitionColumns().contains(column.name());
    StructField there =
        Arrays.stream(found.fields())
            .filter(field -> field.name().equalsIgnoreCase(column.name()))
            .findFirst()
            .orElse(null);
    if (there == null) {
      add(
          name,
          "there is no such column, "
              + (ofPartition ? "partition column " : "")
              + type
              + " is needed",
          isView
              ? "add it to the view"
              : ofPartition
                  ? makeAnew(needed)
                  : "ALTER TABLE "
                      + qualified(needed.name())
                      + " ADD COLUMNS ("
                      + column.name()
                      + " "
                      + type
                      + "), NULL in the rows that are there");
      return;
    }
    if (ofPartition && !isView && !partitionColumns.contains(column.name())) {
      add(name, "a column, a partition column is needed", makeAnew(needed));
    }
    if (!Types.serves(there.dataType(), column.dataType())) {
      add(
          name,
          Types.name(there.dataType()) + ", " + type + " is needed",
          isView
              ? "CAST it in the view"
              : Types.isNarrower(there.dataType(), column.dataType()) && !ofPartition
                  ? "ALTER TABLE "
                      + qualified(needed.name())
                      + " CHANGE "
                      + column.name()
                      + " "
                      + column.name()
                      + " "
                      + type
                  : makeAnew(needed));
    }
  }

  /** Of a view the names count: the types follow from those of the tables. */
  private void compareView(String view, String query) {
    try {
      List<String> found = lower(spark.table(qualified(view)).columns());
      for (String column : columns(query)) {
        if (!found.contains(column) && !additional.contains(column)) {
          add(view + "." + column, "the view has no such column, it is another version's", setup());
        }
      }
    } catch (Exception e) {
      add(view, "the view can't be read: " + firstLine(e), setup());
    }
  }

  /** What a query's columns are called, in lower case, read in the database. */
  private List<String> columns(String query) {
    String before = spark.catalog().currentDatabase();
    spark.catalog().setCurrentDatabase(database);
    try {
      return lower(spark.sql(query).columns());
    } finally {
      spark.catalog().setCurrentDatabase(before);
    }
  }

  private boolean isOfEvents(NeededTable table) {
    return table.name().equals(source.id());
  }

  private boolean exists(String table) {
    return spark.catalog().tableExists(qualified(table));
  }

  private CatalogTable metadata(String table) {
    try {
      return spark
          .sessionState()
          .catalog()
          .getTableMetadata(new TableIdentifier(table, scala.Option.apply(database)));
    } catch (Exception e) {
      throw new IllegalStateException("can't read what " + qualified(table) + " is: " + e, e);
    }
  }

  private static boolean isParquet(CatalogTable table) {
    return format(table).toLowerCase(Locale.ROOT).contains("parquet");
  }

  /** The format of Spark's own tables, the class that reads the files of Hive's. */
  private static String format(CatalogTable table) {
    String provider = table.provider().isDefined() ? table.provider().get() : "hive";
    return provider.equals("hive") && table.storage().inputFormat().isDefined()
        ? table.storage().inputFormat().get().replaceAll(".*\\.", "")
        : provider;
  }

  private void add(String what, String difference, String remedy) {
    differences.add(qualified(what) + ": " + difference + ": " + remedy);
  }

  private String qualified(String table) {
    return database + "." + table;
  }

  private String setup() {
    return "run scripts/setup.sh --database " + database;
  }

  private String makeAnew(NeededTable table) {
    return isOfEvents(table)
        ? "make a table as ddl/" + source + ".sql does and load the events into it"
        : "ALTER TABLE " + qualified(table.name()) + " RENAME TO another name, then " + setup();
  }

  private static List<String> lower(scala.collection.Seq<String> names) {
    List<String> lower = new ArrayList<>();
    names.foreach(name -> lower.add(name.toLowerCase(Locale.ROOT)));
    return lower;
  }

  private static List<String> lower(String[] names) {
    return Arrays.stream(names).map(n -> n.toLowerCase(Locale.ROOT)).collect(Collectors.toList());
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
