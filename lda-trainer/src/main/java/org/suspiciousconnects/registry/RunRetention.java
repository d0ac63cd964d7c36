/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.registry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.TablePartition;
import org.suspiciousconnects.warehouse.Warehouse;

/**
 * Removes what the files of {@code sql/} left: folders of replaced days and of days that are too
 * old to be compared with, and all of runs that were stopped. A run writes {@code
 * T_staging/run_id=…} and points a partition of T to it; so a folder there is in use while a
 * partition of either table points to it.
 */
final class RunRetention {
  private final Warehouse warehouse;
  private final Grace grace;
  private final ReferenceDays referenceDays;
  private final boolean dryRun;
  private final Consumer<String> say;
  private final UnusedFolders folders;
  private int dropped;
  private int daysDropped;

  /**
   * @param referenceDays how many days method profile keeps
   * @param dryRun whether to say everything and do nothing
   * @param say told a line for each run and each folder
   */
  RunRetention(
      Warehouse warehouse,
      Grace grace,
      ReferenceDays referenceDays,
      boolean dryRun,
      Consumer<String> say) {
    this.warehouse = warehouse;
    this.grace = grace;
    this.referenceDays = referenceDays;
    this.dryRun = dryRun;
    this.say = say;
    this.folders = new UnusedFolders(warehouse, grace, dryRun, say);
  }

  /** The tables whose partitions point to folders of {@code T_staging}. */
  static List<String> swappedTables() {
    List<String> tables = new ArrayList<>(List.of("score_runs", "current_models", "run_locks"));
    for (Source source : Source.values()) {
      Stream.of(
              "word_counts",
              "scored_results",
              "invalid",
              "scores",
              "edge",
              "ingest_summary",
              "explanations")
          .map(source::table)
          .forEach(tables::add);
    }
    tables.add(Source.FLOW.table("chords"));
    tables.add(Source.DNS.table("dendro"));
    tables.add(Source.PROXY.table("user_agents"));
    tables.addAll(ReferenceDays.tables());
    return tables;
  }

  /** The tables that only the run reads which wrote them. */
  static List<String> scratchTables() {
    List<String> tables =
        new ArrayList<>(
            List.of(
                "scoring_models",
                "allow_list_in_force",
                "allow_listed_values",
                "address_networks",
                "address_context",
                "name_context",
                "listed_words",
                "word_occurrences"));
    for (Source source : Source.values()) {
      Stream.of("scoring", "judged", "day_words", "groups", "group_scoring", "suspicious")
          .map(source::table)
          .forEach(tables::add);
    }
    tables.add(Source.FLOW.table("ends"));
    tables.add(Source.DNS.table("answers"));
    tables.add(Source.PROXY.table("requests"));
    return tables;
  }

  /** Drops, marks and removes; says what it did. */
  void run() {
    for (String table : swappedTables()) {
      String staging = table + "_staging";
      Set<String> live = dropStopped(staging);
      List<TablePartition> partitions = warehouse.partitions(table);
      if (ReferenceDays.tables().contains(table)) {
        partitions.removeAll(dropOldDays(table, partitions));
      }
      partitions.forEach(p -> live.add(UnusedFolders.path(p.folder())));
      folders.sweep(warehouse.location(staging), RunId::startedAtByFolder, live);
    }
    for (String table : scratchTables()) {
      Set<String> live = dropStopped(table);
      folders.sweepScratch(warehouse.location(table), RunId::startedAtByFolder, live);
    }
    say.accept(
        String.format(
            "%s%d partitions of stopped runs dropped; %s%d folders removed, %d found unused",
            dryRun ? "dry run, nothing was changed: " : "",
            dropped,
            referenceDays.given() ? daysDropped + " days of method profile dropped; " : "",
            folders.removed(),
            folders.marked()));
  }

  /**
   * Drops the partitions of runs that began before the grace.
   *
   * @return the folders of the others
   */
  private Set<String> dropStopped(String table) {
    Set<String> live = new HashSet<>();
    for (TablePartition partition : warehouse.partitions(table)) {
      String run = partition.value("run_id");
      if (beganBeforeTheGrace(run)) {
        say.accept("dropped, of a stopped run: " + table + " " + run);
        dropped++;
        if (!dryRun) {
          warehouse.dropPartition(table, partition.values());
        }
      } else {
        live.add(UnusedFolders.path(partition.folder()));
      }
    }
    return live;
  }

  /** Takes days that are too old out of a table, and gives them. */
  private List<TablePartition> dropOldDays(String table, List<TablePartition> partitions) {
    List<TablePartition> old = referenceDays.tooOld(partitions);
    for (TablePartition partition : old) {
      say.accept(
          String.format(
              "dropped, too old to compare with: %s %s-%s-%s",
              table, partition.value("y"), partition.value("m"), partition.value("d")));
      daysDropped++;
      if (!dryRun) {
        warehouse.dropPartition(table, partition.values());
      }
    }
    return old;
  }

  /** The step's check of its folders has a partition of its own, whose name ends with -probe. */
  private boolean beganBeforeTheGrace(String run) {
    Optional<Instant> startedAt = RunId.startedAt(run.replaceFirst("-probe$", ""));
    return startedAt.filter(grace::isOver).isPresent();
  }
}
