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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Warehouse;

/**
 * Removes folders that nothing uses any more.
 *
 * <p>When a folder went out of use is not to be seen in it. So it is marked, by an empty file that
 * no engine reads, when it is found unused, and removed by a run that finds the mark old enough.
 */
final class UnusedFolders {
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
  UnusedFolders(Warehouse warehouse, Grace grace, boolean dryRun, Consumer<String> say) {
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
   * Marks or removes the folders in another that nothing points to.
   *
   * @param startedAt when the run began that wrote a folder of that name; empty for a name that no
   *     run gives, which is left alone
   * @param live the {@link #path}s that are in use
   */
  void sweep(Path parent, Function<String, Optional<Instant>> startedAt, Set<String> live) {
    for (FileStatus child : children(parent)) {
      if (!live.contains(path(child.getPath())) && isOld(child, startedAt)) {
        Optional<Instant> since = unusedSince(child.getPath());
        if (since.map(grace::isOver).orElse(grace.isZero())) {
          remove(child.getPath());
        } else if (since.isEmpty()) {
          mark(child.getPath());
        }
      }
    }
  }

  /** Removes the folders in another that nobody reads but the run that wrote them. */
  void sweepScratch(Path parent, Function<String, Optional<Instant>> startedAt, Set<String> live) {
    for (FileStatus child : children(parent)) {
      if (!live.contains(path(child.getPath())) && isOld(child, startedAt)) {
        remove(child.getPath());
      }
    }
  }

  /** Whether it is the folder of a run that began, and changed it last, before the grace. */
  private boolean isOld(FileStatus child, Function<String, Optional<Instant>> startedAt) {
    return child.isDirectory()
        && startedAt.apply(child.getPath().getName()).filter(grace::isOver).isPresent()
        && grace.isOver(newestChange(child));
  }

  /** Marks a folder as unused from now on. */
  void mark(Path folder) {
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

  /** When a folder, or anything below it, changed last; 1970 if it is not there. */
  Instant newestChange(Path folder) {
    try {
      return newestChange(warehouse.fileSystem(folder).getFileStatus(folder));
    } catch (FileNotFoundException e) {
      return Instant.EPOCH;
    } catch (IOException e) {
      throw failure("read", folder, e);
    }
  }

  /** Of a folder and everything below it; a file system may not tell when a folder changed. */
  Instant newestChange(FileStatus folder) {
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
  List<FileStatus> children(Path folder) {
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
  static String path(Path folder) {
    return folder.toUri().getPath();
  }
}
