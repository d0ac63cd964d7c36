/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import org.suspiciousconnects.endtoend.Operator.Answer;

/**
 * A trainer killed with SIGKILL at any point leaves the previous model readable and current, and
 * nothing that hinders the next training. Real trainer, metastore and Beeline.
 */
@TestMethodOrder(OrderAnnotation.class)
class TrainerKilledTest {
  private static final String DATABASE = "killed";
  private static final String DAY = "2016-07-08";
  private static final String LAST_CALL = "registering in current_models";
  private static final List<String> TABLES =
      List.of("topic_mix", "word_topics", "topics", "topic_top_words");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path temp;

  static Operator operator;
  private static String current;

  @BeforeAll
  static void aModel() throws Exception {
    Path root = Path.of(System.getProperty("repository.root")).toRealPath();
    operator = new Operator(root, Files.createDirectories(temp.resolve("sandbox")));
    done(operator.types("sandbox.sh", "start"));
    done(operator.types("setup.sh", "--database", DATABASE));
    Path log = temp.resolve("conn.json");
    Files.writeString(log, new FlowLog(1).hosts(DAY, 0, 24, 400).toString());
    done(
        operator.types(
            "load.sh", "flow", "--format", "zeek-conn", "--database", DATABASE, "" + log));
    done(
        operator.runs(
            "count_words_flow.sql",
            DATABASE,
            Map.of("y", "2016", "m", "7", "d", "8", "run_id", "1")));
    done(operator.types("train.sh", training(1)));
    current = theWholeCurrentModel();
  }

  @AfterAll
  static void stop() throws Exception {
    operator.types("sandbox.sh", "stop");
  }

  @ParameterizedTest
  @CsvSource({
    "2, 'flow on 2016-07-08: '",
    "3, 'em: pass 2 of'",
    "4, 'writing flow_word_topics'",
    "5, 'held-out test, em: pass 2 of'",
    "6, 'writing model_runs'",
    "7, 'registering in flow_word_topics'",
    "8, '" + LAST_CALL + "'"
  })
  @Order(1)
  void thePreviousModelIsCurrentAndWhole(int seed, String moment) throws Exception {
    killWhenItSays(moment, operator.starts("train.sh", training(seed)));
    String now = theWholeCurrentModel();
    if (moment.equals(LAST_CALL)) {
      // The call may have been made before the signal came.
      current = now;
    }
    assertEquals(current, now);
  }

  @Test
  @Order(2)
  void theCurrentModelStillScores() throws Exception {
    scores("2");
  }

  @Test
  @Order(3)
  void theNextTrainingSucceedsAndWhatTheKilledLeftIsRemoved() throws Exception {
    String before = current;
    done(operator.types("train.sh", training(9)));
    current = theWholeCurrentModel();
    assertNotEquals(before, current);
    assertTrue(folders("flow_topic_mix").size() > 4, "killed ones left nothing to remove");
    assertTrue(hidden().size() > 0, "killed ones left nothing to remove");
    Answer dropped =
        done(
            operator.types(
                "drop-models.sh", "--database", DATABASE, "--keep", "1", "--grace-hours", "0"));
    assertTrue(
        dropped.out().contains("kept, one of the newest 1: model " + current), dropped.out());
    for (String table : TABLES) {
      assertEquals(Set.of(current), folders("flow_" + table), dropped.out());
    }
    assertEquals(Set.of(current), folders("model_runs"), dropped.out());
    assertEquals(Set.of(current), folders("current_models"), dropped.out());
    assertEquals(Set.of(), hidden(), dropped.out());
    assertEquals(current, theWholeCurrentModel());
    scores("3");
  }

  private static String[] training(int seed) {
    return new String[] {
      "--source",
      "flow",
      "--database",
      DATABASE,
      "--date",
      DAY,
      "--topics",
      "4",
      "--tolerance",
      "0",
      "--max-iterations",
      "30",
      "--seed",
      "" + seed
    };
  }

