/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.export;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.suspiciousconnects.BuildInfo;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.ScoreMethod;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.TablePartition;
import org.suspiciousconnects.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Exports the results of a scored day. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    version = BuildInfo.VERSION,
    sortOptions = false,
    description = {
      "Writes <source>_scored_results of a day as Apache Spot's <source>_results.csv: tab-separated, by rank, the most"
          + " suspicious first, in Spot's columns, without a header. Events of the allow-list, which have no rank, are left"
          + " out.",
      "A record is one line of UTF-8: in a value \\\\ stands for a backslash, \\t for a tab, \\n for a line feed, \\r for"
          + " a carriage return; NULL is \\N. An earlier file is replaced as a whole."
    },
    footer = {
      "",
      "Exit status: 0 done, 1 usage, 2 configuration, 3 the day was not scored, 4 engine error.",
      "Example: spark-submit --class org.suspiciousconnects.export.ExportScores lda-trainer.jar"
          + " --source flow --date 2016-07-08"
    })
public final class ExportScores implements Callable<Integer> {
  @Option(
      names = "--source",
      required = true,
      description = "What was scored: ${COMPLETION-CANDIDATES}.")
  private Source source;

  @Option(
      names = "--database",
      defaultValue = "spot",
      description = "Database (default: ${DEFAULT-VALUE}).")
  private String database;

  @Option(
      names = "--date",
      required = true,
      paramLabel = "yyyy-MM-dd",
      description = "The scored day (UTC).")
  private LocalDate date;

  @Option(
      names = "--method",
      defaultValue = "spot",
      description =
          "The method whose results these are, one of: ${COMPLETION-CANDIDATES} (default:"
              + " ${DEFAULT-VALUE}).")
  private ScoreMethod method;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "On any Hadoop file system (default: Spot's"
              + " HUSER/<source>/scored_results/yyyyMMdd/scores/<source>_results.csv, HUSER being the"
              + " folder of the tables).")
  private String output;

  /**
   * Entry point for {@code spark-submit}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(Application.run(new ExportScores(), args));
  }

  @Override
  public Integer call() {
    SparkSession spark =
        SparkSession.builder()
            .appName("Suspicious Connects: export " + source + " of " + date)
            .enableHiveSupport()
            .getOrCreate();
    try {
      export(spark);
      return ExitStatus.DONE.code();
    } finally {
      spark.stop();
    }
  }

  /** Exports in a session with Hive support, which stays open. */
  void export(SparkSession spark) {
    Warehouse warehouse = new Warehouse(spark, database);
    String table = source.table("scored_results");
    if (warehouse.partitions(table).stream().noneMatch(this::isOfTheDay)) {
      throw new CommandFailure(
          ExitStatus.NO_DATA,
          String.format(
              "%s.%s has no results of method %s of %s: score the day with %s",
              database, table, method, date, method.scoringFile(source)));
    }
    Dataset<Row> results =
        warehouse
            .table(table)
            .where(col("y").equalTo(date.getYear()))
            .where(col("m").equalTo(date.getMonthValue()))
            .where(col("d").equalTo(date.getDayOfMonth()))
            .where(col("score_method").equalTo(method.toString()))
            .where(col("score_rank").isNotNull())
            .orderBy("score_rank")
            .select(ScoreColumns.of(source).stream().map(c -> col(c)).toArray(Column[]::new));
    Path file = output == null ? placeOfSpot(warehouse.location(table)) : new Path(output);
    try {
      Path qualified = warehouse.fileSystem(file).makeQualified(file);
      long rows =
          new ScoreFile(qualified, spark.sparkContext().hadoopConfiguration())
              .replace(results.toLocalIterator());
      System.out.printf("rows=%d%nfile=%s%n", rows, qualified);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.ENGINE,
          file + " can't be written, an earlier one is as it was: " + e.getMessage(),
          e);
    }
  }

  private boolean isOfTheDay(TablePartition partition) {
    return partition.isOf(date) && method.toString().equals(partition.value("score_method"));
  }

  /** The tables lie in HUSER/sc. */
  private Path placeOfSpot(Path table) {
    if (!table.getParent().getName().equals("sc")) {
      throw new CommandFailure(
          ExitStatus.CONFIGURATION,
          "the table lies at " + table + ", not in HUSER/sc: say where with --output FILE");
    }
    String day = date.format(DateTimeFormatter.BASIC_ISO_DATE);
    return new Path(
        table.getParent().getParent(),
        String.format("%s/scored_results/%s/scores/%s_results.csv", source, day, source));
  }
}
