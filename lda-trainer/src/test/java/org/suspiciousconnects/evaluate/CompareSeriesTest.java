/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/** Results as scripts/series.sh writes them; the figures of the tables are worked out by hand. */
class CompareSeriesTest {
  @TempDir private Path folder;

  @Test
  void eachSeedTheMedianAndTheRange() throws IOException {
    String tables =
        CompareSeries.tables(
            List.of(
                result(21, 0.5, "0.9", 10.0),
                result(22, 0.75, "0.8", 30.0),
                result(23, 1, "0.7", 20.0)));
    assertEquals(
        "flow: 1,000,000 events on the scored day, 3 days of history, 4 of reference; 20 topics, lists of 3,000 entries; 3 series.",
        tables.lines().findFirst().get());
    assertEquals(
        List.of(
            "| seed | attack rows | spot 100 | spot 300 | spot 1,000 | spot 3,000 | profile 100 | profile 300 | profile 1,000 | profile 3,000 |",
            "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |",
            "| 21 | 1,060 | 0.0 | 0.0 | 1.5 | 10.0 | 50.0 | 60.0 | 70.0 | 100.0 |",
            "| 22 | 1,060 | 0.0 | 0.0 | 1.5 | 10.0 | 75.0 | 60.0 | 70.0 | 100.0 |",
            "| 23 | 1,060 | 0.0 | 0.0 | 1.5 | 10.0 | 100.0 | 60.0 | 70.0 | 100.0 |",
            "| median | 1,060 | 0.0 | 0.0 | 1.5 | 10.0 | 75.0 | 60.0 | 70.0 | 100.0 |",
            "| least to greatest | 1,060 to 1,060 | 0.0 to 0.0 | 0.0 to 0.0 | 1.5 to 1.5 | 10.0 to 10.0 | 50.0 to 100.0 | 60.0 to 60.0 | 70.0 to 70.0 | 100.0 to 100.0 |"),
        table(tables, "Recall, %, by entries, of the first 100, 300, 1,000 and 3,000"));
    assertEquals(
        "| 21 | 1,060 | 0.0 | 0.0 | 0.1 | 0.2 | 1.0 | 2.0 | 3.0 | 4.0 |",
        table(tables, "Recall, %, by rows, of the first 100, 300, 1,000 and 3,000").get(2));
    assertEquals(
        List.of(
            "| seed | spot | profile |",
            "| --- | --- | --- |",
            "| 21 | 0.500 | 0.900 |",
            "| 22 | 0.500 | 0.800 |",
            "| 23 | 0.500 | 0.700 |",
            "| median | 0.500 | 0.800 |",
            "| least to greatest | 0.500 to 0.500 | 0.700 to 0.900 |"),
        table(tables, "AUC of the scored rows"));
    // Spot's day is 2 + 7 + 1, of profile 4 + 10 (20, 30) + 6.
    assertEquals(
        List.of(
            "| 21 | 2 | 7 | 1 | 10 | 4 | 10 | 6 | 20 | 2.00 | 1,234 |",
            "| 22 | 2 | 7 | 1 | 10 | 4 | 30 | 6 | 40 | 4.00 | 1,234 |",
            "| 23 | 2 | 7 | 1 | 10 | 4 | 20 | 6 | 30 | 3.00 | 1,234 |",
            "| median | 2 | 7 | 1 | 10 | 4 | 20 | 6 | 30 | 3.00 | 1,234 |",
            "| least to greatest | 2 to 2 | 7 to 7 | 1 to 1 | 10 to 10 | 4 to 4 | 10 to 30 | 6 to 6 | 20 to 40 | 2.00 to 4.00 | 1,234 to 1,234 |"),
        table(tables, "CPU seconds of the scored day, of all processes, their start among it")
            .subList(2, 7));
    assertFalse(tables.contains("novelties"), tables);
  }

  @Test
  void ofTwoInTheMiddleTheMeanAndOfNothingNothing() throws IOException {
    String tables =
        CompareSeries.tables(List.of(result(1, 0.5, "null", 1), result(2, 0.6, "0.5", 1)));
    assertTrue(tables.contains("| median | 1,060 | 0.0 | 0.0 | 1.5 | 10.0 | 55.0 |"), tables);
    assertEquals(
        List.of(
            "| 1 | 0.500 | - |",
            "| 2 | 0.500 | 0.500 |",
            "| median | 0.500 | - |",
            "| least to greatest | 0.500 to 0.500 | - |"),
        table(tables, "AUC of the scored rows").subList(2, 6));
  }

