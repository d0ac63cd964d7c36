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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Verdicts and the allow-list of flow on real Hive, for 8 July 2016. Every case is a flow of its
 * own: number N goes from 10.0.0.N to 10.1.0.N on port 100 + N, so that its words are its own too.
 * All are counted in one run and scored in one.
 */
@TestMethodOrder(OrderAnnotation.class)
class FlowFeedbackTest {
  @RegisterExtension static final HiveSql hive = HiveSql.onMapReduce();

  private static final SourceSql flow = new SourceSql(hive, "flow");
  private static final String MODEL = "00000000000000aa";
  private static final String DAY = "2016-07-08";
  private static final int COPIES = 7;

  /** Words that the model knows well, of two flows that score above 0.1. */
  private static final int KNOWN = 60;

  /** Statements by number of the case, in the order of their lines; each case counts its own. */
  private static final List<String> statements = new ArrayList<>();

  @BeforeAll
  static void aDayWithVerdicts() {
    flow.create();
    List<String> events = new ArrayList<>();
    for (int n = 1; n <= 45; n++) {
      if (!List.of(18, 19, 20, 21, 24).contains(n)) {
        events.add(event("10.0.0." + n, "10.1.0." + n, 50000, 100 + n));
      }
    }
    // The words of 13, 14 and 16 at other IPs.
    for (int n : List.of(13, 14, 16)) {
      events.add(event("10.2.0." + n, "10.3.0." + n, 50000, 100 + n));
    }
    events.add(event("::ffff:10.0.0.46", "10.1.0.46", 50000, 146));
    events.add(event("10.0.0." + KNOWN, "10.1.0." + KNOWN, 50000, 100 + KNOWN));
    events.add(event("10.0.0.61", "10.1.0." + KNOWN, 50000, 100 + KNOWN));
    events.add(event("10.0.0.62", "10.1.0.62", 50000, 70000));
    hive.execute(
        "INSERT INTO spot.flow PARTITION (y = 2016, m = 7, d = 8, h = 3) "
            + InlineRows.select(events));
    verdicts();
    hive.execute(
        "INSERT INTO spot.flow_feedback PARTITION (feedback_id = 'a') "
            + InlineRows.select(statements));
    // Of the same time and line as a statement of the file a: the more serious counts.
    statements.clear();
    statement(12, 2, "ip_word", DAY, "12:00:00", null, 1);
    hive.execute(
        "INSERT INTO spot.flow_feedback PARTITION (feedback_id = 'b') "
            + InlineRows.select(statements));
    flow.model(
        MODEL,
        "spot",
        Map.of(
            "10.0.0." + KNOWN,
            new double[] {1, 0},
            "10.0.0.61",
            new double[] {1, 0},
            "10.1.0." + KNOWN,
            new double[] {1, 0}),
        Map.of(
            "160_TCP_3_10_4", new double[] {0.5, 0}, "-1_160_TCP_3_10_4", new double[] {0.5, 0}));
  }

