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
 * A day of DNS answers, each of a length of its own, of which some are published for the front end.
 * Its hour 5 begins at 1467954000.
 */
@TestMethodOrder(OrderAnnotation.class)
class OaDnsSqlTest {
  @RegisterExtension static final HiveSql hive = HiveSql.onMapReduce();

  private static final AnalyticsSql dns = new AnalyticsSql(hive, "dns");
  private static final String[] TABLES = {
    "scores", "edge", "dendro", "ingest_summary", "explanations"
  };
  private static final String TUNNEL = "'x1.t.evil.info'";
  private static final String WORD = "0_6_5_3_10_2_16_0";
  private static final String COLUMNS =
      "frame_time, unix_tstamp, frame_len, ip_dst, dns_qry_name, dns_qry_class, dns_qry_type, dns_qry_rcode, '"
          + WORD
          + "'";
  private static final String EVENTS =
      "(SELECT * FROM spot.dns WHERE y = 2016 AND m = 7 AND d = 8)";

  @BeforeAll
  static void aDayOfDns() {
    dns.create();
    events(
        5,
        answer("1467954000", 101, "10.0.0.1", TUNNEL, "'0x00000001'", 16, 0, "v=1"),
        answer("1467957599", 102, "10.0.0.2", TUNNEL, "'0x00000001'", 16, 0, "v=2"),
        answer("1467954600", 104, "2001:db8::7", "'WWW.Example.co.uk.'", "'1'", 1, 3, ""),
        answer("1467954900", 105, "no ip", "'192.0.2.7'", "'5'", 65280, 99, ""),
        answer("1467955200", 106, "10.0.0.1", "'www.example.com'", "'1'", 1, 0, "192.0.2.80"),
        answer("1467955800", 107, "10.0.0.1", "'www.example.com'", "'1'", 1, 0, "192.0.2.80"),
        // Not valid: no name.
        answer("1467954000", 110, "10.0.0.9", "'(empty)'", "'1'", 1, 0, ""));
    events(6, answer("1467957600", 103, "10.0.0.1", TUNNEL, "'1'", 16, 0, "v=1"));
    events(
        7,
        // Not valid: no time.
        answer("-1", 108, "10.0.0.9", TUNNEL, "'1'", 16, 0, ""),
        answer("NULL", 109, "10.0.0.9", TUNNEL, "'1'", 16, 0, ""));
    // Another day, which nothing below may touch or count.
    dns.insert(
        "dns",
        "y = 2016, m = 7, d = 9, h = 5",
        List.of(answer("1467954000", 101, "10.0.0.1", TUNNEL, "'1'", 16, 0, "v=1")));
    dns.scored(
        "spot",
        COLUMNS,
        EVENTS,
        "frame_len",
        result(101, "0.25", 1),
        result(104, "0.25", 2),
        result(105, "0.25", 3),
        result(106, "0.5", 4));
    dns.model(
        "spot",
        "psl",
        Map.of("10.0.0.1", 20),
        Map.of("10.0.0.1", new double[] {0.25, 0.75}),
        "1_6_3_3_10_2_1_0",
        // 0.0625 and 0.09375.
        Map.of(WORD, new double[] {0.25, 0.125}));
    String word = "'" + WORD + "', CAST(%d AS BIGINT), 'psl'";
    dns.counted(7, "spot", "'10.0.0.1', " + word.formatted(2), "'10.0.0.5', " + word.formatted(4));
  }

  @Test
  @Order(1)
  void withNothingKnownOfAnyNameEveryResultIsThere() {
    hive.execute(
        "INSERT OVERWRITE TABLE spot.network_context SELECT * FROM spot.network_context WHERE FALSE;"
            + " INSERT OVERWRITE TABLE spot.iana_names SELECT * FROM spot.iana_names WHERE FALSE");
    dns.publish("spot", 3, Map.of());
    String none = "\tNULL\tNULL\tNULL\tNULL";
    assertEquals(
        List.of(
            "101\t10.0.0.1\tevil.info\tNULL\t5" + none,
            "104\t2001:db8::7\texample.co.uk\tNULL\t5" + none,
            "105\tno ip\tNULL\tNULL\t5" + none),
        scores());
  }

