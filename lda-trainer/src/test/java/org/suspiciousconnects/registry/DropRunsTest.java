/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.warehouse.TestWarehouse;
import org.suspiciousconnects.warehouse.Warehouse;
import picocli.CommandLine;

/** On real tables in a real metastore; days pass by what the command is told the time is. */
class DropRunsTest {
  private static final String DATABASE = "drop_runs_test";
  private static final Map<String, ?> DAY =
      Map.of("y", 2016, "m", 7, "d", 8, "score_method", "spot");

  /** When the first run of a test began; what the command writes is of about then. */
  private static final Instant BEGAN = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  private static final Instant NEXT_DAY = BEGAN.plus(Duration.ofHours(25));
  private static TestWarehouse tables;
  private static Warehouse warehouse;

  @BeforeAll
  static void makeTables() {
    tables = TestWarehouse.create(DATABASE);
    warehouse = tables.warehouse();
  }

  @BeforeEach
  void emptyThem() {
    tables.empty(
        List.of(
            "flow_word_counts",
            "flow_word_counts_staging",
            "scoring_models",
            "dns_scoring",
            "flow_clients",
            "flow_clients_staging",
            "dns_fans",
            "proxy_known"));
  }

  @Test
  void aReplacedDayIsRemovedOnceItHasBeenUnusedForTheGrace() throws IOException {
    Path old = counts(BEGAN);
    point(old);
    Path live = counts(BEGAN.plusSeconds(60));
    point(live);
    String first = drop(NEXT_DAY);
    assertTrue(
        first.contains(
            "unused since now, to be removed after " + NEXT_DAY.plus(Duration.ofHours(24))),
        first);
    assertTrue(Files.exists(old), "none was known to be unused");
    drop(NEXT_DAY.plus(Duration.ofHours(23)));
    assertTrue(Files.exists(old));
    String last = drop(NEXT_DAY.plus(Duration.ofHours(24)));
    assertFalse(Files.exists(old));
    assertTrue(last.endsWith("1 folders removed, 0 found unused\n"), last);
    assertEquals(1, tables.table("flow_word_counts").count());
  }

  @Test
  void whatAStoppedRunLeftGoes() throws IOException {
    String run = "" + BEGAN.toEpochMilli();
    TestWarehouse.session()
        .sql(
            String.format(
                "INSERT INTO %s.scoring_models PARTITION (run_id = '%s') VALUES ('m', NULL, NULL)",
                DATABASE, run));
    Path scratch = age(tables.folder().resolve("sc/scoring_models/run_id=" + run), BEGAN);
    Path counted = counts(BEGAN);
    warehouse.addPartitions(
        "flow_word_counts_staging",
        Set.of(Map.of("run_id", run), Map.of("run_id", run + "-probe")));
    age(tables.folder().resolve("sc/flow_word_counts_staging"), BEGAN);
    String early = drop(BEGAN.plus(Duration.ofHours(23)));
    assertEquals(
        "0 partitions of stopped runs dropped; 0 folders removed, 0 found unused\n", early);
    String out = drop(NEXT_DAY);
    assertTrue(out.contains("dropped, of a stopped run: scoring_models " + run + "\n"), out);
    assertTrue(out.contains("\n3 partitions of stopped runs dropped; "), out);
    assertEquals(0, warehouse.partitions("scoring_models").size());
    assertEquals(0, warehouse.partitions("flow_word_counts_staging").size());
    assertFalse(Files.exists(scratch));
    assertTrue(Files.exists(counted));
    drop(NEXT_DAY.plus(Duration.ofHours(24)));
    assertFalse(Files.exists(counted));
  }

  /** Killed between the swap and the end, a run leaves its staging partition on a live folder. */
  @Test
  void aLiveFolderStaysThoughItsRunWasStopped() throws IOException {
    Path live = counts(BEGAN);
    point(live);
    warehouse.addPartitions(
        "flow_word_counts_staging", Set.of(Map.of("run_id", "" + BEGAN.toEpochMilli())));
    age(live, BEGAN);
    drop(NEXT_DAY);
    assertEquals(0, warehouse.partitions("flow_word_counts_staging").size());
    drop(NEXT_DAY.plus(Duration.ofHours(24)));
    assertTrue(Files.exists(live));
    assertEquals(1, tables.table("flow_word_counts").count());
  }

