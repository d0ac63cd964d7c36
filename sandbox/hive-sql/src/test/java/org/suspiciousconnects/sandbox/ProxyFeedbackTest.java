/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Verdicts and the allow-list of proxy on real Hive; what the verdicts of all sources have in
 * common is in {@link FlowFeedbackTest}. Case N has the client 10.0.0.N, the status 200 + N, which
 * is in its word, and unless told a user agent of its own.
 */
@TestMethodOrder(OrderAnnotation.class)
class ProxyFeedbackTest {
  @RegisterExtension static final HiveSql hive = HiveSql.onMapReduce();

  private static final SourceSql proxy = new SourceSql(hive, "proxy");
  private static final String MODEL = "00000000000000aa";
  private static final String AGENT = "Mozilla/5.0 (X11, Linux) \ud83d\ude00";

  @BeforeAll
  static void aDayWithVerdictsAndAnAllowList() {
    proxy.create();
    List<String> events = new ArrayList<>();
    for (int n : List.of(1, 2, 3, 4, 10)) {
      events.add(request(n, "www.google.com", "agent " + n, "80", "192.0.2.1"));
    }
    events.add(request(11, "www.google.com", "agent 11", "80", "203.0.113.7"));
    events.add(request(12, "Shop.example.com:8443", "agent 12", "8443", "192.0.2.1"));
    events.add(request(13, "evilexample.com", "agent 13", "80", "192.0.2.1"));
    events.add(request(14, "www.google.com", "agent 14", "8080", "-"));
    events.add(request(15, "www.google.com", AGENT, "80", "192.0.2.1"));
    events.add(request(16, "www.google.com", AGENT.toLowerCase(), "80", "192.0.2.1"));
    events.add(request(17, "www.google.com", null, "80", null));
    events.add(request(18, "192.0.2.7", "agent 18", null, "192.0.2.1"));
    hive.execute(
        "INSERT INTO spot.proxy PARTITION (y = '2016', m = '07', d = '08', h = '03') "
            + InlineRows.select(events));
    hive.execute(
        "INSERT INTO spot.proxy_feedback PARTITION (feedback_id = 'a') "
            + InlineRows.select(
                verdict(2, 3, "ip_word"),
                verdict(3, 2, "word"),
                verdict(4, 1, "event"),
                verdict(5, 3, "ip_word"),
                verdict(15, 1, "ip_word")));
    String added = "2016-07-09 12:00:00";
    hive.execute(
        "INSERT INTO spot.allow_list "
            + InlineRows.select(
                InlineRows.allowed("proxy", "cidr", "10.0.0.10/32", null, added),
                InlineRows.allowed("proxy", "cidr", "203.0.113.0/24", null, added),
                InlineRows.allowed(null, "domain", "example.com", null, added),
                InlineRows.allowed(null, "port", "8080", null, added),
                InlineRows.allowed("proxy", "user_agent", AGENT, null, added),
                InlineRows.allowed("proxy", "user_agent", "-", null, added),
                InlineRows.allowed("proxy", "domain", "192.0.2.7", null, added)));
    proxy.modelRun(MODEL, "spot");
  }

  @Test
  @Order(1)
  void copiesAreNoRequestsOfAUserAgent() {
    proxy.count(Map.of());
    assertEquals(
        List.of("1\t13"),
        hive.rows("SELECT MAX(requests), COUNT(*) FROM spot.proxy_user_agents WHERE d = '08'"));
    assertEquals(
        List.of(
            "1 1", "10 1", "11 1", "12 1", "13 1", "14 1", "16 1", "17 1", "18 1", "2 1001",
            "5 1000"),
        proxy.wordCounts().stream()
            .map(row -> row.split("\t"))
            .map(c -> c[0].replace("10.0.0.", "") + " " + c[2])
            .sorted()
            .toList());
  }

  @Test
  @Order(2)
  void eachKindOfEntryIsCompared() {
    proxy.score(MODEL, Map.of());
    assertEquals(
        List.of(
            "10.0.0.10\tNULL\tcidr 10.0.0.10/32",
            "10.0.0.11\tNULL\tcidr 203.0.113.0/24",
            "10.0.0.12\tNULL\tdomain example.com",
            "10.0.0.14\tNULL\tport 8080",
            "10.0.0.15\t1\tuser_agent " + AGENT,
            "10.0.0.2\t3\tNULL",
            "10.0.0.3\t2\tNULL",
            "10.0.0.4\t1\tNULL"),
        hive.rows(
            "SELECT clientip, verdict, allow_listed FROM spot.proxy_scored_results WHERE d = 8"
                + " AND (verdict IS NOT NULL OR allow_listed IS NOT NULL) ORDER BY clientip"));
    assertEquals(List.of(MODEL + "\t13\t13\t0\t0\t0\t5\t0\t8\t13\t13"), proxy.fates());
  }

  @Test
  @Order(3)
  void anAnalystJudgesTheEventOfARank() {
    Map<String, String> vars = proxy.vars();
    vars.putAll(
        Map.of(
            "score_rank", "1",
            "verdict", "1",
            "feedback_scope", "event",
            "author", "bob",
            "expires_on", "never"));
    hive.run("sql/judge_proxy.sql", vars);
    assertEquals(
        List.of(proxy.results("clientip, fulluri, word").get(0) + "\tNULL\t1\tevent"),
        hive.rows(
            "SELECT clientip, fulluri, word_spot, word_psl, verdict, feedback_scope"
                + " FROM spot.proxy_feedback WHERE feedback_id LIKE 'judged-%'"));
    String uri = proxy.results("fulluri").get(0);
    assertEquals(
        List.of("2016-07-08\t" + uri + "\t1"),
        hive.rows(
            "SELECT tdate, fulluri, uri_sev FROM spot.proxy_threat_investigation WHERE y = 2016 AND m = 7 AND d = 8"));
    // As in Apache Spot the verdict is on the URI.
    vars.put("limit_rows", "100");
    assertEquals(
        proxy.results("fulluri").stream().filter(other -> !other.equals(uri)).count(),
        hive.run("sql/suspicious_proxy.sql", vars).size());
    List<String> audit = hive.run("sql/feedback_proxy.sql", proxy.vars());
    assertEquals(6, audit.size());
    assertEquals(6, audit.stream().filter(row -> row.startsWith("yes\t")).count());
  }

