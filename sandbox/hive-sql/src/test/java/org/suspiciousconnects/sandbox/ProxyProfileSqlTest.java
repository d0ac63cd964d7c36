/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two days of requests through every SQL file of method profile on real Hive. */
@TestMethodOrder(OrderAnnotation.class)
class ProxyProfileSqlTest {
  @RegisterExtension static final HiveSql hive = HiveSql.onMapReduce();

  private static final ProfileSql proxy = new ProfileSql(hive, "proxy");
  private static final String MODEL = "00000000000000aa";
  private static final String USUAL = "event|GET|text/html|k2-name|k2|200|80|b3|w2|u2";

  @BeforeAll
  static void twoDaysOfRequests() {
    proxy.create();
    hive.execute(
        "INSERT INTO spot.proxy PARTITION (y = '2016', m = '07', d = '07', h = '03') "
            + String.join(
                " UNION ALL ",
                request("10.0.0.1", "03:00:00", "'www.example.com'", "'agent'", "500"),
                request("10.0.0.2", "03:00:00", "'www.example.com'", "'agent'", "500"),
                request("10.0.0.2", "03:00:00", "'www.example.com'", "'rare'", "500")));
    List<String> day = new ArrayList<>();
    // A beacon: nine requests, eight gaps of 60 seconds but one of 62.
    for (String time :
        List.of(
            "03:00:00",
            "03:01:00",
            "03:02:00",
            "03:03:00",
            "03:04:02",
            "03:05:02",
            "03:06:02",
            "03:07:02.5",
            "03:08:02")) {
      day.add(request("10.0.0.3", time, "'c2.evil.net:8080'", "'agent'", "500"));
    }
    day.add(request("10.0.0.1", "03:00:00", "'WWW.example.com'", "'agent'", "500"));
    day.add(request("10.0.0.1", "03:00:01", "'www.example.com'", "'rare'", "-1"));
    day.add(request("10.0.0.1", "03:00:01", "'192.0.2.7'", "NULL", "NULL"));
    day.add(request("10.0.0.1", "03:00:01", "'192.0.2.7'", "''", "1"));
    day.add(request("10.0.0.1", "24:00:00", "'192.0.2.7'", "''", "1"));
    hive.execute(
        "INSERT INTO spot.proxy PARTITION (y = '2016', m = '07', d = '08', h = '03') "
            + String.join(" UNION ALL ", day));
    proxy.model(MODEL, "10.0.0.1", USUAL, 20);
  }

  @Test
  @Order(1)
  void scoringAsksForTheWordsFirst() {
    assertThrows(IllegalArgumentException.class, () -> proxy.score(MODEL, Map.of()));
    assertEquals(List.of(), proxy.fates());
  }

  @Test
  @Order(2)
  void theWordsOfADayAreOfThreeViews() {
    proxy.count(Map.of("d", "07"));
    proxy.count(Map.of());
    assertEquals(
        List.of(
            "10.0.0.1\tevent|GET|text/html|k0-ip|k0|200|80|b0|w2|u2\t2\tpsl",
            "10.0.0.1\tevent|GET|text/html|k2-name|k1|200|80|b0|w2|u2\t1\tpsl",
            "10.0.0.1\t" + USUAL + "\t1\tpsl",
            "10.0.0.1\tfan|k0|p1|n2\t1\tpsl",
            "10.0.0.1\tfan|k1|p1|n1\t1\tpsl",
            "10.0.0.1\tfan|k2|p1|n1\t1\tpsl",
            "10.0.0.1\tpair|k0-ip|k0|g-|b0|n2\t1\tpsl",
            // Of the two user agents the rarer.
            "10.0.0.1\tpair|k2-name|k1|g-|b3|n2\t1\tpsl",
            "10.0.0.3\tevent|GET|text/html|k0-name|k2|200|80|b3|w2|u2\t9\tpsl",
            "10.0.0.3\tfan|k2|p1|n4\t1\tpsl",
            // 4500 bytes.
            "10.0.0.3\tpair|k0-name|k2|g0|b4|n4\t1\tpsl"),
        proxy.wordCounts());
  }

