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
 * A day of DNS, small enough to find its words and scores by hand, through every SQL file of the
 * source on real Hive, in both vocabularies. In frame_time it is 3 o'clock, in unix_tstamp 5.
 */
@TestMethodOrder(OrderAnnotation.class)
class DnsSqlTest {
  @RegisterExtension static final HiveSql hive = HiveSql.onMapReduce();

  private static final SourceSql dns = new SourceSql(hive, "dns");
  private static final String SPOT_MODEL = "00000000000000aa";
  private static final String PSL_MODEL = "00000000000000bb";
  private static final Map<String, String> PSL = Map.of("vocabulary", "psl");
  private static final String COLUMNS =
      "score_rank, score, frame_time, unix_tstamp, ip_dst, dns_qry_name, word";

  /** What the first run gave, in these columns. */
  private static List<String> first;

  /** The last run that scored under Spot's vocabulary. */
  private static String run;

  @BeforeAll
  static void aDayOfDns() {
    dns.create();
    hive.execute(
        "INSERT INTO spot.top_domains SELECT 1, 'google.com' UNION ALL SELECT 2, 'bbc.co.uk'");
    hive.execute("INSERT INTO spot.user_domains SELECT 'intel.com'");
    String time = "'Jul 8 2016 03:00:00.000000000 UTC'";
    hive.execute(
        "INSERT INTO spot.dns PARTITION (y = 2016, m = 7, d = 8, h = 5) "
            + String.join(
                " UNION ALL ",
                answer("'10.0.0.1'", "'www.google.com'", "'1'", "1", "0"),
                answer("'10.0.0.1'", "'www.google.com'", "'1'", "1", "0"),
                // Names that only the public suffix list takes apart.
                answer("'10.0.0.1'", "'NEWS.bbc.co.uk.'", "'1'", "1", "0"),
                answer("'10.0.0.2'", "'aaaabbbbccccdddd.evil.info'", "'1'", "16", "0"),
                answer("'10.0.0.2'", "'google.tk'", "'1'", "1", "0"),
                answer("'10.0.0.2'", "'host.intel.com'", "'1'", "1", "0"),
                // A query without an answer, as Zeek has them.
                answer("'10.0.0.3'", "'www.google.com'", "'1'", "NULL", "-1"),
                answer("'10.0.0.3'", "'www.google.com'", "'1'", "1", "0"),
                // One of each that can't be scored.
                answer("NULL", "0", "100", "'10.0.0.1'", "'a.com'", "'1'", "1", "0"),
                answer("'-'", "0", "100", "'10.0.0.1'", "'a.com'", "'1'", "1", "0"),
                answer(time, "NULL", "100", "'10.0.0.1'", "'a.com'", "'1'", "1", "0"),
                answer(time, "-1", "100", "'10.0.0.1'", "'a.com'", "'1'", "1", "0"),
                answer(time, "0", "NULL", "'10.0.0.1'", "'a.com'", "'1'", "1", "0"),
                answer(time, "0", "-5", "'10.0.0.1'", "'a.com'", "'1'", "1", "0"),
                answer(time, "0", "100", "''", "'a.com'", "'1'", "1", "0"),
                answer(time, "0", "100", "'10.0.0.1'", "'(empty)'", "'1'", "1", "0"),
                answer(time, "0", "100", "'10.0.0.1'", "'-'", "'1'", "1", "0"),
                answer(time, "0", "100", "'10.0.0.1'", "'a.com'", "'-'", "NULL", "-1"),
                // No hour in the text: of no interest to psl.
                answer(
                    "'Jul 8 2016 25:00:00 UTC'",
                    "1467954000",
                    "100",
                    "'10.0.0.1'",
                    "'www.google.com'",
                    "'1'",
                    "1",
                    "0")));
    // Another day, which nothing below may touch or count.
    hive.execute(
        "INSERT INTO spot.dns PARTITION (y = 2016, m = 7, d = 9, h = 5) "
            + answer("'10.0.0.1'", "'www.google.com'", "'1'", "1", "0"));
    dns.model(
        SPOT_MODEL,
        "spot",
        Map.of("10.0.0.1", new double[] {1, 0}, "10.0.0.2", new double[] {0.25, 0.75}),
        Map.of("1_6_3_1_0_1_1_0", new double[] {0.5, 0}, "0_6_3_0_0_1_16_0", new double[] {0, 1}));
    dns.model(
        PSL_MODEL,
        "psl",
        Map.of("10.0.0.1", new double[] {1, 0}, "10.0.0.2", new double[] {0.25, 0.75}),
        Map.of("1_6_5_1_0_1_1_0", new double[] {0.5, 0}));
  }

