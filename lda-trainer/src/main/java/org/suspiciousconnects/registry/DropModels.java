/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.registry;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.suspiciousconnects.BuildInfo;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Drops old models, and later their files. */
@Command(
    name = "drop-models",
    mixinStandardHelpOptions = true,
    version = BuildInfo.VERSION,
    sortOptions = false,
    description = {
      "Drops all but the newest models. The current model stays, and so does one that a scoring run reads.",
      "Files stay until a run finds that nothing has used them for the grace period: those of dropped"
          + " models, of models and trainings that were replaced, and of trainings that were killed."
    },
    footer = {
      "",
      "Exit status: 0 done, also if there was nothing to do, 1 usage, 2 configuration, 4 engine error.",
      "Example: spark-submit --class org.suspiciousconnects.registry.DropModels lda-trainer.jar"
          + " --database spot --keep 10 --dry-run"
    })
public final class DropModels implements Callable<Integer> {
  @Option(
      names = "--database",
      defaultValue = "spot",
      description = "Database (default: ${DEFAULT-VALUE}).")
  private String database;

  @Option(
      names = "--source",
      description = "Only of this one: ${COMPLETION-CANDIDATES} (default: of all).")
  private Source source;

  @Option(
      names = "--keep",
      defaultValue = "10",
      paramLabel = "N",
      description =
          "The newest N models of each source, method and vocabulary stay (default: ${DEFAULT-VALUE}).")
  private int keep;

  @Mixin private GraceHours grace;

  @Option(names = "--dry-run", description = "Print what it would do, and change nothing.")
  private boolean dryRun;

  /**
   * Entry point for {@code spark-submit}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(Application.run(new DropModels(), args));
  }

  @Override
  public Integer call() {
    // Before Spark takes its seconds to start.
    check();
    SparkSession spark =
        SparkSession.builder()
            .appName("Suspicious Connects: drop models of " + database)
            .enableHiveSupport()
            .getOrCreate();
    try {
      drop(spark, Instant.now());
      return ExitStatus.DONE.code();
    } finally {
      spark.stop();
    }
  }

  private void check() {
    if (keep < 0) {
      throw new CommandFailure(ExitStatus.USAGE, "--keep " + keep + ": it has to be at least 0");
    }
    grace.period();
  }

  /** Drops in a session with Hive support, which stays open, as it is to be done at that time. */
  void drop(SparkSession spark, Instant now) {
    new Retention(
            new Warehouse(spark, database),
            new Grace(now, grace.period()),
            keep,
            dryRun,
            System.out::println)
        .run(source == null ? List.of(Source.values()) : List.of(source));
  }
}
