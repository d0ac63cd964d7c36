/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.suspiciousconnects.warehouse.TablePartition;
import org.suspiciousconnects.warehouse.TestWarehouse;
import picocli.CommandLine;

/** Events, files of verdicts, and the command on them, in one database. */
final class FeedbackDay {
  private final TestWarehouse tables;
  private String said = "";

  private FeedbackDay(String database) {
    tables = TestWarehouse.create(database);
  }

  /** The one that the classes of this package share, with what events they put into it. */
  static FeedbackDay shared() {
    return Shared.DAY;
  }

  /** Made with the first class that asks for it: a database takes its seconds. */
  private static final class Shared {
    static final FeedbackDay DAY = new FeedbackDay("import_feedback_test");
  }

  TestWarehouse tables() {
    return tables;
  }

  /**
   * Inserts rows.
   *
   * @param partition such as {@code y = 2016, m = 7, d = 8, h = 3}
   * @param columns names between blanks; the others are NULL
   * @param rows their values
   */
  void insert(String table, String partition, String columns, Object[]... rows) {
    List<String> names = Arrays.asList(columns.split(" "));
    StructType all = tables.table(table).schema();
    int partitions = partition.split(",").length;
    StructField[] fields = Arrays.copyOf(all.fields(), all.size() - partitions);
    List<Row> full = new ArrayList<>();
    for (Object[] row : rows) {
      full.add(
          RowFactory.create(
              Stream.of(fields)
                  .map(f -> names.contains(f.name()) ? row[names.indexOf(f.name())] : null)
                  .toArray()));
    }
    TestWarehouse.session()
        .createDataFrame(full, new StructType(fields))
        .coalesce(1)
        .createOrReplaceTempView("rows_to_insert");
    TestWarehouse.session()
        .sql(
            String.format(
                "INSERT INTO %s.%s PARTITION (%s) SELECT * FROM rows_to_insert",
                tables.database(), table, partition));
  }

  /** A file of verdicts at Spot's place, written at that time. */
  Path write(String source, String day, String modifiedAt, String... lines) {
    return write(
        source,
        day,
        modifiedAt,
        String.join("", Stream.of(lines).map(l -> l + "\n").toArray(String[]::new))
            .getBytes(StandardCharsets.UTF_8));
  }

  Path write(String source, String day, String modifiedAt, byte[] content) {
    Path file = place(source, day);
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, content);
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse(modifiedAt)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** Where Spot has the file of a day. */
  Path place(String source, String day) {
    return tables.folder().resolve(source + "/scored_results/" + day + "/feedback/ml_feedback.csv");
  }

  /** Forgets all files, verdicts and rejected lines. */
  void clear() {
    List<String> changed = new ArrayList<>();
    for (String source : new String[] {"flow", "dns", "proxy"}) {
      delete(tables.folder().resolve(source + "/scored_results"));
      changed.add(source + "_feedback");
      changed.add(source + "_rejected_lines");
    }
    tables.empty(changed);
    changed.forEach(
        table -> TestWarehouse.session().catalog().refreshTable(tables.database() + "." + table));
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs the command.
   *
   * @return the figures that it prints
   */
  Map<String, String> run(String source, String date, String... more) {
    ImportFeedback command = new ImportFeedback();
    new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(
            Stream.concat(
                    Stream.of("--source", source, "--date", date, "--database", tables.database()),
                    Arrays.stream(more))
                .toArray(String[]::new));
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream told = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(told, true, StandardCharsets.UTF_8));
    try {
      command.importFiles(TestWarehouse.session());
    } finally {
      System.setOut(out);
      System.setErr(err);
      said = told.toString(StandardCharsets.UTF_8);
    }
    Map<String, String> figures = new TreeMap<>();
    printed
        .toString(StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split("=", 2))
        .forEach(figure -> figures.put(figure[0], figure[1]));
    return figures;
  }

  /** What the last run said on standard error. */
  String said() {
    return said;
  }

  /** Rows of a table as text, of these columns, sorted. */
  List<String> rows(String table, String... columns) {
    return tables
        .table(table)
        .select(columns[0], Arrays.copyOfRange(columns, 1, columns.length))
        .collectAsList()
        .stream()
        .map(Row::toString)
        .sorted()
        .collect(Collectors.toList());
  }

  /** The values of the partitions of a table, sorted. */
  List<String> partitions(String table) {
    return tables.warehouse().partitions(table).stream()
        .map(p -> String.join("/", p.values().values()))
        .sorted()
        .collect(Collectors.toList());
  }

  /** The only partition of a table. */
  TablePartition onlyPartition(String table) {
    List<TablePartition> all = tables.warehouse().partitions(table);
    if (all.size() != 1) {
      throw new AssertionError(table + " has " + all.size() + " partitions");
    }
    return all.get(0);
  }

  /** A partition as it was, again in the metastore. */
  void add(String table, TablePartition partition) {
    tables.warehouse().point(table, partition.values(), partition.folder());
    TestWarehouse.session().catalog().refreshTable(tables.database() + "." + table);
  }

  static Map<String, String> figures(
      int files, int unchanged, int imported, int rejected, int notJudged) {
    return new TreeMap<>(
        Map.of(
            "files", "" + files,
            "unchanged", "" + unchanged,
            "rows", "" + (imported + rejected + notJudged),
            "imported", "" + imported,
            "rejected", "" + rejected,
            "not_judged", "" + notJudged));
  }

  static Object[] row(Object... values) {
    return values;
  }

  /** A text so many times. */
  static String times(int n, String text) {
    return String.join("", Collections.nCopies(n, text));
  }
}