  @Test
  @Order(2)
  void namesNetworksAndIndicatorsAreAdded() {
    hive.run("ddl/common.sql", Map.of("dbname", "spot", "huser", hive.folder("user/spot")));
    hive.execute("INSERT INTO spot.network_context VALUES ('10.0.0.1/32', 'desk', TRUE)");
    dns.insert(
        "threat_intelligence",
        "feed = 'abuse'",
        List.of(
            "'evil.info', 'domain', 'medium', 'a tunnel', CAST(NULL AS STRING)",
            "'t.evil.info', 'domain', 'low', 'less serious', CAST(NULL AS STRING)",
            "'il.info', 'domain', 'high', 'no label of it', CAST(NULL AS STRING)",
            "'co.uk', 'domain', 'low', 'two labels', '2016-07-08'",
            "'example.co.uk', 'domain', 'high', 'was one', '2016-07-07'",
            "'192.0.2.7', 'ip', 'high', 'no name', CAST(NULL AS STRING)"));
    String run = dns.publish("spot", 3, Map.of());
    assertEquals(
        List.of(
            "101\t10.0.0.1\tevil.info\tabuse:Medium:2\t5\tInternet (IN)\tTXT\tNoError\tdesk",
            "104\t2001:db8::7\texample.co.uk\tabuse:Low:1\t5\tInternet (IN)\tA\tNXDomain\tNULL",
            "105\tno ip\tNULL\tNULL\t5\tNULL\tNULL\tNULL\tNULL"),
        scores());
    assertEquals(List.of(), dns.scratch(run, TABLES));
  }

  @Test
  @Order(3)
  void mlScoreGrowsWithTheRankThoughTheScoresAreEqual() {
    assertEquals(
        List.of("101\ttrue", "104\tfalse", "105\tfalse"),
        dns.day("frame_len, ml_score = CAST(0.25 AS FLOAT)", "scores", "ml_score"));
    assertEquals(List.of("3"), dns.day("COUNT(DISTINCT ml_score)", "scores", "1"));
    assertEquals(
        dns.day("ml_score", "scores", "ml_score"),
        dns.day("ml_score", "explanations", "score_rank"));
  }

  @Test
  @Order(4)
  void edgesAreTheAnswersAboutTheNameWithinTheHourAndTheEventItself() {
    assertEquals(
        List.of(
            "1467954000\t101\t10.0.0.1\t10.0.0.53\tx1.t.evil.info\t0x00000001\t16\t0\tv=1\t5\tInternet (IN)\tTXT\tNoError\tdesk",
            "1467957599\t102\t10.0.0.2\t10.0.0.53\tx1.t.evil.info\t0x00000001\t16\t0\tv=2\t5\tInternet (IN)\tTXT\tNoError\tprivate 10/8",
            "1467954600\t104\t2001:db8::7\t10.0.0.53\tWWW.Example.co.uk.\t1\t1\t3\t\t5\tInternet (IN)\tA\tNXDomain\tNULL",
            "1467954900\t105\tno ip\t10.0.0.53\t192.0.2.7\t5\t65280\t99\t\t5\tNULL\tNULL\tNULL\tNULL"),
        dns.day(
            "unix_tstamp, frame_len, ip_dst, ip_src, dns_qry_name, dns_qry_class, dns_qry_type, dns_qry_rcode, dns_a, hh,"
                + " dns_qry_class_name, dns_qry_type_name, dns_qry_rcode_name, network_context",
            "edge",
            "frame_len"));
  }

  @Test
  @Order(5)
  void theDendrogramHasWhatTheClientsWereAnsweredOnTheDay() {
    assertEquals(
        List.of(
            "1467954000\tv=1\tx1.t.evil.info\t10.0.0.1",
            "1467954600\t\tWWW.Example.co.uk.\t2001:db8::7",
            "1467954900\t\t192.0.2.7\tno ip",
            "1467955200\t192.0.2.80\twww.example.com\t10.0.0.1"),
        dns.day("unix_tstamp, dns_a, dns_qry_name, ip_dst", "dendro", "unix_tstamp"));
  }

  @Test
  @Order(6)
  void theIngestSummaryCountsEveryLoadedEvent() {
    assertEquals(
        List.of(
            "2016-07-08 05:00\t2",
            "2016-07-08 05:10\t1",
            "2016-07-08 05:15\t1",
            "2016-07-08 05:20\t1",
            "2016-07-08 05:30\t1",
            "2016-07-08 05:59\t1",
            "2016-07-08 06:00\t1",
            // Those without a time.
            "2016-07-08 07:00\t2"),
        dns.day("tdate, total", "ingest_summary", "tdate"));
    assertEquals(
        hive.rows("SELECT COUNT(*) FROM spot.dns WHERE y = 2016 AND m = 7 AND d = 8"),
        hive.rows("SELECT SUM(total) FROM spot.dns_ingest_summary"));
  }

