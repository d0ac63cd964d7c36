/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
 * A day of flows, each with a source port of its own, of which some are published for the front
 * end.
 */
@TestMethodOrder(OrderAnnotation.class)
class OaFlowSqlTest {
  @RegisterExtension static final HiveSql hive = HiveSql.onMapReduce();

  private static final AnalyticsSql flow = new AnalyticsSql(hive, "flow");
  private static final String[] TABLES = {
    "scores", "edge", "chords", "ingest_summary", "explanations"
  };
  private static final String COLUMNS =
      "treceived, tryear, trmonth, trday, trhour, trminute, trsec, tdur, sip, dip, sport, dport, proto, ipkt, ibyt, opkt,"
          + " obyt, src_word, dst_word";
  private static final String EVENTS =
      "(SELECT * FROM spot.flow_events WHERE y = 2016 AND m = 7 AND d = 8)";
  private static final String NONE = "\tNULL\tNULL\tNULL\tNULL\tNULL\tNULL";
  private static final String GROUP = "event|src-ext-to443|TCP-SA|b3|k0|r2";

  @BeforeAll
  static void aDayOfFlows() {
    flow.create();
    events(
        3,
        flow("03:05:10", "10.0.0.3", "192.0.2.9", 50001, 443, "TCP", "10", "1000"),
        // The way back within the minute, then the next minute, then another hour.
        flow("03:05:59", "192.0.2.9", "10.0.0.3", 443, 50001, "TCP", "4", "4000"),
        flow("03:06:00", "10.0.0.3", "192.0.2.9", 50003, 443, "TCP", "1", "100"),
        flow("03:07:00", "10.0.0.3", "2001:db8::5", 50005, 53, "UDP", "1", "60"),
        flow("03:08:00", "not-an-ip", "224.0.0.251", 50006, 5353, "UDP", "1", "60"),
        flow("03:09:00", "::ffff:10.0.0.7", "198.51.100.77", 50007, 22, "TCP", "10", "1000"));
    events(4, flow("04:05:10", "10.0.0.3", "192.0.2.9", 50004, 443, "TCP", "1", "200"));
    events(
        5,
        // Not valid: an hour that does not exist, a negative count.
        flow(
            "2016-07-08 24:05:10",
            "24",
            "5",
            "10.0.0.3",
            "192.0.2.9",
            50010,
            443,
            "TCP",
            "-3",
            "7"),
        // Not valid: no address, no minute.
        flow("2016-07-08 05:00:00", "5", "NULL", null, "192.0.2.9", 50011, 443, "TCP", "1", "1"));
    events(
        23,
        flow("23:59:59", "10.0.0.3", "192.0.2.9", 50008, 443, "TCP", "1", "9223372036854775806"),
        flow("23:59:59", "10.0.0.3", "192.0.2.9", 50009, 443, "TCP", "1", "9223372036854775806"));
    // Another day, which nothing below may touch or count.
    hive.execute(
        "INSERT INTO spot.flow PARTITION (y = 2016, m = 7, d = 9, h = 3) "
            + InlineRows.select(
                flow("03:05:10", "10.0.0.3", "192.0.2.9", 50001, 443, "TCP", "10", "1000")));
    flow.scored(
        "spot",
        COLUMNS,
        EVENTS,
        "sport",
        // Both are 0 as FLOAT; then two equal ones.
        result(50001, "1e-50", 1),
        result(50005, "1e-50", 2),
        result(50006, "0.125", 3),
        result(50007, "0.125", 4),
        result(50004, "0.5", 5));
    flow.model(
        "spot",
        "spot",
        Map.of("10.0.0.3", 12, "192.0.2.9", 40),
        Map.of("10.0.0.3", new double[] {1, 0}, "192.0.2.9", new double[] {0.5, 0.5}),
        "-1_443_TCP_3_10_4",
        Map.of(
            // 0.5 at 10.0.0.3; 0.0625 + 0.03125 at 192.0.2.9, the smaller.
            "443_TCP_3_10_4", new double[] {0.5, 0},
            "-1_443_TCP_3_10_4", new double[] {0.125, 0.0625}));
    String word = "'-1_443_TCP_3_10_4', CAST(%d AS BIGINT), '%s'";
    flow.counted(1, "spot", "'192.0.2.9', " + word.formatted(100, "spot"));
    flow.counted(6, "spot", "'192.0.2.10', " + word.formatted(5, "spot"));
    flow.counted(
        7,
        "spot",
        "'192.0.2.9', " + word.formatted(3, "spot"),
        "'192.0.2.9', " + word.formatted(1000, "psl"));
    flow.counted(8, "spot", "'192.0.2.9', " + word.formatted(1, "spot"));
    flow.counted(7, "profile", "'192.0.2.9', " + word.formatted(10000, "spot"));
  }