  @Test
  void aRunThatBeganLongAgoAndStillWritesStays() throws IOException {
    Path counted = counts(BEGAN);
    age(counted, NEXT_DAY);
    drop(NEXT_DAY, "--grace-hours", "1");
    drop(NEXT_DAY.plus(Duration.ofMinutes(59)), "--grace-hours", "1");
    assertFalse(Files.exists(counted.resolve("_unused-" + NEXT_DAY.toEpochMilli())));
  }

  @Test
  void withoutGraceFilesGoAtOnce() throws IOException {
    Path old = counts(BEGAN);
    drop(NEXT_DAY, "--grace-hours", "0");
    assertFalse(Files.exists(old));
  }

  @Test
  void aDryRunSaysTheSameAndChangesNothing() throws IOException {
    point(counts(BEGAN));
    point(counts(BEGAN.plusSeconds(60)));
    warehouse.addPartitions("dns_scoring", Set.of(Map.of("run_id", "" + BEGAN.toEpochMilli())));
    age(tables.folder().resolve("sc/dns_scoring"), BEGAN);
    Set<String> before = everything();
    String said = drop(NEXT_DAY, "--dry-run");
    assertEquals(before, everything());
    assertEquals(1, warehouse.partitions("dns_scoring").size());
    assertEquals(said.replace("dry run, nothing was changed: ", ""), drop(NEXT_DAY));
    assertEquals(0, warehouse.partitions("dns_scoring").size());
  }

  @Test
  void oldDaysOfMethodProfileGoByTheNewestDayOfTheTable() throws IOException {
    Path old = clients(2015, 12, 31, BEGAN);
    Path last = clients(2016, 1, 1, BEGAN);
    clients(2016, 1, 15, BEGAN.plusSeconds(1));
    // Of another table, whose newest day it is.
    TestWarehouse.session()
        .sql(
            String.format(
                "INSERT INTO %s.dns_fans PARTITION (y = 2015, m = 6, d = 1) VALUES ('10.0.0.1', 'ok', 'fan|ok|p1|n1')",
                DATABASE));
    point(counts(BEGAN));
    drop(NEXT_DAY);
    assertEquals(3, warehouse.partitions("flow_clients").size(), "nobody asked for it");
    Set<String> before = everything();
    String said = drop(NEXT_DAY, "--reference-days", "14", "--dry-run");
    assertEquals(before, everything());
    assertEquals(3, warehouse.partitions("flow_clients").size());
    String out = drop(NEXT_DAY, "--reference-days", "14");
    assertEquals(said.replace("dry run, nothing was changed: ", ""), out);
    assertTrue(
        out.startsWith("dropped, too old to compare with: flow_clients 2015-12-31\nunused since"),
        out);
    assertTrue(
        out.endsWith("; 1 days of method profile dropped; 0 folders removed, 1 found unused\n"),
        out);
    assertEquals(2, tables.table("flow_clients").count());
    assertEquals(1, tables.table("dns_fans").count());
    assertEquals(1, tables.table("flow_word_counts").count());
    assertTrue(Files.exists(old), "a query may be reading it");
    drop(NEXT_DAY.plus(Duration.ofHours(24)));
    assertFalse(Files.exists(old));
    assertTrue(Files.exists(last));
  }

  /** The partitions of proxy are text of two digits. */
  @Test
  void oldDaysGoWhoseMonthAndDayAreText() {
    for (String day : new String[] {"05", "31"}) {
      TestWarehouse.session()
          .sql(
              String.format(
                  "INSERT INTO %s.proxy_known PARTITION (y = '2016', m = '07', d = '%s')"
                      + " SELECT 'host', 'example.com', 1L",
                  DATABASE, day));
    }
    String out = drop(NEXT_DAY, "--reference-days", "14");
    assertTrue(out.startsWith("dropped, too old to compare with: proxy_known 2016-07-05\n"), out);
    assertEquals(
        List.of("31"),
        warehouse.partitions("proxy_known").stream()
            .map(partition -> partition.value("d"))
            .collect(Collectors.toList()));
  }

  @Test
  void withoutGraceOldDaysGoAtOnce() throws IOException {
    Path old = clients(2016, 7, 1, BEGAN);
    Path kept = clients(2016, 7, 8, BEGAN.plusSeconds(1));
    String said = drop(NEXT_DAY, "--reference-days", "6", "--grace-hours", "0", "--dry-run");
    assertTrue(Files.exists(old));
    String out = drop(NEXT_DAY, "--reference-days", "6", "--grace-hours", "0");
    assertEquals(said.replace("dry run, nothing was changed: ", ""), out);
    assertFalse(Files.exists(old));
    assertTrue(Files.exists(kept));
  }

