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

/** Two days of DNS answers through every SQL file of method profile on real Hive. */
@TestMethodOrder(OrderAnnotation.class)
class DnsProfileSqlTest {
  @RegisterExtension static final HiveSql hive = HiveSql.onMapReduce();

  private static final ProfileSql dns = new ProfileSql(hive, "dns");
  private static final String MODEL = "00000000000000aa";

  @BeforeAll
  static void twoDaysOfDns() {
    dns.create();
    hive.execute(
        "INSERT INTO spot.dns PARTITION (y = 2016, m = 7, d = 7, h = 5) "
            + String.join(
                " UNION ALL ",
                answer("10.0.0.1", "'www.example.com'", "1", "0"),
                answer("10.0.0.1", "'mail.example.com'", "1", "0"),
                answer("10.0.0.2", "'example.com'", "28", "0")));
    hive.execute(
        "INSERT INTO spot.dns PARTITION (y = 2016, m = 7, d = 8, h = 5) "
            + String.join(
                " UNION ALL ",
                answer("10.0.0.1", "'WWW.Example.com.'", "1", "0"),
                answer("10.0.0.1", "'4.3.2.1.in-addr.arpa'", "12", "0"),
                answer("10.0.0.3", "'a1b2c3d4.t.evil.net'", "16", "0"),
                answer("10.0.0.3", "'x9.t.evil.net'", "16", "0"),
                answer("10.0.0.3", "'X9.t.evil.net'", "16", "0"),
                answer("10.0.0.3", "'a.t.evil.net'", "1", "3"),
                answer("10.0.0.3", "NULL", "1", "0")));
    dns.model(MODEL, "10.0.0.1", "event|t1|rc0|k2|l1|d0|f7", 20);
  }

  @Test
  @Order(1)
  void scoringAsksForTheWordsFirst() {
    assertThrows(IllegalArgumentException.class, () -> dns.score(MODEL, Map.of()));
    assertEquals(List.of(), dns.fates());
  }

  @Test
  @Order(2)
  void theWordsOfADayAreOfThreeViews() {
    dns.count(Map.of("d", "7"));
    dns.count(Map.of());
    assertEquals(
        List.of(
            "10.0.0.1\tevent|t12|rc0|k0|l0|d2|f7\t1\tpsl",
            "10.0.0.1\tevent|t1|rc0|k2|l1|d0|f7\t1\tpsl",
            "10.0.0.1\tfan|ok|p2|n2\t1\tpsl",
            "10.0.0.1\tpair|k0|t-|m1|l0|x0|n1\t1\tpsl",
            "10.0.0.1\tpair|k2|t-|m1|l2|x0|n1\t1\tpsl",
            "10.0.0.3\tevent|t16|rc0|k0|l1|d1|f7\t2\tpsl",
            "10.0.0.3\tevent|t16|rc0|k0|l2|d2|f7\t1\tpsl",
            "10.0.0.3\tevent|t1|rc3|k0|l1|d0|f7\t1\tpsl",
            "10.0.0.3\tfan|nx|p1|n1\t1\tpsl",
            "10.0.0.3\tfan|ok|p1|n2\t1\tpsl",
            // Three names, the longest left of evil.net of 10 characters, one of four NXDOMAIN.
            "10.0.0.3\tpair|k0|t16|m2|l4|x1|n3\t1\tpsl"),
        dns.wordCounts());
  }

  @Test
  @Order(3)
  void whatIsKnownIsOfTheDaysBefore() {
    assertEquals(
        List.of("domain\texample.com\t2"),
        dns.sorted(
            "SELECT item_kind, item, clients FROM spot.%s_known WHERE y = 2016 AND m = 7 AND d = 8"));
    assertEquals(
        List.of(
            "domain\tevil.net\t10.0.0.3",
            "domain\texample.com\t10.0.0.1",
            "domain\tin-addr.arpa\t10.0.0.1"),
        dns.sorted(
            "SELECT item_kind, item, ip FROM spot.%s_clients WHERE y = 2016 AND m = 7 AND d = 8"));
    List<String> before = dns.wordCounts();
    dns.count(Map.of("reference_days", "0"));
    assertTrue(dns.wordCounts().contains("10.0.0.1\tevent|t1|rc0|k0|l1|d0|f7\t1\tpsl"));
    dns.count(Map.of("reference_days", "1"));
    assertEquals(before, dns.wordCounts());
  }