  @Test
  @Order(1)
  void withNothingKnownOfAnyAddressEveryResultIsThere() {
    hive.execute(
        "INSERT OVERWRITE TABLE spot.network_context SELECT * FROM spot.network_context WHERE FALSE");
    flow.publish("spot", 4, Map.of());
    assertEquals(
        List.of(
            "1\t10.0.0.3\t192.0.2.9\t0\t0" + NONE,
            "2\t10.0.0.3\t2001:db8::5\t0\t0" + NONE,
            "3\tnot-an-ip\t224.0.0.251\tNULL\t0" + NONE,
            "4\t::ffff:10.0.0.7\t198.51.100.77\t0\t0" + NONE),
        scores());
  }

  @Test
  @Order(2)
  void theMostSpecificNetworkAndTheMostSeriousIndicatorCount() {
    hive.execute(
        "INSERT INTO spot.network_context "
            + InlineRows.select(
                "'10.0.0.0/8', 'private', TRUE",
                "'10.0.0.3/32', 'guest', FALSE",
                "'10.0.0.7/24', 'lab', TRUE",
                "'2001:DB8:0::/32', 'lab v6', TRUE",
                "'no network', 'nowhere', TRUE"));
    flow.insert(
        "geoip_networks",
        "database_kind = 'city'",
        List.of(
            place("192.0.2.0/24", 24, "'US'", "'United States'", "'Springfield'", "NULL", "NULL"),
            place("192.0.2.8/29", 29, "'US'", "'United States'", "'Shelbyville'", "NULL", "NULL"),
            // An unknown country.
            place("198.51.100.0/24", 24, "NULL", "NULL", "'Nowhere'", "NULL", "NULL")));
    flow.insert(
        "geoip_networks",
        "database_kind = 'country'",
        List.of(
            place("192.0.2.0/24", 24, "'CA'", "'Canada'", "NULL", "NULL", "NULL"),
            place("2001:db8::/32", 32, "'ZZ'", "NULL", "NULL", "NULL", "NULL")));
    flow.insert(
        "geoip_networks",
        "database_kind = 'asn'",
        List.of(
            place("192.0.2.0/24", 24, "NULL", "NULL", "NULL", "64500", "'Example Net'"),
            place("198.51.100.0/24", 24, "NULL", "NULL", "NULL", "64501", "NULL")));
    flow.insert(
        "threat_intelligence",
        "feed = 'abuse'",
        List.of(
            "'192.0.2.9', 'ip', 'low', 'scanner', CAST(NULL AS STRING)",
            "'192.0.2.0/24', 'cidr', 'high', 'botnet', CAST(NULL AS STRING)",
            "'198.51.100.77', 'ip', 'high', 'was one', '2016-07-07'",
            "'198.51.100.64/26', 'cidr', 'medium', 'is one', '2016-07-08'"));
    String run = flow.publish("spot", 4, Map.of());
    String bad = "\tabuse:High:3";
    assertEquals(
        List.of(
            "1\t10.0.0.3\t192.0.2.9\t0\t0\tNULL\tUnited States;Shelbyville\tNULL\tAS64500 Example Net\tNULL"
                + bad,
            "2\t10.0.0.3\t2001:db8::5\t0\t1\tNULL\tZZ\tNULL\tNULL\tNULL\tNULL",
            "3\tnot-an-ip\t224.0.0.251\tNULL\t0" + NONE,
            "4\t::ffff:10.0.0.7\t198.51.100.77\t1\t0\tNULL\tNULL\tNULL\tAS64501\tNULL\tabuse:Medium:2"),
        scores());
    assertEquals(List.of(), flow.scratch(run, TABLES));
  }