  private static void verdicts() {
    statement(2, 3, "event", DAY, "12:00:00", null, 1);
    statement(3, 1, "ip_word", "2016-07-01", "12:00:00", null, 1);
    statement(4, 2, "event", DAY, "12:00:00", null, 1);
    // Of an event of another day, of a later day, and not any more.
    statement(5, 3, "event", "2016-07-07", "12:00:00", null, 1);
    statement(6, 1, "ip_word", "2016-07-09", "12:00:00", null, 1);
    statement(7, 1, "ip_word", "2016-07-01", "12:00:00", "2016-07-07", 1);
    statement(8, 1, "ip_word", "2016-07-01", "12:00:00", DAY, 1);
    statement(9, 2, "word", "2016-07-01", "12:00:00", "2016-07-09", 1);
    // The newest counts, then the later line, then the more serious.
    statement(10, 3, "ip_word", DAY, "12:00:01", null, 1);
    statement(10, 1, "ip_word", DAY, "12:00:00", null, 2);
    statement(11, 3, "ip_word", DAY, "12:00:00", null, 9);
    statement(11, 1, "event", DAY, "12:00:00", null, 10);
    statement(12, 3, "ip_word", DAY, "12:00:00", null, 1);
    // At every IP.
    statement(13, 3, "word", "2016-07-01", "12:00:00", null, 1);
    statement(14, 1, "word", "2016-07-01", "12:00:00", null, 1);
    // A pair and its word: the newer, the pair at the same time.
    statement(15, 1, "ip_word", DAY, "12:00:00", null, 1);
    statement(15, 3, "word", DAY, "12:00:01", null, 2);
    statement(16, 3, "ip_word", DAY, "12:00:01", null, 1);
    statement(16, 1, "word", DAY, "12:00:00", null, 2);
    statement(17, 3, "ip_word", DAY, "12:00:00", null, 1);
    statement(17, 1, "word", DAY, "12:00:00", null, 2);
    // Pairs that the day does not have.
    statement(18, 3, "ip_word", "2016-07-01", "12:00:00", null, 1);
    statement(19, 3, "ip_word", "2016-07-01", "12:00:00", null, 1);
    statement(19, 1, "word", "2016-07-01", "12:00:01", null, 2);
    statement(20, 3, "word", "2016-07-01", "12:00:00", null, 1);
    statement(21, 1, "ip_word", "2016-07-01", "12:00:00", null, 1);
    statement(24, 3, "ip_word", "2016-07-01", "12:00:00", null, 1);
    statement(24, 3, "word", "2016-07-01", "12:00:01", null, 2);
    // What can't be understood.
    statement(22, 7, "ip_word", DAY, "12:00:00", null, 1);
    statement(22, null, "ip_word", DAY, "12:00:00", null, 2);
    statement(22, 1, "everywhere", DAY, "12:00:00", null, 3);
    statement(22, 1, null, DAY, "12:00:00", null, 4);
    statement(22, 1, "word", null, "12:00:00", null, 5);
    statement(22, 1, "word", "8 July 2016", "12:00:00", null, 6);
    statement(22, 1, "word", DAY, "noon", null, 7);
    statement(22, 1, "word", DAY, "12:00:00", "soon", 8);
    // What has expired supersedes nothing.
    statement(23, 3, "ip_word", DAY, "12:00:01", "2016-07-07", 1);
    statement(23, 1, "ip_word", DAY, "12:00:00", null, 2);
    // Each side of a flow has its own; without a word there is no side.
    side(25, "NULL", "-1_125_TCP_3_10_4", 1, 1);
    side(25, "125_TCP_3_10_4", "NULL", 2, 2);
    side(26, "NULL", "NULL", 1, 1);
    // The event is marked with the source's verdict if it is the more serious.
    side(27, "NULL", "-1_127_TCP_3_10_4", 3, 1);
    side(27, "127_TCP_3_10_4", "NULL", 1, 2);
  }

  @Test
  @Order(1)
  void wordsAreCountedAsTheVerdictsSay() {
    flow.count(Map.of("dupfactor", "" + COPIES));
    Map<String, String> wanted = new TreeMap<>();
    for (int n = 1; n <= 45; n++) {
      wanted.put("10.0.0." + n, "1");
      wanted.put("10.1.0." + n, "1");
    }
    for (int n : List.of(2, 10, 13, 15, 16, 17)) {
      wanted.put("10.0.0." + n, "" + (1 + COPIES));
      wanted.put("10.1.0." + n, "" + (1 + COPIES));
    }
    for (int n : List.of(3, 4, 8, 9, 11, 12, 14, 19, 20, 21, 23, 24, 25)) {
      wanted.remove("10.0.0." + n);
      wanted.remove("10.1.0." + n);
    }
    wanted.put("10.0.0.18", "" + COPIES);
    wanted.put("10.1.0.18", "" + COPIES);
    wanted.remove("10.0.0.27");
    wanted.put("10.1.0.27", "" + (1 + COPIES));
    wanted.put("10.2.0.13", "" + (1 + COPIES));
    wanted.put("10.3.0.13", "" + (1 + COPIES));
    for (String ip : List.of("::ffff:10.0.0.46", "10.1.0.46", "10.0.0.60", "10.0.0.61")) {
      wanted.put(ip, "1");
    }
    wanted.put("10.1.0.60", "2");
    Map<String, String> counted = new TreeMap<>();
    for (String row : flow.wordCounts()) {
      String[] columns = row.split("\t");
      assertEquals(null, counted.put(columns[0], columns[2]), row);
    }
    assertEquals(lines(wanted), lines(counted));
  }

