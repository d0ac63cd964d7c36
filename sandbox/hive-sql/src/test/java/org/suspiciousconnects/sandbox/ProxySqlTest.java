/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
 * A day of requests, small enough to find its words and scores by hand, through every SQL file of
 * the source on real Hive, in both vocabularies.
 */
@TestMethodOrder(OrderAnnotation.class)
class ProxySqlTest {
  @RegisterExtension static final HiveSql hive = HiveSql.onMapReduce();

  private static final SourceSql proxy = new SourceSql(hive, "proxy");
  private static final String MODEL = "00000000000000aa";
  private static final String PSL_MODEL = "00000000000000bb";
  private static final Map<String, String> PSL = Map.of("vocabulary", "psl");
  private static final Map<String, String> SEVEN = Map.of("max_results", "7");
  private static final String COLUMNS =
      "score_rank, score, clientip, host, useragent, fulluri, word";

  /** What the first run gave, in these columns. */
  private static List<String> first;

  /** The last run that scored under Spot's vocabulary. */
  private static String run;

  @BeforeAll
  static void aDayOfRequests() {
    proxy.create();
    hive.execute("INSERT INTO spot.top_domains SELECT 1, 'google.com'");
    hive.execute(
        "INSERT INTO spot.proxy PARTITION (y = '2016', m = '07', d = '08', h = '03') "
            + String.join(
                " UNION ALL ",
                // The agent has six valid requests; the invalid ones do not count.
                request("'10.0.0.1'", "'www.google.com'", "'GET'", "'agent'", "'www.google.com/'"),
                request("'10.0.0.1'", "'www.google.com'", "'GET'", "'agent'", "'www.google.com/'"),
                request("'10.0.0.1'", "'www.google.com'", "'GET'", "NULL", "'www.google.com/'"),
                request("'10.0.0.1'", "'www.google.com'", "'GET'", "'-'", "'www.google.com/'"),
                // An IP that the model does not know, with a word that it knows and one that it
                // does not.
                request("'10.0.0.3'", "'www.google.com'", "'GET'", "'agent'", "'www.google.com/'"),
                request("'10.0.0.3'", "'www.google.com'", "'GET'", "'-'", "'www.google.com/'"),
                // Spot knows no port.
                request("'10.0.0.2'", "'Google.com:443'", "'CONNECT'", "'agent'", "''"),
                request("'10.0.0.2'", "'www.google.com'", "'GET'", "'agent'", "NULL"),
                // One of each other that can't be scored.
                request("NULL", "'www.google.com'", "'GET'", "'agent'", "''"),
                request("'-'", "'www.google.com'", "'GET'", "'agent'", "''"),
                request("'10.0.0.1'", "NULL", "'GET'", "'agent'", "''"),
                request("'10.0.0.1'", "'www.google.com'", "NULL", "'agent'", "''"),
                at("''", "'03:00:00'"),
                at("'2016-07-08'", "NULL"),
                at("'2016-07-08'", "'24:00:00'"),
                // A day that does not exist: of no interest to Spot.
                at("'2016-02-30'", "'03:00:00'")));
    // Another day, which nothing below may touch or count.
    hive.execute(
        "INSERT INTO spot.proxy PARTITION (y = '2016', m = '07', d = '09', h = '03') "
            + request("'10.0.0.1'", "'www.google.com'", "'GET'", "'agent'", "''"));
    Map<String, double[]> mixes =
        Map.of("10.0.0.1", new double[] {1, 0}, "10.0.0.2", new double[] {0.25, 0.75});
    proxy.model(MODEL, "spot", mixes, Map.of("1_3_GET_11_text_2_3_200", new double[] {0.5, 0}));
    proxy.model(PSL_MODEL, "psl", mixes, Map.of("1_3_GET_11_text_1_3_200", new double[] {0.5, 0}));
  }

  @Test
  @Order(1)
  void scoringAsksForTheUserAgentsFirst() {
    assertThrows(IllegalArgumentException.class, () -> proxy.score(MODEL, Map.of()));
    assertEquals(List.of(), proxy.fates());
  }

  @Test
  @Order(2)
  void wordsOfSpotAreCountedWithTheirUserAgents() {
    proxy.count(Map.of());
    assertEquals(
        List.of("-\t3\t2016\t07\t08", "agent\t6\t2016\t07\t08"),
        hive.rows("SELECT useragent, requests, y, m, d FROM spot.proxy_user_agents").stream()
            .sorted()
            .toList());
    assertEquals(
        List.of(
            "10.0.0.1\t0_3_GET_0_text_2_0_200\t1\tspot",
            "10.0.0.1\t1_3_GET_11_text_1_3_200\t2\tspot",
            "10.0.0.1\t1_3_GET_11_text_2_3_200\t2\tspot",
            "10.0.0.2\t0_3_CONNECT_0_text_2_0_200\t1\tspot",
            "10.0.0.3\t1_3_GET_11_text_1_3_200\t1\tspot",
            "10.0.0.3\t1_3_GET_11_text_2_3_200\t1\tspot"),
        proxy.wordCounts());
  }