  /** 2^-126 and the next float; 0.125 and the next, 0.125 + 2^-26. */
  @Test
  @Order(3)
  void mlScoreGrowsWithTheRank() {
    assertEquals(
        List.of("true\tfalse", "true\ttrue", "true\tfalse", "true\ttrue"),
        flow.day(
            "ml_score >= CAST(1.17549435E-38 AS FLOAT) AND ml_score <= CAST(0.12500002 AS FLOAT),"
                + " `rank` IN (2, 4) AND ml_score > CASE WHEN `rank` = 2 THEN CAST(1.17549435E-38 AS FLOAT) ELSE CAST(0.125 AS FLOAT) END",
            "scores",
            "`rank`"));
    assertEquals(flow.day("`rank`", "scores", "`rank`"), flow.day("`rank`", "scores", "ml_score"));
    assertEquals(
        flow.day("`rank`, ml_score", "scores", "`rank`"),
        flow.day("score_rank, ml_score", "explanations", "score_rank"));
    assertEquals(
        List.of("0.125"), flow.day("CAST(ml_score AS DOUBLE)", "scores", "`rank`").subList(2, 3));
  }

  @Test
  @Order(4)
  void edgesAreTheFlowsOfThePairWithinTheMinuteAndTheEventItself() {
    assertEquals(
        List.of(
            "2016-07-08 03:05:10\t10.0.0.3\t192.0.2.9\t50001\t443\tTCP\t.AP.SF\t8\t1000\t10\t1\t2\t192.0.2.254\t500\t5\t3\t5",
            "2016-07-08 03:05:59\t192.0.2.9\t10.0.0.3\t443\t50001\tTCP\t.AP.SF\t8\t4000\t4\t1\t2\t192.0.2.254\t500\t5\t3\t5",
            "2016-07-08 03:07:00\t10.0.0.3\t2001:db8::5\t50005\t53\tUDP\t.AP.SF\t8\t60\t1\t1\t2\t192.0.2.254\t500\t5\t3\t7",
            "2016-07-08 03:08:00\tnot-an-ip\t224.0.0.251\t50006\t5353\tUDP\t.AP.SF\t8\t60\t1\t1\t2\t192.0.2.254\t500\t5\t3\t8",
            "2016-07-08 03:09:00\t::ffff:10.0.0.7\t198.51.100.77\t50007\t22\tTCP\t.AP.SF\t8\t1000\t10\t1\t2\t192.0.2.254\t500\t5\t3\t9"),
        flow.day(
            "tstart, srcip, dstip, sport, dport, proto, flags, tos, ibyt, ipkt, input, output, rip, obyt, opkt, hh, mn",
            "edge",
            "tstart"));
  }

  /** 1000 + 100 + 200 + twice 2^63 - 2 bytes do not fit; the negative count is none. */
  @Test
  @Order(5)
  void chordsAreTheSumsBetweenAnIpAndItsPeers() {
    assertEquals(
        List.of(
            "10.0.0.3\t10.0.0.3\t192.0.2.9\t9223372036854775807\t14",
            "10.0.0.3\t10.0.0.3\t2001:db8::5\t60\t1",
            "10.0.0.3\t192.0.2.9\t10.0.0.3\t4000\t4"),
        flow.day("ip_threat, srcip, dstip, ibyt, ipkt", "chords", "srcip, dstip"));
    assertEquals(
        hive.rows(
            "SELECT sip, dip, SUM(ipkt) FROM spot.flow WHERE y = 2016 AND m = 7 AND d = 8 AND ipkt > 0"
                + " AND ((sip = '10.0.0.3' AND dip IN ('192.0.2.9', '2001:db8::5')) OR (dip = '10.0.0.3' AND sip = '192.0.2.9'))"
                + " GROUP BY sip, dip ORDER BY sip, dip"),
        flow.day("srcip, dstip, ipkt", "chords", "srcip, dstip"));
  }

