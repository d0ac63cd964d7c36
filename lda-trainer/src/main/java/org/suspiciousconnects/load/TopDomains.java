/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.IOException;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.LogLines;
import org.suspiciousconnects.warehouse.ParquetRows;
import org.suspiciousconnects.warehouse.Warehouse;

/**
 * The table {@code top_domains}: a list of popular domains, replaced as a whole. Each list has a
 * folder {@code top_domains-<milliseconds>} beside the one in use, and one metastore call makes it
 * the table's, so that a crash leaves the old list.
 *
 * <p>A list is read by one process: it has a few million lines at most.
 */
final class TopDomains {
  private static final String TABLE = "top_domains";
  private static final Pattern FOLDER = Pattern.compile(TABLE + "-([0-9]{13})");
  private static final String COLUMNS =
      "optional int32 domain_rank; optional binary domain (UTF8);";

  /** Long enough for readers in flight and for Impala's cached lists of files. */
  private static final long KEPT = Duration.ofHours(24).toMillis();

  private final Warehouse warehouse;
  private final Configuration conf;

  TopDomains(Warehouse warehouse) {
    this.warehouse = warehouse;
    this.conf = warehouse.spark().sparkContext().hadoopConfiguration();
  }

  /**
   * Replaces the list.
   *
   * @param name a text file of {@code rank,domain}, gzipped or not, on any Hadoop file system
   * @return how many domains it has
   * @throws CommandFailure if the file can't be read or one of its lines is something else; the
   *     table is then as it was
   */
  long replace(String name) {
    Path old = warehouse.location(TABLE);
    Path file = new InputFiles(warehouse, true).paths(name).get(0);
    long now = System.currentTimeMillis();
    Path folder = new Path(old.getParent(), TABLE + "-" + now);
    long domains;
    try {
      domains = copy(file.toString(), new Path(folder, "part-0.parquet"));
    } catch (RuntimeException e) {
      warehouse.deleteQuietly(folder);
      throw e;
    }
    // When this fails the folder stays: the metastore may have taken the call all the same.
    warehouse.point(TABLE, folder);
    removeOlderThan(old, now);
    return domains;
  }

  /** Writes a list as Parquet; gives the number of its domains. */
  private long copy(String file, Path target) {
    try (ParquetRows rows = new ParquetRows(target, COLUMNS, conf)) {
      Contents contents = Contents.open(file, conf);
      try (LogLines lines = new LogLines(contents.text())) {
        long domains = 0;
        for (RankedDomain next; (next = next(file, contents, lines)) != null; domains++) {
          rows.write(next.rank(), next.domain());
        }
        if (domains == 0) {
          throw failure(file, "has no domains");
        }
        return domains;
      }
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.ENGINE, "can't copy " + file + " to " + target + ": " + e.getMessage(), e);
    }
  }

  /** The domain of the next line, or null at the end. */
  private static RankedDomain next(String file, Contents contents, LogLines lines)
      throws IOException {
    try {
      boolean more = lines.next();
      if (more && lines.number() == 1 && RankedDomain.isHeader(lines.text())) {
        more = lines.next();
      }
      return more ? RankedDomain.parse(lines.text()) : null;
    } catch (RejectedLine e) {
      throw failure(
          file,
          "line "
              + lines.number()
              + ": "
              + e.getMessage()
              + ": give a list of rank,domain such as Tranco's, unzipped");
    } catch (IOException e) {
      String damage = contents.damage(e);
      if (damage != null) {
        throw failure(file, damage);
      }
      throw e;
    }
  }

  /**
   * Removes the lists that were in use before another, if that one was in use for a day: then
   * nobody reads them any more.
   */
  private void removeOlderThan(Path list, long now) {
    Matcher at = FOLDER.matcher(list.getName());
    if (!at.matches() || now - Long.parseLong(at.group(1)) < KEPT) {
      return;
    }
    try {
      for (FileStatus child : warehouse.fileSystem(list).listStatus(list.getParent())) {
        Matcher earlier = FOLDER.matcher(child.getPath().getName());
        if (earlier.matches() && earlier.group(1).compareTo(at.group(1)) < 0) {
          warehouse.deleteQuietly(child.getPath());
        }
      }
    } catch (IOException e) {
      System.err.println("earlier lists stay in " + list.getParent() + ": " + e.getMessage());
    }
  }

  private static CommandFailure failure(String file, String what) {
    return new CommandFailure(
        ExitStatus.NO_DATA, file + ": " + what + "; " + TABLE + " is as it was");
  }
}
