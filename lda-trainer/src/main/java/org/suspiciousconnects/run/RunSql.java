/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.run;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.suspiciousconnects.BuildInfo;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs SQL files on Spark SQL. */
@Command(
    name = "run-sql",
    mixinStandardHelpOptions = true,
    version = BuildInfo.VERSION,
    sortOptions = false,
    description =
        "Runs SQL files in one session of Spark with Hive's metastore, up to the first statement that"
            + " fails. Rows of queries go to standard output, progress to standard error.",
    footer = {
      "",
      "Exit status: 0 done, 1 usage, also a variable without a value, 4 engine error, also a requirement"
          + " of a file that does not hold.",
      "Example: spark-submit --class org.suspiciousconnects.run.RunSql lda-trainer.jar"
          + " --file sql/suspicious_flow.sql --hivevar dbname=spot --hivevar y=2016 --hivevar m=7"
          + " --hivevar d=8 --hivevar limit_rows=20"
    })
public final class RunSql implements Callable<Integer> {
  private static final String RUN_ID = "run_id";
  private static final int TITLE_LENGTH = 70;

  @Option(
      names = "--file",
      required = true,
      description = "An SQL file; may be given several times, they are run in that order.")
  private List<Path> files;

  @Option(
      names = "--hivevar",
      paramLabel = "NAME=VALUE",
      description =
          "A value of $${hivevar:NAME} in the files, also within strings; may be given several times."
              + " run_id is, unless given, the milliseconds since 1970 at which each file begins, for each"
              + " day another.")
  private List<String> hivevars = new ArrayList<>();

  @Option(
      names = "--day",
      paramLabel = "yyyy-MM-dd",
      description =
          "Run the files with the variables y, m and d of this day (UTC); may be given several times:"
              + " all files are run for the first day, then for the next.")
  private List<LocalDate> days = new ArrayList<>();

  @Option(
      names = "--format",
      defaultValue = "table",
      description =
          "Of rows: table, in which cells are cut after 100 characters, or tsv, without a header"
              + " (default: ${DEFAULT-VALUE}).")
  private RowFormat format;

  private long lastRunId;

  /**
   * Entry point for {@code spark-submit}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(Application.run(new RunSql(), args));
  }

  @Override
  public Integer call() {
    // Before Spark takes its seconds to start.
    List<SqlFile> scripts = scripts();
    SparkSession spark =
        SparkSession.builder()
            .appName(
                "Suspicious Connects: "
                    + scripts.stream().map(SqlFile::name).collect(Collectors.joining(", ")))
            .enableHiveSupport()
            .getOrCreate();
    try {
      // The console's encoding may know ASCII only; the rows come from everywhere.
      run(
          spark,
          scripts,
          new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
      return ExitStatus.DONE.code();
    } finally {
      spark.stop();
    }
  }

  /** The files, each of whose variables has a value. */
  private List<SqlFile> scripts() {
    List<SqlFile> scripts = files.stream().map(SqlFile::read).collect(Collectors.toList());
    HiveVariables variables = variables().get(0).withDefault(RUN_ID, "0");
    scripts.forEach(script -> script.statements().forEach(variables::in));
    return scripts;
  }

  /** Those that were given, once for each day with its own; at least one of them. */
  private List<HiveVariables> variables() {
    HiveVariables given = HiveVariables.of(hivevars);
    if (days.isEmpty()) {
      return List.of(given);
    }
    return days.stream().map(given::withDay).collect(Collectors.toList());
  }

  /** Runs the files in a session with Hive support, which stays open. */
  void run(SparkSession spark, PrintStream out) {
    run(spark, scripts(), out);
  }

  private void run(SparkSession spark, List<SqlFile> scripts, PrintStream out) {
    // The metastore's client introduces itself on standard error, which is not to be within a line
    // of ours.
    spark.catalog().databaseExists("default");
    for (HiveVariables variables : variables()) {
      for (SqlFile script : scripts) {
        run(spark, script, variables.withDefault(RUN_ID, nextRunId()), out);
      }
    }
  }

  private void run(SparkSession spark, SqlFile script, HiveVariables variables, PrintStream out) {
    List<SqlStatement> statements = script.statements();
    for (int i = 0; i < statements.size(); i++) {
      SqlStatement statement = statements.get(i);
      String sql = variables.in(statement);
      System.err.printf(
          "%s, statement %d of %d: %s ", script.name(), i + 1, statements.size(), title(sql));
      run(spark, statement, sql, out);
    }
  }

  private void run(SparkSession spark, SqlStatement statement, String sql, PrintStream out) {
    long start = System.nanoTime();
    try {
      Dataset<Row> result = spark.sql(sql);
      Iterator<Row> rows = result.toLocalIterator();
      // A query runs when its first row is asked for.
      rows.hasNext();
      System.err.printf("(%.1f s)%n", (System.nanoTime() - start) / 1e9);
      if (result.columns().length > 0 && !setsSomething(sql)) {
        format.print(result.columns(), rows, out);
      }
    } catch (Exception e) {
      System.err.println();
      throw new CommandFailure(ExitStatus.ENGINE, statement.place() + ": " + cause(e), e);
    }
  }

  /** How a statement begins, on one line. */
  private static String title(String sql) {
    String flat = sql.replaceAll("\\s+", " ");
    return flat.length() <= TITLE_LENGTH ? flat : flat.substring(0, TITLE_LENGTH) + " …";
  }

  /** Spark answers SET with the setting as a row, Beeline with nothing. */
  private static boolean setsSomething(String sql) {
    return sql.matches("(?is)set\\s.*=.*");
  }

  /** What the engine, or the requirement that does not hold, says. */
  private static String cause(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    if (root instanceof AnalysisException) {
      // Without the plan.
      return ((AnalysisException) root).getSimpleMessage();
    }
    return root.getMessage() == null ? root.toString() : root.getMessage();
  }

  private String nextRunId() {
    lastRunId = Math.max(lastRunId + 1, System.currentTimeMillis());
    return Long.toString(lastRunId);
  }
}
