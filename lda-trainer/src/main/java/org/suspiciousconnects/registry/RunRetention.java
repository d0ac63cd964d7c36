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
 * Removes what the files of {@code sql/} left: folders of replaced days, and all of runs that were
 * stopped. A run writes {@code T_staging/run_id=…} and points a partition of T to it; so a folder
 * there is in use while a partition of either table points to it.
 */
final class RunRetention {
  private final Warehouse warehouse;
  private final Grace grace;
  private final boolean dryRun;
  private final Consumer<String> say;
  private final UnusedFolders folders;
  private int dropped;

  /**
   * @param dryRun whether to say everything and do nothing
   * @param say told a line for each run and each folder
   */
  RunRetention(Warehouse warehouse, Grace grace, boolean dryRun, Consumer<String> say) {
    this.warehouse = warehouse;
    this.grace = grace;
    this.dryRun = dryRun;
    this.say = say;
    this.folders = new UnusedFolders(warehouse, grace, dryRun, say);
  }

  /** The tables whose partitions point to folders of {@code T_staging}. */
  static List<String> swappedTables() {
    List<String> tables = new ArrayList<>(List.of("score_runs", "current_models", "run_locks"));
    for (Source source : Source.values()) {
      Stream.of("word_counts", "scored_results", "invalid").map(source::table).forEach(tables::add);
    }
    tables.add(Source.PROXY.table("user_agents"));
    return tables;
  }

  /** The tables that only the run reads which wrote them. */
  static List<String> scratchTables() {
    List<String> tables =
        new ArrayList<>(List.of("scoring_models", "allow_list_in_force", "allow_listed_values"));
    for (Source source : Source.values()) {
      tables.add(source.table("scoring"));
      tables.add(source.table("judged"));
    }
    return tables;
  }

  /** Drops, marks and removes; says what it did. */
  void run() {
    for (String table : swappedTables()) {
      String staging = table + "_staging";
      Set<String> live = dropStopped(staging);
      warehouse.partitions(table).forEach(p -> live.add(UnusedFolders.path(p.folder())));
      folders.sweep(warehouse.location(staging), RunId::startedAtByFolder, live);
    }
    for (String table : scratchTables()) {
      Set<String> live = dropStopped(table);
      folders.sweepScratch(warehouse.location(table), RunId::startedAtByFolder, live);
    }
    say.accept(
        String.format(
            "%s%d partitions of stopped runs dropped; %d folders removed, %d found unused",
            dryRun ? "dry run, nothing was changed: " : "",
            dropped,
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

  /** The step's check of its folders has a partition of its own, whose name ends with -probe. */
  private boolean beganBeforeTheGrace(String run) {
    Optional<Instant> startedAt = RunId.startedAt(run.replaceFirst("-probe$", ""));
    return startedAt.filter(grace::isOver).isPresent();
  }
}
