/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.warehouse.Source;

/** What the command does. */
class GenerateSeriesTest {
  @TempDir Path folder;

  /** One source is enough, as days are written alike; SeriesDaysTest makes all of them twice. */
  @ParameterizedTest
  @EnumSource(names = "FLOW")
  void anotherRunIsTheSameInAllBytesWhateverTheCores(Source source) throws IOException {
    Path one = folder.resolve("one");
    Path other = folder.resolve("other");
    SparkSession spark = GeneratedDay.session("local[2]");
    try {
      assertEquals(0, run(source, "--days", "2", "--output", one.toString()));
    } finally {
      spark.stop();
    }
    spark = GeneratedDay.session("local[1]");
    try {
      // What an earlier series left is gone.
      Files.createDirectories(other.resolve("2016-07-03/y=2016"));
      assertEquals(0, run(source, "--series", "1,0", "--output", other.toString()));
      assertEquals(10_000, spark.read().parquet(other.resolve("2016-07-08").toString()).count());
    } finally {
      spark.stop();
    }
    TreeMap<String, String> digests = GeneratedDay.digests(one);
    assertEquals(digests, GeneratedDay.digests(other));
    assertEquals(48, digests.size(), digests.toString());
    for (String file : List.of("labels.tsv", "benign.tsv", "top-domains.csv")) {
      assertEquals(Files.readString(one.resolve(file)), Files.readString(other.resolve(file)));
    }
    assertFalse(Files.exists(other.resolve("2016-07-03")));
    SampleDay scored = GeneratedSeries.series(source, 1, false).days().get(7).recipe().day();
    List<String> labels = Files.readAllLines(one.resolve("labels.tsv"));
    assertEquals(scored.attacks().size() + 1, labels.size());
    String header = Files.readAllLines(one.resolve("benign.tsv")).get(0);
    assertEquals(header, labels.get(0));
    assertTrue(header.startsWith("kind\t"), header);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "flow",
        "flow --days 1",
        "flow --days 101",
        "flow --days -3",
        "flow --days two",
        "flow --days 2147483647",
        "flow --series 3",
        "flow --series 0,4",
        "flow --series 3,-1",
        "flow --series 50,50",
        "flow --series 3,4,5",
        "flow --series ٣,4",
        "flow --days 2 --series 3,4",
        "flow --days 2 --rows 9999",
        "flow --days 2 --rows 1000000001",
        "flow --days 2 --date 1970-01-01",
        "flow --days 2 --date 2016-02-30",
        "smtp --days 2"
      })
  void otherArgumentsAreRefused(String arguments) {
    List<String> all = new ArrayList<>(List.of(arguments.split(" ")));
    all.add("--output");
    all.add(folder.resolve("never").toString());
    assertEquals(1, Application.run(new GenerateSeries(), all.toArray(new String[0])));
    assertFalse(Files.exists(folder.resolve("never")));
  }

  @Test
  void aFolderWithSomethingElseIsLeftAlone() throws IOException {
    Path series = Files.createDirectories(folder.resolve("2016-07-08"));
    Path letter = Files.writeString(series.resolve("letter.txt"), "dear");
    Path labels = Files.writeString(folder.resolve("labels.tsv"), "kind");
    SparkSession spark = GeneratedDay.session("local[2]");
    try {
      assertEquals(1, run(Source.FLOW, "--days", "2", "--output", folder.toString()));
      assertEquals("dear", Files.readString(letter));
      Files.delete(letter);
      Files.writeString(folder.resolve("notes.tsv"), "x");
      assertEquals(1, run(Source.FLOW, "--days", "2", "--output", folder.toString()));
    } finally {
      spark.stop();
    }
    assertEquals("kind", Files.readString(labels));
  }

  private static int run(Source source, String... more) {
    List<String> all = new ArrayList<>(List.of(source.id(), "--rows", "10000"));
    all.addAll(List.of(more));
    return Application.run(new GenerateSeries(), all.toArray(new String[0]));
  }
}
