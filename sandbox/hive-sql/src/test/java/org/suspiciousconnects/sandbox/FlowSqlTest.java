/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A day of flows, small enough to score by hand, through every SQL file of the source on real Hive.
 * The model has two topics: the first is web, the second is SSH.
 */
@TestMethodOrder(OrderAnnotation.class)
class FlowSqlTest {
  @RegisterExtension static final HiveSql hive = HiveSql.onMapReduce();

  private static final String MODEL = "00000000000000aa";
  private static final String COLUMNS =
      "score_rank, score, sip, sport, dip, dport, src_word, dst_word, model_id";
  private static final SourceSql flow = new SourceSql(hive, "flow");

  /** All events that are valid, ranked. */
  private static final List<String> RANKED =
      List.of(
          // An unseen IP and word: 0.125 * 2^-6 + 0.875 * 2^-7, smaller than 10.0.0.9's of rank
          // 2.
          result(1, "0.0087890625", "10.0.0.3", 50001, "10.0.0.9", 80),
          // An unseen word at 10.0.0.9, which is half web: 0.5 * 2^-6 + 0.5 * 2^-7; 2^-6 at
          // 10.0.0.1.
          result(2, "0.01171875", "10.0.0.1", 50001, "10.0.0.9", 80),
          // The same, though the word of the source is known: 0.25 * 0.25 at 10.0.0.2.
          result(3, "0.01171875", "10.0.0.2", 50001, "10.0.0.9", 25),
          // A known word at an unseen IP, the destination: 0.125 * 0.25.
          result(4, "0.03125", "10.0.0.1", 50001, "10.0.0.8", 443),
          // 10.0.0.2 is a quarter SSH: 0.75 * 0 + 0.25 * 0.25, smaller than 10.0.0.9's.
          result(5, "0.0625", "10.0.0.2", 50001, "10.0.0.9", 22),
          // 10.0.0.1 is all web: 1 * 0.5. 10.0.0.9 is half: 0.5 * 0.25 + 0.5 * 0, the smaller.
          result(6, "0.125", "10.0.0.1", 50001, "10.0.0.9", 443),
          result(7, "0.125", "10.0.0.1", 50002, "10.0.0.9", 443),
          // A known word at an unseen IP, the source: 0.125 * 0 + 0.875 * 0.25.
          result(8, "0.21875", "10.0.0.3", 50001, "10.0.0.9", 22));

  /** The last run that scored. */
  private static String run;

  @BeforeAll
  static void aDayOfFlows() {
    flow.create();
    hive.execute(
        "INSERT INTO spot.flow PARTITION (y = 2016, m = 7, d = 8, h = 3) "
            + String.join(
                " UNION ALL ",
                // Two web flows with the same words, in the order in which ties must not be ranked.
                flow("'10.0.0.1'", "'10.0.0.9'", "50002", "443", "'TCP'", "10", "1000"),
                flow("'10.0.0.1'", "'10.0.0.9'", "50001", "443", "'TCP'", "10", "1000"),
                flow("'10.0.0.2'", "'10.0.0.9'", "50001", "22", "'TCP'", "10", "1000"),
                // What the model does not know: an IP on either side, a word of both sides or of
                // the
                // destination's, and both at once.
                flow("'10.0.0.3'", "'10.0.0.9'", "50001", "22", "'TCP'", "10", "1000"),
                flow("'10.0.0.1'", "'10.0.0.8'", "50001", "443", "'TCP'", "10", "1000"),
                flow("'10.0.0.1'", "'10.0.0.9'", "50001", "80", "'TCP'", "10", "1000"),
                flow("'10.0.0.2'", "'10.0.0.9'", "50001", "25", "'TCP'", "10", "1000"),
                flow("'10.0.0.3'", "'10.0.0.9'", "50001", "80", "'TCP'", "10", "1000"),
                // One of each that can't be scored.
                timed("NULL", "3", "0", "0"),
                timed("''", "3", "0", "0"),
                timed("'2016-07-08 24:00:00'", "24", "0", "0"),
                timed("'2016-07-08 03:60:00'", "3", "60", "0"),
                timed("'2016-07-08 03:00:-1'", "3", "0", "-1"),
                timed("'2016-07-08 03:00:00'", "3", "0", "NULL"),
                flow("NULL", "'10.0.0.9'", "1", "2", "'TCP'", "1", "1"),
                flow("'10.0.0.1'", "''", "1", "2", "'TCP'", "1", "1"),
                flow("'10.0.0.1'", "'10.0.0.9'", "-1", "2", "'TCP'", "1", "1"),
                flow("'10.0.0.1'", "'10.0.0.9'", "1", "65536", "'TCP'", "1", "1"),
                flow("'10.0.0.1'", "'10.0.0.9'", "1", "2", "NULL", "1", "1"),
                flow("'10.0.0.1'", "'10.0.0.9'", "1", "2", "'TCP'", "-3", "1"),
                flow("'10.0.0.1'", "'10.0.0.9'", "1", "2", "'TCP'", "1", "NULL"),
                flow("'10.0.0.1'", "'10.0.0.9'", "1", "2", "'TCP'", "9223372036854775807", "1"),
                flow("'10.0.0.1'", "'10.0.0.9'", "1", "2", "'TCP'", "1", "9223372036854775807")));
    // Another day, which nothing below may touch or count.
    hive.execute(
        "INSERT INTO spot.flow PARTITION (y = 2016, m = 7, d = 9, h = 3) "
            + flow("'10.0.0.1'", "'10.0.0.9'", "50001", "443", "'TCP'", "10", "1000"));
    model(MODEL, "spot");
  }