  @Test
  @Order(7)
  void everyResultHasAnExplanation() {
    assertEquals(
        List.of(
            "1\t10.0.0.1\t2\t20\t6\t2\t1\ttrue\ttrue\t2.0",
            // The mix of an unknown IP: 0.03125 and 0.109375.
            "2\t2001:db8::7\t0\tNULL\t6\t2\t1\tfalse\ttrue\t2.0",
            "3\tno ip\t0\tNULL\t6\t2\t1\tfalse\ttrue\t2.0"),
        dns.day(
            "score_rank, ip, ip_occurrences, ip_words, all_occurrences, all_ips, topic, seen_here, seen_anywhere, surprisal_bits",
            "explanations",
            "score_rank"));
    List<String> told = dns.day("explanation", "explanations", "score_rank");
    assertTrue(
        told.get(0)
            .startsWith(
                "10.0.0.1 asking for x1.t.evil.info: no popular or own domain, frame of 64-127 bytes at 5h"
                    + " UTC,"),
        told.get(0));
    assertTrue(
        told.get(1)
            .endsWith(
                " 2 bits of surprise: a chance of about 1 in 2^2. On the days of the model this address is unknown, anybody in"
                    + " 6 of 1000 (addresses with it: 2). Fits best with topic 1. On an earlier day only others had it."),
        told.get(1));
  }

  @Test
  @Order(8)
  void aRerunGivesTheSame() {
    List<String> before = dns.everything(TABLES);
    dns.publish("spot", 3, Map.of());
    assertEquals(before, dns.everything(TABLES));
  }

  @Test
  @Order(9)
  void theStoryOfOneEventIsTold() {
    List<String> story = dns.why(1);
    assertTrue(story.get(1).startsWith("1\t1467954000\t"), story.get(1));
    assertTrue(
        story.get(2).startsWith("10.0.0.1 asking for x1.t.evil.info: no popular or own domain"),
        story.get(2));
    // Two answers of the hour, two of the client.
    assertEquals(7, story.size(), story.toString());
    assertThrows(IllegalArgumentException.class, () -> dns.why(4));
  }

  @Test
  @Order(9)
  void everythingAboutAClientANameOrADomainIsFound() {
    String ofTheDomain =
        "spot\t1\t0.25\tJul  8 2016 05:00:00.000000000 UTC\t10.0.0.1\tx1.t.evil.info\t16\t0\tNULL\tNULL\tNULL";
    assertEquals(
        List.of(
            "2\tx1.t.evil.info\t10.0.0.1\t1467954000\t1467957600\t0",
            "2\tx1.t.evil.info\t10.0.0.9\t-1\t-1\t0",
            "1\tx1.t.evil.info\t10.0.0.2\t1467957599\t1467957599\t0",
            ofTheDomain),
        dns.expandedSearch("evil.info"));
    assertEquals(dns.expandedSearch("evil.info"), dns.expandedSearch("x1.t.evil.info"));
    assertEquals(
        "1\tWWW.Example.co.uk.\t2001:db8::7\t1467954600\t1467954600\t1",
        dns.expandedSearch("2001:db8::7").get(0));
  }

