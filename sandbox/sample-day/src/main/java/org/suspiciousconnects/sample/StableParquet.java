/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.io.EOFException;
import java.io.IOException;
import java.util.Comparator;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.PageEncodingStats;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;

/**
 * Makes Parquet files of equal rows equal in all bytes. The writer lists a column's encodings in
 * the order of a hash set of enum constants, which is another one in each JVM; here they are
 * sorted.
 */
final class StableParquet {
  private static final byte[] MAGIC = {'P', 'A', 'R', '1'};

  /** The footer's length, four bytes, and the magic number. */
  private static final int TAIL = 8;

  private StableParquet() {}

  /**
   * Copies a Parquet file with its footer put in order.
   *
   * @param from a complete Parquet file
   * @param to replaced if it exists
   */
  static void copy(FileSystem fs, Path from, Path to) throws IOException {
    long length = fs.getFileStatus(from).getLen();
    try (FSDataInputStream in = fs.open(from);
        FSDataOutputStream out = fs.create(to, true)) {
      in.seek(length - TAIL);
      long footer = length - TAIL - Integer.reverseBytes(in.readInt());
      in.seek(footer);
      FileMetaData meta = Util.readFileMetaData(in);
      sort(meta);
      in.seek(0);
      copy(in, out, footer);
      Util.writeFileMetaData(meta, out);
      out.writeInt(Integer.reverseBytes((int) (out.getPos() - footer)));
      out.write(MAGIC);
    }
  }

  private static void sort(FileMetaData meta) {
    for (RowGroup group : meta.getRow_groups()) {
      for (ColumnChunk chunk : group.getColumns()) {
        ColumnMetaData column = chunk.getMeta_data();
        column.getEncodings().sort(null);
        if (column.getEncoding_stats() != null) {
          column
              .getEncoding_stats()
              .sort(
                  Comparator.comparing(PageEncodingStats::getPage_type)
                      .thenComparing(PageEncodingStats::getEncoding));
        }
      }
    }
  }

  private static void copy(FSDataInputStream in, FSDataOutputStream out, long bytes)
      throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (long left = bytes; left > 0; ) {
      int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (read < 0) {
        throw new EOFException("the file got shorter while it was copied");
      }
      out.write(buffer, 0, read);
      left -= read;
    }
  }
}
