/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.registry;

import java.time.Instant;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.suspiciousconnects.BuildInfo;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes what replaced and stopped runs left. */
@Command(
    name = "drop-runs",
    mixinStandardHelpOptions = true,
    version = BuildInfo.VERSION,
    sortOptions = false,
    description = {
      "Removes the files of days that were counted or scored again, and all that runs left which were stopped.",
      "With --reference-days it also drops old days of method profile.",
      "A run that began before the grace counts as stopped. The files of a replaced day stay until a run of this"
          + " command finds that nothing has used them for the grace period."
    },
    footer = {
      "",
      "Exit status: 0 done, also if there was nothing to do, 1 usage, 2 configuration, 4 engine error.",
      "Example: spark-submit --class org.suspiciousconnects.registry.DropRuns lda-trainer.jar"
          + " --database spot --dry-run"
    })
public final class DropRuns implements Callable<Integer> {
  @Option(
      names = "--database",
      defaultValue = "spot",
      description = "Database (default: ${DEFAULT-VALUE}).")
  private String database;

  @Mixin private GraceHours grace;

  @Mixin private ReferenceDays referenceDays;

  @Option(names = "--dry-run", description = "Print what it would do, and change nothing.")
  private boolean dryRun;

  /**
   * Entry point for {@code spark-submit}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(Application.run(new DropRuns(), args));
  }

  @Override
  public Integer call() {
    // Before Spark takes its seconds to start.
    grace.period();
    referenceDays.check();
    SparkSession spark =
        SparkSession.builder()
            .appName("Suspicious Connects: drop runs of " + database)
            .enableHiveSupport()
            .getOrCreate();
    try {
      drop(spark, Instant.now());
      return ExitStatus.DONE.code();
    } finally {
      spark.stop();
    }
  }

  /** Drops in a session with Hive support, which stays open, as it is to be done at that time. */
  void drop(SparkSession spark, Instant now) {
    new RunRetention(
            new Warehouse(spark, database),
            new Grace(now, grace.period()),
            referenceDays,
            dryRun,
            System.out::println)
        .run();
  }
}