  /** What its API asks for, in our words. */
  @Test
  @Order(10)
  void apacheSpotsFrontEndFindsItsRows() {
    String day = " y = 2016 AND m = 7 AND d = 8";
    String unjudged =
        "SELECT ds.unix_tstamp, frame_len, ds.ip_dst, ds.dns_qry_name, dns_qry_class, dns_qry_type, dns_qry_rcode, ml_score,"
            + " tld, query_rep, hh, dns_qry_class_name, dns_qry_type_name, dns_qry_rcode_name, network_context"
            + " FROM spot.dns_scores ds LEFT JOIN spot.dns_threat_investigation dt ON (ds.dns_qry_name = dt.dns_qry_name)"
            + " WHERE ds.y = 2016 AND ds.m = 7 AND ds.d = 8 AND (dt.dns_qry_name IS NULL)%s ORDER BY ds.ml_score LIMIT 250";
    assertEquals(
        List.of("101", "104", "105"),
        hive.rows(unjudged.formatted("")).stream().map(row -> row.split("\t")[1]).toList());
    assertEquals(
        1,
        hive.rows(
                unjudged.formatted(" AND ds.ip_dst = '10.0.0.1' AND ds.dns_qry_name LIKE '%evil%'"))
            .size());
    assertEquals(
        2,
        hive.rows(
                "SELECT unix_tstamp, frame_len, ip_dst, ip_src, dns_qry_name, dns_qry_class, dns_qry_type, dns_qry_rcode, dns_a,"
                    + " dns_qry_type_name, dns_qry_rcode_name, dns_qry_class_name FROM spot.dns_edge WHERE"
                    + day
                    + " AND hh = 5 AND dns_qry_name = 'x1.t.evil.info'")
            .size());
    assertEquals(
        2,
        hive.rows(
                "SELECT ip_dst, dns_a, dns_qry_name, ip_dst FROM spot.dns_dendro WHERE"
                    + day
                    + " AND ip_dst = '10.0.0.1'")
            .size());
    assertEquals(
        8,
        hive.rows(
                "SELECT tdate, total FROM spot.dns_ingest_summary WHERE (y >= 2016 AND y <= 2016) AND (m >= 7 AND m <= 7)"
                    + " AND (d >= 8 AND d <= 8)")
            .size());
    assertEquals(
        List.of("2\tx1.t.evil.info\t10.0.0.1", "2\twww.example.com\t10.0.0.1"),
        hive
            .rows(
                "SELECT COUNT(dns_qry_name) AS total, dns_qry_name, ip_dst FROM spot.dns WHERE"
                    + day
                    + " AND ip_dst = '10.0.0.1' GROUP BY dns_qry_name, ip_dst ORDER BY total DESC LIMIT 20")
            .stream()
            .sorted((a, b) -> b.compareTo(a))
            .toList());
    assertEquals(
        List.of("101"),
        hive.rows(
            "SELECT frame_len FROM spot.dns_scores WHERE"
                + day
                + " AND (ip_dst = '10.0.0.1' OR dns_qry_name = 'x1.t.evil.info')"));
    hive.execute(
        "INSERT INTO spot.dns_threat_investigation PARTITION (y = 2016, m = 7, d = 8)"
            + " VALUES (1467954000, '10.0.0.1', 'x1.t.evil.info', 0, 1);"
            + " INSERT INTO spot.dns_storyboard PARTITION (y = 2016, m = 7, d = 8)"
            + " VALUES ('10.0.0.1', 'x1.t.evil.info', 'A title', 'A story');"
            + " INSERT INTO spot.dns_threat_dendro PARTITION (y = 2016, m = 7, d = 8)"
            + " VALUES ('x1.t.evil.info', 2, 'x1.t.evil.info', '10.0.0.1')");
    assertEquals(2, hive.rows(unjudged.formatted("")).size());
    assertEquals(
        List.of("1467954000\t10.0.0.1\tx1.t.evil.info\t0\t1"),
        hive.rows(
            "SELECT unix_tstamp, ip_dst, dns_qry_name, ip_sev, dns_sev FROM spot.dns_threat_investigation WHERE"
                + day));
    assertEquals(
        List.of("10.0.0.1\tx1.t.evil.info\tA title\tA story"),
        hive.rows(
            "SELECT ip_threat, dns_threat, title, text FROM spot.dns_storyboard WHERE" + day));
    assertEquals(
        List.of("x1.t.evil.info\t2\t10.0.0.1"),
        hive.rows(
            "SELECT anchor, total, ip_dst FROM spot.dns_threat_dendro WHERE"
                + day
                + " AND anchor = 'x1.t.evil.info'"));
  }

  @Test
  @Order(11)
  void groupsOfMethodProfileArePublishedByTheirFirstRow() {
    String group = "10.0.0.1 event|t16|rc0|k0|l4|d2|f8";
    dns.scored(
        "profile",
        COLUMNS,
        EVENTS,
        "frame_len",
        grouped(101, "0.01", 1, group, 2, "0.1", "-2"),
        grouped(103, "0.01", 2, group, 2, "0.1", "-2"),
        grouped(105, "0.02", 3, "no ip fan|nx|p4|n6", 40, "1", "-1"));
    dns.publish("profile", 300, Map.of());
    assertEquals(List.of("101", "105"), dns.day("frame_len", "scores", "ml_score"));
    assertEquals(
        List.of("1\t10.0.0.1\tevent|t16|rc0|k0|l4|d2|f8", "3\tno ip\tfan|nx|p4|n6"),
        dns.day("score_rank, ip, word", "explanations", "score_rank"));
  }

  @Test
  @Order(12)
  void hueRunsEveryDocument() throws IOException {
    List<String> documents = HueStatements.of("dns", Map.of("run_id", "1467961125999"));
    assertEquals(15, documents.size());
    documents.forEach(hive::execute);
    assertEquals(
        List.of("analyst"),
        hive
            .rows("SELECT author FROM spot.dns_feedback WHERE feedback_id = 'judged-1467961125999'")
            .stream()
            .distinct()
            .toList());
  }

  private static List<String> scores() {
    return dns.day(
        "frame_len, ip_dst, tld, query_rep, hh, dns_qry_class_name, dns_qry_type_name, dns_qry_rcode_name, network_context",
        "scores",
        "ml_score");
  }

  private static void events(int hour, String... rows) {
    dns.insert("dns", "y = 2016, m = 7, d = 8, h = " + hour, List.of(rows));
  }

  private static String answer(
      String time,
      int length,
      String client,
      String name,
      String qclass,
      int type,
      int rcode,
      String answer) {
    return "'Jul  8 2016 05:00:00.000000000 UTC', CAST(%s AS BIGINT), %d, '%s', '10.0.0.53', %s, %s, %d, %d, '%s'"
        .formatted(time, length, client, name, qclass, type, rcode, answer);
  }
}
