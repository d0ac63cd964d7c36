/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.suspiciousconnects.sandbox.AnalyticsSql.grouped;
import static org.suspiciousconnects.sandbox.AnalyticsSql.result;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A day of requests, each of a duration of its own, of which some are published for the front end.
 */
@TestMethodOrder(OrderAnnotation.class)
class OaProxySqlTest {
  @RegisterExtension static final HiveSql hive = HiveSql.onMapReduce();

  private static final AnalyticsSql proxy = new AnalyticsSql(hive, "proxy");
  private static final String[] TABLES = {"scores", "edge", "ingest_summary", "explanations"};
  private static final String WORD = "0_3_GET_12_text_10_4_404";
  private static final String COLUMNS =
      "p_date, p_time, clientip, host, reqmethod, useragent, resconttype, duration, username, webcat, referer, respcode,"
          + " uriport, uripath, uriquery, serverip, scbytes, csbytes, fulluri, '"
          + WORD
          + "'";
  private static final String EVENTS =
      "(SELECT * FROM spot.proxy WHERE y = '2016' AND m = '07' AND d = '08')";
  private static final String C2 = "'c2.evil.info/a?b'";

  @BeforeAll
  static void aDayOfRequests() {
    proxy.create();
    events(
        "03",
        request("'03:00:00'", 201, "10.0.0.1", "C2.evil.info", "200", "80", "'192.0.2.7'", C2),
        request("'03:59:00'", 202, "10.0.0.1", "C2.evil.info", "404", "80", "'192.0.2.7'", C2),
        request("'03:00:30'", 204, "10.0.0.2", "C2.evil.info", "200", "80", "'192.0.2.7'", C2),
        request(
            "'03:10:00'",
            205,
            "fe80::1",
            "198.51.100.9:8443",
            "-",
            "-",
            "NULL",
            "'198.51.100.9:8443'"),
        request(
            "'03:20:00'",
            206,
            "10.0.0.3",
            "[2001:db8::9]:80",
            "999",
            "99999999999",
            "'-'",
            "'http://x.example/p/'"),
        request(
            "'03:30:00'", 207, "no ip", "ok.example", "302", "443", "NULL", "'ok.example/it\\'s'"));
    events(
        "04",
        request("'04:00:00'", 203, "10.0.0.1", "C2.evil.info", "200", "80", "'192.0.2.7'", C2));
    events(
        "05",
        // Not valid: no time, no such hour.
        request("NULL", 208, "10.0.0.1", "C2.evil.info", "200", "80", "'192.0.2.7'", C2),
        request("'24:00:00'", 209, "10.0.0.1", "C2.evil.info", "200", "80", "'192.0.2.7'", C2));
    // Another day, which nothing below may touch or count.
    proxy.insert(
        "proxy",
        "y = '2016', m = '07', d = '09', h = '03'",
        List.of(
            request(
                "'03:00:00'", 201, "10.0.0.1", "C2.evil.info", "200", "80", "'192.0.2.7'", C2)));
    proxy.scored(
        "spot",
        COLUMNS,
        EVENTS,
        "duration",
        result(201, "0.25", 1),
        result(205, "0.25", 2),
        result(206, "0.25", 3),
        result(207, "0.25", 4),
        result(202, "0.5", 5));
    proxy.model(
        "spot",
        "spot",
        Map.of("10.0.0.1", 20),
        Map.of("10.0.0.1", new double[] {1, 0}),
        WORD,
        // Not a word of the first topic, which 10.0.0.1 is all of.
        Map.of(WORD, new double[] {0, 0.125}));
    proxy.counted(7, "spot", "'10.0.0.1', '" + WORD + "', CAST(2 AS BIGINT), 'spot'");
  }

  @Test
  @Order(1)
  void withNothingKnownEveryResultIsThere() {
    hive.execute(
        "INSERT OVERWRITE TABLE spot.network_context SELECT * FROM spot.network_context WHERE FALSE;"
            + " INSERT OVERWRITE TABLE spot.iana_names SELECT * FROM spot.iana_names WHERE FALSE");
    proxy.publish("spot", 4, Map.of());
    assertEquals(
        List.of(
            "201\t10.0.0.1\t200\t80\tNULL\tNULL\tNULL",
            "205\tfe80::1\tNULL\tNULL\tNULL\tNULL\tNULL",
            "206\t10.0.0.3\t999\tNULL\tNULL\tNULL\tNULL",
            "207\tno ip\t302\t443\tNULL\tNULL\tNULL"),
        scores());
  }

