/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suspiciousconnects.endtoend.KilledStep.Content;
import org.suspiciousconnects.endtoend.Operator.Answer;

/**
 * Each step of the pipeline, killed with SIGKILL at seeded moments while it writes and swaps, and
 * read all the time. Every read finds exactly the old rows or exactly the new ones, the next run
 * ends right, and nothing is left that can't be removed. Real Beeline, Spark and metastore; one
 * HiveServer2 for all.
 *
 * <p>Ten kills in the default build, 26 of each step with {@code -Pkill}; {@code -Dkill.each=N},
 * {@code -Dkill.seed=N}, {@code -Dkill.step=NAME,…} and {@code -Dkill.only=N} change which.
 */
@TestMethodOrder(OrderAnnotation.class)
class KilledRunsTest {
  private static final String DATABASE = "killed";
  private static final String DAY = "2016-07-08";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path temp;

  static Operator operator;
  private static HiveConnection hive;
  private static HiveConnection readers;
  private static KilledSteps steps;
  private static final Map<String, SmallDisk> DISKS = new LinkedHashMap<>();
  private static final Map<String, Map<Content, Map<String, List<String>>>> RESULTS =
      new HashMap<>();

  @BeforeAll
  static void aDay() throws Exception {
    Path root = Path.of(System.getProperty("repository.root")).toRealPath();
    operator = new Operator(root, Files.createDirectories(temp.resolve("sandbox")));
    // Killed scripts leave their temporary files.
    operator.sets("TMPDIR", Files.createDirectories(temp.resolve("tmp")).toString());
    done(operator.types("sandbox.sh", "start"));
    done(operator.types("setup.sh", "--database", DATABASE));
    Path log = temp.resolve("conn.json");
    Files.writeString(
        log, new FlowLog(1).hosts(DAY, 0, 24, 1998).invalid(DAY, 1).invalid(DAY, 23).toString());
    done(
        operator.types(
            "load.sh", "flow", "--format", "zeek-conn", "--database", DATABASE, "" + log));
    hive = HiveConnection.open(operator);
    readers = HiveConnection.open(operator);
    steps = new KilledSteps(operator, hive, DATABASE);
    for (String step : List.of("count", "score")) {
      DISKS.put(step, SmallDisk.mount(steps.folder(writesRowsTo(step))));
    }
  }

  private static String writesRowsTo(String step) {
    return step.equals("count") ? "flow_word_counts_staging" : "flow_scored_results_staging";
  }

  @AfterAll
  static void stop() throws Exception {
    for (HiveConnection open : new HiveConnection[] {readers, hive}) {
      if (open != null) {
        open.close();
      }
    }
    operator.types("sandbox.sh", "stop");
    for (SmallDisk disk : DISKS.values()) {
      disk.unmount();
    }
  }

  @ParameterizedTest
  @CsvSource({"count, 2", "train, 3", "score, 3", "export, 2"})
  @Order(1)
  void everyReadFindsTheOldRowsOrTheNew(String name, int kills) throws Exception {
    KilledStep step = steps.step(name);
    Map<Content, Map<String, List<String>>> results = new EnumMap<>(Content.class);
    step.prepare(Content.ONE);
    done(step.runs(operator, Content.ONE));
    results.put(Content.ONE, step.rows(hive));
    remember(step, Content.ONE, results);

    step.prepare(Content.OTHER);
    StepRun measured = StepRun.start(operator, step, Content.OTHER);
    measured.toItsEnd();
    results.put(Content.OTHER, step.rows(hive));
    remember(step, Content.OTHER, results);
    for (String table : results.get(Content.ONE).keySet()) {
      assertNotEquals(
          results.get(Content.ONE).get(table), results.get(Content.OTHER).get(table), table);
    }
    RESULTS.put(name, results);
    new Kills(operator, readers, step, measured, results).make(kills(name, kills));
    if (name.equals("export")) {
      // Which of the days' results are exported was chosen here; the other tables are of one run.
      Map<Content, Map<String, List<String>>> scored = RESULTS.get("score");
      Object invalid = steps.step("score").rows(hive).get("flow_invalid");
      step.prepare(
          invalid.equals(scored.get(Content.ONE).get("flow_invalid"))
              ? Content.ONE
              : Content.OTHER);
    }
  }