  @Test
  @Order(2)
  void everyStatementSaysWhetherItCounts() {
    Map<String, String> why = new TreeMap<>();
    for (String row : hive.run("sql/feedback_flow.sql", flow.vars())) {
      String[] c = row.split("\t");
      // Of the two sides of a statement, that of the source.
      if (!c[5].startsWith("10.1.") && !c[6].startsWith("-1_")) {
        String statement = c[11] + c[12];
        why.put(c[6].replaceAll("_TCP.*", "") + " " + statement + " " + c[1], c[0]);
      }
    }
    assertEquals("yes", why.get("102 a1 3"));
    assertEquals("no: its scope is the day of its event", why.get("105 a1 3"));
    assertEquals("no: its event is of a later day", why.get("106 a1 1"));
    assertEquals("no: it has expired", why.get("107 a1 1"));
    assertEquals("yes", why.get("108 a1 1"));
    assertEquals("yes", why.get("110 a1 3"));
    assertEquals("no: newer is a, line 1", why.get("110 a2 1"));
    assertEquals("no: newer is a, line 10", why.get("111 a9 3"));
    assertEquals("no: newer is b, line 1", why.get("112 a1 3"));
    assertEquals("yes", why.get("112 b1 2"));
    assertEquals("no: newer is a, line 2, on the word at every IP", why.get("115 a1 1"));
    assertEquals("yes", why.get("115 a2 3"));
    assertEquals("yes", why.get("116 a1 3"));
    assertEquals("yes", why.get("116 a2 1"), "at the other IPs");
    assertEquals("yes", why.get("118 a1 3"));
    assertEquals("no: verdict 7 is not 1, 2 or 3", why.get("122 a1 7"));
    assertEquals("no: verdict NULL is not 1, 2 or 3", why.get("122 a2 NULL"));
    assertEquals(
        "no: feedback_scope everywhere is not event, ip_word or word", why.get("122 a3 1"));
    assertEquals("no: feedback_scope NULL is not event, ip_word or word", why.get("122 a4 1"));
    assertEquals("no: event_day NULL is not yyyy-MM-dd", why.get("122 a5 1"));
    assertEquals("no: event_day 8 July 2016 is not yyyy-MM-dd", why.get("122 a6 1"));
    assertEquals("no: given_at 2016-07-09 noon is not yyyy-MM-dd HH:mm:ss", why.get("122 a7 1"));
    assertEquals("no: expires_on soon is not yyyy-MM-dd or NULL", why.get("122 a8 1"));
    assertEquals("no: it has expired", why.get("123 a1 3"));
    assertEquals("yes", why.get("123 a2 1"));
    assertEquals("no: its event has no word", why.get("NULL a1 1"));
  }

