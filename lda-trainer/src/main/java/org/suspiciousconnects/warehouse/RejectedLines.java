/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.warehouse;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Writes the rejected lines of one file as rows of {@code <source>_rejected_lines}. There is no
 * Parquet file before the first of them.
 */
public final class RejectedLines implements Closeable {
  private static final String COLUMNS =
      "optional binary file_path (UTF8); optional int64 line_number; "
          + "optional binary reason (UTF8); optional binary raw (UTF8);";

  private final String logPath;
  private final Path file;
  private final Configuration conf;
  private ParquetRows rows;

  /**
   * @param logPath the log the lines come from
   * @param file the Parquet file to write, new
   */
  public RejectedLines(String logPath, Path file, Configuration conf) {
    this.logPath = logPath;
    this.file = file;
    this.conf = conf;
  }

  /**
   * @param number from 1
   * @param reason why the line is no event
   * @param raw the line, or its beginning
   * @throws UncheckedIOException if it can't be written; an IOException would seem one of the log
   */
  public void add(long number, String reason, String raw) {
    try {
      if (rows == null) {
        rows = new ParquetRows(file, COLUMNS, conf);
      }
      rows.write(logPath, number, reason, raw);
    } catch (IOException e) {
      throw cantWrite(e);
    }
  }

  /** The Parquet file, or null as long as no line was added. */
  public String file() {
    return rows == null ? null : file.toString();
  }

  /**
   * Ends the file, if there is one.
   *
   * @throws UncheckedIOException if it can't be written
   */
  @Override
  public void close() {
    if (rows != null) {
      try {
        rows.close();
      } catch (IOException e) {
        throw cantWrite(e);
      }
    }
  }

  private UncheckedIOException cantWrite(IOException e) {
    return new UncheckedIOException("can't write " + file, e);
  }
}