  private static void remember(
      KilledStep step, Content content, Map<Content, Map<String, List<String>>> results)
      throws Exception {
    if (step.toString().equals("score")) {
      steps.remember(content);
    } else if (step.toString().equals("train") && content == Content.ONE) {
      steps.scoreWith(results.get(content).get("the current model").get(0));
    }
  }

  private static int kills(String step, int kills) {
    String only = System.getProperty("kill.step", step);
    return List.of(only.split(",")).contains(step) ? Integer.getInteger("kill.each", kills) : 0;
  }

  @ParameterizedTest
  @ValueSource(strings = {"count", "score"})
  @Order(2)
  void aFullDiskLeavesTheOldRows(String name) throws Exception {
    SmallDisk disk = DISKS.get(name);
    assumeTrue(disk.refusal().isEmpty(), disk.refusal());
    KilledStep step = steps.step(name);
    Map<String, List<String>> old = step.rows(hive);
    Content content = old.equals(RESULTS.get(name).get(Content.ONE)) ? Content.OTHER : Content.ONE;
    step.prepare(content);
    disk.fill();
    Answer full = step.runs(operator, content);
    assertEquals(4, full.status(), full.err());
    assertTrue(full.err().contains("No space left on device"), full.err());
    assertEquals(old, step.rows(hive));
    disk.free();
    assertEquals(old, step.rows(hive));
    done(step.runs(operator, content));
    assertEquals(RESULTS.get(name).get(content), step.rows(hive));
  }

  @Test
  @Order(3)
  void theTablesOfTheScoredDayAreOfOneRun() throws Exception {
    String ofTheDay = " WHERE y = 2016 AND m = 7 AND d = 8";
    KilledStep score = steps.step("score");
    Map<String, List<String>> rows = score.rows(hive);
    String[] run = rows.get("score_runs").get(0).split("\t");
    assertEquals(run[3], "" + rows.get("flow_invalid").size());
    assertEquals(run[5], "" + rows.get("flow_scored_results").size());
    assertEquals(
        Set.of(run[0]),
        new TreeSet<>(
            hive.rows("SELECT model_id FROM " + DATABASE + ".flow_scored_results" + ofTheDay)));
  }

  @Test
  @Order(4)
  void whatKilledRunsLeftIsRemoved() throws Exception {
    done(operator.types("drop-runs.sh", "--database", DATABASE, "--grace-hours", "0"));
    done(
        operator.types(
            "drop-models.sh", "--database", DATABASE, "--keep", "2", "--grace-hours", "0"));
    Map<String, Set<String>> left = new HashMap<>();
    Map<String, Set<String>> inUse = new HashMap<>();
    for (String table :
        List.of("flow_word_counts", "flow_scored_results", "flow_invalid", "score_runs")) {
      inUse.put(table + "_staging", names(hive.folders(DATABASE + "." + table)));
      left.put(table + "_staging", below(table + "_staging"));
    }
    for (String table : List.of("flow_scoring", "scoring_models")) {
      inUse.put(table, Set.of());
      left.put(table, below(table));
    }
    for (String table :
        List.of(
            "flow_topic_mix",
            "flow_word_topics",
            "flow_topics",
            "flow_topic_top_words",
            "model_runs",
            "current_models")) {
      inUse.put(table, names(hive.folders(DATABASE + "." + table)));
      left.put(table, below(table));
    }
    assertEquals(new TreeMap<>(inUse), new TreeMap<>(left));
    assertEquals(2, inUse.get("flow_topic_mix").size());
  }

  private static Set<String> names(Set<Path> folders) {
    Set<String> names = new TreeSet<>();
    folders.forEach(folder -> names.add(folder.getFileName().toString()));
    return names;
  }

  /** All in a table's folder, hidden ones too. */
  private static Set<String> below(String table) throws IOException {
    try (Stream<Path> all = Files.list(steps.folder(table))) {
      return names(new TreeSet<>(all.toList()));
    }
  }

  private static Answer done(Answer answer) {
    assertEquals(0, answer.status(), answer.err());
    return answer;
  }
}