  @Test
  @Order(3)
  void resultsShowTheVerdictAndTheAllowList() {
    allow("flow", "cidr", "10.0.0.30/32", null);
    allow(null, "cidr", "10.1.0.31", null);
    allow("flow", "port", "132", null);
    allow(null, "cidr", "10.0.0.33/32", "2016-07-07");
    allow(null, "cidr", "10.0.0.34/32", DAY);
    allow("dns", "cidr", "10.0.0.35/32", null);
    // Ended by adding it again; another's end is not its own.
    allow(null, "cidr", "10.0.0.36/32", null, "2016-07-09 12:00:00");
    allow(null, "cidr", "10.0.0.36/32", "1970-01-01", "2016-07-09 12:00:01");
    allow("flow", "cidr", "10.0.0.37/32", "1970-01-01", "2016-07-09 12:00:01");
    allow(null, "cidr", "10.0.0.37/32", null, "2016-07-09 12:00:00");
    // Of two that match the first is told; one that is above a threshold is counted there.
    allow(null, "cidr", "10.0.0.38/31", null);
    allow(null, "cidr", "10.0.0.39/32", null);
    allow(null, "cidr", "10.0.0.46", null);
    allow(null, "cidr", "10.0.0.61", null);
    allow(null, "cidr", "10.0.0.8/32", null);
    for (String malformed :
        List.of("10.0.0.40/33", "10.0.0.41/", "10.0.0.0.0/8", "", "*", "\ud83d\ude00")) {
      allow("flow", "cidr", malformed, null);
    }
    for (String malformed : List.of("abc", "65536", "-1", "0142", "142 ", "99999999999")) {
      allow("flow", "port", malformed, null);
    }
    allow("flow", "asn", "143", null);
    allow("flow", "domain", "example.com", null);
    allow("smtp", "port", "144", null);
    allow(null, "port", "145", "soon");
    allow(null, null, "145", null);
    allow(null, "port", null, null);
    insertAllowed();
    String run = flow.score(MODEL, Map.of());
    Map<String, String> verdicts = new TreeMap<>();
    Map<String, String> allowed = new TreeMap<>();
    for (String row :
        hive.rows(
            "SELECT sip, verdict, allow_listed, score_rank FROM spot.flow_scored_results WHERE d = 8")) {
      String[] c = row.split("\t");
      if (!c[1].equals("NULL")) {
        verdicts.put(c[0].replace("10.0.0.", ""), c[1]);
      }
      assertEquals(c[2].equals("NULL"), !c[3].equals("NULL"), row);
      if (!c[2].equals("NULL")) {
        allowed.put(c[0].replaceAll(".*\\.", ""), c[2]);
      }
    }
    Map<String, String> wanted = new TreeMap<>();
    for (int n : List.of(3, 8, 11, 14, 23, 25, 27)) {
      wanted.put("" + n, "1");
    }
    for (int n : List.of(4, 9, 12)) {
      wanted.put("" + n, "2");
    }
    for (int n : List.of(2, 10, 13, 15, 16, 17)) {
      wanted.put("" + n, "3");
    }
    wanted.putAll(Map.of("10.2.0.13", "3", "10.2.0.14", "1", "10.2.0.16", "1"));
    assertEquals(lines(wanted), lines(verdicts));
    assertEquals(
        lines(
            new TreeMap<>(
                Map.of(
                    "8", "cidr 10.0.0.8/32",
                    "30", "cidr 10.0.0.30/32",
                    "31", "cidr 10.1.0.31",
                    "32", "port 132",
                    "34", "cidr 10.0.0.34/32",
                    "37", "cidr 10.0.0.37/32",
                    "38", "cidr 10.0.0.38/31",
                    "39", "cidr 10.0.0.38/31",
                    "46", "cidr 10.0.0.46",
                    "61", "cidr 10.0.0.61"))),
        lines(allowed));
    // 40 of the cases, three with the same words, one mapped, two known and one invalid.
    assertEquals(List.of(MODEL + "\t47\t46\t1\t0\t0\t10\t0\t36\t44\t44"), flow.fates());
    List<String> ranks = flow.results("score_rank");
    assertEquals(36, ranks.size());
    assertEquals(List.of("1", "36"), List.of(ranks.get(0), ranks.get(35)));
    assertEquals(List.of(), flow.scratch(run));
  }