  @Test
  @Order(3)
  void whatIsKnownIsOfTheDaysBefore() {
    assertEquals(
        List.of("agent\tagent\t2", "agent\trare\t1", "host\twww.example.com\t2"),
        proxy.sorted(
            "SELECT item_kind, item, clients FROM spot.%s_known WHERE y = '2016' AND m = '07' AND d = '08'"));
    assertEquals(
        List.of(
            "agent\t-\t10.0.0.1",
            "agent\tagent\t10.0.0.1",
            "agent\tagent\t10.0.0.3",
            "agent\trare\t10.0.0.1",
            "host\t192.0.2.7\t10.0.0.1",
            "host\tc2.evil.net\t10.0.0.3",
            "host\twww.example.com\t10.0.0.1"),
        proxy.sorted(
            "SELECT item_kind, item, ip FROM spot.%s_clients WHERE y = 2016 AND m = 7 AND d = 8"));
  }

  @Test
  @Order(4)
  void eachRequestIsListedWithItsMostSuspiciousGroup() {
    proxy.score("newest", Map.of());
    assertEquals(List.of(MODEL + "\t14\t13\t1\t0\t0\t0\t0\t13\t9\t13"), proxy.fates());
    assertEquals(
        List.of(
            "0.25\t10.0.0.3 event|GET|text/html|k0-name|k2|200|80|b3|w2|u2\t9",
            "0.5\t10.0.0.1 event|GET|text/html|k0-ip|k0|200|80|b0|w2|u2\t2",
            // The second and third of three fans with one probability, the middle of four.
            "0.5\t10.0.0.1 fan|k1|p1|n1\t1",
            "0.5\t10.0.0.1 fan|k2|p1|n1\t1"),
        proxy.results("score, group_id, group_size").stream().distinct().toList());
  }

  @Test
  @Order(5)
  void groupsAreShownAndOpened() {
    List<String> shown = proxy.run("suspicious_proxy_profile", Map.of("limit_rows", "20"));
    assertEquals(4, shown.size());
    assertTrue(shown.get(0).startsWith("1\t0.25\tevent\t9\t9\t"), shown.get(0));
    assertEquals(
        List.of("10", "11"),
        proxy.run("group_proxy", Map.of("limit_rows", "20", "score_rank", "11")).stream()
            .map(row -> row.split("\t")[0])
            .toList());
  }

  @Test
  @Order(6)
  void maxResultsCountsGroups() {
    proxy.score(MODEL, Map.of("max_results", "1"));
    assertEquals(9, proxy.results("group_id").size());
  }

  /** The joins with what is known must not read that of all days. */
  @Test
  @Order(7)
  void onlyTheDaysPartitionsAreRead() {
    String read =
        hive.rows(
                "EXPLAIN DEPENDENCY SELECT profile_word FROM spot.proxy_profile_events"
                    + " WHERE y = '2016' AND m = '07' AND d = '08'")
            .get(0);
    assertTrue(read.contains("spot@proxy_known@y=2016/m=07/d=08"), read);
    assertFalse(read.contains("d=07"), read);
  }

  private static String request(
      String client, String time, String host, String agent, String csbytes) {
    return String.format(
        "SELECT '2016-07-08', '%s', '%s', CAST(%s AS STRING), 'GET', CAST(%s AS STRING), 'text/html; charset=utf-8',"
            + " 12, '-', '-', '-', '-', 'search', '-', '200', 'TCP_HIT', 'http', '80', '/', '-', '-', '192.0.2.1', 1000,"
            + " CAST(%s AS INT), '-', '-', '-', 'http://a.com/'",
        time, client, host, agent, csbytes);
  }
}