  @Test
  @Order(2)
  void theMostSeriousIndicatorOfUriHostAndServerCounts() {
    hive.run("ddl/common.sql", Map.of("dbname", "spot", "huser", hive.folder("user/spot")));
    proxy.insert(
        "threat_intelligence",
        "feed = 'abuse'",
        List.of(
            "'evil.info', 'domain', 'low', 'its domain', CAST(NULL AS STRING)",
            "'192.0.2.7', 'ip', 'high', 'was its server', '2016-07-07'",
            "'198.51.100.9', 'ip', 'high', 'a host by its address', CAST(NULL AS STRING)",
            "'x.example/p', 'url', 'low', 'a URI', CAST(NULL AS STRING)",
            "'x.example/p', 'url', 'low', 'named twice', CAST(NULL AS STRING)",
            "'2001:db8::/32', 'cidr', 'medium', 'its host', CAST(NULL AS STRING)"));
    String run = proxy.publish("spot", 4, Map.of());
    assertEquals(
        List.of(
            "201\t10.0.0.1\t200\t80\tabuse:Low:1\tOK\tprivate 10/8",
            "205\tfe80::1\tNULL\tNULL\tabuse:High:3\tNULL\tlink local",
            "206\t10.0.0.3\t999\tNULL\tabuse:Medium:2\tNULL\tprivate 10/8",
            "207\tno ip\t302\t443\tNULL\tFound\tNULL"),
        scores());
    assertEquals(List.of(), proxy.scratch(run, TABLES));
  }

  @Test
  @Order(3)
  void mlScoreGrowsWithTheRankThoughTheScoresAreEqual() {
    assertEquals(List.of("4"), proxy.day("COUNT(DISTINCT ml_score)", "scores", "1"));
    assertEquals(
        proxy.day("ml_score", "scores", "ml_score"),
        proxy.day("ml_score", "explanations", "score_rank"));
  }

  @Test
  @Order(4)
  void edgesAreTheRequestsOfTheClientForTheUriWithinTheHourAndTheEventItself() {
    assertEquals(
        List.of(
            "2016-07-08\t03:00:00\t10.0.0.1\tC2.evil.info\tsearch\t200\tGET\tagent\ttext/html\t-\t80\t192.0.2.7\t1000\t500\tc2.evil.info/a?b\t3\tOK",
            "2016-07-08\t03:10:00\tfe80::1\t198.51.100.9:8443\tsearch\t-\tGET\tagent\ttext/html\t-\t-\tNULL\t1000\t500\t198.51.100.9:8443\t3\tNULL",
            "2016-07-08\t03:20:00\t10.0.0.3\t[2001:db8::9]:80\tsearch\t999\tGET\tagent\ttext/html\t-\t99999999999\t-\t1000\t500\thttp://x.example/p/\t3\tNULL",
            "2016-07-08\t03:30:00\tno ip\tok.example\tsearch\t302\tGET\tagent\ttext/html\t-\t443\tNULL\t1000\t500\tok.example/it's\t3\tFound",
            "2016-07-08\t03:59:00\t10.0.0.1\tC2.evil.info\tsearch\t404\tGET\tagent\ttext/html\t-\t80\t192.0.2.7\t1000\t500\tc2.evil.info/a?b\t3\tNot Found"),
        proxy.day(
            "tdate, `time`, clientip, host, webcat, respcode, reqmethod, useragent, resconttype, referer, uriport, serverip,"
                + " scbytes, csbytes, fulluri, hh, respcode_name",
            "edge",
            "`time`"));
  }

  @Test
  @Order(5)
  void theIngestSummaryCountsEveryLoadedEvent() {
    assertEquals(
        List.of(
            "2016-07-08 03:00\t2",
            "2016-07-08 03:10\t1",
            "2016-07-08 03:20\t1",
            "2016-07-08 03:30\t1",
            "2016-07-08 03:59\t1",
            "2016-07-08 04:00\t1",
            // Those without a time.
            "2016-07-08 05:00\t2"),
        proxy.day("tdate, total", "ingest_summary", "tdate"));
    assertEquals(
        hive.rows("SELECT COUNT(*) FROM spot.proxy WHERE y = '2016' AND m = '07' AND d = '08'"),
        hive.rows("SELECT SUM(total) FROM spot.proxy_ingest_summary"));
  }

