/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.warehouse.Warehouse;

/**
 * The folders that a table or partition, replaced as a whole, has one after the other: {@code
 * <name>-<milliseconds>} in one parent. One is in use, those before it stay for a day.
 */
final class DatedFolders {
  /** Long enough for readers in flight and for Impala's cached lists of files. */
  private static final long KEPT = Duration.ofHours(24).toMillis();

  private final Warehouse warehouse;
  private final Path parent;
  private final String name;
  private final Pattern folder;

  /**
   * @param name what the folders' names begin with
   */
  DatedFolders(Warehouse warehouse, Path parent, String name) {
    this.warehouse = warehouse;
    this.parent = parent;
    this.name = name;
    this.folder = Pattern.compile(Pattern.quote(name) + "-([0-9]{13})");
  }

  /** The folder of that time, which may not exist yet. */
  Path at(long milliseconds) {
    return new Path(parent, name + "-" + milliseconds);
  }

  /**
   * Removes the folders that were in use before another, if that one was in use for a day: then
   * nobody reads them any more.
   *
   * @param replaced the folder that was in use until now
   */
  void removeOlderThan(Path replaced, long now) {
    Matcher at = folder.matcher(replaced.getName());
    if (!at.matches() || now - Long.parseLong(at.group(1)) < KEPT) {
      return;
    }
    try {
      for (FileStatus child : warehouse.fileSystem(parent).listStatus(parent)) {
        Matcher earlier = folder.matcher(child.getPath().getName());
        if (earlier.matches() && earlier.group(1).compareTo(at.group(1)) < 0) {
          warehouse.deleteQuietly(child.getPath());
        }
      }
    } catch (IOException e) {
      System.err.println("earlier folders stay in " + parent + ": " + e.getMessage());
    }
  }
}
