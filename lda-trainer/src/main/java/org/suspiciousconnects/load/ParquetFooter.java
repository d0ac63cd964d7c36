/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.IOException;
import java.io.Serializable;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/** What a Parquet file says of itself. */
final class ParquetFooter implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String schema;
  private final long rows;

  private ParquetFooter(String schema, long rows) {
    this.schema = schema;
    this.rows = rows;
  }

  /**
   * Reads a file's footer.
   *
   * @return null if the file is no Parquet file
   * @throws IOException as the file system has it
   */
  static ParquetFooter read(String path, Configuration conf) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(new Path(path), conf))) {
      return new ParquetFooter(
          reader.getFooter().getFileMetaData().getSchema().toString(), reader.getRecordCount());
    } catch (RuntimeException notParquet) {
      return null;
    }
  }

  /** The schema in Parquet's own language; equal for files that can be read together. */
  String schema() {
    return schema;
  }

  long rows() {
    return rows;
  }
}
