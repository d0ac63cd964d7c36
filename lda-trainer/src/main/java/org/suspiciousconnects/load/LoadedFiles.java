/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.ParquetRows;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.Warehouse;

/**
 * The table {@code loaded_files}, one row and partition a content, and the rejected lines of it.
 */
final class LoadedFiles {
  private static final String TABLE = "loaded_files";
  private static final String COLUMNS =
      "optional binary file_path (UTF8); optional int64 file_bytes; optional binary sha256 (UTF8); "
          + "optional int64 rows_loaded; optional int64 rows_rejected; "
          + "optional binary loaded_at (UTF8);";

  private final Warehouse warehouse;
  private final Source source;
  private final Path loaded;
  private final Path rejected;

  /**
   * @throws CommandFailure if {@code loaded_files} or the source's rejected lines do not exist
   */
  LoadedFiles(Warehouse warehouse, Source source) {
    this.warehouse = warehouse;
    this.source = source;
    this.loaded = warehouse.location(TABLE);
    this.rejected = warehouse.location(rejectedTable());
  }

  /**
   * Which of some contents were loaded before.
   *
   * @return by load_id, a phrase that says when, from where and how many rows
   */
  Map<String, String> find(Collection<String> loadIds) {
    Map<String, String> found = new TreeMap<>();
    for (Row row :
        warehouse
            .table(TABLE)
            .filter(functions.col("source").equalTo(source.id()))
            .filter(functions.col("load_id").isin(loadIds.toArray()))
            .select("load_id", "loaded_at", "file_path", "rows_loaded")
            .collectAsList()) {
      found.put(
          row.getString(0),
          String.format("at %s UTC from %s, %d rows", row.get(1), row.get(2), row.getLong(3)));
    }
    return found;
  }

  /** Forgets that a content was loaded, and its rejected lines. */
  void remove(String loadId) {
    delete(folder(loadId));
    delete(rejectedFolder(loadId));
  }

  /**
   * Makes loads known: this is what completes them.
   *
   * @param reports of files of which events were loaded
   * @param at UTC
   */
  void add(Collection<FileReport> reports, UtcTime at, Staging staging) {
    List<Map<String, Object>> withRejected = new ArrayList<>();
    List<Map<String, Object>> all = new ArrayList<>();
    for (FileReport report : reports) {
      String loadId = report.file().loadId();
      if (report.outcome().rejectedFile() != null) {
        Path staged = new Path(report.outcome().rejectedFile());
        staging.move(staged, new Path(rejectedFolder(loadId), "part-0.parquet"));
        withRejected.add(Collections.singletonMap("load_id", loadId));
      }
      staging.move(row(report, at, staging), new Path(folder(loadId), "part-0.parquet"));
      Map<String, Object> partition = new LinkedHashMap<>();
      partition.put("source", source.id());
      partition.put("load_id", loadId);
      all.add(partition);
    }
    warehouse.addPartitions(rejectedTable(), withRejected);
    warehouse.addPartitions(TABLE, all);
  }

  /** Writes the row of a file to the staging folder. */
  private Path row(FileReport report, UtcTime at, Staging staging) {
    LogFile file = report.file();
    Path staged = new Path(staging.loaded(), file.loadId() + ".parquet");
    Configuration conf = warehouse.spark().sparkContext().hadoopConfiguration();
    try (ParquetRows row = new ParquetRows(staged, COLUMNS, conf)) {
      row.write(
          file.path(),
          file.bytes(),
          file.sha256(),
          report.rows(),
          report.outcome().rejected(),
          at.toString());
    } catch (IOException e) {
      throw new CommandFailure(ExitStatus.ENGINE, "can't write " + staged, e);
    }
    return staged;
  }

  /** Makes this session see the new files. */
  void refresh() {
    for (String table : new String[] {source.id(), rejectedTable(), TABLE}) {
      warehouse.spark().catalog().refreshTable(warehouse.database() + "." + table);
    }
  }

  private String rejectedTable() {
    return source.table("rejected_lines");
  }

  private Path rejectedFolder(String loadId) {
    return new Path(rejected, "load_id=" + loadId);
  }

  private Path folder(String loadId) {
    return new Path(new Path(loaded, "source=" + source.id()), "load_id=" + loadId);
  }

  /** Leaves an empty folder, as the metastore may have a partition there. */
  private void delete(Path folder) {
    FileSystem fs = warehouse.fileSystem(folder);
    try {
      if (fs.exists(folder)) {
        fs.delete(folder, true);
        fs.mkdirs(folder);
      }
    } catch (IOException e) {
      throw new CommandFailure(ExitStatus.ENGINE, "can't empty " + folder, e);
    }
  }
}