  @Test
  @Order(4)
  void ofMethodProfileTheGroupIsJudged() {
    hive.execute(
        "INSERT INTO spot.proxy_scored_results PARTITION (y = '2016', m = '07', d = '08', score_method = 'profile')"
            + " (clientip, fulluri, word, score_rank, group_id) "
            + InlineRows.select(
                "'10.9.0.1', 'a', 'event|GET|text/html|k0-name|k21|200|80|b3|w4|u3', 1, '10.9.0.1 pair|k0-name|k21|g0|b5|n7'",
                "'10.9.0.1', 'b', 'event|GET|text/html|k0-name|k21|200|80|b3|w4|u3', 2, '10.9.0.1 pair|k0-name|k21|g0|b5|n7'",
                "'10.9.0.1', 'c', 'event|POST|-|k0-name|k21|200|80|b3|w4|u3', 3, '10.9.0.1 pair|k0-name|k21|g0|b5|n7'",
                "'10.9.0.2', 'd', 'event|GET|-|k21-name|k1|404|80|b3|w4|u3', 4, '10.9.0.2 event|GET|-|k21-name|k1|404|80|b3|w4|u3'"));
    judgeGroup("2");
    judgeGroup("4");
    // The group, and the other words of its events with the first event of each.
    assertEquals(
        List.of(
            "10.9.0.1\tevent|GET|text/html|k0-name|k21|200|80|b3|w4|u3\ta\tNULL\tNULL",
            "10.9.0.1\tevent|POST|-|k0-name|k21|200|80|b3|w4|u3\tc\tNULL\tNULL",
            "10.9.0.1\tpair|k0-name|k21|g0|b5|n7\tb\tNULL\tNULL",
            "10.9.0.2\tevent|GET|-|k21-name|k1|404|80|b3|w4|u3\td\tNULL\tNULL"),
        hive.rows(
            "SELECT group_ip, group_word, fulluri, word_spot, word_psl FROM spot.proxy_feedback"
                + " WHERE group_ip IS NOT NULL ORDER BY group_ip, group_word"));
    assertEquals(
        List.of(
            "profile\tpsl\t10.9.0.1\tevent|GET|text/html|k0-name|k21|200|80|b3|w4|u3\t1\tip_word\tNULL",
            "profile\tpsl\t10.9.0.1\tevent|POST|-|k0-name|k21|200|80|b3|w4|u3\t1\tip_word\tNULL",
            "profile\tpsl\t10.9.0.1\tpair|k0-name|k21|g0|b5|n7\t1\tip_word\tNULL",
            "profile\tpsl\t10.9.0.2\tevent|GET|-|k21-name|k1|404|80|b3|w4|u3\t1\tip_word\tNULL"),
        hive.rows(
            "SELECT score_method, vocabulary, ip, word, verdict, feedback_scope, problem FROM spot.proxy_verdicts"
                + " WHERE ip LIKE '10.9.%' ORDER BY ip, word"));
    List<String> audit = hive.run("sql/feedback_proxy.sql", proxy.vars());
    assertEquals(6 + 4, audit.size());
    assertEquals(4, audit.stream().filter(row -> row.split("\t")[3].equals("profile")).count());
  }

  private static void judgeGroup(String rank) {
    Map<String, String> vars = proxy.vars();
    vars.putAll(
        Map.of(
            "score_method", "profile",
            "score_rank", rank,
            "verdict", "1",
            "feedback_scope", "ip_word",
            "author", "bob",
            "expires_on", "never"));
    hive.run("sql/judge_proxy.sql", vars);
  }

  private static String verdict(int n, int verdict, String scope) {
    return String.format(
        "'2016-07-08', '03:00:00', '10.0.0.%d', 'h', 'GET', 'a', 'text/html', 12, '-', 'search', '-', '200', '80',"
            + " '/', '-', '192.0.2.1', 1000, 500, 'u', '%s', CAST(NULL AS STRING), '2016-07-08', %d, '%s', 'tester',"
            + " '2016-07-09 12:00:00', CAST(NULL AS STRING), 'a.csv', CAST(%d AS BIGINT),"
            + " CAST(NULL AS STRING), CAST(NULL AS STRING)",
        n, "0_3_GET_11_text_0_3_" + (200 + n), verdict, scope, n);
  }

  private static String request(int n, String host, String agent, String uriPort, String serverIp) {
    return String.format(
        "'2016-07-08', '03:00:00', '10.0.0.%d', '%s', 'GET', CAST(%s AS STRING), 'text/html', 12, '-', '-', '-',"
            + " '-', 'search', '-', '%d', 'TCP_HIT', 'http', CAST(%s AS STRING), '/', '-', '-', CAST(%s AS STRING),"
            + " 1000, 500, '-', '-', '-', 'www.google.com/'",
        n,
        host,
        InlineRows.text(agent),
        200 + n,
        InlineRows.text(uriPort),
        InlineRows.text(serverIp));
  }
}
