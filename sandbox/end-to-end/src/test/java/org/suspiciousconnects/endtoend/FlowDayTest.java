/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.suspiciousconnects.endtoend.Operator.Answer;

/**
 * A newcomer's day with flows, through the scripts: real metastore, HiveServer2, Beeline and Spark.
 * The demo comes first, all others look at what it left.
 */
@TestMethodOrder(OrderAnnotation.class)
class FlowDayTest {
  private static final String DATABASE = "spot_10000_3";
  private static final String RESULTS =
      "SELECT treceived, sip, sport, dip, dport, proto, ipkt, ibyt, src_word, dst_word, score, score_rank, model_id"
          + " FROM "
          + DATABASE
          + ".flow_scored_results WHERE y = 2016 AND m = 7 AND d = 8 ORDER BY score_rank";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path temp;

  static Operator operator;

  @BeforeAll
  static void firstSteps() throws IOException {
    Path root = Path.of(System.getProperty("repository.root")).toRealPath();
    operator = new Operator(root, Files.createDirectories(temp.resolve("sandbox")));
  }

  @AfterAll
  static void stop() throws Exception {
    operator.types("sandbox.sh", "stop");
  }

  @Test
  @Order(1)
  void theDemoFindsTheMostSuspiciousFlows() throws Exception {
    Answer demo = operator.types("demo.sh", "--rows", "10000", "--seed", "3", "--iterations", "5");
    assertEquals(0, demo.status(), demo.out() + demo.err());
    assertTrue(demo.out().contains("The 20 most suspicious flows of 2016-07-08"), demo.out());
    assertTrue(demo.out().contains("score_rank"), demo.out());
  }

  @Test
  @Order(2)
  void noEventIsLost() throws Exception {
    long events = one("SELECT COUNT(*) FROM " + DATABASE + ".flow");
    long invalid = one("SELECT COUNT(*) FROM " + DATABASE + ".flow_invalid");
    long kept = one("SELECT COUNT(*) FROM " + DATABASE + ".flow_scored_results");
    List<String> run =
        operator.rows(
            "SELECT events_in, events_scored, events_invalid, above_threshold, beyond_max_results, kept FROM "
                + DATABASE
                + ".score_runs");
    assertEquals(1, run.size());
    assertTrue(invalid > 0, "the sample day has invalid events");
    long scored = events - invalid;
    assertEquals(
        String.join(
            "\t",
            List.of("" + events, "" + scored, "" + invalid, "0", "" + (scored - kept), "" + kept)),
        run.get(0));
    assertEquals(3000, kept);
  }

  @Test
  @Order(3)
  void scoringAgainByHandGivesTheSameRows() throws Exception {
    List<String> before = operator.rows(RESULTS);
    String model = before.get(0).substring(before.get(0).lastIndexOf('\t') + 1);
    for (String run : List.of("1", "2")) {
      Answer answer =
          operator.types(
              "sandbox.sh",
              "beeline",
              "-f",
              sql("score_flow.sql"),
              "--hivevar",
              "dbname=" + DATABASE,
              "--hivevar",
              "huser=" + operator.home().resolve("user/" + DATABASE),
              "--hivevar",
              "y=2016",
              "--hivevar",
              "m=7",
              "--hivevar",
              "d=8",
              "--hivevar",
              "model_id=" + model,
              "--hivevar",
              "threshold=1",
              "--hivevar",
              "max_results=3000",
              "--hivevar",
              "run_id=" + run);
      assertEquals(0, answer.status(), answer.err());
      assertEquals(before, operator.rows(RESULTS));
    }
  }

