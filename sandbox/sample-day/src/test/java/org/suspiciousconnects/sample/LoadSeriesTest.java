/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.load.Load;
import org.suspiciousconnects.warehouse.Source;

/** The loader takes the days of a series as they are, into the tables of our DDL. */
class LoadSeriesTest {
  private static final Path DDL = Path.of("../../ddl");

  @TempDir static Path folder;

  private static SparkSession spark;

  @BeforeAll
  static void createTables() throws IOException {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .appName("tests")
            .config("spark.ui.enabled", false)
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
            .config("spark.hadoop.hive.metastore.schema.verification", false)
            .config("spark.hadoop.datanucleus.schema.autoCreateAll", true)
            .config(
                "spark.hadoop.javax.jdo.option.ConnectionURL",
                "jdbc:derby:memory:series;create=true")
            .enableHiveSupport()
            .getOrCreate();
    run("database.sql", "database");
    run("common.sql", "loaded_files");
    for (Source source : Source.values()) {
      run(source + ".sql", source.id());
      run(source + ".sql", source + "_rejected_lines");
    }
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  /** Runs the statement of a file that creates a table, or its only one. */
  private static void run(String file, String table) throws IOException {
    String text;
    try (Stream<String> lines = Files.lines(DDL.resolve(file))) {
      text =
          lines
              .filter(line -> !line.startsWith("--"))
              .collect(Collectors.joining("\n"))
              .replace("${hivevar:dbname}", "series")
              .replace("${hivevar:huser}", folder.toUri().toString().replaceAll("/$", ""));
    }
    Pattern wanted =
        Pattern.compile(
            "\\s*(CREATE (EXTERNAL )?TABLE IF NOT EXISTS " + table + "|CREATE DATABASE|USE)\\b.*",
            Pattern.DOTALL);
    for (String statement : text.split(";\\s*(\n|$)")) {
      if (wanted.matcher(statement).matches()) {
        spark.sql(statement);
      }
    }
    spark.sql("USE default");
  }

  @ParameterizedTest
  @EnumSource
  void theScoredDayIsLoaded(Source source) throws IOException {
    // Beside the tables, which are in folders of these names.
    Path output = folder.resolve("series of " + source);
    assertEquals(
        0,
        Application.run(
            new GenerateSeries(),
            source.id(),
            "--rows",
            "10000",
            "--days",
            "2",
            "--output",
            output.toString()));
    // A few hours are enough: the loader takes a file at a time.
    List<String> files =
        GeneratedDay.files(output.resolve("2016-07-08")).stream()
            .map(Path::toString)
            .filter(file -> file.matches(".*/h=(09|9|10|22)/.*"))
            .toList();
    assertEquals(3, files.size());
    List<String> load =
        new ArrayList<>(List.of(source.id(), "--format", "parquet", "--database", "series"));
    load.addAll(files);
    assertEquals(0, Application.run(new Load(), load.toArray(new String[0])));
    assertEquals(
        spark.read().parquet(files.toArray(new String[0])).count(),
        spark
            .table("series." + source)
            .where("y = 2016 AND m = 7 AND d = 8 AND h IN (9, 10, 22)")
            .count());
    assertEquals(0, spark.table("series." + source + "_rejected_lines").count());
  }
}