  @Test
  @Order(6)
  void theIngestSummaryCountsEveryLoadedEvent() {
    assertEquals(
        List.of(
            "2016-07-08 03:05\t2",
            "2016-07-08 03:06\t1",
            "2016-07-08 03:07\t1",
            "2016-07-08 03:08\t1",
            "2016-07-08 03:09\t1",
            "2016-07-08 04:05\t1",
            // Those whose time can't be read.
            "2016-07-08 05:00\t2",
            "2016-07-08 23:59\t2"),
        flow.day("tdate, total", "ingest_summary", "tdate"));
    assertEquals(
        hive.rows("SELECT COUNT(*) FROM spot.flow WHERE y = 2016 AND m = 7 AND d = 8"),
        hive.rows("SELECT SUM(total) FROM spot.flow_ingest_summary"));
  }

  @Test
  @Order(7)
  void everyResultHasAnExplanation() {
    assertEquals(
        List.of(
            // The end that is less probable, and its topic: 0.0625 is more than 0.03125.
            "1\t192.0.2.9\t-1_443_TCP_3_10_4\t3\t40\t8\t2\t1000\t0\ttrue\ttrue",
            // A word that the model does not know is less probable at an IP that it does not know.
            "2\t2001:db8::5\t-1_53_UDP_3_6_1\t0\tNULL\t0\t0\t1000\tNULL\tfalse\tfalse",
            // Both ends are as probable: the first by its address.
            "3\t224.0.0.251\t333333_UDP_3_6_1\t0\tNULL\t0\t0\t1000\tNULL\tfalse\tfalse",
            "4\t198.51.100.77\t-1_22_TCP_3_10_4\t0\tNULL\t0\t0\t1000\tNULL\tfalse\tfalse"),
        flow.day(
            "score_rank, ip, word, ip_occurrences, ip_words, all_occurrences, all_ips, all_words, topic, seen_here, seen_anywhere",
            "explanations",
            "score_rank"));
    // 50 log2(10) bits, and 3.
    assertEquals(
        List.of("166.0964", "166.0964", "3.0", "3.0"),
        flow.day("ROUND(surprisal_bits, 4)", "explanations", "score_rank"));
    List<String> told = flow.day("explanation", "explanations", "score_rank");
    assertEquals(
        "192.0.2.9 with 10.0.0.3: server of HTTPS (TCP 443), 3h, 512-1023 bytes in 8-15 packets. 166 bits of surprise: a chance of about"
            + " 1 in 2^166. On the days of the model this address had it in 3 of its 40 words, anybody in 8 of 1000"
            + " (addresses with it: 2). Fits best with topic 0 (most of all server of HTTPS (TCP 443), 3h, 512-1023 bytes in 8-15"
            + " packets (50 %)). This address had it on an earlier day.",
        told.get(0));
    assertEquals(
        "224.0.0.251 with not-an-ip: both ports above 1024 (UDP), 3h, 32-63 bytes in 1 packet. 3 bits of surprise: a chance of about 1 in"
            + " 2^3. On the days of the model this address is unknown, anybody in 0 of 1000 (addresses with it: 0). No topic"
            + " of this address has it. On no earlier day that was counted anybody had it.",
        told.get(2));
  }

  @Test
  @Order(8)
  void aRerunGivesTheSame() {
    List<String> before = flow.everything(TABLES);
    flow.publish("spot", 4, Map.of());
    assertEquals(before, flow.everything(TABLES));
  }

  @Test
  @Order(9)
  void theStoryOfOneEventIsTold() {
    List<String> story = flow.why(1);
    assertEquals("true", story.get(0));
    assertTrue(
        story.get(1).startsWith("1\t2016-07-08 03:05:10\t10.0.0.3\t50001\t192.0.2.9\t443\tTCP\t"),
        story.get(1));
    assertTrue(story.get(2).startsWith("192.0.2.9 with 10.0.0.3: server of HTTPS"), story.get(2));
    // Two flows of the minute, three sums of the day.
    assertEquals(8, story.size(), story.toString());
    assertThrows(IllegalArgumentException.class, () -> flow.why(5));
  }

