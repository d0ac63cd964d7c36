/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Verdicts on groups of method profile on real Hive, for 8 July 2016. Every case is a flow of its
 * own: number N goes from 10.0.0.N to 203.0.113.N on port 100 + N, so that its word in the view
 * event is its own too, and it is listed with that. The flows of {@link #MANY_PEERS} and {@link
 * #REMOVED_PAIR} are listed with the pair word that all their peers have. The model is one of an
 * empty corpus, in which all words are alike, so that only the size of a group counts.
 */
@TestMethodOrder(OrderAnnotation.class)
class GroupFeedbackTest {
  @RegisterExtension static final HiveSql hive = HiveSql.onMapReduce();

  private static final SourceSql flow = new SourceSql(hive, "flow");
  private static final String DAY = "2016-07-08";

  /** The cases that are one flow each. */
  private static final int CASES = 16;

  private static final int MANY_PEERS = 20;
  private static final int REMOVED_PAIR = 21;

  /** From 10.0.0.22 to 10.1.0.22, which both are documents. */
  private static final int INSIDE = 22;

  private static final String PAIR = " pair|k0-ext|s1|g-|b3|n1";

  private static final List<String> statements = new ArrayList<>();

  @BeforeAll
  static void aDay() {
    flow.create();
    List<String> events = new ArrayList<>();
    for (int n = 1; n <= CASES; n++) {
      events.add(event("10.0.0." + n, "203.0.113." + n, 100 + n, ".AP.SF"));
    }
    // The word of 6 and of 9 at another IP.
    for (int n : List.of(6, 9)) {
      events.add(event("10.0.1." + n, "203.0.113." + n, 100 + n, ".AP.SF"));
    }
    List<String> flags = List.of("S", "A", "R", "F", "SA", "SA");
    for (int peer = 0; peer < flags.size(); peer++) {
      events.add(
          event(
              "10.0.0." + MANY_PEERS,
              "203.0.113." + (200 + peer),
              100 + MANY_PEERS,
              flags.get(peer)));
    }
    for (int peer = 0; peer < 4; peer++) {
      events.add(
          event(
              "10.0.0." + REMOVED_PAIR,
              "203.0.113." + (210 + peer),
              100 + REMOVED_PAIR,
              flags.get(peer)));
    }
    events.add(event("10.0.0." + INSIDE, "10.1.0." + INSIDE, 100 + INSIDE, ".AP.SF"));
    // Not valid.
    events.add(event("10.0.0.23", "203.0.113.23", 70000, "S"));
    hive.execute(
        "INSERT INTO spot.flow PARTITION (y = 2016, m = 7, d = 8, h = 3) "
            + InlineRows.select(events));
    hive.execute(
        String.format(
            "INSERT INTO spot.model_runs PARTITION (model_id = '00000000000000bb') (source, score_method, vocabulary,"
                + " topics, window_from, window_to, trained_for, tokens, trained_at, unseen_ip_mix, unseen_word_probs)"
                + " SELECT 'flow', 'profile', 'spot', 2, '2016-07-01', '2016-07-07', '%s', CAST(0 AS BIGINT),"
                + " '2016-07-09 00:00:00', '%s', '%s'",
            DAY, SourceSql.vector(0.5, 0.5), SourceSql.vector(0, 0)));
  }

  @Test
  @Order(1)
  void theListBeforeAnybodySaidAnything() {
    Map<String, String> vars = flow.vars();
    vars.put("reference_days", "14");
    hive.run("sql/count_words_flow_profile.sql", vars);
    score(Map.of());
    List<String> listed = listed("score_rank, group_id, COALESCE(verdict, 0)");
    assertEquals(CASES + 2 + 6 + 4 + 1, listed.size());
    for (int rank = 1; rank <= 6; rank++) {
      assertEquals(rank + "\t10.0.0." + MANY_PEERS + PAIR + "\t0", listed.get(rank - 1));
    }
    for (int rank = 7; rank <= 10; rank++) {
      assertEquals(rank + "\t10.0.0." + REMOVED_PAIR + PAIR + "\t0", listed.get(rank - 1));
    }
    assertEquals("11\t10.1.0.22 event|dst-int-to122|TCP-SAF|b3|k0|r3\t0", listed.get(10));
    assertEquals("12\t10.0.0.1 event|src-ext-to101|TCP-SAF|b3|k0|r3\t0", listed.get(11));
    assertEquals(List.of("30\t29\t1\t0\t0\t0\t0\t29"), fates());
  }

  @Test
  @Order(2)
  void anAnalystJudgesTheGroupOfARank() {
    String groups =
        "SELECT CONCAT(group_ip, ' ', group_word), src_word, dst_word, sip, dip, verdict, feedback_scope, author,"
            + " event_day, expires_on FROM spot.flow_feedback WHERE feedback_id = 'judged-%s'"
            + " ORDER BY group_ip, group_word";
    // Of a risky group the words of its flows too, each with the first flow that has it.
    String risky = judge(Map.of("score_rank", "3", "verdict", "1"));
    String said = "\t1\tip_word\talice\t" + DAY + "\t2016-12-31";
    assertEquals(
        List.of(
            judged(MANY_PEERS, "event|src-ext-to120|TCP-A|b3|k0|r3", 201) + said,
            judged(MANY_PEERS, "event|src-ext-to120|TCP-F|b3|k0|r3", 203) + said,
            judged(MANY_PEERS, "event|src-ext-to120|TCP-R|b3|k0|r3", 202) + said,
            // As text: | comes after all letters.
            judged(MANY_PEERS, "event|src-ext-to120|TCP-SA|b3|k0|r3", 204) + said,
            judged(MANY_PEERS, "event|src-ext-to120|TCP-S|b3|k0|r3", 200) + said,
            judged(MANY_PEERS, PAIR.trim(), 202) + said),
        hive.rows(String.format(groups, risky)));
    // Either end has a word.
    String inside =
        judge(
            Map.of(
                "score_rank", "11",
                "verdict", "2",
                "feedback_scope", "event",
                "expires_on", "never"));
    assertEquals(
        List.of(
            "10.0.0.22 event|src-int-to122|TCP-SAF|b3|k0|r3\tNULL\tNULL\t10.0.0.22\t10.1.0.22\t2\tevent\talice\t2016-07-08\tNULL",
            "10.1.0.22 event|dst-int-to122|TCP-SAF|b3|k0|r3\tNULL\tNULL\t10.0.0.22\t10.1.0.22\t2\tevent\talice\t2016-07-08\tNULL"),
        hive.rows(String.format(groups, inside)));
    // What is harmless is nothing but the group.
    String harmless = judge(Map.of("score_rank", "7", "verdict", "3"));
    assertEquals(
        List.of(judged(REMOVED_PAIR, PAIR.trim(), 210) + said.replaceFirst("1", "3")),
        hive.rows(String.format(groups, harmless)));
    assertEquals(
        List.of("9"),
        hive.rows(
            "SELECT COUNT(*) FROM spot.flow_verdicts WHERE score_method = 'profile' AND vocabulary = 'spot'"
                + " AND problem IS NULL"));
    assertEquals(List.of("9"), hive.rows("SELECT COUNT(*) FROM spot.flow_verdicts"));
  }

  @Test
  @Order(3)
  void whatWasJudgedIsNotOnTheListOfItsDay() {
    // Of each group the first flow, as Apache Spot's front end has it.
    assertEquals(
        List.of(
            "10.0.0.20\t203.0.113.200\t1",
            "10.0.0.22\t10.1.0.22\t2",
            "10.0.0.21\t203.0.113.210\t3"),
        hive.rows(
            "SELECT srcip, dstip, score FROM spot.flow_threat_investigation WHERE y = 2016 AND m = 7 AND d = 8 ORDER BY score"));
    Map<String, String> vars = flow.vars();
    vars.put("limit_rows", "100");
    List<String> shown = hive.run("sql/suspicious_flow_profile.sql", vars);
    assertTrue(shown.get(0).startsWith("12\t"), shown.get(0));
    assertEquals(CASES + 2, shown.size());
    // What was said of the flow alone, by method spot or in Apache Spot's front end, is not of the
    // group.
    hive.execute(
        "INSERT INTO spot.flow_threat_investigation PARTITION (y = 2016, m = 7, d = 8)"
            + " SELECT treceived, sip, dip, sport, dport, 1 FROM spot.flow_scored_results"
            + " WHERE y = 2016 AND m = 7 AND d = 8 AND score_method = 'profile' AND score_rank = 12");
    assertEquals(shown, hive.run("sql/suspicious_flow_profile.sql", vars));
  }

  @Test
  @Order(3)
  void whatCannotBeJudgedIsRefused() {
    List<String> before = hive.rows("SELECT COUNT(*) FROM spot.flow_feedback");
    for (Map.Entry<Map<String, String>, String> wrong :
        Map.of(
                Map.of("score_method", "both"), "score_method has to be spot or profile, not both",
                Map.of("score_rank", "30"), "has no event of rank 30 by method profile",
                Map.of("score_method", "spot"), "has no event of rank 1: sql/suspicious_flow.sql")
            .entrySet()) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> judge(wrong.getKey())).getMessage();
      assertTrue(message.contains(wrong.getValue()), message);
    }
    assertEquals(before, hive.rows("SELECT COUNT(*) FROM spot.flow_feedback"));
  }

  @Test
  @Order(4)
  void theListFollowsTheVerdicts() {
    statement(1, 3, "event", DAY, "12:00:00", null, 1);
    // Of another day, not any more, just so.
    statement(2, 3, "event", "2016-07-07", "12:00:00", null, 1);
    statement(3, 3, "ip_word", "2016-07-01", "12:00:00", null, 1);
    statement(4, 3, "ip_word", "2016-07-01", "12:00:00", "2016-07-07", 1);
    statement(5, 3, "ip_word", "2016-07-01", "12:00:00", DAY, 1);
    // At every IP, and at one.
    statement(6, 3, "word", "2016-07-01", "12:00:00", null, 1);
    statement(9, 3, "ip_word", "2016-07-01", "12:00:00", null, 1);
    // The newest counts, also of a group and its word at every IP.
    statement(7, 3, "ip_word", DAY, "12:00:00", null, 1);
    statement(7, 2, "ip_word", DAY, "12:00:01", null, 2);
    statement(8, 1, "ip_word", DAY, "12:00:00", null, 1);
    statement(8, 3, "event", DAY, "12:00:01", null, 2);
    statement(10, 3, "ip_word", DAY, "12:00:00", null, 1);
    statement(10, 1, "word", DAY, "12:00:01", null, 2);
    statement(11, 3, "ip_word", DAY, "12:00:00", null, 1);
    statement(12, 3, "ip_word", "2016-07-09", "12:00:00", null, 1);
    statement(13, 7, "ip_word", DAY, "12:00:00", null, 1);
    // A verdict on words of method spot.
    statements.add(
        row(14, "'214_TCP_3_10_4'", "'event|src-ext-to114|TCP-SAF|b3|k0|r3'", "NULL", "NULL", 3));
    hive.execute(
        "INSERT INTO spot.flow_feedback PARTITION (feedback_id = 'a') "
            + InlineRows.select(statements));
    hive.execute(
        "INSERT INTO spot.allow_list "
            + InlineRows.select(
                InlineRows.allowed(null, "cidr", "10.0.0.11/32", null, "2016-07-09 12:00:00"),
                InlineRows.allowed("flow", "port", "115", null, "2016-07-09 12:00:00")));
    score(Map.of());
    Map<String, String> verdicts = new TreeMap<>();
    listed("sip, COALESCE(verdict, 0)")
        .forEach(row -> verdicts.put(row.split("\t")[0], row.split("\t")[1]));
    Map<String, String> wanted = new TreeMap<>();
    IntStream.of(2, 4, 7, 10, 12, 13, 14, 16).forEach(n -> wanted.put("10.0.0." + n, "0"));
    wanted.put("10.0.0.7", "2");
    wanted.put("10.0.0.10", "1");
    wanted.put("10.0.0." + MANY_PEERS, "1");
    wanted.put("10.0.0." + INSIDE, "2");
    wanted.put("10.0.1.9", "0");
    assertEquals(wanted, verdicts);
    assertEquals(
        List.of("10.0.0.11\t3\tcidr 10.0.0.11/32", "10.0.0.15\tNULL\tport 115"),
        hive.rows(
            "SELECT sip, verdict, allow_listed FROM spot.flow_scored_results"
                + " WHERE d = 8 AND score_method = 'profile' AND score_rank IS NULL ORDER BY sip"));
    // 1, 3, 5, both of 6, 8, 9 and the four of the pair.
    assertEquals(List.of("30\t29\t1\t0\t0\t2\t11\t16"), fates());
    List<String> ranks = listed("score_rank");
    assertEquals(IntStream.rangeClosed(1, 16).mapToObj(rank -> "" + rank).toList(), ranks);
  }

  @Test
  @Order(5)
  void groupsThatAreTakenOffMakeRoomForOthers() {
    score(Map.of("max_results", "3"));
    // The first three that are left, of which one has six flows.
    assertEquals(
        List.of(
            "10.0.0.20" + PAIR,
            "10.1.0.22 event|dst-int-to122|TCP-SAF|b3|k0|r3",
            "10.0.0.2 event|src-ext-to102|TCP-SAF|b3|k0|r3"),
        listed("group_id").stream().distinct().toList());
    assertEquals(List.of("30\t29\t1\t0\t8\t2\t11\t8"), fates());
  }

  @Test
  @Order(6)
  void everyStatementSaysWhetherItCounts() {
    List<String> audit = hive.run("sql/feedback_flow.sql", flow.vars());
    Map<String, String> why = new TreeMap<>();
    for (String row : audit) {
      String[] c = row.split("\t");
      String statement = c[11].replaceAll("-.*", "") + c[12];
      why.put(c[3] + " " + c[5] + " " + c[6] + " " + statement, c[0] + " " + c[1]);
    }
    // Those judged, the statements above, and two of the spot words of one.
    assertEquals(9 + 16 + 2, audit.size());
    assertEquals(audit.size(), why.size());
    assertEquals("yes 1", why.get("profile 10.0.0.20" + PAIR + " judgedNULL"));
    assertEquals("yes 3", why.get(told(1, "a1")));
    assertEquals("no: its scope is the day of its event 3", why.get(told(2, "a1")));
    assertEquals("no: it has expired 3", why.get(told(4, "a1")));
    assertEquals("no: newer is a, line 2 3", why.get(told(7, "a1")));
    assertEquals("no: newer is a, line 2, on the word at every IP 3", why.get(told(10, "a1")));
    assertEquals("no: its event is of a later day 3", why.get(told(12, "a1")));
    assertEquals("no: verdict 7 is not 1, 2 or 3 7", why.get(told(13, "a1")));
    assertEquals("yes 3", why.get("spot 10.0.0.14 214_TCP_3_10_4 a1"));
  }

  private static String told(int n, String statement) {
    return "profile 10.0.0." + n + " " + word(n) + " " + statement;
  }

  private static void score(Map<String, String> changed) {
    Map<String, String> vars = flow.vars();
    vars.putAll(Map.of("model_id", "newest", "threshold", "1", "max_results", "-1"));
    vars.putAll(changed);
    hive.run("sql/score_flow_profile.sql", vars);
  }

  /** Returns the run's id. */
  private static String judge(Map<String, String> changed) {
    Map<String, String> vars = flow.vars();
    vars.putAll(
        Map.of(
            "score_method", "profile",
            "score_rank", "1",
            "verdict", "1",
            "feedback_scope", "ip_word",
            "author", "alice",
            "expires_on", "2016-12-31"));
    vars.putAll(changed);
    hive.run("sql/judge_flow.sql", vars);
    return vars.get("run_id");
  }

  private static List<String> listed(String columns) {
    return hive.rows(
        "SELECT "
            + columns
            + " FROM spot.flow_scored_results WHERE y = 2016 AND m = 7 AND d = 8 AND score_method = 'profile'"
            + " AND score_rank IS NOT NULL ORDER BY score_rank");
  }

  /**
   * events_in, events_scored, events_invalid, above_threshold, beyond_max_results, allow_listed,
   * feedback_removed, kept.
   */
  private static List<String> fates() {
    return hive.rows(
        "SELECT events_in, events_scored, events_invalid, above_threshold, beyond_max_results, allow_listed,"
            + " feedback_removed, kept FROM spot.score_runs WHERE source = 'flow' AND d = 8 AND score_method = 'profile'");
  }

  /** A group that was judged, without words of spot, and the flow that its row has. */
  private static String judged(int n, String word, int peer) {
    return String.format("10.0.0.%d %s\tNULL\tNULL\t10.0.0.%d\t203.0.113.%d", n, word, n, peer);
  }

  private static String word(int n) {
    return "event|src-ext-to" + (100 + n) + "|TCP-SAF|b3|k0|r3";
  }

  private static void statement(
      int n, int verdict, String scope, String day, String time, String expires, int line) {
    statements.add(
        feedback(
            n,
            "NULL",
            "NULL",
            "'10.0.0." + n + "'",
            "'" + word(n) + "'",
            verdict,
            scope,
            day,
            time,
            expires,
            line));
  }

  private static String row(
      int n, String srcWord, String dstWord, String groupIp, String groupWord, int verdict) {
    return feedback(
        n, srcWord, dstWord, groupIp, groupWord, verdict, "ip_word", DAY, "12:00:00", null, 1);
  }

  private static String feedback(
      int n,
      String srcWord,
      String dstWord,
      String groupIp,
      String groupWord,
      int verdict,
      String scope,
      String day,
      String time,
      String expires,
      int line) {
    return String.format(
        "'2016-07-08 03:00:00', 2016, 7, 8, 3, 0, 0, CAST(1.5 AS FLOAT), '10.0.0.%d', '203.0.113.%d', 50000, %d, 'TCP',"
            + " CAST(10 AS BIGINT), CAST(1000 AS BIGINT), CAST(5 AS BIGINT), CAST(500 AS BIGINT),"
            + " CAST(%s AS STRING), CAST(%s AS STRING), '%s', %d, '%s', 'tester', '2016-07-09 %s',"
            + " CAST(%s AS STRING), 'a.csv', CAST(%d AS BIGINT), CAST(%s AS STRING), CAST(%s AS STRING)",
        n,
        n,
        100 + n,
        srcWord,
        dstWord,
        day,
        verdict,
        scope,
        time,
        InlineRows.text(expires),
        line,
        groupIp,
        groupWord);
  }

  private static String event(String sip, String dip, int dport, String flag) {
    return String.format(
        "'2016-07-08 03:00:00', CAST(1467946800 AS BIGINT), 2016, 7, 8, 3, 0, 0, CAST(1.5 AS FLOAT), '%s', '%s',"
            + " 50000, %d, 'TCP', '%s', 0, 0, CAST(10 AS BIGINT), CAST(1000 AS BIGINT), CAST(5 AS BIGINT),"
            + " CAST(500 AS BIGINT), 0, 0, 0, 0, 0, 0, ''",
        sip, dip, dport, flag);
  }
}
