/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.suspiciousconnects.BuildInfo;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures the list of a scored day against labels. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    version = BuildInfo.VERSION,
    sortOptions = false,
    description = {
      "Tells how well the list of a scored day finds attacks that are known: recall and precision of its first entries and"
          + " rows, the area under the ROC curve, and each kind of attack by itself, for every method that scored the day.",
      "docs/evaluation.md says what each figure means and what a file of labels looks like."
    },
    footer = {
      "",
      "Exit status: 0 done, 1 usage, 2 configuration or a wrong label, 3 no file of labels or a day that was not scored,"
          + " 4 engine error.",
      "Example: spark-submit --class org.suspiciousconnects.evaluate.EvaluateRanking lda-trainer.jar"
          + " --source flow --date 2016-07-08 --labels labels.tsv --json figures.json"
    })
public final class EvaluateRanking implements Callable<Integer> {
  @Option(
      names = "--source",
      required = true,
      description = "What was scored: ${COMPLETION-CANDIDATES}.")
  private Source source;

  @Option(
      names = "--date",
      required = true,
      paramLabel = "yyyy-MM-dd",
      description = "The scored day (UTC).")
  private LocalDate date;

  @Option(
      names = "--labels",
      required = true,
      paramLabel = "FILE",
      description = "Which events of the day are attacks; on any Hadoop file system.")
  private String labels;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description =
          "Also write the figures here, on any Hadoop file system; an earlier file is replaced as a"
              + " whole.")
  private String json;

  @Option(
      names = "--database",
      defaultValue = "spot",
      description = "Database (default: ${DEFAULT-VALUE}).")
  private String database;

  @Option(
      names = "--method",
      paramLabel = "NAME",
      description = "Only this method, such as spot (default: all that scored the day).")
  private String method;

  @Option(
      names = "--at",
      paramLabel = "N",
      split = ",",
      defaultValue = "100,300,1000,3000",
      description = "Look at the first N entries and rows (default: ${DEFAULT-VALUE}).")
  private List<Integer> at;

  /**
   * Entry point for {@code spark-submit}.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(Application.run(new EvaluateRanking(), args));
  }

  @Override
  public Integer call() {
    // Before Spark takes its seconds to start.
    numbers();
    SparkSession spark =
        SparkSession.builder()
            .appName("Suspicious Connects: evaluate " + source + " of " + date)
            .enableHiveSupport()
            .getOrCreate();
    try {
      // Kinds of attack may have any letters, whatever the locale.
      evaluate(spark, new PrintStream(System.out, true, StandardCharsets.UTF_8));
      return ExitStatus.DONE.code();
    } finally {
      spark.stop();
    }
  }

  /** Evaluates in a session with Hive support, which stays open, and prints the figures. */
  void evaluate(SparkSession spark, PrintStream out) {
    List<Integer> numbers = numbers();
    Warehouse warehouse = new Warehouse(spark, database);
    Configuration hadoop = spark.sparkContext().hadoopConfiguration();
    LabelledEvents labelled =
        LabelledEvents.of(
            labels, new LabelParser(labels, LabelColumns.of(source)).parse(content(hadoop)));
    ScoredDay day = new ScoredDay(warehouse, source, date);
    List<String> methods = methods(day);
    long events = day.find(labelled);
    List<Figures> figures = new ArrayList<>();
    for (String each : methods) {
      long scored = day.scored(each, events);
      figures.add(new Figures(each, labelled, day.results(each, labelled), scored));
    }
    if (json != null) {
      new FiguresFile(path("--json", json), hadoop)
          .write(new FiguresJson(source, date, numbers).of(figures));
    }
    figures.forEach(of -> out.print(FiguresText.of(source + " on " + date, of, numbers)));
    out.flush();
  }

  /** Ascending, each once. */
  private List<Integer> numbers() {
    for (Integer n : at) {
      if (n < 1) {
        throw new CommandFailure(ExitStatus.USAGE, "--at " + n + ": it has to be 1 or more");
      }
    }
    return new ArrayList<>(new TreeSet<>(at));
  }

  private List<String> methods(ScoredDay day) {
    List<String> scored = day.methods();
    if (method == null) {
      return scored;
    }
    if (!scored.contains(method)) {
      throw new CommandFailure(
          ExitStatus.NO_DATA,
          String.format(
              "method '%s' has not scored %s on %s, but %s",
              method, source, date, String.join(", ", scored)));
    }
    return List.of(method);
  }

  private static Path path(String option, String name) {
    try {
      return new Path(name);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          ExitStatus.USAGE, option + " '" + name + "' is no path: " + e.getMessage(), e);
    }
  }

  private byte[] content(Configuration hadoop) {
    Path file = path("--labels", labels);
    try (InputStream in = file.getFileSystem(hadoop).open(file)) {
      return in.readAllBytes();
    } catch (FileNotFoundException e) {
      throw new CommandFailure(
          ExitStatus.NO_DATA, "there is no file of labels " + labels + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.CONFIGURATION, labels + " can't be read: " + e.getMessage(), e);
    }
  }
}
