/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.TablePartition;
import org.suspiciousconnects.warehouse.Warehouse;

/**
 * {@code <source>_feedback} and {@code <source>_rejected_lines} with their partitions as they were
 * when this was made. That has to be before a file is read: then what is known here is of no newer
 * content than the file's, and may go when that is imported.
 */
final class ImportTables {
  /** How long files outlive their partition, for queries in flight and cached lists of files. */
  private static final Duration GRACE = Duration.ofHours(24);

  private final Warehouse warehouse;
  private final String feedback;
  private final String rejected;
  private final List<TablePartition> imports;
  private final List<TablePartition> rejections;

  /**
   * @throws CommandFailure if one of the tables does not exist
   */
  ImportTables(Warehouse warehouse, Source source) {
    this.warehouse = warehouse;
    this.feedback = source.table("feedback");
    this.rejected = source.table("rejected_lines");
    this.imports = warehouse.partitions(feedback);
    this.rejections = warehouse.partitions(rejected);
  }

  String rejectedTable() {
    return warehouse.database() + "." + rejected;
  }

  /** A folder in that of the feedback. */
  Path feedbackFolder(String name) {
    return new Path(warehouse.location(feedback), name);
  }

  /** A folder in that of the rejected lines. */
  Path rejectedFolder(String name) {
    return new Path(warehouse.location(rejected), name);
  }

  /** Whether this import was in the table. */
  boolean isImported(ImportId id) {
    return imports.stream().anyMatch(p -> id.toString().equals(feedbackId(p)));
  }

  /** Whether its rejected lines were in the table. */
  boolean isRejected(ImportId id) {
    return rejections.stream().anyMatch(p -> id.toString().equals(p.value("load_id")));
  }

  /**
   * The imports of the day's file. After a crash there may be two, the older one first: it has
   * known its lines for longer.
   */
  List<EarlierImport> earlier(LocalDate day) {
    return imports.stream()
        .filter(p -> feedbackId(p).startsWith(ImportId.prefix(day)))
        .sorted(Comparator.comparing(p -> ImportId.startOfFolder(p.folder().getName())))
        .map(p -> new EarlierImport(warehouse, p.folder()))
        .collect(Collectors.toList());
  }

  /** Makes a complete folder the import of that id; this one call commits it. */
  void pointFeedback(ImportId id, Path folder) {
    warehouse.point(feedback, Collections.singletonMap("feedback_id", id.toString()), folder);
  }

  /** Makes a complete folder the rejected lines of the import. */
  void pointRejected(ImportId id, Path folder) {
    warehouse.point(rejected, Collections.singletonMap("load_id", id.toString()), folder);
  }

  /** Drops the rejected lines of an import. */
  void dropRejected(ImportId id) {
    warehouse.dropPartition(rejected, Collections.singletonMap("load_id", id.toString()));
  }

  /** Drops what earlier contents of the day's file brought. */
  void dropEarlier(LocalDate day, ImportId current) {
    dropOthers(feedback, "feedback_id", imports, day, Set.of(current.toString()));
    dropOthers(rejected, "load_id", rejections, day, Set.of(current.toString()));
  }

  /** Drops the rejected lines of earlier contents of the day's file that brought nothing else. */
  void dropEarlierRejected(LocalDate day, ImportId current) {
    Set<String> keep = imports.stream().map(ImportTables::feedbackId).collect(Collectors.toSet());
    keep.add(current.toString());
    dropOthers(rejected, "load_id", rejections, day, keep);
  }

  private void dropOthers(
      String table,
      String column,
      Collection<TablePartition> partitions,
      LocalDate day,
      Set<String> keep) {
    for (TablePartition partition : partitions) {
      String id = partition.value(column);
      if (id.startsWith(ImportId.prefix(day)) && !keep.contains(id)) {
        warehouse.dropPartition(table, partition.values());
      }
    }
  }

  /** Makes this session see what was changed. */
  void refresh() {
    for (String table : new String[] {feedback, rejected}) {
      warehouse.spark().catalog().refreshTable(warehouse.database() + "." + table);
    }
  }

  /**
   * Removes the folders of imports that no partition points to any more, or never did as the import
   * was stopped. A folder went out of use when the one of the same day that is in use was written,
   * so it goes if both are older than the grace.
   */
  void removeUnusedFolders() {
    removeUnusedFolders(feedback);
    removeUnusedFolders(rejected);
  }

  private void removeUnusedFolders(String table) {
    Instant before = Instant.now().minus(GRACE);
    Set<String> used = new HashSet<>();
    Map<String, Instant> newest = new HashMap<>();
    for (TablePartition partition : warehouse.partitions(table)) {
      String name = partition.folder().getName();
      used.add(name);
      ImportId.prefixOfFolder(name)
          .ifPresent(
              prefix ->
                  newest.merge(
                      prefix, ImportId.startOfFolder(name), (a, b) -> a.isAfter(b) ? a : b));
    }
    for (FileStatus child : children(warehouse.location(table))) {
      String name = child.getPath().getName();
      ImportId.prefixOfFolder(name)
          .filter(prefix -> !used.contains(name))
          .filter(prefix -> ImportId.startOfFolder(name).isBefore(before))
          .filter(prefix -> newest.getOrDefault(prefix, Instant.EPOCH).isBefore(before))
          .ifPresent(prefix -> warehouse.deleteQuietly(child.getPath()));
    }
  }

  private FileStatus[] children(Path folder) {
    FileSystem fs = warehouse.fileSystem(folder);
    try {
      return fs.listStatus(folder);
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    } catch (IOException e) {
      throw new CommandFailure(ExitStatus.ENGINE, "can't list " + folder, e);
    }
  }

  private static String feedbackId(TablePartition partition) {
    return partition.value("feedback_id");
  }
}