  @Test
  @Order(1)
  void wordsAreCountedFromBothSides() {
    flow.count(Map.of());
    assertEquals(
        List.of(
            "10.0.0.1\t443_TCP_3_10_4\t3\tspot",
            "10.0.0.1\t80_TCP_3_10_4\t1\tspot",
            "10.0.0.2\t22_TCP_3_10_4\t1\tspot",
            "10.0.0.2\t25_TCP_3_10_4\t1\tspot",
            "10.0.0.3\t22_TCP_3_10_4\t1\tspot",
            "10.0.0.3\t80_TCP_3_10_4\t1\tspot",
            "10.0.0.8\t-1_443_TCP_3_10_4\t1\tspot",
            "10.0.0.9\t-1_22_TCP_3_10_4\t2\tspot",
            "10.0.0.9\t-1_25_TCP_3_10_4\t1\tspot",
            "10.0.0.9\t-1_443_TCP_3_10_4\t2\tspot",
            "10.0.0.9\t-1_80_TCP_3_10_4\t2\tspot"),
        flow.wordCounts());
  }

  @Test
  @Order(2)
  void countingAgainReplacesTheCounts() {
    List<String> before = flow.wordCounts();
    flow.count(Map.of());
    assertEquals(before, flow.wordCounts());
    assertEquals(
        List.of(Long.toString(before.size())),
        hive.rows("SELECT COUNT(*) FROM spot.flow_word_counts WHERE y = 2016 AND m = 7 AND d = 8"));
  }

  @Test
  @Order(3)
  void theSmallerOfTwoProbabilitiesRanksAndTiesAreBrokenByTheEvent() {
    flow.score("newest", Map.of());
    assertEquals(RANKED, flow.results(COLUMNS));
    assertEquals(List.of("0"), flow.improbable());
  }

  @Test
  @Order(4)
  void everyInvalidEventHasItsReason() {
    assertEquals(
        List.of(
            "dip\tNULL_FIELD\t",
            "dport\tPORT_RANGE\t65536",
            "ibyt\tNO_WORD\t9223372036854775807",
            "ibyt\tNULL_FIELD\tNULL",
            "ipkt\tNEGATIVE_COUNT\t-3",
            "ipkt\tNO_WORD\t9223372036854775807",
            "proto\tNULL_FIELD\tNULL",
            "sip\tNULL_FIELD\tNULL",
            "sport\tPORT_RANGE\t-1",
            "treceived\tNULL_FIELD\t",
            "treceived\tNULL_FIELD\tNULL",
            "trhour\tTIME_RANGE\t24",
            "trminute\tTIME_RANGE\t60",
            "trsec\tNULL_FIELD\tNULL",
            "trsec\tTIME_RANGE\t-1"),
        flow.invalid());
    assertEquals(
        List.of("15\t15"),
        hive.rows(
            "SELECT COUNT(*), SUM(CASE WHEN h = 3 AND unix_tstamp = 1467946800 THEN 1 ELSE 0 END)"
                + " FROM spot.flow_invalid WHERE y = 2016 AND m = 7 AND d = 8"));
  }