  @Test
  @Order(4)
  void everyFateIsCountedByItself() {
    flow.score(MODEL, Map.of("threshold", "0.1", "max_results", "5"));
    // The two known ones are above, of which one is on the allow-list.
    assertEquals(List.of(MODEL + "\t47\t46\t1\t2\t30\t9\t0\t5\t44\t44"), flow.fates());
    assertEquals(List.of("1", "2", "3", "4", "5"), flow.results("score_rank"));
    assertEquals(
        List.of("9"),
        hive.rows(
            "SELECT COUNT(*) FROM spot.flow_scored_results WHERE d = 8 AND score_rank IS NULL"));
    Map<String, String> vars = flow.vars();
    vars.put("limit_rows", "100");
    List<String> shown = hive.run("sql/suspicious_flow.sql", vars);
    assertEquals(5, shown.size());
    assertTrue(
        hive.run("sql/score_runs.sql", vars).get(0).startsWith("47\t46\t1\t2\t30\t9\t0\t5\t"));
  }

  @Test
  @Order(5)
  void theEntriesOfTheAllowListAreListedWithWhatIsWrong() {
    Map<String, String> inForce = new TreeMap<>();
    for (String row : hive.run("sql/allow_list.sql", flow.vars())) {
      String[] c = row.split("\t");
      inForce.put(String.join(" ", c[0], c[1], c[2], c[4]), c[3]);
    }
    assertEquals("yes", inForce.get("flow cidr 10.0.0.30/32 NULL"));
    assertEquals("yes", inForce.get("all cidr 10.0.0.34/32 2016-07-08"));
    assertEquals("no: it has expired", inForce.get("all cidr 10.0.0.33/32 2016-07-07"));
    assertEquals("no: it has expired", inForce.get("all cidr 10.0.0.36/32 1970-01-01"));
    assertEquals("no: there is a newer one", inForce.get("all cidr 10.0.0.36/32 NULL"));
    assertEquals("yes", inForce.get("all cidr 10.0.0.37/32 NULL"));
    assertEquals(
        "no: 10.0.0.40/33 is not a range of IP addresses such as 10.0.0.0/8",
        inForce.get("flow cidr 10.0.0.40/33 NULL"));
    assertEquals("no: entry_value is empty", inForce.get("flow cidr  NULL"));
    assertEquals("no: entry_value is empty", inForce.get("all port NULL NULL"));
    assertEquals("no: abc is not a port, 0 to 65535", inForce.get("flow port abc NULL"));
    assertEquals("no: 65536 is not a port, 0 to 65535", inForce.get("flow port 65536 NULL"));
    assertEquals(
        "no: kind asn is not cidr, domain, port or user_agent", inForce.get("flow asn 143 NULL"));
    assertEquals(
        "no: kind NULL is not cidr, domain, port or user_agent", inForce.get("all NULL 145 NULL"));
    assertEquals("no: events of flow have no domain", inForce.get("flow domain example.com NULL"));
    assertEquals(
        "no: source smtp is not flow, dns, proxy or NULL", inForce.get("smtp port 144 NULL"));
    assertEquals("no: expires_on soon is not yyyy-MM-dd or NULL", inForce.get("all port 145 soon"));
  }

