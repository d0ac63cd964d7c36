/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.IOException;
import java.util.Collections;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.TablePartition;
import org.suspiciousconnects.warehouse.Warehouse;

/**
 * A partition that is replaced as a whole: its rows are written to a folder of their own, and one
 * metastore call makes that the partition's. A crash before it leaves the old rows.
 */
final class ReplacedPartition {
  private final Warehouse warehouse;
  private final String table;
  private final Map<String, String> partition;
  private final DatedFolders folders;
  private final Path replaced;
  private final Path folder;
  private final long now;

  /**
   * @param table an external table with one partition column
   * @param column that column
   * @param value letters, digits, dots, hyphens and underscores
   * @param now milliseconds since 1970, for the name of the folder
   */
  ReplacedPartition(Warehouse warehouse, String table, String column, String value, long now) {
    this.warehouse = warehouse;
    this.table = table;
    this.partition = Collections.singletonMap(column, value);
    this.folders = new DatedFolders(warehouse, warehouse.location(table), value);
    this.folder = folders.at(now);
    this.now = now;
    this.replaced =
        warehouse.partitions(table).stream()
            .filter(p -> value.equals(p.value(column)))
            .map(TablePartition::folder)
            .findFirst()
            .orElse(null);
  }

  /** A file of the new rows, to be written. */
  Path file(int number) {
    return new Path(folder, "part-" + number + ".parquet");
  }

  /** Makes the folder of the new rows, which else is made with the first file. */
  void makeFolder() {
    try {
      warehouse.fileSystem(folder).mkdirs(folder);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.ENGINE, "can't make " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Removes what was written, if it is not to be used. */
  void abandon() {
    warehouse.deleteQuietly(folder);
  }

  /**
   * Makes what was written the partition's rows. When this fails the folder stays: the metastore
   * may have taken the call all the same.
   */
  void commit() {
    warehouse.point(table, partition, folder);
    warehouse.spark().catalog().refreshTable(warehouse.database() + "." + table);
  }

  /** Removes what the commits of earlier days replaced. */
  void removeEarlier() {
    if (replaced != null) {
      folders.removeOlderThan(replaced, now);
    }
  }
}