  @Test
  void noveltiesAreShownIfAllSeriesTellThem() throws IOException {
    Path one =
        with(result(1, 0.5, "0.9", 1), "}\n", ",\"novelties\":" + figures(0.25, "0.5") + "}\n");
    String tables = CompareSeries.tables(List.of(one));
    assertEquals(
        "| 1 | 0.0 | 0.0 | 1.5 | 10.0 | 25.0 | 60.0 | 70.0 | 100.0 |",
        table(
                tables,
                "Harmless novelties listed, %, by entries, of the first 100, 300, 1,000 and 3,000")
            .get(2));
    assertFalse(CompareSeries.tables(List.of(one, result(2, 0.5, "0.9", 1))).contains("novelties"));
  }

  @Test
  void whatCannotBeComparedIsNamed() throws IOException {
    Path one = result(1, 0.5, "0.9", 1);
    Path larger = with(result(2, 0.5, "0.9", 1), "\"rows\":1000000", "\"rows\":2000000");
    refused(ExitStatus.USAGE, larger + " is of source flow, rows 2000000, ", one, larger);
    Path older = with(result(3, 0.5, "0.9", 1), "spot_score", "score");
    refused(ExitStatus.CONFIGURATION, older + " has no steps.spot_score.cpu_seconds", older);
    Path text = Files.writeString(folder.resolve("text"), "{text");
    refused(ExitStatus.CONFIGURATION, text + " is no JSON of scripts/series.sh", text);
    Path none = folder.resolve("none");
    refused(ExitStatus.NO_DATA, "there is no file " + none, none);
  }

  private static void refused(ExitStatus status, String begin, Path... files) {
    CommandFailure failure =
        assertThrows(CommandFailure.class, () -> CompareSeries.tables(List.of(files)));
    assertEquals(status, failure.status());
    assertTrue(failure.getMessage().startsWith(begin), failure.getMessage());
  }

  /** The lines of the table below that title. */
  private static List<String> table(String tables, String title) {
    int start = tables.indexOf("**" + title + "**\n\n");
    assertTrue(start >= 0, title + " is not in\n" + tables);
    String rest = tables.substring(start + title.length() + 6);
    return List.of(rest.substring(0, rest.indexOf("\n\n")).split("\n"));
  }

  private static Path with(Path file, String old, String replacement) throws IOException {
    String text = Files.readString(file);
    assertTrue(text.contains(old), text);
    return Files.writeString(file, text.replace(old, replacement));
  }

  private Path result(int seed, double recall, String area, double trainSeconds)
      throws IOException {
    String steps =
        String.join(
            ",",
            step("spot_count", 2),
            step("spot_train", 7),
            step("spot_score", 1),
            step("profile_count_earlier", 1234),
            step("profile_count", 4),
            step("profile_train", trainSeconds),
            step("profile_score", 6));
    return Files.writeString(
        folder.resolve("flow-" + seed + ".json"),
        "{\"source\":\"flow\",\"seed\":"
            + seed
            + ",\"rows\":1000000,\"history\":3,\"reference\":4,\"max_results\":3000,\"topics\":20,\"steps\":{"
            + steps
            + "},\"figures\":"
            + figures(recall, area)
            + "}\n");
  }

  private static String step(String name, double cpuSeconds) {
    return "\"" + name + "\":{\"wall_seconds\":1.0,\"cpu_seconds\":" + cpuSeconds + "}";
  }

  /** Of method profile the recall at 100 and the area are given, all else is fixed. */
  private static String figures(double recall, String area) {
    return "{\"profile\":{\"recall\":{\"100\":"
        + recall
        + ",\"300\":0.6,\"1000\":0.7,\"3000\":1.000000},\"recall_rows\":{\"100\":0.01,\"300\":0.02,\"1000\":0.03,\"3000\":0.04},\"auc\":"
        + area
        + ",\"attacks\":1060},\"spot\":{\"recall\":{\"100\":0.000000,\"300\":0,\"1000\":0.015,\"3000\":0.1},"
        + "\"recall_rows\":{\"100\":0,\"300\":0,\"1000\":0.001,\"3000\":0.002},\"auc\":0.5,\"attacks\":1060}}";
  }
}
