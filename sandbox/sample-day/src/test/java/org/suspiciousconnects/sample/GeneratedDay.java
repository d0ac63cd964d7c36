/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.load.EventColumn;
import org.suspiciousconnects.warehouse.Source;

/**
 * A day that the command made, 2016-07-08, as a view of its source's name, and its labels as
 * another.
 */
final class GeneratedDay implements AutoCloseable {
  static final String DATE = "2016-07-08";

  private final SparkSession spark;
  private final Path day;
  private final Path labels;
  private final List<? extends EventColumn> labelColumns;
  private final String source;

  private GeneratedDay(Source source, SparkSession spark, Path day, Path labels) {
    this.source = source.id();
    this.spark = spark;
    this.day = day;
    this.labels = labels;
    this.labelColumns = new Recipe(source, 1, LocalDate.parse(DATE), 1_000).day().labelColumns();
  }

  static GeneratedDay of(Source source, int rows, int seed, Path folder) {
    SparkSession spark = session("local[2]");
    Path day = folder.resolve("day");
    Path labels = folder.resolve("labels.tsv");
    assertEquals(0, run(source, rows, seed, day, labels));
    GeneratedDay generated = new GeneratedDay(source, spark, day, labels);
    spark.read().parquet(day.toString()).createOrReplaceTempView(source.id());
    spark
        .read()
        .option("header", true)
        .option("sep", "\t")
        .schema(generated.labelSchema())
        .csv(labels.toString())
        .createOrReplaceTempView("labels");
    return generated;
  }

  @Override
  public void close() {
    spark.stop();
  }

  /** The columns of an hour's file, as Spark's DDL. */
  String columns() throws IOException {
    return spark.read().parquet(files(day).get(0).getParent().toString()).schema().toDDL();
  }

  long count(String condition) {
    return spark.table(source).where(condition).count();
  }

  Dataset<Row> sql(String query) {
    return spark.sql(query);
  }

  String labelHeader() throws IOException {
    return Files.readAllLines(labels).get(0);
  }

  /** How many labels of each kind name exactly one row of the day; all of them must. */
  List<Row> labelsOfOneRow() throws IOException {
    String equal =
        labelColumns.stream()
            .map(column -> "e." + column.id() + " = l." + column.id())
            .collect(Collectors.joining(" AND "));
    String label =
        labelColumns.stream()
            .map(column -> ", l." + column.id())
            .collect(Collectors.joining("", "l.kind", ""));
    List<Row> found =
        spark
            .sql(
                "SELECT kind, COUNT(*) AS labels FROM (SELECT "
                    + label
                    + ", COUNT(*) AS rows FROM labels l JOIN "
                    + source
                    + " e ON "
                    + equal
                    + " GROUP BY "
                    + label
                    + ") WHERE rows = 1 GROUP BY kind ORDER BY kind")
            .collectAsList();
    assertEquals(
        Files.readAllLines(labels).size() - 1L, found.stream().mapToLong(r -> r.getLong(1)).sum());
    return found;
  }

  private StructType labelSchema() {
    StructType schema = new StructType().add("kind", DataTypes.StringType);
    for (EventColumn column : labelColumns) {
      schema = schema.add(column.id(), column.type());
    }
    return schema;
  }

  static SparkSession session(String master) {
    return SparkSession.builder()
        .master(master)
        .appName("tests")
        .config("spark.ui.enabled", false)
        .config("spark.sql.shuffle.partitions", 2)
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .getOrCreate();
  }

  /** Runs the command and returns its exit status. */
  static int run(Source source, int rows, int seed, Path output, Path labels) {
    return Application.run(
        new GenerateSampleDay(),
        source.id(),
        "--rows",
        Integer.toString(rows),
        "--seed",
        Integer.toString(seed),
        "--date",
        DATE,
        "--output",
        output.toString(),
        "--labels",
        labels.toString());
  }

  /** The Parquet files of a folder in the order of their paths. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().endsWith(".parquet")).sorted().toList();
    }
  }

  /** The SHA-256 of each Parquet file of a folder. */
  static TreeMap<String, String> digests(Path folder) throws IOException {
    TreeMap<String, String> digests = new TreeMap<>();
    for (Path file : files(folder)) {
      digests.put(folder.relativize(file).toString(), sha256(Files.readAllBytes(file)));
    }
    return digests;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