  @Test
  @Order(1)
  void wordsOfSpotAreCountedPerClient() {
    dns.count(Map.of());
    assertEquals(
        List.of(
            // Spot takes co for the domain.
            "10.0.0.1\t0_6_3_3_10_2_1_0\t1\tspot",
            "10.0.0.1\t1_6_3_1_0_1_1_0\t2\tspot",
            "10.0.0.2\t0_6_3_0_0_1_16_0\t1\tspot",
            // Spot's first-label rule: google.tk passes for google.com.
            "10.0.0.2\t1_6_3_0_0_1_1_0\t1\tspot",
            "10.0.0.2\t2_6_3_2_7_1_1_0\t1\tspot",
            "10.0.0.3\t1_6_3_1_0_1_-1_-1\t1\tspot",
            "10.0.0.3\t1_6_3_1_0_1_1_0\t1\tspot"),
        dns.wordCounts());
  }

  @Test
  @Order(2)
  void scoresOfSpotAreRankedAndTiesBrokenByTheEvent() {
    dns.score("newest", Map.of());
    assertEquals(
        List.of(
            // An IP and a word that the model does not know: 0.125 * 2^-6 + 0.875 * 2^-7.
            "1\t0.0087890625\t10.0.0.3\twww.google.com\t1_6_3_1_0_1_-1_-1\t" + SPOT_MODEL,
            // Unseen words at 10.0.0.2: 0.25 * 2^-6 + 0.75 * 2^-7; at 10.0.0.1: 2^-6.
            "2\t0.009765625\t10.0.0.2\tgoogle.tk\t1_6_3_0_0_1_1_0\t" + SPOT_MODEL,
            "3\t0.009765625\t10.0.0.2\thost.intel.com\t2_6_3_2_7_1_1_0\t" + SPOT_MODEL,
            "4\t0.015625\t10.0.0.1\tNEWS.bbc.co.uk.\t0_6_3_3_10_2_1_0\t" + SPOT_MODEL,
            // A known word at an unseen IP: 0.125 * 0.5.
            "5\t0.0625\t10.0.0.3\twww.google.com\t1_6_3_1_0_1_1_0\t" + SPOT_MODEL,
            "6\t0.5\t10.0.0.1\twww.google.com\t1_6_3_1_0_1_1_0\t" + SPOT_MODEL,
            "7\t0.5\t10.0.0.1\twww.google.com\t1_6_3_1_0_1_1_0\t" + SPOT_MODEL,
            "8\t0.75\t10.0.0.2\taaaabbbbccccdddd.evil.info\t0_6_3_0_0_1_16_0\t" + SPOT_MODEL),
        dns.results("score_rank, score, ip_dst, dns_qry_name, word, model_id"));
    assertEquals(List.of(SPOT_MODEL + "\t19\t8\t11\t0\t0\t0\t0\t8\t2\t4"), dns.fates());
    assertEquals(List.of("0"), dns.improbable());
    first = dns.results(COLUMNS);
  }

  @Test
  @Order(3)
  void everyInvalidEventHasItsReason() {
    assertEquals(
        List.of(
            "dns_qry_name\tNULL_FIELD\t(empty)",
            "dns_qry_name\tNULL_FIELD\t-",
            "dns_qry_type\tNULL_FIELD\tNULL",
            "frame_len\tNEGATIVE_COUNT\t-5",
            "frame_len\tNULL_FIELD\tNULL",
            "frame_time\tNULL_FIELD\t-",
            "frame_time\tNULL_FIELD\tNULL",
            "frame_time\tTIME_RANGE\tJul 8 2016 25:00:00 UTC",
            "ip_dst\tNULL_FIELD\t",
            "unix_tstamp\tNULL_FIELD\tNULL",
            "unix_tstamp\tTIME_RANGE\t-1"),
        dns.invalid());
    assertEquals(
        List.of("11"),
        hive.rows("SELECT COUNT(*) FROM spot.dns_invalid WHERE h = 5 AND ip_src = '10.0.0.53'"));
  }

  @Test
  @Order(4)
  void aModelOfTheOtherVocabularyIsRefused() {
    List<String> before = dns.fates();
    assertThrows(IllegalArgumentException.class, () -> dns.score(SPOT_MODEL, PSL));
    assertThrows(IllegalArgumentException.class, () -> dns.score(PSL_MODEL, Map.of()));
    assertEquals(before, dns.fates());
  }