  /** Reads what a process says and ends it, and all that it started, in the moment it says so. */
  private static void killWhenItSays(String moment, Process process) throws Exception {
    List<String> said = new ArrayList<>();
    try (BufferedReader err = process.errorReader()) {
      String line = err.readLine();
      while (line != null && !line.startsWith(moment)) {
        said.add(line);
        line = err.readLine();
      }
      List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
      all.add(process.toHandle());
      all.forEach(ProcessHandle::destroyForcibly);
      for (ProcessHandle one : all) {
        one.onExit().get();
      }
      if (line == null) {
        fail("it never said " + moment + ": " + String.join("\n", said));
      }
    }
  }

  /** Which model is current, after a look at whether all tables have all of it. */
  private static String theWholeCurrentModel() throws Exception {
    StringBuilder query =
        new StringBuilder(
            String.format(
                "SELECT CONCAT('current ', model_id) FROM %1$s.current_models WHERE source = 'flow';"
                    + "SELECT CONCAT_WS(' ', 'run', model_id, CAST(documents AS STRING), CAST(words AS STRING),"
                    + " CAST(topics AS STRING)) FROM %1$s.model_runs;",
                DATABASE));
    Map.of("topic_mix", "ip", "word_topics", "word", "topics", "topic", "topic_top_words", "topic")
        .forEach(
            (table, column) ->
                query.append(
                    String.format(
                        "SELECT CONCAT_WS(' ', '%2$s', model_id, CAST(%3$s AS STRING)) FROM %1$s.flow_%2$s;",
                        DATABASE, table, column)));
    // Whole rows, which Hive reads without a job: seconds less than counting.
    List<String> rows = operator.rows(query.toString());
    List<String> models = rows.stream().filter(row -> row.startsWith("current ")).toList();
    assertEquals(1, models.size(), models.toString());
    String model = models.get(0).split(" ")[1];
    Map<String, Set<String>> found = new TreeMap<>();
    for (String row : rows) {
      String[] parts = row.split(" ");
      if (parts[1].equals(model)) {
        found
            .computeIfAbsent(parts[0], x -> new TreeSet<>())
            .add(row.substring(parts[0].length() + 1 + model.length()).strip());
      }
    }
    String[] run = List.copyOf(found.get("run")).get(0).split(" ");
    assertEquals(Integer.parseInt(run[0]), found.get("topic_mix").size());
    assertEquals(Integer.parseInt(run[1]), found.get("word_topics").size());
    assertEquals(Integer.parseInt(run[2]), found.get("topics").size());
    assertEquals(found.get("topics"), found.get("topic_top_words"));
    assertEquals(17, found.get("topic_mix").size(), "12 clients and 5 servers");
    return model;
  }

  private static void scores(String run) throws Exception {
    done(
        operator.runs(
            "score_flow.sql",
            DATABASE,
            Map.of(
                "y",
                "2016",
                "m",
                "7",
                "d",
                "8",
                "model_id",
                current,
                "threshold",
                "1",
                "max_results",
                "-1",
                "run_id",
                run)));
    assertEquals(
        List.of(current + "\t400\t400"),
        operator.rows(
            "SELECT model_id, events_in, kept FROM " + DATABASE + ".score_runs WHERE d = 8"));
  }

  /** The models of which a table has folders. */
  private static Set<String> folders(String table) throws IOException {
    Set<String> models = new TreeSet<>();
    for (String name : names(table)) {
      if (name.matches("[0-9a-f]{16}-[0-9]{13}")) {
        models.add(name.substring(0, 16));
      }
    }
    return models;
  }

  private static Set<String> hidden() throws IOException {
    Set<String> hidden = names("model_runs");
    hidden.removeIf(name -> !name.startsWith(".checkpoints-"));
    return hidden;
  }

  private static Set<String> names(String table) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> all =
        Files.list(operator.home().resolve("user/" + DATABASE + "/sc/" + table))) {
      all.forEach(path -> names.add(path.getFileName().toString()));
    }
    return names;
  }

  private static Answer done(Answer answer) {
    assertEquals(0, answer.status(), answer.err());
    return answer;
  }
}
