/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The Spark application that generates a day of network events with labelled attacks. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = "Generates a day of network events, and says which of them are attacks.")
public final class GenerateSampleDay implements Callable<Integer> {
  private static final long FEWEST_ROWS = 1_000;
  private static final long MOST_ROWS = 1_000_000_000;

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "SOURCE",
      description = "The kind of events: flow, dns or proxy.")
  private Source source;

  @Option(
      names = "--rows",
      defaultValue = "100000",
      paramLabel = "N",
      description = "Events, 1,000 to 1,000,000,000 (${DEFAULT-VALUE}).")
  private long rows;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Another seed gives another day (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--date",
      defaultValue = "2016-07-08",
      paramLabel = "YYYY-MM-DD",
      description = "The UTC day (${DEFAULT-VALUE}).")
  private LocalDate date;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "Folder for y=/m=/d=/h=/part-<n>.parquet; an earlier day in it is replaced.")
  private String output;

  @Option(
      names = "--labels",
      required = true,
      paramLabel = "FILE",
      description = "File for the attacks: tab-separated with a header.")
  private String labels;

  @Option(
      names = "--top-domains",
      paramLabel = "FILE",
      description = "File for the popular sites' domains: rank,domain without a header.")
  private String topDomains;

  /** Runs the application and ends the process with its status. */
  public static void main(String[] args) {
    System.exit(Application.run(new GenerateSampleDay(), args));
  }

  @Override
  public Integer call() {
    if (rows < FEWEST_ROWS || rows > MOST_ROWS) {
      throw new CommandFailure(
          ExitStatus.USAGE,
          "--rows " + rows + " is not between " + FEWEST_ROWS + " and " + MOST_ROWS);
    }
    SparkSession spark = SparkSession.builder().appName("generate " + source).getOrCreate();
    Recipe recipe = new Recipe(source, seed, date, rows);
    new DayWriter(spark).write(recipe, new Path(output));
    if (topDomains != null) {
      TopDomains.write(new Path(topDomains), spark.sparkContext().hadoopConfiguration());
    }
    // Last, so that who finds the labels knows that all else is there.
    SampleDay day = recipe.day();
    Labels.write(day, day.attacks(), new Path(labels), spark.sparkContext().hadoopConfiguration());
    spec.commandLine()
        .getOut()
        .printf(
            "%s: %d %s events of %s, %d of them attacks (%s) and %d invalid%n",
            output, rows, source, date, day.attacks().size(), labels, Schedule.INVALID_ROWS);
    return ExitStatus.DONE.code();
  }
}