  @Test
  @Order(4)
  void scoringWithoutAModelStopsBeforeAnythingIsWritten() throws Exception {
    List<String> before = operator.rows(RESULTS);
    Answer answer =
        operator.types(
            "sandbox.sh",
            "beeline",
            "-f",
            sql("score_flow.sql"),
            "--hivevar",
            "dbname=" + DATABASE,
            "--hivevar",
            "huser=" + operator.home().resolve("user/" + DATABASE),
            "--hivevar",
            "y=2016",
            "--hivevar",
            "m=7",
            "--hivevar",
            "d=8",
            "--hivevar",
            "model_id=ffffffffffffffff",
            "--hivevar",
            "threshold=1",
            "--hivevar",
            "max_results=10",
            "--hivevar",
            "run_id=3");
    assertEquals(2, answer.status(), answer.err());
    assertTrue(answer.err().contains("there is no flow model ffffffffffffffff"), answer.err());
    assertEquals(before, operator.rows(RESULTS));
  }

  @Test
  @Order(5)
  void whatAnOperatorGetsWrongEndsInOneLine() throws Exception {
    refused(
        1, "--topics 0: it has to be at least 2", "train.sh", train("2016-07-08", "--topics", "0"));
    refused(1, "use one of", "train.sh", train("2016-07-08", "--optimizer", "gibbs"));
    refused(3, "no word counts for 2016-07-09", "train.sh", train("2016-07-09"));
    refused(
        2,
        "no database nowhere",
        "train.sh",
        "--source",
        "flow",
        "--database",
        "nowhere",
        "--date",
        "2016-07-08");
    refused(3, "no-such-file.csv", "load.sh", load("no-such-file.csv"));
    refused(1, "unknown argument", "demo.sh", "--colour");
    refused(1, "is no database name", "demo.sh", "--database", "spot; DROP DATABASE spot");
  }

  @Test
  @Order(6)
  void helpNeedsNoSandbox() throws Exception {
    Operator without = new Operator(operator.root(), temp.resolve("never-started"));
    for (String script : List.of("demo.sh", "setup.sh", "load.sh", "train.sh", "sandbox.sh")) {
      Answer answer = without.types(script, "--help");
      assertEquals(0, answer.status(), answer.err());
      assertTrue(answer.out().startsWith("Usage: "), answer.out());
    }
    Answer answer = without.types("train.sh", "--source", "flow", "--date", "2016-07-08");
    assertEquals(2, answer.status(), answer.err());
    assertTrue(answer.complaint().contains("start it with scripts/sandbox.sh start"), answer.err());
  }

  @Test
  @Order(7)
  void aDataFolderThatHiveCannotTakeIsRefused() throws Exception {
    for (String name : List.of("a sandbox", "it's", "50%", "a:b")) {
      Operator elsewhere = new Operator(operator.root(), temp.resolve(name));
      for (String script : List.of("demo.sh", "setup.sh")) {
        Answer answer = elsewhere.types(script);
        assertEquals(2, answer.status(), answer.err());
        assertTrue(answer.complaint().contains("set SC_SANDBOX_HOME"), answer.err());
      }
    }
  }

  private static String[] train(String day, String... more) {
    return concat(new String[] {"--source", "flow", "--database", DATABASE, "--date", day}, more);
  }

  private static String[] load(String file) {
    return new String[] {"flow", "--database", DATABASE, "--format", "nfdump-csv", file};
  }

  private static String[] concat(String[] a, String[] b) {
    return java.util.stream.Stream.of(a, b)
        .flatMap(java.util.Arrays::stream)
        .toArray(String[]::new);
  }

  private static void refused(int status, String cause, String script, String... arguments)
      throws Exception {
    Answer answer = operator.types(script, arguments);
    assertEquals(status, answer.status(), answer.err());
    assertTrue(answer.complaint().contains(cause), answer.err());
    assertFalse(answer.err().contains("\tat "), "a stack trace: " + answer.err());
  }

  private static String sql(String file) {
    return Path.of(System.getProperty("repository.root"), "sql", file).normalize().toString();
  }

  private static long one(String query) throws Exception {
    return Long.parseLong(operator.rows(query).get(0));
  }
}