  @Test
  @Order(9)
  void everythingAboutAnAddressIsFound() {
    List<String> found = flow.expandedSearch("192.0.2.9");
    assertEquals(
        List.of(
            "10.0.0.3\t192.0.2.9\t50001\t443\t1\t10\t10.0\t1000\t1000.0",
            "10.0.0.3\t192.0.2.9\t50003\t443\t1\t1\t1.0\t100\t100.0",
            "10.0.0.3\t192.0.2.9\t50004\t443\t1\t1\t1.0\t200\t200.0",
            "10.0.0.3\t192.0.2.9\t50008\t443\t1\t1\t1.0\t9223372036854775806\t9.223372036854776E18",
            "10.0.0.3\t192.0.2.9\t50009\t443\t1\t1\t1.0\t9223372036854775806\t9.223372036854776E18",
            "10.0.0.3\t192.0.2.9\t50010\t443\t1\t-3\t-3.0\t7\t7.0",
            "192.0.2.9\t10.0.0.3\t443\t50001\t1\t4\t4.0\t4000\t4000.0",
            "NULL\t192.0.2.9\t50011\t443\t1\t1\t1.0\t1\t1.0"),
        found.stream().limit(8).map(row -> row.replaceFirst("[^\t]*\t[^\t]*\t", "")).toList());
    assertEquals(
        List.of(
            "spot\t1\t1.0E-50\t2016-07-08 03:05:10\t10.0.0.3\t50001\t192.0.2.9\t443\tTCP\tNULL\tNULL\tNULL",
            "spot\t5\t0.5\t2016-07-08 04:05:10\t10.0.0.3\t50004\t192.0.2.9\t443\tTCP\tNULL\tNULL\tNULL"),
        found.subList(8, found.size()));
    assertEquals(List.of(), flow.expandedSearch("203.0.113.1"));
  }

