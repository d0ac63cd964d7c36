/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.story;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.ReplacedFile;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.TablePartition;
import org.suspiciousconnects.warehouse.Warehouse;

/**
 * The day of a source that a story is of: its events, and the tables and files of the story board.
 * Apache Spot's API deletes the folders of these tables by their paths, so that their partitions
 * are never moved: rows are replaced by files in the same folder.
 */
final class StoryDay {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Warehouse warehouse;
  private final Source source;
  private final LocalDate date;

  StoryDay(Warehouse warehouse, Source source, LocalDate date) {
    this.warehouse = warehouse;
    this.source = source;
    this.date = date;
  }

  /** The database. */
  Warehouse warehouse() {
    return warehouse;
  }

  /**
   * The day's events for which a condition holds.
   *
   * @throws CommandFailure if there is none
   */
  Dataset<Row> events(Column condition, Story story) {
    Dataset<Row> events = of(warehouse.table(source.id())).where(condition);
    if (events.isEmpty()) {
      throw new CommandFailure(
          ExitStatus.NO_DATA,
          String.format(
              "%s has no event of '%s' on %s: --anchor is compared as it stands in the events",
              source, story.anchor(), date));
    }
    return events;
  }

  /**
   * Replaces the rows of an anchor in a table of the day; those of others stay. A crash on the way
   * leaves rows twice, until the next story of the day, never too few. Not for two at the same
   * time.
   *
   * @param table with the ending of its name, such as storyboard
   * @param mine which of its rows are the anchor's
   * @param rows the new ones, with the table's columns without the partition's
   */
  void replace(String table, Column mine, Dataset<Row> rows) {
    String name = source.table(table);
    long now = System.currentTimeMillis();
    addPartition(name);
    Path location = warehouse.location(name);
    Path folder = folder(name, location);
    Path written = new Path(location, "_story-" + now);
    try {
      FileSystem files = warehouse.fileSystem(location);
      files.mkdirs(folder);
      // What is deleted below is what was read here, so that rows that Spot's API adds meanwhile
      // stay.
      List<Path> old = files(files, folder);
      with(others(name, old, mine), rows).coalesce(1).write().parquet(written.toString());
      int number = 0;
      for (Path file : files(files, written)) {
        rename(files, file, new Path(folder, "story-" + now + "-" + number++ + ".parquet"));
      }
      for (Path file : old) {
        files.delete(file, false);
      }
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.ENGINE,
          "can't replace rows of " + name + " in " + folder + ": " + e.getMessage(),
          e);
    } finally {
      warehouse.deleteQuietly(written);
    }
    warehouse.spark().catalog().refreshTable(warehouse.database() + "." + name);
  }

  private void addPartition(String name) {
    Map<String, Integer> partition = new LinkedHashMap<>();
    partition.put("y", date.getYear());
    partition.put("m", date.getMonthValue());
    partition.put("d", date.getDayOfMonth());
    warehouse.addPartitions(name, List.of(partition));
  }

  /** The rows of these files that are not mine, each once; null if there are no files. */
  private Dataset<Row> others(String name, List<Path> files, Column mine) {
    if (files.isEmpty()) {
      return null;
    }
    return warehouse
        .spark()
        .read()
        .schema(warehouse.table(name).drop("y", "m", "d").schema())
        .parquet(files.stream().map(Path::toString).toArray(String[]::new))
        .where(not(mine))
        .distinct();
  }

  private static Dataset<Row> with(Dataset<Row> others, Dataset<Row> rows) {
    return others == null ? rows : others.unionByName(rows);
  }

  /**
   * Puts an object into a file of the story board of the day.
   *
   * @param path below HUSER/source/oa/storyboard/year/month/day
   */
  void put(String path, ObjectNode object) {
    Path file =
        new Path(
            huser(),
            String.format(
                "%s/oa/storyboard/%d/%d/%d/%s",
                source, date.getYear(), date.getMonthValue(), date.getDayOfMonth(), path));
    try {
      warehouse.fileSystem(file).mkdirs(file.getParent());
      String json = JSON.writeValueAsString(object);
      new ReplacedFile(file, warehouse.spark().sparkContext().hadoopConfiguration())
          .replace(out -> out.append(json));
    } catch (IOException e) {
      throw new CommandFailure(ExitStatus.ENGINE, file + " can't be written: " + e.getMessage(), e);
    }
  }

  /** An empty object. */
  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** Those of the day. The partition columns of proxy are text. */
  private Dataset<Row> of(Dataset<Row> rows) {
    return rows.where(col("y").cast("int").equalTo(date.getYear()))
        .where(col("m").cast("int").equalTo(date.getMonthValue()))
        .where(col("d").cast("int").equalTo(date.getDayOfMonth()));
  }

  private Path folder(String table, Path location) {
    return warehouse.partitions(table).stream()
        .filter(partition -> partition.isOf(date))
        .map(TablePartition::folder)
        .findFirst()
        .orElse(
            new Path(
                location,
                String.format(
                    "y=%d/m=%d/d=%d", date.getYear(), date.getMonthValue(), date.getDayOfMonth())));
  }

  /** The story board lies in HUSER/source/hive/oa/storyboard. */
  private Path huser() {
    Path board = warehouse.location(source.table("storyboard"));
    if (!board.toString().endsWith("/" + source + "/hive/oa/storyboard")) {
      throw new CommandFailure(
          ExitStatus.CONFIGURATION,
          source.table("storyboard")
              + " lies at "
              + board
              + ", not in HUSER/"
              + source
              + "/hive/oa/storyboard");
    }
    return board.getParent().getParent().getParent().getParent();
  }

  private static List<Path> files(FileSystem files, Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    for (FileStatus file : files.listStatus(folder)) {
      String name = file.getPath().getName();
      if (file.isFile() && !name.startsWith("_") && !name.startsWith(".")) {
        found.add(file.getPath());
      }
    }
    return found;
  }

  private static void rename(FileSystem files, Path from, Path to) throws IOException {
    if (!files.rename(from, to)) {
      throw new IOException("can't rename " + from + " to " + to);
    }
  }
}
