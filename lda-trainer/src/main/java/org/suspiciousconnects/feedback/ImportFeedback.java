/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.suspiciousconnects.BuildInfo;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Imports the verdicts that Apache Spot's front end has written. */
@Command(
    name = "feedback",
    mixinStandardHelpOptions = true,
    version = BuildInfo.VERSION,
    sortOptions = false,
    description = {
      "Imports the verdicts that Apache Spot's front end writes, HUSER/<source>/scored_results/yyyyMMdd/feedback/ml_feedback.csv"
          + " of all days up to a date, into <source>_feedback.",
      "Each row is joined with its event, to have its words, and the group that method profile lists it with. A file whose content was imported before is left alone; of one"
          + " that was appended to, the rows that were there keep their given_at, author, scope and expiry. Rows that can't"
          + " be imported go to <source>_rejected_lines. What was done goes to standard error, the figures as key=value to"
          + " standard output."
    },
    footer = {
      "",
      "Exit status: 0 done, also if there is no file; 1 usage, 2 configuration, 3 no such --file, 4 engine error.",
      "Example: spark-submit --class org.suspiciousconnects.feedback.ImportFeedback lda-trainer.jar"
          + " --source flow --date 2016-07-08"
    })
public final class ImportFeedback implements Callable<Integer> {
  @Option(
      names = "--source",
      required = true,
      description = "What was judged: ${COMPLETION-CANDIDATES}.")
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
      description = "The last day (UTC) whose file is imported; with --file the day of its events.")
  private LocalDate date;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description =
          "Import this file, on any Hadoop file system, as that of the day --date: it replaces the day's"
              + " other file.")
  private String file;

  @Option(
      names = "--scope",
      defaultValue = "ip_word",
      description =
          "What a verdict holds for, ${COMPLETION-CANDIDATES}: the event's words at its IPs on its day, the same"
              + " on later days too, or its words at every IP (default: ${DEFAULT-VALUE}).")
  private Scope scope;

  @Option(
      names = "--method",
      defaultValue = "both",
      description =
          "What is judged, ${COMPLETION-CANDIDATES}: the event's words, the group that method profile lists the"
              + " event with, or the words and, on days that profile has scored, the group too (default:"
              + " ${DEFAULT-VALUE}).")
  private Methods method;

  @Option(
      names = "--author",
      defaultValue = "ml_feedback.csv",
      description = "Who gave the verdicts (default: ${DEFAULT-VALUE}).")
  private String author;

  @Option(
      names = "--expires-after-days",
      paramLabel = "N",
      description =
          "The last day a verdict holds for is so many days after the event's (default: it does not end).")
  private Integer expiresAfterDays;

  @Option(
      names = "--replace",
      description =
          "Import files of known content again, after their events were loaded or counted, or with other"
              + " --scope, --author and --expires-after-days: these then hold for all rows. given_at stays.")
  private boolean replace;

  @Option(names = "--dry-run", description = "Say what would be imported and change nothing.")
  private boolean dryRun;

  /**
   * Entry point for {@code spark-submit}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(Application.run(new ImportFeedback(), args));
  }

  @Override
  public Integer call() {
    // Before Spark takes its seconds to start.
    terms();
    SparkSession spark =
        SparkSession.builder()
            .appName("Suspicious Connects: feedback on " + source + " up to " + date)
            .enableHiveSupport()
            .getOrCreate();
    try {
      importFiles(spark);
      return ExitStatus.DONE.code();
    } finally {
      spark.stop();
    }
  }

  private Terms terms() {
    return new Terms(scope, author, expiresAfterDays);
  }

  /** Imports in a session with Hive support, which stays open. */
  void importFiles(SparkSession spark) {
    Warehouse warehouse = new Warehouse(spark, database);
    FeedbackFiles files = new FeedbackFiles(warehouse, source);
    FileImport imports =
        new FileImport(warehouse, JudgedSource.of(source), terms(), method, replace, dryRun);
    List<FeedbackFile> found = file == null ? files.upTo(date) : List.of(files.at(file, date));
    if (found.isEmpty()) {
      System.err.printf(
          "no feedback/ml_feedback.csv of a day up to %s in %s: nothing to import%n",
          date, files.folder());
    }
    found.forEach(imports::run);
    imports.end();
    if (dryRun) {
      System.err.println("dry run: nothing was changed");
    }
    System.out.println(imports.summary());
  }
}
