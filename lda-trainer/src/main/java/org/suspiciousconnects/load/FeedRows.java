/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.warehouse.LogLines;
import org.suspiciousconnects.warehouse.ParquetRows;
import org.suspiciousconnects.warehouse.RejectedLines;

/**
 * Where the rows of one file of a feed go, each counted when it is read and when it is known what
 * becomes of it.
 */
final class FeedRows implements Closeable {
  private final String file;
  private final Path target;
  private final ParquetRows indicators;
  private final RejectedLines rejectedLines;
  private long read;
  private long loaded;
  private long rejected;
  private long revoked;
  private long superseded;
  private long others;
  private String firstReason;

  /**
   * @param file the feed's
   * @param target the Parquet file for indicators, new
   * @param rejected the Parquet file for rejected lines, new; without any there is none
   * @throws IOException as the file system has it
   */
  FeedRows(String file, Path target, Path rejected, Configuration conf) throws IOException {
    this.file = file;
    this.target = target;
    this.indicators = new ParquetRows(target, Indicator.COLUMNS, conf);
    this.rejectedLines = new RejectedLines(file, rejected, conf);
  }

  /** A row begins, one of which has to become something. */
  void read() {
    read++;
  }

  /**
   * The row is an indicator.
   *
   * @throws UncheckedIOException if it can't be written; an IOException would seem one of the feed
   */
  void load(Indicator indicator) {
    try {
      indicators.write(indicator.row());
    } catch (IOException e) {
      throw new UncheckedIOException("can't write " + target, e);
    }
    loaded++;
  }

  /** The row can't be understood. */
  void reject(long line, String reason, String raw) {
    rejectedLines.add(line, reason, LogLines.raw(raw));
    rejected++;
    if (firstReason == null) {
      firstReason = "line " + line + ": " + reason;
    }
  }

  /** The row was taken back by who gave it. */
  void revoke() {
    revoked++;
  }

  /** There is a later version of the row. */
  void supersede() {
    superseded++;
  }

  /** Something that is no row, such as the author of others. */
  void skip() {
    others++;
  }

  long loaded() {
    return loaded;
  }

  long rejected() {
    return rejected;
  }

  long revoked() {
    return revoked;
  }

  /** Of the first rejected row; null without one. */
  String firstReason() {
    return firstReason;
  }

  /** What became of the rows, in a line. */
  @Override
  public String toString() {
    return String.format("%s: %d rows, %d loaded, %d rejected", file, read, loaded, rejected)
        + (revoked > 0 ? ", " + revoked + " revoked" : "")
        + (superseded > 0 ? ", " + superseded + " of earlier versions" : "")
        + (others > 0 ? "; " + others + " objects that are no indicators" : "");
  }

  @Override
  public void close() throws IOException {
    try {
      indicators.close();
    } finally {
      rejectedLines.close();
    }
  }
}