  @Test
  @Order(3)
  void scoresAreRankedAndEveryFateIsCounted() {
    proxy.score("newest", SEVEN);
    assertEquals(
        List.of(
            // An IP and a word that the model does not know: 0.125 * 2^-6 + 0.875 * 2^-7.
            "1\t0.0087890625\t2016-07-08\t10.0.0.3\twww.google.com/\t-\t1_3_GET_11_text_1_3_200\t"
                + MODEL,
            // Unseen words at 10.0.0.2: 0.25 * 2^-6 + 0.75 * 2^-7; at 10.0.0.1: 2^-6.
            "2\t0.009765625\t2016-07-08\t10.0.0.2\t\tagent\t0_3_CONNECT_0_text_2_0_200\t" + MODEL,
            "3\t0.015625\t2016-02-30\t10.0.0.1\t\tagent\t0_3_GET_0_text_2_0_200\t" + MODEL,
            "4\t0.015625\t2016-07-08\t10.0.0.1\twww.google.com/\t-\t1_3_GET_11_text_1_3_200\t"
                + MODEL,
            "5\t0.015625\t2016-07-08\t10.0.0.1\twww.google.com/\tNULL\t1_3_GET_11_text_1_3_200\t"
                + MODEL,
            // A known word at an unseen IP: 0.125 * 0.5.
            "6\t0.0625\t2016-07-08\t10.0.0.3\twww.google.com/\tagent\t1_3_GET_11_text_2_3_200\t"
                + MODEL,
            "7\t0.5\t2016-07-08\t10.0.0.1\twww.google.com/\tagent\t1_3_GET_11_text_2_3_200\t"
                + MODEL),
        proxy.results("score_rank, score, p_date, clientip, fulluri, useragent, word, model_id"));
    assertEquals(List.of(MODEL + "\t16\t8\t8\t0\t1\t0\t0\t7\t2\t5"), proxy.fates());
    assertEquals(List.of("0"), proxy.improbable());
    first = proxy.results(COLUMNS);
  }

  @Test
  @Order(4)
  void everyInvalidEventHasItsReason() {
    assertEquals(
        List.of(
            "clientip\tNULL_FIELD\t-",
            "clientip\tNULL_FIELD\tNULL",
            "fulluri\tNULL_FIELD\tNULL",
            "host\tNULL_FIELD\tNULL",
            "p_date\tNULL_FIELD\t",
            "p_time\tNULL_FIELD\tNULL",
            "p_time\tTIME_RANGE\t24:00:00",
            "reqmethod\tNULL_FIELD\tNULL"),
        proxy.invalid());
    assertEquals(
        List.of("8"),
        hive.rows("SELECT COUNT(*) FROM spot.proxy_invalid WHERE h = '03' AND webcat = 'search'"));
  }

  @Test
  @Order(5)
  void aRerunGivesTheSameRowsAndLeavesNoScratch() {
    proxy.count(Map.of());
    run = proxy.score(MODEL, SEVEN);
    assertEquals(first, proxy.results(COLUMNS));
    assertEquals(List.of(), proxy.scratch(run));
    for (String table : List.of("proxy_user_agents_staging", "proxy_word_counts_staging")) {
      assertEquals(List.of(), hive.rows("SHOW PARTITIONS spot." + table), table);
    }
  }

  @Test
  @Order(6)
  void whatDoesNotFitIsRefusedBeforeAnythingIsWritten() {
    List<String> fates = proxy.fates();
    List<String> counts = proxy.wordCounts();
    String agents = "SELECT useragent, requests FROM spot.proxy_user_agents ORDER BY useragent";
    List<String> agentsBefore = hive.rows(agents);
    for (Map<String, String> wrong :
        List.of(
            Map.of("d", "10"),
            Map.of("m", "7"),
            PSL,
            Map.of("vocabulary", "latin"),
            Map.of("run_id", run),
            Map.of("huser", hive.folder("user/another")))) {
      assertThrows(
          IllegalArgumentException.class, () -> proxy.score(MODEL, wrong), wrong.toString());
    }
    for (Map<String, String> wrong :
        List.of(
            Map.of("d", "10"),
            Map.of("d", "8"),
            Map.of("vocabulary", "latin"),
            Map.of("huser", hive.folder("user/another")))) {
      assertThrows(IllegalArgumentException.class, () -> proxy.count(wrong), wrong.toString());
    }
    assertEquals(fates, proxy.fates());
    assertEquals(counts, proxy.wordCounts());
    assertEquals(agentsBefore, hive.rows(agents));
  }