  @Test
  @Order(4)
  void eachAnswerIsListedWithItsMostSuspiciousGroup() {
    dns.score("newest", Map.of());
    assertEquals(List.of(MODEL + "\t7\t6\t1\t0\t0\t0\t0\t6\t4\t6"), dns.fates());
    assertEquals(
        List.of(
            // Five groups of view event: twice a word with three unknown fields, then once one with
            // four, at 10.0.0.1, which has fewer words than 10.0.0.3, then the same there.
            "1\t0.2\tX9.t.evil.net\t10.0.0.3 event|t16|rc0|k0|l1|d1|f7\t2",
            "2\t0.2\tx9.t.evil.net\t10.0.0.3 event|t16|rc0|k0|l1|d1|f7\t2",
            // The first of three of view fan, of which the model knows nothing; two answers, one
            // word.
            "3\t0.3333333333333333\t4.3.2.1.in-addr.arpa\t10.0.0.1 fan|ok|p2|n2\t1",
            "4\t0.3333333333333333\tWWW.Example.com.\t10.0.0.1 fan|ok|p2|n2\t1",
            "5\t0.6\ta1b2c3d4.t.evil.net\t10.0.0.3 event|t16|rc0|k0|l2|d2|f7\t1",
            "6\t0.8\ta.t.evil.net\t10.0.0.3 event|t1|rc3|k0|l1|d0|f7\t1"),
        dns.results("score_rank, score, dns_qry_name, group_id, group_size"));
    // Five words a day; 0.5 / 22 for the view, half of it in the topic; ln(1 + 1 / expected).
    assertEquals(
        List.of("0.056818181818\t-2.923161581\tfan"),
        dns.results("ROUND(expected, 12), ROUND(log_p, 9), score_view, score_rank").stream()
            .filter(row -> row.endsWith("\t3"))
            .map(row -> row.substring(0, row.length() - 2))
            .toList());
  }

  @Test
  @Order(5)
  void groupsAreShownAndOpened() {
    List<String> shown = dns.run("suspicious_dns_profile", Map.of("limit_rows", "20"));
    assertEquals(4, shown.size());
    assertTrue(shown.get(1).startsWith("3\t0.3333333333333333\tfan\t2\t1\t"), shown.get(1));
    List<String> opened = dns.run("group_dns", Map.of("limit_rows", "20", "score_rank", "4"));
    assertEquals(2, opened.size());
    assertTrue(opened.get(0).startsWith("3\t"), opened.get(0));
  }

  @Test
  @Order(6)
  void maxResultsCountsGroups() {
    dns.score(MODEL, Map.of("max_results", "2"));
    assertEquals(List.of("1", "2", "3", "4"), dns.results("score_rank"));
    assertEquals(List.of(MODEL + "\t7\t6\t1\t0\t2\t0\t0\t4\t4\t6"), dns.fates());
  }

  /** The join with what is known must not read that of all days. */
  @Test
  @Order(7)
  void onlyTheDaysPartitionsAreRead() {
    String read =
        hive.rows(
                "EXPLAIN DEPENDENCY SELECT profile_word FROM spot.dns_profile_events"
                    + " WHERE y = 2016 AND m = 7 AND d = 8")
            .get(0);
    assertTrue(read.contains("spot@dns_known@y=2016/m=7/d=8"), read);
    assertFalse(read.contains("d=7"), read);
  }

  /** Else each address that is asked for would be a domain that nobody knew. */
  @Test
  @Order(8)
  void reverseNamesAreOneDomain() {
    hive.execute(
        "INSERT INTO spot.dns PARTITION (y = 2016, m = 7, d = 9, h = 5) "
            + String.join(
                " UNION ALL ",
                answer("10.0.0.1", "'4.3.2.1.in-addr.arpa'", "12", "0"),
                answer("10.0.0.1", "'9.9.9.9.IN-ADDR.ARPA.'", "12", "0"),
                answer("10.0.0.1", "'8.b.d.0.1.0.0.2.ip6.arpa'", "12", "0"),
                answer("10.0.0.1", "'printer'", "1", "0")));
    dns.count(Map.of("d", "9"));
    assertEquals(
        List.of(
            "in-addr.arpa\tpair|k1|t-|m2|l0|x0|n2",
            "ip6.arpa\tpair|k0|t-|m1|l0|x0|n1",
            "printer\tpair|k0|t-|m1|l0|x0|n1"),
        dns.sorted("SELECT item, word FROM spot.%s_pairs WHERE y = 2016 AND m = 7 AND d = 9"));
  }

  private static String answer(String client, String name, String type, String rcode) {
    return String.format(
        "SELECT 'Jul 8 2016 03:00:00.000000000 UTC', CAST(1467954000 AS BIGINT), 100, '%s', '10.0.0.53',"
            + " CAST(%s AS STRING), '1', CAST(%s AS INT), CAST(%s AS INT), ''",
        client, name, type, rcode);
  }
}
