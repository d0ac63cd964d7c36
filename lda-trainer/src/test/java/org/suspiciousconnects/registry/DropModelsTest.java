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
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.warehouse.ModelFolder;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.TestWarehouse;
import org.suspiciousconnects.warehouse.Warehouse;
import picocli.CommandLine;

/** On real tables in a real metastore; days pass by what the command is told the time is. */
class DropModelsTest {
  private static final String DATABASE = "drop_models_test";
  private static final List<String> TABLES =
      List.of(
          "model_runs",
          "flow_topic_mix",
          "flow_word_topics",
          "flow_topics",
          "flow_topic_top_words",
          "flow_word_parts",
          "flow_own_counts");

  /** All files of the tests are written about then, and all trainings began before. */
  private static final Instant WRITTEN = Instant.now();

  private static final Instant NEXT_DAY = WRITTEN.plus(Duration.ofHours(25));
  private static TestWarehouse tables;
  private static Warehouse warehouse;

  @BeforeAll
  static void makeTables() {
    tables = TestWarehouse.create(DATABASE);
    warehouse = tables.warehouse();
  }

  @BeforeEach
  void emptyThem() {
    List<String> all = new ArrayList<>(List.of("model_runs", "current_models", "scoring_models"));
    for (Source source : Source.values()) {
      all.addAll(ModelFolder.tables(source));
    }
    tables.empty(all);
  }