  @Test
  @Order(5)
  void everyFateIsCounted() {
    assertEquals(List.of(MODEL + "\t23\t8\t15\t0\t0\t0\t0\t8\t3\t3"), flow.fates());
    flow.score(MODEL, Map.of("threshold", "0.1", "max_results", "1"));
    // 23 in, 8 scored, 15 invalid; three are above, of the other five one is kept. What the model
    // does not know is counted of all that are scored.
    assertEquals(List.of(MODEL + "\t23\t8\t15\t3\t4\t0\t0\t1\t3\t3"), flow.fates());
    assertEquals(
        List.of(result(1, "0.0087890625", "10.0.0.3", 50001, "10.0.0.9", 80)),
        flow.results(COLUMNS));
  }

  @Test
  @Order(6)
  void noResultsAtAllIsAResult() {
    flow.score(MODEL, Map.of("max_results", "0"));
    assertEquals(List.of(), flow.results(COLUMNS));
    assertEquals(List.of(MODEL + "\t23\t8\t15\t0\t8\t0\t0\t0\t3\t3"), flow.fates());
  }

  @Test
  @Order(7)
  void aRerunGivesTheSameRowsAndLeavesNoScratch() {
    run = flow.score(MODEL, Map.of());
    assertEquals(RANKED, flow.results(COLUMNS));
    assertEquals(List.of(), flow.scratch(run));
  }

  @Test
  @Order(8)
  void scoringThatFailsLeavesTheOldRows() {
    List<String> before = flow.results(COLUMNS);
    List<String> fates = flow.fates();
    hive.execute(
        "INSERT OVERWRITE TABLE spot.flow_word_topics PARTITION (model_id = '00000000000000bb')"
            + " SELECT word, tokens, 'AAAA', 'AAAA' FROM spot.flow_word_topics WHERE model_id = '"
            + MODEL
            + "'");
    hive.execute(
        "INSERT OVERWRITE TABLE spot.flow_topic_mix PARTITION (model_id = '00000000000000bb')"
            + " SELECT ip, tokens, topic_mix, topic_counts FROM spot.flow_topic_mix WHERE model_id = '"
            + MODEL
            + "'");
    flow.modelRun("00000000000000bb", "spot");
    assertThrows(IllegalArgumentException.class, () -> flow.score("00000000000000bb", Map.of()));
    assertEquals(before, flow.results(COLUMNS));
    assertEquals(fates, flow.fates());
  }

  @Test
  @Order(9)
  void aScoreThatIsNullFailsInsteadOfVanishing() {
    List<String> before = flow.results(COLUMNS);
    model("00000000000000cc", "spot");
    // Of one side only: the other side's score must not stand in for it.
    hive.execute(
        "INSERT OVERWRITE TABLE spot.flow_word_topics PARTITION (model_id = '00000000000000cc')"
            + " SELECT word, tokens, CASE WHEN word LIKE '-1%' THEN topic_probs END, topic_counts FROM spot.flow_word_topics WHERE model_id = '"
            + MODEL
            + "'");
    assertThrows(IllegalArgumentException.class, () -> flow.score("00000000000000cc", Map.of()));
    assertEquals(before, flow.results(COLUMNS));
  }

  @Test
  @Order(10)
  void whatDoesNotFitIsRefusedBeforeAnythingIsWritten() {
    List<String> before = flow.results(COLUMNS);
    model("00000000000000dd", "psl");
    for (Map<String, String> wrong :
        List.of(
            Map.of("d", "10"),
            Map.of("model_id", "no such model"),
            Map.of("model_id", "00000000000000dd"),
            Map.of("threshold", "low"),
            Map.of("max_results", "many"),
            Map.of("run_id", run),
            Map.of("huser", hive.folder("user/another")))) {
      assertThrows(
          IllegalArgumentException.class, () -> flow.score(MODEL, wrong), wrong.toString());
    }
    List<String> counts = flow.wordCounts();
    for (Map<String, String> wrong :
        List.of(Map.of("d", "10"), Map.of("huser", hive.folder("user/another")))) {
      assertThrows(IllegalArgumentException.class, () -> flow.count(wrong), wrong.toString());
    }
    assertEquals(counts, flow.wordCounts());
    assertEquals(before, flow.results(COLUMNS));
    assertEquals(List.of(), hive.rows("SELECT 1 FROM spot.flow_word_counts WHERE d = 10"));
  }

