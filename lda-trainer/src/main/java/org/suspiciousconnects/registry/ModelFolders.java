/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.registry;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.ModelFolder;
import org.suspiciousconnects.warehouse.TablePartition;
import org.suspiciousconnects.warehouse.Warehouse;

/**
 * The folders that trainings wrote directly below the folder of a table. What is not named as a
 * training names its folders is never touched.
 *
 * <p>When a folder went out of use is not to be seen in it. So it is marked, by an empty file that
 * no engine reads, when it is found unused, and removed by a run that finds the mark old enough.
 */
final class ModelFolders {
  /** Engines skip files whose name begins with _. */
  private static final Pattern MARK = Pattern.compile("_unused-([1-9][0-9]{12})");

  private final Warehouse warehouse;
  private final Grace grace;
  private final boolean dryRun;
  private final Consumer<String> say;
  private int removed;
  private int marked;

  /**
   * @param dryRun whether to say everything and do nothing
   * @param say told a line for each folder
   */
  ModelFolders(Warehouse warehouse, Grace grace, boolean dryRun, Consumer<String> say) {
    this.warehouse = warehouse;
    this.grace = grace;
    this.dryRun = dryRun;
    this.say = say;
  }

  /** How many folders were removed. */
  int removed() {
    return removed;
  }

  /** How many folders were marked. */
  int marked() {
    return marked;
  }

  /**
   * Whether a training finished writing a model within so long: it may be registering it.
   *
   * @param recent how long
   */
  boolean writtenWithin(String modelId, Grace recent) {
    for (String table : List.of("model_runs", "current_models")) {
      for (FileStatus child : children(warehouse.location(table))) {
        Optional<ModelFolder> folder = ModelFolder.of(child.getPath().getName());
        if (folder.isPresent()
            && folder.get().modelId().equals(modelId)
            && !recent.isOver(newestChange(child))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a partition's folder is a training's, and that training was long ago. */
  boolean isOld(String table, TablePartition partition) {
    return of(table, partition.folder()).filter(f -> grace.isOver(f.startedAt())).isPresent()
        && grace.isOver(newestChange(partition.folder()));
  }

  /** Marks the folder of a partition that has just been dropped. */
  void dropped(String table, TablePartition partition) {
    if (!grace.isZero() && of(table, partition.folder()).isPresent()) {
      mark(partition.folder());
    }
  }

  private Optional<ModelFolder> of(String table, Path folder) {
    return path(folder.getParent()).equals(path(warehouse.location(table)))
        ? ModelFolder.of(folder.getName())
        : Optional.empty();
  }

  /**
   * Marks or removes the folders below a table's that no partition points to.
   *
   * @param dropped partitions that were dropped in this run, or in a dry run would have been
   */
  void sweep(String table, Collection<TablePartition> dropped) {
    Set<String> justDropped =
        dropped.stream().map(partition -> path(partition.folder())).collect(Collectors.toSet());
    Set<String> live =
        warehouse.partitions(table).stream()
            .map(partition -> path(partition.folder()))
            .filter(folder -> !justDropped.contains(folder))
            .collect(Collectors.toSet());
    if (!grace.isZero()) {
      // They are marked already.
      live.addAll(justDropped);
    }
    for (FileStatus child : children(warehouse.location(table))) {
      Optional<ModelFolder> folder = ModelFolder.of(child.getPath().getName());
      if (child.isDirectory() && folder.isPresent() && !live.contains(path(child.getPath()))) {
        sweep(child, folder.get());
      }
    }
  }

  private void sweep(FileStatus child, ModelFolder folder) {
    if (!grace.isOver(folder.startedAt()) || !grace.isOver(newestChange(child))) {
      return;
    }
    Optional<Instant> since = unusedSince(child.getPath());
    if (since.map(grace::isOver).orElse(grace.isZero())) {
      remove(child.getPath());
    } else if (since.isEmpty()) {
      mark(child.getPath());
    }
  }

  /** Removes what trainings that were killed left for their scratch files. */
  void sweepScratch() {
    for (FileStatus child : children(warehouse.location("model_runs"))) {
      Optional<Instant> startedAt = ModelFolder.scratchOf(child.getPath().getName());
      if (child.isDirectory()
          && startedAt.map(grace::isOver).orElse(false)
          && grace.isOver(newestChange(child))) {
        remove(child.getPath());
      }
    }
  }

  private void mark(Path folder) {
    say.accept("unused since now, to be removed after " + grace.end() + ": " + folder);
    marked++;
    if (!dryRun) {
      Path mark = new Path(folder, "_unused-" + grace.now().toEpochMilli());
      try {
        FileSystem files = warehouse.fileSystem(folder);
        if (files.exists(folder)) {
          files.create(mark, true).close();
        }
      } catch (IOException e) {
        throw failure("write to", folder, e);
      }
    }
  }

  private void remove(Path folder) {
    say.accept("removed: " + folder);
    removed++;
    if (!dryRun) {
      try {
        warehouse.fileSystem(folder).delete(folder, true);
      } catch (IOException e) {
        throw failure("remove", folder, e);
      }
    }
  }

  /** By the newest of its marks. */
  private Optional<Instant> unusedSince(Path folder) {
    return children(folder).stream()
        .map(file -> MARK.matcher(file.getPath().getName()))
        .filter(Matcher::matches)
        .map(matcher -> Instant.ofEpochMilli(Long.parseLong(matcher.group(1))))
        .max(Instant::compareTo);
  }

  private Instant newestChange(Path folder) {
    try {
      return newestChange(warehouse.fileSystem(folder).getFileStatus(folder));
    } catch (FileNotFoundException e) {
      return Instant.EPOCH;
    } catch (IOException e) {
      throw failure("read", folder, e);
    }
  }

  /** Of a folder and everything below it; a file system may not tell when a folder changed. */
  private Instant newestChange(FileStatus folder) {
    Instant newest = Instant.ofEpochMilli(folder.getModificationTime());
    for (FileStatus child :
        folder.isDirectory() ? children(folder.getPath()) : List.<FileStatus>of()) {
      // What this command writes is no change; it has its time in its name.
      if (!MARK.matcher(child.getPath().getName()).matches()) {
        Instant changed = newestChange(child);
        newest = changed.isAfter(newest) ? changed : newest;
      }
    }
    return newest;
  }

  /** What is directly in a folder; nothing if it is not there. */
  private List<FileStatus> children(Path folder) {
    try {
      List<FileStatus> children =
          new ArrayList<>(Arrays.asList(warehouse.fileSystem(folder).listStatus(folder)));
      children.sort((a, b) -> a.getPath().compareTo(b.getPath()));
      return children;
    } catch (FileNotFoundException e) {
      return List.of();
    } catch (IOException e) {
      throw failure("read", folder, e);
    }
  }

  private static CommandFailure failure(String what, Path folder, IOException e) {
    return new CommandFailure(
        ExitStatus.ENGINE,
        "can't " + what + " " + folder + ": " + e.getMessage() + "; run it again, nothing is lost",
        e);
  }

  /** Without scheme and host, which one and the same folder may have or not. */
  private static String path(Path folder) {
    return folder.toUri().getPath();
  }
}
