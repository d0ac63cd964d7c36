/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
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
  private static final String COLUMNS =
      "optional int32 domain_rank; optional binary domain (UTF8);";

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
    DatedFolders folders = new DatedFolders(warehouse, old.getParent(), TABLE);
    Path folder = folders.at(now);
    long domains;
    try {
      domains = copy(file.toString(), new Path(folder, "part-0.parquet"));
    } catch (RuntimeException e) {
      warehouse.deleteQuietly(folder);
      throw e;
    }
    // When this fails the folder stays: the metastore may have taken the call all the same.
    warehouse.point(TABLE, folder);
    folders.removeOlderThan(old, now);
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

  private static CommandFailure failure(String file, String what) {
    return new CommandFailure(
        ExitStatus.NO_DATA, file + ": " + what + "; " + TABLE + " is as it was");
  }
}
