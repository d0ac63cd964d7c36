/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.Warehouse;

/**
 * Loads files into the event table of a source: all of them or, after a failure, none. The order of
 * its steps is what makes that true.
 */
final class Loading {
  private final Warehouse warehouse;
  private final Source source;
  private final EventTable table;
  private final Format format;
  private final ZoneId zone;
  private final LocalDate date;
  private final boolean replace;

  /**
   * @param zone of the times in files that do not say it
   * @param date the only UTC day to load, or null for all
   * @param replace whether contents loaded before are loaded again, in place of what they brought
   */
  Loading(
      Warehouse warehouse,
      Source source,
      Format format,
      ZoneId zone,
      LocalDate date,
      boolean replace) {
    this.warehouse = warehouse;
    this.source = source;
    this.table = EventTable.of(source);
    this.format = format;
    this.zone = zone;
    this.date = date;
    this.replace = replace;
  }

  /**
   * Loads files.
   *
   * @param names paths on any Hadoop file system
   * @return one report a file, in the order of the files
   * @throws CommandFailure if a file can't be loaded; the table is then as it was
   */
  List<FileReport> load(List<String> names) {
    LoadedFiles loaded = new LoadedFiles(warehouse, source);
    warehouse.location(table.id());
    List<LogFile> files = new InputFiles(warehouse, format.isText()).find(names);
    Staging staging = new Staging(warehouse, table, files);
    Set<String> interrupted = staging.interrupted();
    requireNew(files, loaded, interrupted);
    Set<String> earlier =
        replace ? files.stream().map(LogFile::loadId).collect(Collectors.toSet()) : interrupted;

    List<FileReport> reports;
    staging.begin();
    try {
      reports = stage(files, staging);
    } catch (RuntimeException e) {
      // What was interrupted before is as incomplete as it was.
      staging.end(interrupted);
      throw e;
    }

    staging.removeFromTable(earlier);
    earlier.forEach(loaded::remove);
    staging.moveToTable();
    UtcTime now = UtcTime.ofEpochSecond(System.currentTimeMillis() / 1000);
    loaded.add(
        reports.stream().filter(report -> report.rows() > 0).collect(Collectors.toList()),
        now,
        staging);
    staging.end(Collections.emptySet());
    loaded.refresh();
    return reports;
  }

  private void requireNew(List<LogFile> files, LoadedFiles loaded, Set<String> interrupted) {
    if (replace) {
      return;
    }
    Map<String, String> before =
        loaded.find(files.stream().map(LogFile::loadId).collect(Collectors.toList()));
    for (LogFile file : files) {
      String when = before.get(file.loadId());
      if (when != null && !interrupted.contains(file.loadId())) {
        throw new CommandFailure(
            ExitStatus.NO_DATA,
            String.format(
                "%s: the same content was loaded %s, load_id %s; nothing was loaded:"
                    + " add --replace to load it again",
                file.path(), when, file.loadId()));
      }
    }
  }

  private Stager textStager(SparkSession spark) {
    // Not this object's: it would go with the parsers to where the files are read.
    Format read = format;
    ZoneId at = zone;
    return new TextStager(spark, table, () -> read.newParser(at));
  }

  private List<FileReport> stage(List<LogFile> files, Staging staging) {
    SparkSession spark = warehouse.spark();
    Stager stager = format.isText() ? textStager(spark) : new ParquetStager(spark, table);
    Map<String, FileOutcome> outcomes = new HashMap<>();
    for (FileOutcome outcome : stager.stage(files, date, staging)) {
      outcomes.put(outcome.loadId(), outcome);
    }
    Map<String, SortedMap<LocalDate, Long>> days = staged(staging);
    List<FileReport> reports = new ArrayList<>();
    for (LogFile file : files) {
      FileReport report =
          new FileReport(
              file, days.getOrDefault(file.loadId(), new TreeMap<>()), outcomes.get(file.loadId()));
      check(report);
      reports.add(report);
    }
    if (reports.stream().allMatch(report -> report.rows() == 0)) {
      Set<LocalDate> found = new TreeSet<>();
      reports.forEach(report -> found.addAll(report.outcome().otherDays().keySet()));
      throw new CommandFailure(
          ExitStatus.NO_DATA,
          "no event is of " + date + ", the files have " + found + "; nothing was loaded");
    }
    return reports;
  }

  /** How many events were really staged, of each file and day. */
  private Map<String, SortedMap<LocalDate, Long>> staged(Staging staging) {
    Map<String, SortedMap<LocalDate, Long>> days = new HashMap<>();
    for (Row row :
        warehouse
            .spark()
            .read()
            .schema(StagedColumns.partitions())
            .parquet(staging.events().toString())
            .groupBy("load_id", "y", "m", "d")
            .count()
            .collectAsList()) {
      days.computeIfAbsent(row.getString(0), id -> new TreeMap<>())
          .put(LocalDate.of(row.getInt(1), row.getInt(2), row.getInt(3)), row.getLong(4));
    }
    return days;
  }

  private void check(FileReport report) {
    FileOutcome outcome = report.outcome();
    String failure = outcome.failure();
    if (failure == null && report.rows() == 0 && report.otherDays() == 0) {
      failure =
          outcome.rejected() == 0
              ? "has no events"
              : String.format(
                  "none of its %d lines is an event of the format %s, the first: %s",
                  outcome.rejected(), format.id(), outcome.firstRejection());
    }
    if (failure != null) {
      throw new CommandFailure(
          ExitStatus.NO_DATA, report.file().path() + ": " + failure + "; nothing was loaded");
    }
  }
}
