/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.warehouse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.TableIdentifier;
import org.apache.spark.sql.catalyst.catalog.CatalogTablePartition;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import scala.Tuple2;
import scala.collection.Iterator;

/**
 * One database of the metastore. All that becomes part of a statement is checked here first: names
 * are identifiers, partition values are plain words, so that no text from outside reaches SQL.
 */
public final class Warehouse {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");
  private static final Pattern PARTITION_VALUE = Pattern.compile("[A-Za-z0-9_.:-]{1,128}");
  private static final Pattern LOCATION = Pattern.compile("[^'\\\\\\p{Cntrl}]{1,4000}");

  private final SparkSession spark;
  private final String database;

  /**
   * @param spark a session with Hive support
   * @param database an existing database
   * @throws CommandFailure if the name is no identifier or there is no such database
   */
  public Warehouse(SparkSession spark, String database) {
    this.spark = spark;
    this.database = identifier("database", database);
    if (!spark.catalog().databaseExists(database)) {
      throw new CommandFailure(
          ExitStatus.CONFIGURATION,
          "there is no database " + database + " in this metastore: run ddl/database.sql");
    }
  }

  /** The Spark session this warehouse is read with. */
  public SparkSession spark() {
    return spark;
  }

  /** The database's name. */
  public String database() {
    return database;
  }

  /**
   * A table's rows.
   *
   * @throws CommandFailure if the table does not exist, naming the script that creates it
   */
  public Dataset<Row> table(String table) {
    return spark.table(qualified(table));
  }

  /**
   * The folder of a table in the metastore.
   *
   * @throws CommandFailure if the table does not exist
   */
  public Path location(String table) {
    qualified(table);
    try {
      TableIdentifier id = new TableIdentifier(table, scala.Option.apply(database));
      return new Path(spark.sessionState().catalog().getTableMetadata(id).location());
    } catch (Exception e) {
      throw new CommandFailure(
          ExitStatus.ENGINE, "can't read the location of " + database + "." + table, e);
    }
  }

  /** The file system that holds a path. */
  public FileSystem fileSystem(Path path) {
    try {
      return path.getFileSystem(spark.sparkContext().hadoopConfiguration());
    } catch (java.io.IOException e) {
      throw new CommandFailure(ExitStatus.CONFIGURATION, "no file system for " + path, e);
    }
  }

  /**
   * Makes a folder the content of a partition, in one metastore call: readers see the old rows or
   * the new ones, never a mixture. The folder that was there before is left alone.
   *
   * @param table an external table
   * @param partition its partition columns and values; strings and whole numbers
   * @param folder a complete folder of the table's file format
   */
  public void point(String table, Map<String, ?> partition, Path folder) {
    String at = location(folder);
    // ADD serves the first time, SET LOCATION the others; either is one call and both give the
    // same.
    spark.sql(
        String.format(
            "ALTER TABLE %s ADD IF NOT EXISTS PARTITION (%s) LOCATION '%s'",
            qualified(table), spec(partition), at));
    spark.sql(
        String.format(
            "ALTER TABLE %s PARTITION (%s) SET LOCATION '%s'",
            qualified(table), spec(partition), at));
  }

  /**
   * Makes a folder the content of a table without partitions, in one metastore call: readers see
   * the old rows or the new ones, never a mixture. The folder that was there before is left alone.
   *
   * @param table an external table
   * @param folder a complete folder of the table's file format
   */
  public void point(String table, Path folder) {
    String name = qualified(table);
    spark.sql(String.format("ALTER TABLE %s SET LOCATION '%s'", name, location(folder)));
    spark.catalog().refreshTable(name);
  }

  /**
   * Adds partitions at their default places, in one metastore call; those it has already stay.
   *
   * @param partitions for each its partition columns and values; strings and whole numbers
   */
  public void addPartitions(String table, Collection<? extends Map<String, ?>> partitions) {
    if (!partitions.isEmpty()) {
      spark.sql(
          partitions.stream()
              .map(partition -> "PARTITION (" + spec(partition) + ")")
              .collect(
                  Collectors.joining(
                      " ", "ALTER TABLE " + qualified(table) + " ADD IF NOT EXISTS ", "")));
    }
  }

  /**
   * All partitions of a table.
   *
   * @throws CommandFailure if the table does not exist
   */
  public List<TablePartition> partitions(String table) {
    qualified(table);
    List<TablePartition> partitions = new ArrayList<>();
    try {
      TableIdentifier id = new TableIdentifier(table, scala.Option.apply(database));
      for (Iterator<CatalogTablePartition> all =
              spark.sessionState().catalog().listPartitions(id, scala.Option.empty()).iterator();
          all.hasNext(); ) {
        CatalogTablePartition partition = all.next();
        Map<String, String> values = new LinkedHashMap<>();
        for (Iterator<Tuple2<String, String>> spec = partition.spec().iterator();
            spec.hasNext(); ) {
          Tuple2<String, String> column = spec.next();
          values.put(column._1(), column._2());
        }
        partitions.add(new TablePartition(values, new Path(partition.location())));
      }
    } catch (Exception e) {
      throw new CommandFailure(
          ExitStatus.ENGINE, "can't list the partitions of " + database + "." + table, e);
    }
    return partitions;
  }

  /**
   * Takes a partition out of the metastore, in one call, if it is there. The files stay, the table
   * being external.
   *
   * @param partition its partition columns and values; strings and whole numbers
   */
  public void dropPartition(String table, Map<String, ?> partition) {
    spark.sql(
        String.format(
            "ALTER TABLE %s DROP IF EXISTS PARTITION (%s)", qualified(table), spec(partition)));
  }

  /**
   * Deletes a folder if it is there; one that can't be deleted is only reported, on standard error.
   */
  public void deleteQuietly(Path folder) {
    try {
      fileSystem(folder).delete(folder, true);
    } catch (java.io.IOException e) {
      System.err.println("left behind: " + folder + " (" + e.getMessage() + ")");
    }
  }

  private String qualified(String table) {
    String name = database + "." + identifier("table", table);
    if (!spark.catalog().tableExists(name)) {
      throw new CommandFailure(
          ExitStatus.CONFIGURATION,
          "there is no table " + name + ": run ddl/common.sql and the ddl file of the source");
    }
    return name;
  }

  private static String spec(Map<String, ?> partition) {
    return partition.entrySet().stream()
        .map(e -> identifier("partition column", e.getKey()) + " = " + literal(e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String literal(Object value) {
    if (value instanceof Number) {
      return Long.toString(((Number) value).longValue());
    }
    return "'" + checked("partition value", String.valueOf(value), PARTITION_VALUE) + "'";
  }

  private static String identifier(String what, String name) {
    return checked(what, name, IDENTIFIER);
  }

  private static String location(Path folder) {
    return checked("location", folder.toString(), LOCATION);
  }

  private static String checked(String what, String value, Pattern allowed) {
    if (value == null || !allowed.matcher(value).matches()) {
      throw new CommandFailure(
          ExitStatus.USAGE,
          what + " '" + value + "' is not allowed: it has to match " + allowed.pattern());
    }
    return value;
  }
}