  /** What its API asks for, in our words. */
  @Test
  @Order(10)
  void apacheSpotsFrontEndFindsItsRows() {
    String unjudged =
        "SELECT fs.tstart, fs.srcip, fs.dstip, fs.sport, fs.dport, proto, ipkt, ibyt, opkt, obyt, ml_score, rank,"
            + " srcip_internal, dstip_internal, src_geoloc, dst_geoloc, src_domain, dst_domain, src_rep, dst_rep"
            + " FROM spot.flow_scores fs LEFT JOIN spot.flow_threat_investigation ft"
            + " ON ((fs.srcip = ft.srcip) OR (fs.dstip = ft.dstip))"
            + " WHERE fs.y = 2016 AND fs.m = 7 AND fs.d = 8 AND (ft.srcip IS NULL AND ft.dstip IS NULL)%s"
            + " ORDER BY rank LIMIT 250";
    assertEquals(4, hive.rows(unjudged.formatted("")).size());
    assertEquals(
        2,
        hive.rows(unjudged.formatted(" AND (fs.srcip = '10.0.0.3' OR fs.dstip = '10.0.0.3')"))
            .size());
    assertEquals(
        2,
        hive.rows(
                "SELECT tstart, srcip, dstip, sport, dport, proto, flags, tos, ibyt, ipkt, input, output, rip, obyt, opkt"
                    + " FROM spot.flow_edge WHERE y = 2016 AND m = 7 AND d = 8 AND hh = 3 AND mn = 5"
                    + " AND ((srcip = '10.0.0.3' AND dstip = '192.0.2.9') OR (srcip = '192.0.2.9' AND dstip = '10.0.0.3'))"
                    + " ORDER BY tstart")
            .size());
    assertEquals(
        3,
        hive.rows(
                "SELECT srcip, dstip, ibyt, ipkt FROM spot.flow_chords"
                    + " WHERE y = 2016 AND m = 7 AND d = 8 AND ip_threat = '10.0.0.3'")
            .size());
    assertEquals(
        8,
        hive.rows(
                "SELECT tdate, total FROM spot.flow_ingest_summary"
                    + " WHERE (y = 2016 AND m = 7 AND d >= 1 AND d <= 31) ORDER BY tdate")
            .size());
    assertEquals(
        List.of(
            "2016-07-08 03:05:10\t2016-07-08 03:05:10\t10.0.0.3\t192.0.2.9\t50001\t443\t1\t10\t10.0\t1000\t1000.0"),
        hive.rows(
            "SELECT MIN(treceived) AS firstseen, MAX(treceived) AS lastseen, sip AS srcip, dip AS dstip, sport AS sport,"
                + " dport AS dport, COUNT(sip) AS conns, MAX(ipkt) AS maxpkts, AVG(ipkt) AS avgpkts, MAX(ibyt) AS maxbyts,"
                + " AVG(ibyt) AS avgbyts FROM spot.flow WHERE y = 2016 AND m = 7 AND d = 8"
                + " AND (sip = '10.0.0.3' OR dip = '10.0.0.3') AND sport = 50001 GROUP BY sip, dip, sport, dport"));
    assertEquals(
        List.of("2016-07-08 03:09:00\t::ffff:10.0.0.7\t198.51.100.77\t50007\t22\t1000\t10"),
        hive.rows(
            "SELECT tstart, srcip, dstip, sport, dport, ibyt, ipkt FROM spot.flow_scores"
                + " WHERE y = 2016 AND m = 7 AND d = 8 AND dstip = '198.51.100.77' AND dport = 22"));
    hive.execute(
        "INSERT INTO spot.flow_threat_investigation PARTITION (y = 2016, m = 7, d = 8)"
            + " VALUES ('2016-07-08 03:09:00', '::ffff:10.0.0.7', '198.51.100.77', 50007, 22, 1);"
            + " INSERT INTO spot.flow_storyboard PARTITION (y = 2016, m = 7, d = 8)"
            + " VALUES ('198.51.100.77', 'A title', 'A story');"
            + " INSERT INTO spot.flow_timeline PARTITION (y = 2016, m = 7, d = 8)"
            + " SELECT '198.51.100.77', MIN(treceived), MAX(treceived), sip, dip, proto, sport, dport, ipkt, ibyt FROM spot.flow"
            + " WHERE y = 2016 AND m = 7 AND d = 8 AND dip = '198.51.100.77' GROUP BY sip, dip, proto, sport, dport, ipkt, ibyt");
    assertEquals(3, hive.rows(unjudged.formatted("")).size());
    assertEquals(
        List.of("2016-07-08 03:09:00\t::ffff:10.0.0.7\t198.51.100.77\t50007\t22\t1"),
        hive.rows(
            "SELECT tstart, srcip, dstip, srcport, dstport, score FROM spot.flow_threat_investigation"
                + " WHERE y = 2016 AND m = 7 AND d = 8"));
    assertEquals(
        List.of("198.51.100.77\tA title\tA story"),
        hive.rows(
            "SELECT ip_threat, title, text FROM spot.flow_storyboard WHERE y = 2016 AND m = 7 AND d = 8"));
    assertEquals(
        1,
        hive.rows(
                "SELECT ip_threat, tstart, tend, srcip, dstip, proto, sport, dport, ipkt, ibyt FROM spot.flow_timeline"
                    + " WHERE y = 2016 AND m = 7 AND d = 8 AND ip_threat = '198.51.100.77'")
            .size());
  }

  /** Its tables lie below the folder of the events. */
  @Test
  @Order(11)
  void partitionsOfEventsAreStillFound() {
    hive.execute("ALTER TABLE spot.flow DROP IF EXISTS PARTITION (y = 2016, m = 7, d = 9)");
    hive.run("sql/engine/hive/partitions_flow.sql", Map.of("dbname", "spot"));
    assertEquals(List.of("1"), hive.rows("SELECT COUNT(*) FROM spot.flow WHERE d = 9"));
  }

  @Test
  @Order(12)
  void whatDoesNotFitIsRefusedAndReplacesNothing() {
    List<String> before = flow.everything(TABLES);
    for (Map<String, String> wrong :
        List.of(
            Map.of("d", "10"),
            Map.of("d", "9"),
            Map.of("score_method", "profile"),
            Map.of("limit_rows", "many"),
            Map.of("huser", hive.folder("user/another")))) {
      assertThrows(
          IllegalArgumentException.class, () -> flow.publish("spot", 4, wrong), wrong.toString());
    }
    assertEquals(before, flow.everything(TABLES));
  }