  @Test
  @Order(6)
  void anAnalystJudgesTheEventOfARank() {
    Map<String, String> judged = judge(Map.of());
    assertEquals(
        List.of("judged-" + judged.get("run_id") + "\t2\tip_word\talice\tNULL\t" + DAY),
        hive.rows(
            "SELECT feedback_id, verdict, feedback_scope, author, expires_on, event_day"
                + " FROM spot.flow_feedback WHERE feedback_id LIKE 'judged-%'"));
    assertEquals(
        flow.results("sip, dip, src_word, dst_word").get(0),
        hive.rows(
                "SELECT sip, dip, src_word, dst_word FROM spot.flow_feedback WHERE feedback_id LIKE 'judged-%'")
            .get(0));
    assertEquals(
        List.of("true"),
        hive.rows(
            "SELECT given_at BETWEEN '2020-01-01 00:00:00' AND '2999-01-01 00:00:00' FROM spot.flow_feedback"
                + " WHERE feedback_id LIKE 'judged-%'"));
    for (Map.Entry<Map<String, String>, String> wrong :
        Map.of(
                Map.of("verdict", "4"), "verdict has to be 1",
                Map.of("feedback_scope", "all"), "feedback_scope has to be",
                Map.of("author", "al ice"), "author has to be",
                Map.of("expires_on", "2016-13-01"), "expires_on has to be",
                Map.of("expires_on", "2016-07-07"), "would never count",
                Map.of("score_rank", "6"), "has no event of rank 6",
                Map.of("score_rank", "first"), "has no event of rank first",
                Map.of("d", "09"), "has no event of rank 1",
                Map.of("run_id", judged.get("run_id")), "was used before")
            .entrySet()) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> judge(wrong.getKey())).getMessage();
      assertTrue(message.contains(wrong.getValue()), message);
    }
    assertEquals(
        List.of("1"),
        hive.rows("SELECT COUNT(*) FROM spot.flow_feedback WHERE feedback_id LIKE 'judged-%'"));
  }

  @Test
  @Order(7)
  void anEntryIsAddedOrRefused() {
    List<String> before = hive.rows("SELECT COUNT(*) FROM spot.allow_list");
    for (Map.Entry<Map<String, String>, String> wrong :
        Map.of(
                Map.of("source", "smtp"), "source has to be",
                Map.of("kind", "asn"), "kind has to be",
                Map.of("kind", "domain", "entry_value", "*.example.com"), "is no domain",
                Map.of("kind", "port"), "is no port",
                Map.of("entry_value", "10.0.0.0/99"), "is no cidr",
                Map.of("source", "dns", "kind", "port", "entry_value", "53"), "dns have no port",
                Map.of("author", ""), "author has to be",
                Map.of("expires_on", "tomorrow"), "expires_on has to be")
            .entrySet()) {
      String message =
          assertThrows(IllegalArgumentException.class, () -> add(wrong.getKey())).getMessage();
      assertTrue(message.contains(wrong.getValue()), message);
    }
    assertEquals(before, hive.rows("SELECT COUNT(*) FROM spot.allow_list"));
    add(Map.of());
    assertEquals(
        List.of("NULL\tcidr\t198.51.100.0/24\tbackup\talice\tNULL"),
        hive.rows(
            "SELECT source, kind, entry_value, reason, author, expires_on FROM spot.allow_list"
                + " WHERE author = 'alice'"));
  }

  @Test
  @Order(8)
  void aDayOfWhichNothingIsLeftIsRefused() {
    List<String> before = flow.wordCounts();
    statements.clear();
    hive.execute(
        "INSERT INTO spot.flow PARTITION (y = 2016, m = 7, d = 10, h = 3) "
            + InlineRows.select(event("10.9.0.1", "10.9.0.2", 50000, 443)));
    hive.execute(
        "INSERT INTO spot.flow_feedback PARTITION (feedback_id = 'c') "
            + InlineRows.select(
                feedback(
                    "10.9.0.1",
                    "10.9.0.2",
                    "'443_TCP_3_10_4'",
                    "'-1_443_TCP_3_10_4'",
                    1,
                    "ip_word",
                    "2016-07-10",
                    "12:00:00",
                    "NULL",
                    1)));
    // No copies: nor are those of the pairs with verdict 3.
    Map<String, String> tenth = Map.of("d", "10", "dupfactor", "0");
    String message =
        assertThrows(IllegalArgumentException.class, () -> flow.count(tenth)).getMessage();
    assertTrue(
        message.contains("no word was counted on 2016-07-10, nothing was replaced"), message);
    assertTrue(message.contains("verdicts leave all words out"), message);
    assertEquals(List.of(), hive.rows("SELECT 1 FROM spot.flow_word_counts WHERE d = 10"));
    for (String wrong : List.of("-1", "1000001", "1.5", "many", "")) {
      assertThrows(
          IllegalArgumentException.class, () -> flow.count(Map.of("dupfactor", wrong)), wrong);
    }
    assertEquals(before, flow.wordCounts());
  }

  private static Map<String, String> judge(Map<String, String> changed) {
    Map<String, String> vars = flow.vars();
    vars.putAll(
        Map.of(
            "score_rank", "1",
            "verdict", "2",
            "feedback_scope", "ip_word",
            "author", "alice",
            "expires_on", "never"));
    vars.putAll(changed);
    hive.run("sql/judge_flow.sql", vars);
    return vars;
  }

  private static void add(Map<String, String> changed) {
    Map<String, String> vars = flow.vars();
    vars.putAll(
        Map.of(
            "source", "all",
            "kind", "cidr",
            "entry_value", "198.51.100.0/24",
            "reason", "backup",
            "author", "alice",
            "expires_on", "never"));
    vars.putAll(changed);
    hive.run("sql/allow.sql", vars);
  }

  private static final List<String> allowed = new ArrayList<>();

  private static void allow(String source, String kind, String value, String expiresOn) {
    allow(source, kind, value, expiresOn, "2016-07-09 12:00:00");
  }

  private static void allow(
      String source, String kind, String value, String expiresOn, String addedAt) {
    allowed.add(InlineRows.allowed(source, kind, value, expiresOn, addedAt));
  }

  private static void insertAllowed() {
    hive.execute("INSERT INTO spot.allow_list " + InlineRows.select(allowed));
  }

  private static void statement(
      int n, Integer verdict, String scope, String day, String time, String expires, int line) {
    String word = (100 + n) + "_TCP_3_10_4'";
    statements.add(
        feedback(
            "10.0.0." + n,
            "10.1.0." + n,
            "'" + word,
            "'-1_" + word,
            verdict,
            scope,
            day,
            time,
            InlineRows.text(expires),
            line));
  }

  private static void side(int n, String srcWord, String dstWord, int verdict, int line) {
    statements.add(
        feedback(
            "10.0.0." + n,
            "10.1.0." + n,
            quoted(srcWord),
            quoted(dstWord),
            verdict,
            "ip_word",
            DAY,
            "12:00:00",
            "NULL",
            line));
  }

  private static String quoted(String word) {
    return word.equals("NULL") ? word : "'" + word + "'";
  }

  private static String feedback(
      String sip,
      String dip,
      String srcWord,
      String dstWord,
      Integer verdict,
      String scope,
      String day,
      String time,
      String expires,
      int line) {
    return String.format(
        "'2016-07-08 03:00:00', 2016, 7, 8, 3, 0, 0, CAST(1.5 AS FLOAT), '%s', '%s', 50000, 1, 'TCP',"
            + " CAST(1 AS BIGINT), CAST(1 AS BIGINT), CAST(1 AS BIGINT), CAST(1 AS BIGINT),"
            + " CAST(%s AS STRING), CAST(%s AS STRING), CAST(%s AS STRING), CAST(%s AS INT), CAST(%s AS STRING),"
            + " 'tester', '2016-07-09 %s', CAST(%s AS STRING), 'a.csv', CAST(%d AS BIGINT),"
            + " CAST(NULL AS STRING), CAST(NULL AS STRING)",
        sip,
        dip,
        srcWord,
        dstWord,
        InlineRows.text(day),
        verdict,
        InlineRows.text(scope),
        time,
        expires,
        line);
  }

  private static String event(String sip, String dip, int sport, int dport) {
    return String.format(
        "'2016-07-08 03:00:00', CAST(1467946800 AS BIGINT), 2016, 7, 8, 3, 0, 0, CAST(1.5 AS FLOAT), '%s', '%s',"
            + " %d, %d, 'TCP', '.AP.SF', 0, 0, CAST(10 AS BIGINT), CAST(1000 AS BIGINT), CAST(5 AS BIGINT),"
            + " CAST(500 AS BIGINT), 0, 0, 0, 0, 0, 0, ''",
        sip, dip, sport, dport);
  }

  private static String lines(Map<String, String> map) {
    StringBuilder lines = new StringBuilder();
    map.forEach((key, value) -> lines.append(key).append(' ').append(value).append('\n'));
    return lines.toString();
  }
}
