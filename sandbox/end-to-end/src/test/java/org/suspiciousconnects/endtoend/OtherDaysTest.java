/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.suspiciousconnects.endtoend.Operator.Answer;

/** Events scored by a model that was trained without them: a week for the day after, an hour. */
class OtherDaysTest {
  private static final String DATABASE = "other_days";

  /** The eighth day; the week before it was loaded too. */
  private static final LocalDate DAY = LocalDate.parse("2016-07-08");

  private static final int FLOWS_A_DAY = 300;
  private static final String NEW_IP = "10.0.0.99";
  private static final int NEW_PORT = 23;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path temp;

  static Operator operator;
  private static int runs;

  @BeforeAll
  static void anEmptyDatabase() throws Exception {
    Path root = Path.of(System.getProperty("repository.root")).toRealPath();
    operator = new Operator(root, Files.createDirectories(temp.resolve("sandbox")));
    done(operator.types("sandbox.sh", "start"));
    done(operator.types("setup.sh", "--database", DATABASE));
  }

  @AfterAll
  static void stop() throws Exception {
    operator.types("sandbox.sh", "stop");
  }

  @Test
  void aWeekScoresTheDayAfterIt() throws Exception {
    FlowLog log = new FlowLog(7);
    for (int back = 7; back >= 0; back--) {
      log.hosts(DAY.minusDays(back).toString(), 0, 24, FLOWS_A_DAY);
    }
    log.flow("" + DAY, 9, NEW_IP, "198.51.100.1", 80, 64)
        .flow("" + DAY, 9, "10.0.0.1", "198.51.100.1", NEW_PORT, 64)
        .flow("" + DAY, 9, NEW_IP, "203.0.113.9", NEW_PORT, 64)
        .invalid("" + DAY);
    load(log);
    for (int back = 7; back >= 0; back--) {
      countWords(DAY.minusDays(back));
    }
    Answer week = train("--date", "" + DAY, "--days-back", "7");
    assertFalse(week.err().contains("has no word counts"), week.err());

    List<String> rows = score(DAY, model(week), FLOWS_A_DAY + 3, 1);
    assertTrue(rows.stream().anyMatch(row -> row.startsWith(NEW_IP + "\t80\t")), NEW_IP);
    assertTrue(rows.stream().anyMatch(row -> row.startsWith("10.0.0.1\t23\t")), "a new port");
    assertTrue(rows.stream().anyMatch(row -> row.startsWith(NEW_IP + "\t23\t")), "both new");

    Answer longer = train("--date", "" + DAY, "--days-back", "8");
    assertTrue(
        longer
            .err()
            .contains("has no word counts for 1 of the 8 days: 2016-06-30; trained on the others"),
        longer.err());
  }

  @Test
  void aNewHourIsScoredByTheModelOfTheHoursBefore() throws Exception {
    LocalDate day = DAY.plusDays(2);
    load(new FlowLog(8).hosts("" + day, 0, 12, FLOWS_A_DAY));
    countWords(day);
    String model = model(train("--date", "" + day));
    score(day, model, FLOWS_A_DAY, 0);
    load(new FlowLog(9).hosts("" + day, 12, 13, 50).flow("" + day, 12, NEW_IP, "10.0.0.1", 80, 64));
    score(day, model, FLOWS_A_DAY + 51, 0);
  }

  /** Scores a day; the rows are sip, dport and score, of all events that are valid. */
  private static List<String> score(LocalDate day, String model, int valid, int invalid)
      throws Exception {
    done(
        operator.runs(
            "score_flow.sql",
            DATABASE,
            of(day, Map.of("model_id", model, "threshold", "1", "max_results", "-1"))));
    assertEquals(
        List.of(
            String.join("\t", model, "" + (valid + invalid), "" + valid, "" + invalid, "" + valid)),
        operator.rows(
            String.format(
                "SELECT model_id, events_in, events_scored, events_invalid, kept FROM %s.score_runs WHERE d = %d",
                DATABASE, day.getDayOfMonth())));
    List<String> rows =
        operator.rows(
            String.format(
                "SELECT sip, dport, score FROM %s.flow_scored_results WHERE d = %d",
                DATABASE, day.getDayOfMonth()));
    assertEquals(valid, rows.size());
    for (String row : rows) {
      // A NULL is written as NULL: no number.
      double score = Double.parseDouble(row.split("\t")[2]);
      // A sum of products of doubles may exceed 1 by its last bits.
      assertTrue(score >= 0 && score <= 1 + 1e-9, row);
    }
    return rows;
  }

  private static void load(FlowLog log) throws Exception {
    Path file = temp.resolve("conn-" + ++runs + ".json");
    Files.writeString(file, log.toString());
    Answer answer =
        done(
            operator.types(
                "load.sh", "flow", "--format", "zeek-conn", "--database", DATABASE, "" + file));
    assertTrue(answer.out().contains("in all: " + log.size() + " "), answer.out());
  }

  private static void countWords(LocalDate day) throws Exception {
    done(operator.runs("count_words_flow.sql", DATABASE, of(day, Map.of())));
  }

  private static Answer train(String... days) throws Exception {
    String[] arguments = {
      "--source",
      "flow",
      "--database",
      DATABASE,
      "--topics",
      "4",
      "--max-iterations",
      "20",
      "--no-held-out"
    };
    return done(
        operator.types(
            "train.sh",
            java.util.stream.Stream.of(arguments, days)
                .flatMap(java.util.Arrays::stream)
                .toArray(String[]::new)));
  }

  private static String model(Answer training) {
    return training
        .out()
        .lines()
        .filter(line -> line.startsWith("model_id="))
        .findAny()
        .get()
        .substring("model_id=".length());
  }

  /** The variables of a day, a new run and more. */
  private static Map<String, String> of(LocalDate day, Map<String, String> more) {
    Map<String, String> variables = new java.util.HashMap<>(more);
    variables.put("y", "" + day.getYear());
    variables.put("m", "" + day.getMonthValue());
    variables.put("d", "" + day.getDayOfMonth());
    variables.put("run_id", "" + ++runs);
    return variables;
  }

  private static Answer done(Answer answer) {
    assertEquals(0, answer.status(), answer.err());
    return answer;
  }
}