  @Test
  @Order(5)
  void wordsOfPslKnowAllSuffixesAndTheHourOfTheEpoch() {
    dns.count(PSL);
    assertEquals(
        List.of(
            "10.0.0.1\t1_6_5_1_0_1_1_0\t3\tpsl",
            "10.0.0.1\t1_6_5_2_7_2_1_0\t1\tpsl",
            "10.0.0.2\t0_6_5_0_0_1_1_0\t1\tpsl",
            "10.0.0.2\t0_6_5_4_7_1_16_0\t1\tpsl",
            "10.0.0.2\t2_6_5_2_7_1_1_0\t1\tpsl",
            "10.0.0.3\t1_6_5_1_0_1_-1_-1\t1\tpsl",
            "10.0.0.3\t1_6_5_1_0_1_1_0\t1\tpsl"),
        dns.wordCounts());
    dns.score("newest", PSL);
    assertEquals(List.of(PSL_MODEL + "\t19\t9\t10\t0\t0\t0\t0\t9\t2\t5"), dns.fates());
    assertTrue(dns.invalid().stream().noneMatch(i -> i.contains("25:00")), dns.invalid()::toString);
  }

  @Test
  @Order(6)
  void everyFateIsCounted() {
    dns.score(SPOT_MODEL, Map.of("threshold", "0.5", "max_results", "4"));
    assertEquals(List.of(SPOT_MODEL + "\t19\t8\t11\t1\t3\t0\t0\t4\t2\t4"), dns.fates());
  }

  @Test
  @Order(7)
  void aRerunGivesTheSameRowsAndLeavesNoScratch() {
    run = dns.score(SPOT_MODEL, Map.of());
    assertEquals(first, dns.results(COLUMNS));
    assertEquals(List.of(), dns.scratch(run));
  }

  @Test
  @Order(8)
  void whatDoesNotFitIsRefusedBeforeAnythingIsWritten() {
    List<String> before = dns.fates();
    List<String> counts = dns.wordCounts();
    for (Map<String, String> wrong :
        List.of(
            Map.of("d", "10"),
            Map.of("model_id", "no such model"),
            Map.of("vocabulary", "latin"),
            Map.of("threshold", "low"),
            Map.of("run_id", run),
            Map.of("huser", hive.folder("user/another")))) {
      assertThrows(
          IllegalArgumentException.class, () -> dns.score(SPOT_MODEL, wrong), wrong.toString());
    }
    for (Map<String, String> wrong :
        List.of(
            Map.of("d", "10"),
            Map.of("vocabulary", "latin"),
            Map.of("huser", hive.folder("user/another")))) {
      assertThrows(IllegalArgumentException.class, () -> dns.count(wrong), wrong.toString());
    }
    assertEquals(before, dns.fates());
    assertEquals(counts, dns.wordCounts());
  }

  @Test
  @Order(9)
  void theViewsOfAResultShowIt() {
    Map<String, String> vars = dns.vars();
    vars.put("limit_rows", "1");
    List<String> shown = hive.run("sql/suspicious_dns.sql", vars);
    assertEquals(1, shown.size());
    assertTrue(shown.get(0).startsWith("1\t0.0087890625\tJul 8 2016 03:00:00"), shown.get(0));
    assertTrue(
        hive.run("sql/score_runs.sql", vars).get(0).startsWith("19\t8\t11\t0\t0\t0\t0\t8\t2\t4\t"));
  }

  @Test
  @Order(10)
  void aScoreThatExceedsOneByItsLastBitIsKept() {
    String model = "00000000000000cc";
    dns.model(
        model,
        "spot",
        Map.of("10.0.0.1", new double[] {Math.nextUp(1.0), 0}),
        Map.of("1_6_3_1_0_1_1_0", new double[] {1, 0}));
    dns.score(model, Map.of());
    assertEquals(List.of(model + "\t19\t8\t11\t0\t0\t0\t0\t8\t5\t5"), dns.fates());
    assertEquals("1.0000000000000002", dns.results("score").get(7));
  }

  private static String answer(
      String ipDst, String name, String qclass, String type, String rcode) {
    return answer(
        "'Jul 8 2016 03:00:00.000000000 UTC'",
        "1467954000",
        "100",
        ipDst,
        name,
        qclass,
        type,
        rcode);
  }

  private static String answer(
      String frameTime,
      String tstamp,
      String length,
      String ipDst,
      String name,
      String qclass,
      String type,
      String rcode) {
    return String.format(
        "SELECT CAST(%s AS STRING), CAST(%s AS BIGINT), CAST(%s AS INT), CAST(%s AS STRING), '10.0.0.53',"
            + " CAST(%s AS STRING), CAST(%s AS STRING), CAST(%s AS INT), CAST(%s AS INT), ''",
        frameTime, tstamp, length, ipDst, name, qclass, type, rcode);
  }
}