  @Test
  @Order(6)
  void everyResultHasAnExplanation() {
    assertEquals(
        List.of(
            // No topic of its own has the word, though it had it before.
            "1\t10.0.0.1\t2\t20\t2\t1\tNULL\ttrue\ttrue\t2.0",
            "2\tfe80::1\t0\tNULL\t2\t1\t1\tfalse\ttrue\t2.0",
            "3\t10.0.0.3\t0\tNULL\t2\t1\t1\tfalse\ttrue\t2.0",
            "4\tno ip\t0\tNULL\t2\t1\t1\tfalse\ttrue\t2.0"),
        proxy.day(
            "score_rank, ip, ip_occurrences, ip_words, all_occurrences, all_ips, topic, seen_here, seen_anywhere, surprisal_bits",
            "explanations",
            "score_rank"));
    assertTrue(
        proxy
            .day("explanation", "explanations", "score_rank")
            .get(0)
            .startsWith("10.0.0.1 to C2.evil.info: GET at 3h, no popular or own domain,"));
  }

  @Test
  @Order(7)
  void aRerunGivesTheSame() {
    List<String> before = proxy.everything(TABLES);
    proxy.publish("spot", 4, Map.of());
    assertEquals(before, proxy.everything(TABLES));
  }

  @Test
  @Order(8)
  void theStoryOfOneEventIsTold() {
    List<String> story = proxy.why(1);
    assertTrue(story.get(1).startsWith("1\t2016-07-08\t03:00:00\t10.0.0.1\t"), story.get(1));
    assertTrue(story.get(2).startsWith("10.0.0.1 to C2.evil.info: GET at 3h"), story.get(2));
    // Two requests of the hour.
    assertEquals(5, story.size(), story.toString());
    assertThrows(IllegalArgumentException.class, () -> proxy.why(5));
  }

  @Test
  @Order(8)
  void everythingAboutAUriAHostOrAClientIsFound() {
    List<String> found = proxy.expandedSearch("c2.evil.info/a?b");
    assertEquals(
        List.of("03:00:00", "03:00:30", "03:59:00", "04:00:00", "24:00:00", "NULL"),
        found.stream().limit(6).map(row -> row.split("\t")[1]).toList());
    assertEquals(
        List.of("spot\t1", "spot\t5"),
        found.stream().skip(6).map(row -> row.replaceFirst("(\t[^\t]*)\t.*", "$1")).toList());
    assertEquals(found, proxy.expandedSearch("C2.evil.info"));
    assertEquals(2, proxy.expandedSearch("fe80::1").size());
  }

  /** What its API asks for, in our words; for Hive, time is a keyword. */
  @Test
  @Order(9)
  void apacheSpotsFrontEndFindsItsRows() {
    String day = " y = 2016 AND m = 7 AND d = 8";
    String unjudged =
        "SELECT ps.tdate, ps.`time`, ps.clientip, ps.host, ps.reqmethod, ps.useragent, ps.resconttype, ps.duration, ps.username,"
            + " ps.webcat, ps.referer, ps.respcode, ps.uriport, ps.uripath, ps.uriquery, ps.serverip, ps.scbytes, ps.csbytes,"
            + " ps.fulluri, ps.ml_score, ps.uri_rep, ps.respcode_name, ps.network_context"
            + " FROM spot.proxy_scores ps LEFT JOIN spot.proxy_threat_investigation pt ON (ps.fulluri = pt.fulluri)"
            + " WHERE ps.y = 2016 AND ps.m = 7 AND ps.d = 8 AND (pt.fulluri IS NULL)%s ORDER BY ps.ml_score LIMIT 250";
    assertEquals(
        List.of("201", "205", "206", "207"),
        hive.rows(unjudged.formatted("")).stream().map(row -> row.split("\t")[7]).toList());
    assertEquals(
        1,
        hive.rows(unjudged.formatted(" AND ps.fulluri LIKE '%evil%' AND ps.clientip = '10.0.0.1'"))
            .size());
    assertEquals(
        2,
        hive.rows(
                "SELECT tdate, `time`, clientIp, host, webcat, respcode, respcode_name, reqmethod, useragent, resconttype, referer,"
                    + " uriport, serverip, scbytes, csbytes, fulluri, hh FROM spot.proxy_edge WHERE"
                    + day
                    + " AND (fulluri = "
                    + C2
                    + " AND clientIp = '10.0.0.1')")
            .size());
    assertEquals(
        7,
        hive.rows(
                "SELECT tdate, total FROM spot.proxy_ingest_summary WHERE (y >= 2016 AND y <= 2016) AND (m >= 7 AND m <= 7)"
                    + " AND (d >= 8 AND d <= 8)")
            .size());
    assertEquals(
        6,
        hive.rows(
                "SELECT p_date, p_time, clientip, username, duration, fulluri, webcat, respcode, reqmethod, useragent,"
                    + " resconttype, referer, uriport, serverip, scbytes, csbytes FROM spot.proxy"
                    + " WHERE y = '2016' AND m = '07' AND d = '08' AND (fulluri = "
                    + C2
                    + " OR referer = "
                    + C2
                    + ") ORDER BY p_time")
            .size());
    assertEquals(
        List.of("201"),
        hive.rows("SELECT duration FROM spot.proxy_scores WHERE" + day + " AND fulluri = " + C2));
    hive.execute(
        "INSERT INTO spot.proxy_threat_investigation PARTITION (y = 2016, m = 7, d = 8) VALUES ('2016-07-08', "
            + C2
            + ", 1); INSERT INTO spot.proxy_storyboard PARTITION (y = 2016, m = 7, d = 8) VALUES ("
            + C2
            + ", 'A title', 'A story'); INSERT INTO spot.proxy_timeline PARTITION (y = 2016, m = 7, d = 8)"
            + " SELECT fulluri, CONCAT(p_date, ' ', MIN(p_time)), CONCAT(p_date, ' ', MAX(p_time)), SUM(duration), clientip,"
            + " respcode, 'OK' FROM spot.proxy WHERE y = '2016' AND m = '07' AND d = '08' AND duration = 201"
            + " GROUP BY fulluri, clientip, p_time, respcode, p_date");
    assertEquals(3, hive.rows(unjudged.formatted("")).size());
    assertEquals(
        List.of("2016-07-08\tc2.evil.info/a?b\t1"),
        hive.rows(
            "SELECT tdate, fulluri, uri_sev FROM spot.proxy_threat_investigation WHERE" + day));
    assertEquals(
        List.of("c2.evil.info/a?b\tA title\tA story"),
        hive.rows("SELECT p_threat, title, text FROM spot.proxy_storyboard WHERE" + day));
    assertEquals(
        List.of(
            "c2.evil.info/a?b\t2016-07-08 03:00:00\t2016-07-08 03:00:00\t201\t10.0.0.1\t200\tOK"),
        hive.rows(
            "SELECT p_threat, tstart, tend, duration, clientip, respcode, respcodename FROM spot.proxy_timeline WHERE"
                + day
                + " AND p_threat = "
                + C2));
  }

