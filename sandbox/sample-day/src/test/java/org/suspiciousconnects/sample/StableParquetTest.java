/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StableParquetTest {
  private static final MessageType SCHEMA =
      MessageTypeParser.parseMessageType("message m { optional int64 n; }");

  @TempDir Path folder;

  @Test
  void theOrderInWhichEncodingsAreListedMakesNoDifference() throws IOException {
    Path written = write();
    byte[] other = reversed(Files.readAllBytes(written));
    assertFalse(Arrays.equals(Files.readAllBytes(written), other));
    Path reversed = Files.write(folder.resolve("reversed"), other);
    assertArrayEquals(copy(written), copy(reversed));
  }

  @Test
  void theRowsStayTheSame() throws IOException {
    Path copy = Files.write(folder.resolve("copied"), copy(write()));
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), new org.apache.hadoop.fs.Path(copy.toUri()))
            .build()) {
      for (long i = 0; i < 1000; i++) {
        assertEquals(i % 10, reader.read().getLong("n", 0));
      }
    }
  }

  private Path write() throws IOException {
    Path file = folder.resolve("written");
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
            .withType(SCHEMA)
            .build()) {
      for (long i = 0; i < 1000; i++) {
        SimpleGroup row = new SimpleGroup(SCHEMA);
        row.add("n", i % 10);
        writer.write(row);
      }
    }
    return file;
  }

  private byte[] copy(Path file) throws IOException {
    FileSystem fs = FileSystem.getLocal(new Configuration());
    Path copy = folder.resolve("copy");
    StableParquet.copy(
        fs,
        new org.apache.hadoop.fs.Path(file.toUri()),
        new org.apache.hadoop.fs.Path(copy.toUri()));
    return Files.readAllBytes(copy);
  }

  /** The same file as another JVM might have written it. */
  private static byte[] reversed(byte[] file) throws IOException {
    int tail = file.length - 8;
    int footer = tail - ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(tail);
    FileMetaData meta =
        Util.readFileMetaData(new ByteArrayInputStream(file, footer, tail - footer));
    meta.getRow_groups().stream()
        .flatMap(group -> group.getColumns().stream())
        .forEach(
            column -> {
              Collections.reverse(column.getMeta_data().getEncodings());
              Collections.reverse(column.getMeta_data().getEncoding_stats());
            });
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(file, 0, footer);
    Util.writeFileMetaData(meta, out);
    out.write(file, tail, 8);
    return out.toByteArray();
  }
}
