/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Source;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The Spark application that generates days of network events with a history and labels. */
@Command(
    name = "generate-series",
    mixinStandardHelpOptions = true,
    description = {
      "Generates days of network events in which hosts keep their habits. The last day, the one to"
          + " score, has attacks in it, and harmless things that are new.",
      "Writes DIR/<yyyy-MM-dd>, a folder of Parquet for each day, DIR/labels.tsv, the attacks of the"
          + " last day, DIR/benign.tsv, its novelties, and DIR/top-domains.csv, the popular domains."
    })
public final class GenerateSeries implements Callable<Integer> {
  /** The attacks of the scored day. */
  static final String LABELS = "labels.tsv";

  /** What is new and harmless on the scored day. */
  static final String BENIGN = "benign.tsv";

  static final String TOP_DOMAINS = "top-domains.csv";

  private static final long MOST_ROWS = 1_000_000_000;
  private static final int MOST_DAYS = 100;
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern PARTS = Pattern.compile("(\\d{1,4}),(\\d{1,4})");

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "SOURCE",
      description = "The kind of events: flow, dns or proxy.")
  private Source source;

  @ArgGroup(multiplicity = "1")
  private Length length;

  @Option(
      names = "--rows",
      defaultValue = "100000",
      paramLabel = "N",
      description =
          "Events of the scored day, 10,000 to 1,000,000,000 (${DEFAULT-VALUE}); the others have"
              + " about as many, weekends fewer.")
  private long rows;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Another seed gives another network, other attacks (${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--date",
      defaultValue = "2016-07-08",
      paramLabel = "YYYY-MM-DD",
      description = "The scored day, UTC, the last of the series (${DEFAULT-VALUE}).")
  private LocalDate date;

  @Option(
      names = "--attack-in-history",
      description = "The attacks are in the history days too, with the same hosts. Not labelled.")
  private boolean attackInHistory;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "DIR",
      description = "New, empty, or with an earlier series, which is replaced.")
  private String output;

  /** How many days there are. */
  private static final class Length {
    @Option(
        names = "--series",
        paramLabel = "HISTORY_DAYS,REFERENCE_DAYS",
        description =
            "Days before the scored one for training, and days before those for what is known,"
                + " such as 3,4: eight days.")
    private String parts;

    @Option(
        names = "--days",
        paramLabel = "N",
        description = "N days with the scored one, all others history.")
    private Integer days;
  }

  /** Runs the application and ends the process with its status. */
  public static void main(String[] args) {
    System.exit(Application.run(new GenerateSeries(), args));
  }

  @Override
  public Integer call() {
    Series series = series();
    SparkSession spark =
        SparkSession.builder().appName("generate a series of " + source).getOrCreate();
    Configuration conf = spark.sparkContext().hadoopConfiguration();
    Path folder = new Path(output);
    removeEarlier(folder, conf);
    TopDomains.write(new Path(folder, TOP_DOMAINS), conf);
    SampleDay scored = null;
    for (Series.Day day : series.days()) {
      Path of = new Path(folder, day.recipe().date().toString());
      new DayWriter(spark).write(day.recipe(), of);
      scored = day.recipe().day();
      say("%s: %d %s events, %s%n", of, scored.size(), source, day.part());
    }
    // Last, so that who finds the labels knows that all else is there.
    Labels.write(scored, scored.novelties(), new Path(folder, BENIGN), conf);
    Labels.write(scored, scored.attacks(), new Path(folder, LABELS), conf);
    say(
        "%s: %d of %s are attacks (%s), %d new and harmless (%s)%n",
        folder, scored.attacks().size(), date, LABELS, scored.novelties().size(), BENIGN);
    return ExitStatus.DONE.code();
  }

  private Series series() {
    if (rows < SeriesRecipe.FEWEST_ROWS || rows > MOST_ROWS) {
      throw usage(
          "--rows " + rows + " is not between " + SeriesRecipe.FEWEST_ROWS + " and " + MOST_ROWS);
    }
    int history;
    int reference = 0;
    if (length.days != null) {
      history = length.days - 1;
    } else {
      Matcher parts = PARTS.matcher(length.parts);
      if (!parts.matches()) {
        throw usage(
            "--series '"
                + length.parts
                + "' is not HISTORY_DAYS,REFERENCE_DAYS: give two numbers such as 3,4");
      }
      history = Integer.parseInt(parts.group(1));
      reference = Integer.parseInt(parts.group(2));
    }
    if (history < 1 || history + reference + 1 > MOST_DAYS) {
      throw usage(
          "a series has 2 to "
              + MOST_DAYS
              + " days, at least one of them history, not "
              + (history + reference + 1)
              + " with "
              + history
              + " of history: correct --series or --days");
    }
    Series series = new Series(source, seed, date, rows, history, reference, attackInHistory);
    if (series.first().getYear() < 1970 || date.getYear() > 9999) {
      throw usage(
          "the days "
              + series.first()
              + " to "
              + date
              + " are not in 1970 to 9999: correct --date");
    }
    return series;
  }

  /** Does not let a mistyped path cost anything but a series of ours. */
  private static void removeEarlier(Path folder, Configuration conf) {
    try {
      FileSystem fs = folder.getFileSystem(conf);
      if (!fs.exists(folder)) {
        return;
      }
      List<Path> earlier = new ArrayList<>();
      for (FileStatus child : fs.listStatus(folder)) {
        String name = child.getPath().getName();
        if (child.isDirectory() && DAY.matcher(name).matches()) {
          DayWriter.requireReplaceable(fs, child.getPath());
        } else if (!child.isFile() || !List.of(LABELS, BENIGN, TOP_DOMAINS).contains(name)) {
          throw usage(
              folder + " has something else in it, " + name + ": give a new or empty folder");
        }
        earlier.add(child.getPath());
      }
      // First, as long as they are there all else is.
      fs.delete(new Path(folder, LABELS), false);
      for (Path one : earlier) {
        fs.delete(one, true);
      }
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.ENGINE, "can't write to " + folder + ": " + e.getMessage(), e);
    }
  }

  private void say(String format, Object... values) {
    spec.commandLine().getOut().printf(format, values);
  }

  private static CommandFailure usage(String message) {
    return new CommandFailure(ExitStatus.USAGE, message);
  }
}
