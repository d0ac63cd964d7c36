/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A database of its own with the project's tables, made by the files in {@code ddl/}, for one test
 * class. All of them share one Spark session with an embedded metastore in memory.
 */
public final class TestWarehouse {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path DDL = Path.of("..", "ddl");

  private final String database;
  private final Path folder;

  private TestWarehouse(String database, Path folder) {
    this.database = database;
    this.folder = folder;
  }

  /**
   * An empty database with all tables, the functions and the views. What a database of that name
   * held before is gone.
   *
   * @param database an SQL identifier, best the name of the test class
   */
  public static TestWarehouse create(String database) {
    Path folder = TARGET.resolve("warehouse").resolve(database);
    drop(database);
    delete(folder);
    TestWarehouse created = new TestWarehouse(database, folder);
    for (String file :
        new String[] {"database", "functions/hive", "common", "flow", "dns", "proxy"}) {
      created.run(DDL.resolve(file + ".sql"));
    }
    return created;
  }

  /** The session that all tests of this module share, with two cores and Hive support. */
  public static SparkSession session() {
    return Session.SPARK;
  }

  /** The database as the applications see it. */
  public Warehouse warehouse() {
    return new Warehouse(session(), database);
  }

  /** The database's name. */
  public String database() {
    return database;
  }

  /** The rows of a table or view. */
  public Dataset<Row> table(String table) {
    return session().table(database + "." + table);
  }

  /** The folder below which every table of the database lies; the variable huser of the scripts. */
  public Path folder() {
    return folder;
  }

  /** Drops all partitions of these tables, and all files below their folders. */
  public void empty(Collection<String> tables) {
    for (String table : tables) {
      for (TablePartition partition : warehouse().partitions(table)) {
        warehouse().dropPartition(table, partition.values());
      }
      Path of = folder.resolve("sc").resolve(table);
      delete(of);
      try {
        Files.createDirectories(of);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Runs all statements of an SQL file with dbname, huser and udfs_jar set. */
  public void run(Path sql) {
    session().sql("USE default");
    for (String statement : statements(sql)) {
      session()
          .sql(
              statement
                  .replace("${hivevar:dbname}", database)
                  .replace("${hivevar:huser}", folder.toUri().toString().replaceAll("/$", ""))
                  .replace("${hivevar:udfs_jar}", System.getProperty("udfs.jar", "no udfs.jar")));
    }
    session().sql("USE default");
  }

  /** The statements of a file whose comments are lines of their own. */
  private static List<String> statements(Path sql) {
    try (Stream<String> lines = Files.lines(sql)) {
      String text =
          lines
              .filter(line -> !line.strip().startsWith("--"))
              .collect(Collectors.joining(System.lineSeparator()));
      return Arrays.stream(Pattern.compile(";\\s*(\\R|$)").split(text))
          .filter(statement -> !statement.isBlank())
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void drop(String database) {
    if (session().catalog().databaseExists(database)) {
      // CASCADE would leave the functions in the session's registry.
      for (Row function : session().sql("SHOW USER FUNCTIONS IN " + database).collectAsList()) {
        String name = function.getString(0).replaceAll(".*\\.", "");
        session().sql("DROP FUNCTION " + database + "." + name);
      }
      session().sql("DROP DATABASE " + database + " CASCADE");
    }
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path :
          all.sorted(java.util.Comparator.reverseOrder()).collect(Collectors.toList())) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Started with the first test that asks for it, stopped with the JVM. */
  private static final class Session {
    static final SparkSession SPARK = start();

    private static SparkSession start() {
      return SparkSession.builder()
          .master("local[2]")
          .appName("tests")
          .config("spark.ui.enabled", false)
          .config("spark.sql.shuffle.partitions", 2)
          .config("spark.default.parallelism", 2)
          .config("spark.driver.bindAddress", "127.0.0.1")
          .config("spark.driver.host", "127.0.0.1")
          .config("spark.sql.warehouse.dir", TARGET.resolve("spark-warehouse").toString())
          .config("spark.hadoop.hive.metastore.schema.verification", false)
          .config("spark.hadoop.datanucleus.schema.autoCreateAll", true)
          .config(
              "spark.hadoop.javax.jdo.option.ConnectionURL",
              "jdbc:derby:memory:metastore;create=true")
          .enableHiveSupport()
          .getOrCreate();
    }
  }
}
