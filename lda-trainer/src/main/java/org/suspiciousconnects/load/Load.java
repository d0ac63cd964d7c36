/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.SparkSession;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.Warehouse;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The Spark application that loads logs into the event tables. */
@Command(
    name = "load",
    mixinStandardHelpOptions = true,
    description = {
      "Loads logs into the table of a source. All files are loaded, or none.",
      "Lines that are no events go to <source>_rejected_lines."
    })
public final class Load implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "SOURCE", description = "The kind of events: flow.")
  private Source source;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "Text files, gzipped or not; for parquet, files or folders.")
  private List<String> files;

  @Option(
      names = "--format",
      required = true,
      paramLabel = "FORMAT",
      description = "flow: nfdump-csv, zeek-conn, parquet.")
  private String format;

  @Option(
      names = "--database",
      paramLabel = "NAME",
      defaultValue = "spot",
      description = "The database (${DEFAULT-VALUE}).")
  private String database;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "Load only the events of this UTC day.")
  private LocalDate date;

  @Option(
      names = "--replace",
      description =
          "Load files even if the same content was loaded before, and remove what it brought then.")
  private boolean replace;

  @Option(
      names = "--days-file",
      paramLabel = "FILE",
      description =
          "Write the UTC days that were loaded to this file, one a line; on the default file"
              + " system unless it begins with file:.")
  private String daysFile;

  /** Runs the application and ends the process with its status. */
  public static void main(String[] args) {
    System.exit(Application.run(new Load(), args));
  }

  @Override
  public Integer call() {
    Format known = Format.of(source, format);
    SparkSession spark =
        SparkSession.builder().appName("load " + source).enableHiveSupport().getOrCreate();
    Warehouse warehouse = new Warehouse(spark, database);
    List<FileReport> reports = new Loading(warehouse, source, known, date, replace).load(files);
    Set<LocalDate> days = new TreeSet<>();
    for (FileReport report : reports) {
      spec.commandLine().getOut().println(report);
      days.addAll(report.days().keySet());
    }
    spec.commandLine()
        .getOut()
        .printf(
            "in all: %d rows loaded, %d rejected, from %d files%n",
            reports.stream().mapToLong(FileReport::rows).sum(),
            reports.stream().mapToLong(report -> report.outcome().rejected()).sum(),
            reports.size());
    if (daysFile != null) {
      write(warehouse, days);
    }
    return ExitStatus.DONE.code();
  }

  private void write(Warehouse warehouse, Set<LocalDate> days) {
    Path path = new Path(daysFile);
    StringBuilder lines = new StringBuilder();
    days.forEach(day -> lines.append(day).append('\n'));
    try (OutputStream out = warehouse.fileSystem(path).create(path, true)) {
      out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.ENGINE, "the files are loaded, but " + daysFile + " can't be written", e);
    }
  }
}