  @Test
  @Order(10)
  void groupsOfMethodProfileArePublishedByTheirFirstRow() {
    String group = "10.0.0.1 event|GET|text/html|k0-name|k2|200|80|b3|w2|u2";
    proxy.scored(
        "profile",
        COLUMNS,
        EVENTS,
        "duration",
        grouped(201, "0.01", 1, group, 2, "0.1", "-2"),
        grouped(202, "0.01", 2, group, 2, "0.1", "-2"),
        grouped(207, "0.02", 3, "no ip fan|k0|p1|n2", 3, "1", "-1"));
    proxy.publish("profile", 300, Map.of());
    assertEquals(List.of("201", "207"), proxy.day("duration", "scores", "ml_score"));
    assertEquals(
        List.of(
            "1\t10.0.0.1\tevent|GET|text/html|k0-name|k2|200|80|b3|w2|u2",
            "3\tno ip\tfan|k0|p1|n2"),
        proxy.day("score_rank, ip, word", "explanations", "score_rank"));
  }

  @Test
  @Order(11)
  void hueRunsEveryDocument() throws IOException {
    List<String> documents = HueStatements.of("proxy", Map.of("run_id", "1467961125999"));
    assertEquals(15, documents.size());
    documents.forEach(hive::execute);
    assertEquals(
        List.of("analyst"),
        hive
            .rows(
                "SELECT author FROM spot.proxy_feedback WHERE feedback_id = 'judged-1467961125999'")
            .stream()
            .distinct()
            .toList());
  }

  private static List<String> scores() {
    return proxy.day(
        "duration, clientip, respcode, uriport, uri_rep, respcode_name, network_context",
        "scores",
        "ml_score");
  }

  private static void events(String hour, String... rows) {
    proxy.insert("proxy", "y = '2016', m = '07', d = '08', h = '" + hour + "'", List.of(rows));
  }

  private static String request(
      String time,
      int duration,
      String client,
      String host,
      String status,
      String port,
      String server,
      String uri) {
    return ("'2016-07-08', CAST(%s AS STRING), '%s', '%s', 'GET', 'agent', 'text/html', %d, 'alice', '-', '-', '-', 'search',"
            + " '-', '%s', 'TCP_HIT', 'http', '%s', '/', '-', '-', CAST(%s AS STRING), 1000, 500, '-', '-', '-', %s")
        .formatted(time, client, host, duration, status, port, server, uri);
  }
}
