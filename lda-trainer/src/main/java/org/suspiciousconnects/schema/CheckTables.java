/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.schema;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;
import org.suspiciousconnects.BuildInfo;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists all that is wrong with the tables of a source. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    version = BuildInfo.VERSION,
    sortOptions = false,
    description = {
      "Compares tables, views and functions with those that ddl/common.sql, ddl/<source>.sql and ddl/functions/ of this"
          + " version make, and lists all differences at once, one line each with the remedy.",
      "Wider types (BIGINT for INT, DOUBLE for FLOAT, VARCHAR and CHAR for STRING) and additional columns are none; nor"
          + " is the order of columns. The events themselves may be of any file format, or a view."
    },
    footer = {
      "",
      "Exit status: 0 no difference, 1 usage, 2 differences, 4 engine error.",
      "Example: spark-submit --class org.suspiciousconnects.schema.CheckTables lda-trainer.jar"
          + " --source flow --database spot"
    })
public final class CheckTables implements Callable<Integer> {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,127}");

  @Option(
      names = "--source",
      required = true,
      description = "Whose tables, with those that all sources share: ${COMPLETION-CANDIDATES}.")
  private Source source;

  @Option(
      names = "--database",
      defaultValue = "spot",
      description = "Database (default: ${DEFAULT-VALUE}).")
  private String database;

  /**
   * Entry point for {@code spark-submit}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(Application.run(new CheckTables(), args));
  }

  @Override
  public Integer call() {
    SparkSession spark =
        SparkSession.builder()
            .appName("Suspicious Connects: check the tables of " + source)
            .enableHiveSupport()
            .getOrCreate();
    try {
      return check(spark).code();
    } finally {
      spark.stop();
    }
  }

  /** Checks in a session with Hive support, which stays open. */
  ExitStatus check(SparkSession spark) {
    if (!IDENTIFIER.matcher(database).matches()) {
      throw new CommandFailure(
          ExitStatus.USAGE,
          "--database '" + database + "' is no name: it has to match " + IDENTIFIER.pattern());
    }
    Ddl ddl = new Ddl(spark, source, database);
    List<String> differences;
    if (spark.catalog().databaseExists(database)) {
      Functions functions = new Functions(spark, database);
      differences = functions.differences(ddl.functions());
      Optional<String> otherBuild = functions.otherBuild();
      otherBuild.ifPresent(warning -> System.err.println("check: warning: " + warning));
      differences.addAll(new Tables(spark, source, database).differences(ddl));
    } else {
      differences =
          List.of(
              "there is no database "
                  + database
                  + " in this metastore: run scripts/setup.sh --database "
                  + database);
    }
    if (differences.isEmpty()) {
      System.out.printf("checked %d tables%n", ddl.tables().size() + ddl.views().size());
      return ExitStatus.DONE;
    }
    differences.forEach(difference -> System.err.println("check: " + difference));
    return ExitStatus.CONFIGURATION;
  }
}
