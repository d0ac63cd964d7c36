/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.warehouse.Source;

/** What the command does for any source. */
class GenerateSampleDayTest {
  @TempDir Path folder;

  private SparkSession spark;

  @BeforeEach
  void start() {
    spark = GeneratedDay.session("local[2]");
  }

  @AfterEach
  void stop() {
    spark.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "FLOW, y=2016/m=7/d=8/h=3, y=2016/m=7/d=8/h=23",
    "DNS, y=2016/m=7/d=8/h=3, y=2016/m=7/d=8/h=23",
    "PROXY, y=2016/m=07/d=08/h=03, y=2016/m=07/d=08/h=23"
  })
  void thereAreAsManyRowsAsAskedForInOneFileAnHour(Source source, String early, String late)
      throws IOException {
    Path day = folder.resolve("day");
    assertEquals(0, GeneratedDay.run(source, 3_217, 5, day, folder.resolve("labels")));
    assertEquals(3_217, spark.read().parquet(day.toString()).count());
    Set<String> files = GeneratedDay.digests(day).keySet();
    assertEquals(24, files.size(), files.toString());
    assertEquals(
        2,
        files.stream()
            .filter(f -> f.equals(early + "/part-0.parquet") || f.equals(late + "/part-0.parquet"))
            .count(),
        files.toString());
  }

  @ParameterizedTest
  @EnumSource
  void anotherRunIsTheSameInAllBytesWhateverTheCores(Source source) throws IOException {
    Path day = folder.resolve("day");
    Path labels = folder.resolve("labels.tsv");
    Path again = folder.resolve("again");
    Path againLabels = folder.resolve("again.tsv");
    assertEquals(0, GeneratedDay.run(source, 5_000, 11, day, labels));
    spark.conf().set("spark.sql.shuffle.partitions", 7);
    assertEquals(0, GeneratedDay.run(source, 5_000, 11, again, againLabels));
    assertEquals(GeneratedDay.digests(day), GeneratedDay.digests(again));
    assertEquals(Files.readString(labels), Files.readString(againLabels));

    spark.stop();
    spark = GeneratedDay.session("local[1]");
    assertEquals(0, GeneratedDay.run(source, 5_000, 11, again, againLabels));
    assertEquals(GeneratedDay.digests(day), GeneratedDay.digests(again));
    assertEquals(0, GeneratedDay.run(source, 2_000, 12, again, againLabels));
    assertNotEquals(Files.readString(labels), Files.readString(againLabels));
    assertEquals(2_000, spark.read().parquet(again.toString()).count(), "the day was replaced");
    assertEquals(0, GeneratedDay.run(source, 5_000, 12, again, againLabels));
    assertNotEquals(GeneratedDay.digests(day), GeneratedDay.digests(again));
  }

  @Test
  void aFolderWithSomethingElseIsLeftAlone() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path letter = Files.writeString(home.resolve("letter.txt"), "dear");
    assertEquals(1, GeneratedDay.run(Source.FLOW, 1_000, 1, home, folder.resolve("l")));
    assertEquals("dear", Files.readString(letter));
  }

  @ParameterizedTest
  @CsvSource({"999", "1000000001", "many"})
  void rowsHaveBounds(String rows) {
    assertEquals(
        1,
        Application.run(
            new GenerateSampleDay(),
            "flow",
            "--rows",
            rows,
            "--output",
            folder.resolve("x").toString(),
            "--labels",
            folder.resolve("y").toString()));
  }
}