  @Test
  @Order(7)
  void wordsOfPslKnowPortsAndTheCalendar() {
    proxy.count(PSL);
    assertEquals(
        List.of(
            "10.0.0.1\t1_3_GET_11_text_1_3_200\t2\tpsl",
            "10.0.0.1\t1_3_GET_11_text_2_3_200\t2\tpsl",
            "10.0.0.2\t1_3_CONNECT_0_text_2_0_200\t1\tpsl",
            "10.0.0.3\t1_3_GET_11_text_1_3_200\t1\tpsl",
            "10.0.0.3\t1_3_GET_11_text_2_3_200\t1\tpsl"),
        proxy.wordCounts());
    proxy.score("newest", PSL);
    assertEquals(List.of(PSL_MODEL + "\t16\t7\t9\t0\t0\t0\t0\t7\t2\t4"), proxy.fates());
    assertTrue(proxy.invalid().contains("p_time\tTIME_RANGE\t2016-02-30 03:00:00"));
  }

  @Test
  @Order(8)
  void theViewsOfAResultShowIt() {
    Map<String, String> vars = proxy.vars();
    vars.put("limit_rows", "1");
    List<String> shown = hive.run("sql/suspicious_proxy.sql", vars);
    assertEquals(1, shown.size());
    assertTrue(
        shown.get(0).startsWith("1\t0.0087890625\t2016-07-08\t03:00:00\t10.0.0.3"), shown.get(0));
    assertTrue(
        hive.run("sql/score_runs.sql", vars).get(0).startsWith("16\t7\t9\t0\t0\t0\t0\t7\t2\t4\t"));
  }

  @Test
  @Order(9)
  void eventsThatCameAfterTheUserAgentsWereCountedAreNotScoredWithoutThem() {
    hive.execute(
        "INSERT INTO spot.proxy PARTITION (y = '2016', m = '07', d = '08', h = '04') "
            + request("'10.0.0.1'", "'www.google.com'", "'GET'", "'late'", "''"));
    List<String> before = proxy.fates();
    assertThrows(IllegalArgumentException.class, () -> proxy.score(PSL_MODEL, PSL));
    assertEquals(before, proxy.fates());
    assertEquals(
        List.of("useragent\tNO_WORD\tlate"),
        hive.rows(
            "SELECT field_name, reason, field_value FROM spot.proxy_events_psl"
                + " WHERE y = '2016' AND m = '07' AND d = '08' AND useragent = 'late'"));
    proxy.count(PSL);
    proxy.score(PSL_MODEL, PSL);
    assertEquals(List.of(PSL_MODEL + "\t17\t8\t9\t0\t0\t0\t0\t8\t2\t5"), proxy.fates());
  }

  /** The join with the user agents must not read those of all days. */
  @Test
  @Order(10)
  void onlyTheDaysPartitionsAreRead() {
    proxy.count(Map.of("d", "09"));
    String read =
        hive.rows(
                "EXPLAIN DEPENDENCY SELECT word FROM spot.proxy_events_psl"
                    + " WHERE y = '2016' AND m = '07' AND d = '08' AND field_name IS NULL")
            .get(0);
    assertTrue(read.contains("spot@proxy_user_agents@y=2016/m=07/d=08"), read);
    assertFalse(read.contains("d=09"), read);
  }

  private static String at(String date, String time) {
    return request(date, time, "'10.0.0.1'", "''", "'GET'", "'agent'", "''");
  }

  private static String request(
      String clientip, String host, String method, String agent, String uri) {
    return request("'2016-07-08'", "'03:00:00'", clientip, host, method, agent, uri);
  }

  private static String request(
      String date,
      String time,
      String clientip,
      String host,
      String method,
      String agent,
      String uri) {
    return String.format(
        "SELECT CAST(%s AS STRING), CAST(%s AS STRING), CAST(%s AS STRING), CAST(%s AS STRING),"
            + " CAST(%s AS STRING), CAST(%s AS STRING), 'text/html', 12, '-', '-', '-', '-', 'search', '-', '200',"
            + " 'TCP_HIT', 'http', '80', '/', '-', '-', '192.0.2.1', 1000, 500, '-', '-', '-', CAST(%s AS STRING)",
        date, time, clientip, host, method, agent, uri);
  }
}
