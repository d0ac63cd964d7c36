/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreFileTest {
  @TempDir private Path folder;
  private Path file;
  private ScoreFile scores;

  @BeforeEach
  void inAFolderThatIsNotThereYet() throws IOException {
    file = folder.resolve("20160708").resolve("scores.csv");
    scores = new ScoreFile(new org.apache.hadoop.fs.Path(file.toUri()), new Configuration());
  }

  @Test
  void isReplacedAsAWhole() throws IOException {
    assertEquals(3, scores.replace(rows(3)));
    assertEquals("0\n1\n2\n", Files.readString(file));
    assertEquals(1, scores.replace(rows(1)));
    assertEquals("0\n", Files.readString(file));
    assertEquals(0, scores.replace(rows(0)));
    assertEquals("", Files.readString(file));
  }

  @Test
  void staysAsItWasIfTheRowsBreakOff() throws IOException {
    scores.replace(rows(3));
    // More than a buffer, so that some of it is on disk.
    Iterator<Row> breaksOff =
        IntStream.range(0, 100_000)
            .mapToObj(
                i -> {
                  if (i == 99_999) {
                    throw new IllegalStateException("an executor was lost");
                  }
                  return RowFactory.create(i);
                })
            .iterator();
    assertThrows(IllegalStateException.class, () -> scores.replace(breaksOff));
    assertEquals("0\n1\n2\n", Files.readString(file));
    assertEquals(List.of("scores.csv"), visibleAndHidden());
  }

  @Test
  void aKilledExportsLeftoverIsWrittenOver() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file.resolveSibling(".scores.csv.writing"), "half a li");
    scores.replace(rows(1));
    assertEquals("0\n", Files.readString(file));
    assertEquals(List.of("scores.csv"), visibleAndHidden());
  }

  @Test
  void aReaderFindsTheOldFileOrTheNewAtAnyMoment() throws Exception {
    scores.replace(rows(1));
    AtomicBoolean replaced = new AtomicBoolean();
    CompletableFuture<Integer> reads =
        CompletableFuture.supplyAsync(
            () -> {
              int count = 0;
              for (; !replaced.get() || count == 0; count++) {
                try {
                  assertTrue(Set.of("0\n", "0\n1\n").contains(Files.readString(file)));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              }
              return count;
            });
    for (int i = 0; i < 500 && !reads.isDone(); i++) {
      scores.replace(rows(1 + i % 2));
    }
    replaced.set(true);
    assertTrue(reads.get() > 0);
  }

  @Test
  void aChecksumOfAnEarlierFileDoesNotSpoilTheNew() throws IOException {
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.toUri());
    FileSystem hadoop = path.getFileSystem(new Configuration());
    try (OutputStream earlier = hadoop.create(path)) {
      earlier.write("another".getBytes(StandardCharsets.UTF_8));
    }
    assertTrue(Files.exists(file.resolveSibling(".scores.csv.crc")));
    scores.replace(rows(2));
    try (InputStream read = hadoop.open(path)) {
      assertEquals("0\n1\n", new String(read.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  @Test
  void aFolderInItsPlaceIsRefused() throws IOException {
    Files.createDirectories(file.resolve("not empty"));
    assertThrows(IOException.class, () -> scores.replace(rows(1)));
  }

  private List<String> visibleAndHidden() throws IOException {
    try (Stream<Path> files = Files.list(file.getParent())) {
      return files.map(f -> f.getFileName().toString()).sorted().collect(Collectors.toList());
    }
  }

  private static Iterator<Row> rows(int count) {
    return IntStream.range(0, count).mapToObj(i -> (Row) RowFactory.create(i)).iterator();
  }
}