  @Test
  void theNewestOfEachSourceMethodAndVocabularyStay() {
    List<String> dns = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      dns.add(register(Source.DNS, "spot", i));
      dns.add(register(Source.DNS, "psl", 10 + i));
      register(Source.FLOW, "spot", 20 + i);
    }
    String out = dropOfAll(NEXT_DAY, "--keep", "2");
    assertEquals(Set.of(id(1), id(2), id(11), id(12), id(21), id(22)), listed());
    for (String table : ModelFolder.tables(Source.DNS)) {
      assertEquals(Set.of(id(1), id(2), id(11), id(12)), modelsIn(table), table);
    }
    for (String table : ModelFolder.tables(Source.FLOW)) {
      assertEquals(Set.of(id(21), id(22)), modelsIn(table), table);
    }
    assertTrue(out.contains("dropped: model " + id(13) + " (dns spot psl, trained "), out);
    assertTrue(out.contains("\n3 models dropped, 6 kept; "), out);
  }

  @Test
  void oneSourceOnly() {
    register(Source.DNS, "spot", 1);
    register(Source.FLOW, "spot", 2);
    drop(NEXT_DAY, "--keep", "0");
    assertEquals(Set.of(id(1)), listed());
  }

  @Test
  void theCurrentModelStaysThoughItIsOld() {
    for (int i = 1; i <= 4; i++) {
      register(Source.FLOW, "spot", i);
    }
    makeCurrent(4, 4);
    String out = drop(NEXT_DAY, "--keep", "1");
    assertEquals(Set.of(id(1), id(4)), listed());
    assertTrue(out.contains("kept, the current one: model " + id(4)), out);
    assertEquals(1, tables.table("current_models").count());
  }

  @Test
  void whatAScoringRunReadsStaysUnlessTheRunWasStopped() {
    for (int i = 1; i <= 5; i++) {
      register(Source.FLOW, "spot", i);
    }
    scores("" + NEXT_DAY.minus(Duration.ofHours(23)).toEpochMilli(), 2);
    scores("" + NEXT_DAY.minus(Duration.ofHours(24)).toEpochMilli(), 3);
    scores("17", 4);
    scores("by-hand", 5);
    String out = drop(NEXT_DAY, "--keep", "1");
    assertEquals(Set.of(id(1), id(2), id(4), id(5)), listed());
    assertTrue(out.contains("kept, scoring run by-hand reads it: model " + id(5)), out);
  }

  @Test
  void whatATrainingHasJustWrittenStays() {
    register(Source.FLOW, "spot", 1);
    register(Source.FLOW, "spot", 2);
    String out = drop(WRITTEN.plus(Duration.ofMinutes(1)), "--keep", "1");
    assertEquals(Set.of(id(1), id(2)), listed());
    assertTrue(out.contains("kept, written just now: model " + id(2)), out);
    drop(WRITTEN.plus(Duration.ofMinutes(15)), "--keep", "1");
    assertEquals(Set.of(id(1)), listed());
  }

  @Test
  void filesOfADroppedModelStayForTheGraceAndAreThenRemoved() {
    register(Source.FLOW, "spot", 1);
    register(Source.FLOW, "spot", 30);
    drop(NEXT_DAY, "--keep", "1");
    assertEquals(TABLES.size(), folders(30).size(), "though it was trained 30 hours ago");
    String early = drop(NEXT_DAY.plus(Duration.ofHours(23)), "--keep", "1");
    assertEquals(TABLES.size(), folders(30).size());
    assertTrue(early.contains("0 folders removed"), early);
    String out = drop(NEXT_DAY.plus(Duration.ofHours(24)), "--keep", "1");
    assertEquals(List.of(), folders(30));
    assertEquals(TABLES.size(), folders(1).size());
    assertTrue(out.contains(TABLES.size() + " folders removed"), out);
  }

  @Test
  void withoutGraceFilesGoAtOnce() {
    register(Source.FLOW, "spot", 1);
    register(Source.FLOW, "spot", 2);
    drop(NEXT_DAY, "--keep", "1", "--grace-hours", "0");
    assertEquals(List.of(), folders(2));
    assertEquals(TABLES.size(), folders(1).size());
  }

  @Test
  void aReplacedFolderIsRemovedOnceItHasBeenUnusedForTheGrace() {
    register(Source.FLOW, "spot", 1);
    register(Source.FLOW, "spot", 2);
    makeCurrent(2, 40);
    makeCurrent(1, 30);
    // The same training again: its partitions point to new folders.
    register(Source.FLOW, "spot", 1, 29);
    int before = folders(1).size();
    assertEquals(TABLES.size() + 1 + TABLES.size(), before);
    drop(NEXT_DAY);
    assertEquals(before, folders(1).size(), "none was known to be unused");
    assertEquals(1, folders("current_models", 2).size());
    drop(NEXT_DAY.plus(Duration.ofHours(24)));
    assertEquals(TABLES.size() + 1, folders(1).size());
    assertEquals(List.of(), folders("current_models", 2));
    assertEquals(1, tables.table("model_runs").where("model_id = '" + id(1) + "'").count());
    assertEquals(id(1), tables.table("current_models").head().getAs("model_id"));
  }

  @Test
  void whatAKilledTrainingLeftGoesWhenItIsOld() throws IOException {
    register(Source.FLOW, "spot", 1);
    // Killed while it wrote, and while it registered.
    folder("flow_topic_mix", 7, 2);
    point("flow_topic_mix", 8, folder("flow_topic_mix", 8, 2));
    Path scratch = sc("model_runs/" + ModelFolder.scratch(WRITTEN.minus(Duration.ofHours(2))));
    Files.createDirectories(scratch.resolve("1ae5/rdd-7"));
    String early = drop(WRITTEN.plus(Duration.ofHours(1)));
    assertEquals(Set.of(id(1), id(8)), modelsIn("flow_topic_mix"), early);
    assertTrue(Files.exists(scratch), "it may still be at work");
    assertEquals(1, folders(7).size());
    String out = drop(NEXT_DAY);
    assertTrue(
        out.contains("dropped, not in model_runs: model " + id(8) + " (flow_topic_mix)"), out);
    assertEquals(Set.of(id(1)), modelsIn("flow_topic_mix"));
    assertFalse(Files.exists(scratch));
    drop(NEXT_DAY.plus(Duration.ofHours(24)));
    assertEquals(List.of(), folders(7));
    assertEquals(List.of(), folders(8));
    assertEquals(TABLES.size(), folders(1).size());
  }

  @Test
  void aRunThatWasStoppedAfterItsFirstCallIsFinishedByTheNext() {
    register(Source.FLOW, "spot", 1);
    register(Source.FLOW, "spot", 2);
    warehouse.dropPartition("model_runs", Map.of("model_id", id(2)));
    drop(NEXT_DAY);
    for (String table : TABLES) {
      assertEquals(Set.of(id(1)), modelsIn(table), table);
    }
  }

  @Test
  void aDryRunSaysTheSameAndChangesNothing() throws IOException {
    for (int i = 1; i <= 4; i++) {
      register(Source.FLOW, "spot", i);
    }
    makeCurrent(3, 3);
    point("flow_topic_mix", 8, folder("flow_topic_mix", 8, 2));
    folder("flow_topics", 9, 2);
    Files.createDirectories(
        sc("model_runs/" + ModelFolder.scratch(WRITTEN.minus(Duration.ofHours(2)))));
    for (String hours : List.of("24", "0")) {
      List<String> before = everything();
      String said = drop(NEXT_DAY, "--keep", "1", "--grace-hours", hours, "--dry-run");
      assertEquals(before, everything());
      String done = drop(NEXT_DAY, "--keep", "1", "--grace-hours", hours);
      assertEquals(said.replace("dry run, nothing was changed: ", ""), done);
    }
  }

  @Test
  void anotherRunAtTheSameTimeChangesNothing() throws IOException {
    for (int i = 1; i <= 3; i++) {
      register(Source.FLOW, "spot", i);
    }
    drop(NEXT_DAY, "--keep", "1");
    List<String> before = everything();
    String again = drop(NEXT_DAY, "--keep", "1");
    assertEquals(before, everything());
    assertTrue(
        again.endsWith("0 models dropped, 1 kept; 0 folders removed, 0 found unused\n"), again);
  }

  @Test
  void whatNoTrainingWroteStays() throws IOException {
    register(Source.FLOW, "spot", 1);
    Set<String> foreign = new TreeSet<>();
    for (String name :
        List.of(
            "model_id=0123456789abcdef",
            "0123456789abcdef",
            "0123456789abcdef-",
            "0123456789abcdef-1234",
            "0123456789ABCDEF-1467936000000",
            "0123456789abcdef-1467936000000.bak",
            ".checkpoints",
            ".checkpoints-1234",
            "a-0123456789abcdef-1467936000000",
            "keep/0123456789abcdef-1467936000000")) {
      Files.createDirectories(sc("model_runs/" + name));
      foreign.add(name);
    }
    // Files with the right names are no folders of a training.
    Files.writeString(sc("model_runs/0123456789abcdef-1467936000001"), "mine");
    Files.writeString(sc("model_runs/.checkpoints-1467936000001"), "mine");
    // Tables that no model is in.
    Files.createDirectories(sc("network_context/0123456789abcdef-1467936000000"));
    drop(NEXT_DAY, "--keep", "0", "--grace-hours", "0");
    for (String name : foreign) {
      assertTrue(Files.isDirectory(sc("model_runs/" + name)), name);
    }
    assertTrue(Files.exists(sc("model_runs/0123456789abcdef-1467936000001")));
    assertTrue(Files.exists(sc("model_runs/.checkpoints-1467936000001")));
    assertTrue(Files.exists(sc("network_context/0123456789abcdef-1467936000000")));
    Files.delete(sc("network_context/0123456789abcdef-1467936000000"));
    assertEquals(List.of(), folders(1));
  }

  @Test
  void aPartitionAtAForeignPlaceIsLeftAlone() {
    TestWarehouse.session()
        .sql(
            String.format(
                "INSERT INTO %s.flow_topics PARTITION (model_id = '%s') VALUES (0, 1.0D)",
                DATABASE, id(3)));
    drop(NEXT_DAY, "--keep", "0");
    assertEquals(1, tables.table("flow_topics").count());
  }

  @Test
  void wrongArgumentsAreRefusedBeforeSparkStarts() {
    assertEquals(1, Application.run(new DropModels(), "--keep", "-1"));
    assertEquals(1, Application.run(new DropModels(), "--grace-hours", "-1"));
    assertEquals(1, Application.run(new DropModels(), "--grace-hours", "1000000000"));
    assertEquals(1, Application.run(new DropModels(), "--source", "smtp"));
    assertEquals(2, TestWarehouse.session().range(2).count());
  }

  /** The model's id: the higher the number, the older it is, in hours. */
  private static String id(int number) {
    return String.format("%016x", number);
  }

  private static String register(Source source, String vocabulary, int number) {
    return register(source, vocabulary, number, number);
  }

  /** As a training does that began so many hours ago. */
  private static String register(Source source, String vocabulary, int number, int hours) {
    for (String table : ModelFolder.tables(source)) {
      point(table, number, folder(table, number, hours));
    }
    point(
        "model_runs",
        number,
        rows(
            "model_runs",
            number,
            hours,
            String.format(
                "'%s' AS source, 'spot' AS score_method, '%s' AS vocabulary, '%s' AS trained_at",
                source, vocabulary, text(WRITTEN.minus(Duration.ofHours(hours))))));
    return id(number);
  }

  private static void makeCurrent(int number, int hours) {
    warehouse.point(
        "current_models",
        Map.of("source", "flow", "score_method", "spot"),
        path(rows("current_models", number, hours, "'" + id(number) + "' AS model_id")));
  }

  private static void scores(String run, int number) {
    TestWarehouse.session()
        .sql(
            String.format(
                "INSERT INTO %s.scoring_models PARTITION (run_id = '%s') VALUES ('%s', NULL, NULL)",
                DATABASE, run, id(number)));
  }

  private static void point(String table, int number, Path folder) {
    warehouse.point(table, Map.of("model_id", id(number)), path(folder));
  }

  private static org.apache.hadoop.fs.Path path(Path folder) {
    return new org.apache.hadoop.fs.Path(folder.toUri());
  }

  private static Path rows(String table, int number, int hours, String columns) {
    Path folder = place(table, number, hours);
    TestWarehouse.session().sql("SELECT " + columns).write().parquet(folder.toString());
    return asOfThen(folder);
  }

  /** A folder whose rows nobody reads. */
  private static Path folder(String table, int number, int hours) {
    try {
      Path folder = Files.createDirectories(place(table, number, hours));
      Files.createFile(folder.resolve("_SUCCESS"));
      return asOfThen(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** However long the tests before took. */
  private static Path asOfThen(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.collect(Collectors.toList())) {
        Files.setLastModifiedTime(file, FileTime.from(WRITTEN));
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path place(String table, int number, int hours) {
    return sc(table + "/" + new ModelFolder(id(number), WRITTEN.minus(Duration.ofHours(hours))));
  }

  private static Path sc(String name) {
    return tables.folder().resolve("sc").resolve(name);
  }

  private static String text(Instant time) {
    return DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC).format(time);
  }

  private static Set<String> listed() {
    return modelsIn("model_runs");
  }

  private static Set<String> modelsIn(String table) {
    return warehouse.partitions(table).stream()
        .map(partition -> partition.value("model_id"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The folders of a model in all tables of flow, and in current_models. */
  private static List<Path> folders(int number) {
    return Stream.concat(TABLES.stream(), Stream.of("current_models"))
        .flatMap(table -> folders(table, number).stream())
        .collect(Collectors.toList());
  }

  private static List<Path> folders(String table, int number) {
    try (Stream<Path> all = Files.list(sc(table))) {
      return all.filter(f -> f.getFileName().toString().startsWith(id(number) + "-"))
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All files, and all partitions with their places. */
  private static List<String> everything() throws IOException {
    List<String> everything = new ArrayList<>();
    try (Stream<Path> files = Files.walk(sc(""))) {
      files.map(Path::toString).sorted().forEach(everything::add);
    }
    for (String table : TABLES) {
      warehouse.partitions(table).forEach(p -> everything.add(table + p.values() + p.folder()));
    }
    return everything;
  }

  /** Runs the command for flow as if it were that time, and gives what it prints. */
  private static String drop(Instant now, String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--source";
    all[arguments.length + 1] = "flow";
    return dropOfAll(now, all);
  }

  private static String dropOfAll(Instant now, String... arguments) {
    DropModels command = new DropModels();
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--database";
    all[arguments.length + 1] = DATABASE;
    new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(all);
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      command.drop(TestWarehouse.session(), now);
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