  /** Of each group the first row, in place of those of the other method. */
  @Test
  @Order(13)
  void groupsOfMethodProfileArePublishedByTheirFirstRow() {
    flow.scored(
        "profile",
        COLUMNS,
        EVENTS,
        "sport",
        grouped(50001, "0.01", 1, "10.0.0.3 " + GROUP, 9, "0.25", "-6.931471805599453"),
        grouped(50003, "0.01", 2, "10.0.0.3 " + GROUP, 9, "0.25", "-6.931471805599453"),
        grouped(50005, "0.02", 3, "2001:db8::5 fan|dst-ext-to53|p4|n5", 20, "3.4", "-0.0"),
        grouped(50007, "0.03", 4, "::ffff:10.0.0.7 " + GROUP, 1, "1", "-0.5"));
    flow.publish("profile", 2, Map.of());
    assertEquals(List.of("1\t50001", "3\t50005"), flow.day("`rank`, sport", "scores", "ml_score"));
    assertEquals(
        List.of(
            "1\t10.0.0.3\t" + GROUP + "\t9\t0.25\t10.0\tprofile",
            "3\t2001:db8::5\tfan|dst-ext-to53|p4|n5\t20\t3.4\t0.0\tprofile"),
        flow.day(
            "score_rank, ip, word, group_size, expected, surprisal_bits, score_method",
            "explanations",
            "score_rank"));
    List<String> told = flow.day("explanation", "explanations", "score_rank");
    assertTrue(
        told.get(0)
            .startsWith(
                "10.0.0.3 with 192.0.2.9, the first of 2 flows: client of HTTPS (port 443)"),
        told.get(0));
    assertTrue(
        told.get(0).contains(". 9 on the day where none was expected. 10 bits of surprise"),
        told.get(0));
    assertTrue(told.get(1).contains(". 20 on the day where 3 were expected."), told.get(1));
    assertFalse(told.get(1).contains("-0"), told.get(1));
  }

  @Test
  @Order(14)
  void hueRunsEveryDocument() throws IOException {
    List<String> documents = HueStatements.of("flow", Map.of("run_id", "1467961125999"));
    assertEquals(15, documents.size());
    documents.forEach(hive::execute);
    assertEquals(
        List.of("analyst"),
        hive
            .rows(
                "SELECT author FROM spot.flow_feedback WHERE feedback_id = 'judged-1467961125999'")
            .stream()
            .distinct()
            .toList());
  }

  private static List<String> scores() {
    return flow.day(
        "`rank`, srcip, dstip, srcip_internal, dstip_internal, src_geoloc, dst_geoloc, src_domain, dst_domain, src_rep, dst_rep",
        "scores",
        "`rank`");
  }

  private static String place(
      String network, int length, String code, String country, String city, String as, String org) {
    return ("'%s', %d, CAST(%s AS STRING), CAST(%s AS STRING), CAST(%s AS STRING), CAST(NULL AS DOUBLE),"
            + " CAST(NULL AS DOUBLE), CAST(%s AS BIGINT), CAST(%s AS STRING)")
        .formatted(network, length, code, country, city, as, org);
  }

  private static void events(int hour, String... rows) {
    flow.insert("flow", "y = 2016, m = 7, d = 8, h = " + hour, List.of(rows));
  }

  private static String flow(
      String time,
      String sip,
      String dip,
      int sport,
      int dport,
      String proto,
      String ipkt,
      String ibyt) {
    return flow(
        "2016-07-08 " + time,
        time.substring(0, 2),
        time.substring(3, 5),
        sip,
        dip,
        sport,
        dport,
        proto,
        ipkt,
        ibyt);
  }

  private static String flow(
      String treceived,
      String hour,
      String minute,
      String sip,
      String dip,
      int sport,
      int dport,
      String proto,
      String ipkt,
      String ibyt) {
    return String.format(
        "'%s', CAST(1467946800 AS BIGINT), 2016, 7, 8, CAST(%s AS INT), CAST(%s AS INT), 0, CAST(1.5 AS FLOAT),"
            + " CAST(%s AS STRING), '%s', %d, %d, '%s', '.AP.SF', 0, 8, CAST(%s AS BIGINT), CAST(%s AS BIGINT),"
            + " CAST(5 AS BIGINT), CAST(500 AS BIGINT), 1, 2, 0, 0, 0, 0, '192.0.2.254'",
        treceived, hour, minute, InlineRows.text(sip), dip, sport, dport, proto, ipkt, ibyt);
  }
}