  @Test
  void whatNoRunWroteStays() throws IOException {
    Path sc = tables.folder().resolve("sc");
    Set<Path> foreign = new TreeSet<>();
    for (String name :
        new String[] {
          "flow_word_counts_staging/run_id=by-hand",
          "flow_word_counts_staging/run_id=17",
          "flow_word_counts_staging/run_id=1467936000000.bak",
          "flow_word_counts_staging/1467936000000",
          "flow_word_counts_staging/keep/run_id=1467936000000",
          "flow_word_counts/run_id=1467936000000",
          "network_context/run_id=1467936000000",
        }) {
      foreign.add(age(Files.createDirectories(sc.resolve(name)), BEGAN));
    }
    foreign.add(
        Files.writeString(sc.resolve("flow_word_counts_staging/run_id=1467936000001"), "mine"));
    drop(Instant.now(), "--grace-hours", "0");
    for (Path path : foreign) {
      assertTrue(Files.exists(path), path::toString);
    }
  }

  /** A table that is swapped and not known here would fill the disk. */
  @Test
  void everyTableWithRunsIsKnown() throws IOException {
    Set<String> withRuns = new TreeSet<>();
    Pattern table =
        Pattern.compile(
            "CREATE EXTERNAL TABLE IF NOT EXISTS (\\w+) \\([^)]*\\)\\s+PARTITIONED BY \\(run_id STRING\\)");
    try (Stream<Path> files = Files.list(Path.of("../ddl"))) {
      for (Path file :
          files.filter(f -> f.toString().endsWith(".sql")).collect(Collectors.toList())) {
        for (Matcher found = table.matcher(Files.readString(file)); found.find(); ) {
          withRuns.add(found.group(1));
        }
      }
    }
    assertEquals(
        Stream.concat(
                RunRetention.swappedTables().stream().map(t -> t + "_staging"),
                RunRetention.scratchTables().stream())
            .collect(Collectors.toCollection(TreeSet::new)),
        withRuns);
  }

  @Test
  void wrongArgumentsAreRefusedBeforeSparkStarts() {
    assertEquals(1, Application.run(new DropRuns(), "--grace-hours", "-1"));
    assertEquals(1, Application.run(new DropRuns(), "--grace-hours", "1000000000"));
    assertEquals(1, Application.run(new DropRuns(), "--reference-days", "0"));
    assertEquals(1, Application.run(new DropRuns(), "--reference-days", "3661"));
  }

  /** Writes the counts of a run that began then, and nothing since. */
  private Path counts(Instant began) throws IOException {
    Path folder =
        tables.folder().resolve("sc/flow_word_counts_staging/run_id=" + began.toEpochMilli());
    TestWarehouse.session()
        .sql("SELECT '10.0.0.1' AS ip, 'a' AS word, 1L AS word_count, 'spot' AS vocabulary")
        .write()
        .parquet(folder.toString());
    return age(folder, began);
  }

  /** The clients of a day, as a run writes them that began then. */
  private Path clients(int year, int month, int day, Instant began) throws IOException {
    Path folder =
        tables
            .folder()
            .resolve("sc/flow_clients_staging/run_id=" + began.plusMillis(day).toEpochMilli());
    TestWarehouse.session()
        .sql("SELECT 'ip' AS item_kind, '192.0.2.1' AS item, '10.0.0.1' AS ip")
        .write()
        .parquet(folder.toString());
    warehouse.point(
        "flow_clients",
        Map.of("y", year, "m", month, "d", day),
        new org.apache.hadoop.fs.Path(folder.toUri()));
    return age(folder, began);
  }

  private void point(Path folder) {
    warehouse.point("flow_word_counts", DAY, new org.apache.hadoop.fs.Path(folder.toUri()));
  }

  private static Path age(Path folder, Instant time) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.collect(Collectors.toList())) {
        Files.setLastModifiedTime(file, FileTime.from(time));
      }
    }
    return folder;
  }

  private Set<String> everything() throws IOException {
    try (Stream<Path> files = Files.walk(tables.folder())) {
      return files.map(Path::toString).collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String drop(Instant now, String... more) {
    DropRuns command = new DropRuns();
    new CommandLine(command)
        .parseArgs(
            Stream.concat(Stream.of("--database", DATABASE), Stream.of(more))
                .toArray(String[]::new));
    PrintStream out = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
      command.drop(TestWarehouse.session(), now);
    } finally {
      System.setOut(out);
    }
    return said.toString(StandardCharsets.UTF_8);
  }
}