  @Test
  @Order(11)
  void theViewsOfAResultShowIt() {
    Map<String, String> vars = flow.vars();
    vars.put("limit_rows", "1");
    List<String> shown = hive.run("sql/suspicious_flow.sql", vars);
    assertEquals(1, shown.size());
    assertTrue(
        shown.get(0).startsWith("1\t0.0087890625\t2016-07-08 03:00:00\t10.0.0.3\t50001\t"),
        shown.get(0));
    List<String> run = hive.run("sql/score_runs.sql", vars);
    assertEquals(1, run.size());
    assertTrue(run.get(0).startsWith("23\t8\t15\t0\t0\t0\t0\t8\t3\t3\t"), run.get(0));
    assertTrue(
        run.get(0).contains("\t" + MODEL + "\t2016-07-01\t2016-07-07\t2016-07-08\t"), run.get(0));
    assertTrue(run.get(0).endsWith("\tNULL\t1.5\tspot"), run.get(0));
  }

  /** Each call is a session of its own, in the database default. */
  @Test
  @Order(12)
  void theEventsAreReadableFromAnyDatabase() {
    assertEquals(
        List.of("443_TCP_3_10_4\t-1_443_TCP_3_10_4"),
        hive.rows("SELECT src_word, dst_word FROM spot.flow_events WHERE d = 9"));
  }

  @Test
  @Order(13)
  void ownNetworksSurviveASecondSetUp() {
    assertEquals(List.of("5"), hive.rows("SELECT COUNT(*) FROM spot.network_context"));
    hive.execute("INSERT OVERWRITE TABLE spot.network_context SELECT '192.0.2.0/24', 'ours', TRUE");
    hive.run("ddl/common.sql", flow.vars());
    assertEquals(
        List.of("192.0.2.0/24\tours\ttrue"), hive.rows("SELECT * FROM spot.network_context"));
  }

  private static String result(
      int rank, String score, String sip, int sport, String dip, int dport) {
    String word = dport + "_TCP_3_10_4";
    return String.join(
        "\t",
        List.of("" + rank, score, sip, "" + sport, dip, "" + dport, word, "-1_" + word, MODEL));
  }

  private static void model(String id, String vocabulary) {
    flow.model(
        id,
        vocabulary,
        Map.of(
            "10.0.0.1", new double[] {1, 0},
            "10.0.0.2", new double[] {0.75, 0.25},
            "10.0.0.9", new double[] {0.5, 0.5}),
        Map.of(
            "443_TCP_3_10_4", new double[] {0.5, 0},
            "-1_443_TCP_3_10_4", new double[] {0.25, 0},
            "22_TCP_3_10_4", new double[] {0, 0.25},
            "25_TCP_3_10_4", new double[] {0, 0.25},
            "-1_22_TCP_3_10_4", new double[] {0.25, 0.5}));
  }

  private static String timed(String treceived, String hour, String minute, String second) {
    return flow(
        treceived, hour, minute, second, "'10.0.0.1'", "'10.0.0.9'", "1", "2", "'TCP'", "1", "1");
  }

  private static String flow(
      String sip, String dip, String sport, String dport, String proto, String ipkt, String ibyt) {
    return flow("'2016-07-08 03:00:00'", "3", "0", "0", sip, dip, sport, dport, proto, ipkt, ibyt);
  }

  private static String flow(
      String treceived,
      String hour,
      String minute,
      String second,
      String sip,
      String dip,
      String sport,
      String dport,
      String proto,
      String ipkt,
      String ibyt) {
    return String.format(
        "SELECT CAST(%s AS STRING), CAST(1467946800 AS BIGINT), 2016, 7, 8, CAST(%s AS INT), CAST(%s AS INT),"
            + " CAST(%s AS INT), CAST(1.5 AS FLOAT), CAST(%s AS STRING), CAST(%s AS STRING), CAST(%s AS INT),"
            + " CAST(%s AS INT), CAST(%s AS STRING), '.AP.SF', 0, 0, CAST(%s AS BIGINT), CAST(%s AS BIGINT),"
            + " CAST(5 AS BIGINT), CAST(500 AS BIGINT), 0, 0, 0, 0, 0, 0, ''",
        treceived, hour, minute, second, sip, dip, sport, dport, proto, ipkt, ibyt);
  }
}
