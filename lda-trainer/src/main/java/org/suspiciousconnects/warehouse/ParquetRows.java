/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.warehouse;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Writes rows of text and numbers as one Parquet file, without a Spark job. */
public final class ParquetRows implements Closeable {
  private final MessageType schema;
  private final ParquetWriter<Group> writer;

  /**
   * @param path a file that does not exist
   * @param columns in Parquet's own language, such as {@code optional int64 rows_loaded;}
   * @throws IOException as the file system has it
   */
  public ParquetRows(Path path, String columns, Configuration conf) throws IOException {
    schema = MessageTypeParser.parseMessageType("message row { " + columns + " }");
    writer =
        ExampleParquetWriter.builder(HadoopOutputFile.fromPath(path, conf))
            .withType(schema)
            .withConf(conf)
            .withCompressionCodec(CompressionCodecName.SNAPPY)
            .build();
  }

  /**
   * @param values a String, Long, Integer, Double or null for each column
   * @throws IOException as the file system has it
   */
  public void write(Object... values) throws IOException {
    Group row = new SimpleGroup(schema);
    for (int i = 0; i < values.length; i++) {
      if (values[i] instanceof Long) {
        row.add(i, (Long) values[i]);
      } else if (values[i] instanceof Integer) {
        row.add(i, (Integer) values[i]);
      } else if (values[i] instanceof Double) {
        row.add(i, (Double) values[i]);
      } else if (values[i] != null) {
        row.add(i, (String) values[i]);
      }
    }
    writer.write(row);
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
