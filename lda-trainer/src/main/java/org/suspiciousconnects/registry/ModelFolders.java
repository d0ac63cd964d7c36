/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.registry;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.warehouse.ModelFolder;
import org.suspiciousconnects.warehouse.TablePartition;
import org.suspiciousconnects.warehouse.Warehouse;

/**
 * The folders that trainings wrote directly below the folder of a table. What is not named as a
 * training names its folders is never touched.
 */
final class ModelFolders {
  private final Warehouse warehouse;
  private final Grace grace;
  private final UnusedFolders folders;

  /**
   * @param folders what marks and removes them
   */
  ModelFolders(Warehouse warehouse, Grace grace, UnusedFolders folders) {
    this.warehouse = warehouse;
    this.grace = grace;
    this.folders = folders;
  }

  /**
   * Whether a training finished writing a model within so long: it may be registering it.
   *
   * @param recent how long
   */
  boolean writtenWithin(String modelId, Grace recent) {
    for (String table : List.of("model_runs", "current_models")) {
      for (FileStatus child : folders.children(warehouse.location(table))) {
        Optional<ModelFolder> folder = ModelFolder.of(child.getPath().getName());
        if (folder.isPresent()
            && folder.get().modelId().equals(modelId)
            && !recent.isOver(folders.newestChange(child))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a partition's folder is a training's, and that training was long ago. */
  boolean isOld(String table, TablePartition partition) {
    return of(table, partition.folder()).filter(f -> grace.isOver(f.startedAt())).isPresent()
        && grace.isOver(folders.newestChange(partition.folder()));
  }

  /** Marks the folder of a partition that has just been dropped. */
  void dropped(String table, TablePartition partition) {
    if (!grace.isZero() && of(table, partition.folder()).isPresent()) {
      folders.mark(partition.folder());
    }
  }

  private Optional<ModelFolder> of(String table, Path folder) {
    return UnusedFolders.path(folder.getParent())
            .equals(UnusedFolders.path(warehouse.location(table)))
        ? ModelFolder.of(folder.getName())
        : Optional.empty();
  }

  /**
   * Marks or removes the folders below a table's that no partition points to.
   *
   * @param dropped partitions that were dropped in this run, or in a dry run would have been
   */
  void sweep(String table, Collection<TablePartition> dropped) {
    Set<String> justDropped = paths(dropped);
    Set<String> live = paths(warehouse.partitions(table));
    if (grace.isZero()) {
      live.removeAll(justDropped);
    } else {
      // They are marked already.
      live.addAll(justDropped);
    }
    folders.sweep(warehouse.location(table), ModelFolders::startedAt, live);
  }

  private static Set<String> paths(Collection<TablePartition> partitions) {
    return partitions.stream()
        .map(partition -> UnusedFolders.path(partition.folder()))
        .collect(Collectors.toSet());
  }

  private static Optional<Instant> startedAt(String name) {
    return ModelFolder.of(name).map(ModelFolder::startedAt);
  }

  /** Removes what trainings that were killed left for their scratch files. */
  void sweepScratch() {
    folders.sweepScratch(warehouse.location("model_runs"), ModelFolder::scratchOf, Set.of());
  }
}
