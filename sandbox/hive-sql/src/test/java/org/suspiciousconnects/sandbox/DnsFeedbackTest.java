/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
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

/**
 * Verdicts in both vocabularies and the allow-list of DNS on real Hive; what the verdicts of all
 * sources have in common is in {@link FlowFeedbackTest}. Cases with a verdict differ by their DNS
 * type, which is in their word; those of the allow-list by their IP.
 */
@TestMethodOrder(OrderAnnotation.class)
class DnsFeedbackTest {
  @RegisterExtension static final HiveSql hive = HiveSql.onMapReduce();

  private static final SourceSql dns = new SourceSql(hive, "dns");
  private static final String MODEL = "00000000000000aa";
  private static final Map<String, String> PSL = Map.of("vocabulary", "psl", "dupfactor", "7");

  @BeforeAll
  static void aDayWithVerdictsAndAnAllowList() {
    dns.create();
    List<String> events = new ArrayList<>();
    for (int n : List.of(1, 2, 3, 4)) {
      events.add(answer("10.0.0." + n, "www.google.com", n));
    }
    events.add(answer("10.0.0.103", "www.google.com", 3));
    List<String> names =
        List.of(
            "example.com",
            "www.Example.COM.",
            "evilexample.com",
            "example.com.evil.net",
            "a.b.b\u00fccher.example",
            "XN--bcher-kva.example",
            "host.lan",
            "plan",
            "7.0.0.10.in-addr.arpa",
            "bbc.co.uk",
            "co.uk",
            "uk",
            "half..example.com",
            "*.example.org",
            "10.0.0.1",
            "cidr.test",
            "flow.test",
            "_dmarc.example.com");
    for (int n = 1; n <= names.size(); n++) {
      events.add(answer("10.0.1." + n, names.get(n - 1), 99));
    }
    hive.execute(
        "INSERT INTO spot.dns PARTITION (y = 2016, m = 7, d = 8, h = 5) "
            + InlineRows.select(events));
    hive.execute(
        "INSERT INTO spot.dns_feedback PARTITION (feedback_id = 'a') "
            + InlineRows.select(
                verdict(2, 3, "ip_word", true, false),
                verdict(3, 1, "word", true, true),
                verdict(4, 2, "event", false, true),
                verdict(5, 3, "ip_word", true, true)));
    String added = "2016-07-09 12:00:00";
    hive.execute(
        "INSERT INTO spot.allow_list "
            + InlineRows.select(
                InlineRows.allowed("dns", "domain", "Example.com", null, added),
                InlineRows.allowed("dns", "domain", "b\u00fccher.example", null, added),
                InlineRows.allowed(null, "domain", "LAN", null, added),
                InlineRows.allowed("dns", "domain", "in-addr.arpa.", null, added),
                InlineRows.allowed("dns", "domain", "co.uk", null, added),
                InlineRows.allowed("dns", "domain", "*.example.org", null, added),
                InlineRows.allowed("dns", "domain", "10.0.0.1", null, added),
                InlineRows.allowed("dns", "domain", ".", null, added),
                InlineRows.allowed("dns", "domain", "b.b\u00fccher.example", null, added),
                InlineRows.allowed("dns", "cidr", "10.0.1.16/32", null, added),
                InlineRows.allowed("flow", "cidr", "10.0.1.17/32", null, added),
                InlineRows.allowed("proxy", "domain", "flow.test", null, added),
                InlineRows.allowed(null, "port", "53", null, added)));
    dns.modelRun(MODEL, "psl");
  }

  @Test
  @Order(1)
  void aVerdictCountsInTheVocabularyOfItsWord() {
    dns.count(Map.of("dupfactor", "7"));
    assertEquals(
        List.of("10.0.0.1 1", "10.0.0.2 8", "10.0.0.4 1", "10.0.0.5 7"), judgedIps("spot"));
    dns.count(PSL);
    assertEquals(List.of("10.0.0.1 1", "10.0.0.2 1", "10.0.0.5 7"), judgedIps("psl"));
  }

  @Test
  @Order(2)
  void namesAndClientsOfTheAllowListAreNotRanked() {
    dns.score(MODEL, PSL);
    assertEquals(
        List.of(
            "10.0.0.103\t1\tNULL",
            "10.0.0.3\t1\tNULL",
            "10.0.0.4\t2\tNULL",
            "10.0.1.1\tNULL\tdomain Example.com",
            "10.0.1.10\tNULL\tdomain co.uk",
            "10.0.1.11\tNULL\tdomain co.uk",
            "10.0.1.16\tNULL\tcidr 10.0.1.16/32",
            "10.0.1.18\tNULL\tdomain Example.com",
            "10.0.1.2\tNULL\tdomain Example.com",
            "10.0.1.5\tNULL\tdomain b.b\u00fccher.example",
            "10.0.1.6\tNULL\tdomain b\u00fccher.example",
            "10.0.1.7\tNULL\tdomain LAN",
            "10.0.1.9\tNULL\tdomain in-addr.arpa."),
        hive.rows(
            "SELECT ip_dst, verdict, allow_listed FROM spot.dns_scored_results WHERE d = 8"
                + " AND (verdict IS NOT NULL OR allow_listed IS NOT NULL) ORDER BY ip_dst"));
    assertEquals(List.of(MODEL + "\t23\t23\t0\t0\t0\t10\t0\t13\t23\t23"), dns.fates());
    assertEquals(13, dns.results("score_rank").size());
  }

  @Test
  @Order(3)
  void whatIsJudgedHasTheWordOfItsVocabulary() {
    Map<String, String> vars = dns.vars();
    vars.putAll(
        Map.of(
            "score_rank", "1",
            "verdict", "3",
            "feedback_scope", "word",
            "author", "bob@example.com",
            "expires_on", "2016-12-31"));
    hive.run("sql/judge_dns.sql", vars);
    assertEquals(
        List.of(dns.results("ip_dst, dns_qry_name, word").get(0) + "\tNULL\t3\tword\t2016-12-31"),
        hive.rows(
            "SELECT ip_dst, dns_qry_name, word_psl, word_spot, verdict, feedback_scope, expires_on"
                + " FROM spot.dns_feedback WHERE feedback_id LIKE 'judged-%'"));
    assertEquals(
        List.of(dns.results("unix_tstamp, ip_dst, dns_qry_name").get(0) + "\t3\t3"),
        hive.rows(
            "SELECT unix_tstamp, ip_dst, dns_qry_name, ip_sev, dns_sev FROM spot.dns_threat_investigation WHERE d = 8"));
    vars.put("limit_rows", "100");
    List<String> shown = hive.run("sql/suspicious_dns.sql", vars);
    assertEquals(12, shown.size());
    assertTrue(shown.get(0).startsWith("2\t"), shown.get(0));
    // Each statement in each of its vocabularies, and the one just given.
    List<String> audit = hive.run("sql/feedback_dns.sql", dns.vars());
    assertEquals(7, audit.size());
    assertEquals(7, audit.stream().filter(row -> row.startsWith("yes\t")).count());
  }

  @Test
  @Order(4)
  void ofMethodProfileTheGroupIsJudged() {
    hive.execute(
        "INSERT INTO spot.dns_scored_results PARTITION (y = 2016, m = 7, d = 8, score_method = 'profile')"
            + " (ip_dst, dns_qry_name, word, score_rank, group_id) "
            + InlineRows.select(
                "'10.9.0.1', 'a', 'event|t16|rc0|k0|l1|d0|f7', 1, '10.9.0.1 pair|k0|t16|m2|l4|x0|n2'",
                "'10.9.0.1', 'b', 'event|t16|rc0|k0|l1|d0|f7', 2, '10.9.0.1 pair|k0|t16|m2|l4|x0|n2'",
                "'10.9.0.1', 'c', 'event|t16|rc3|k0|l1|d0|f7', 3, '10.9.0.1 pair|k0|t16|m2|l4|x0|n2'",
                "'10.9.0.2', 'd', 'event|t1|rc0|k0|l0|d0|f7', 4, '10.9.0.2 event|t1|rc0|k0|l0|d0|f7'"));
    judgeGroup("2");
    judgeGroup("4");
    // The group, and the other words of its events with the first event of each.
    assertEquals(
        List.of(
            "10.9.0.1\tevent|t16|rc0|k0|l1|d0|f7\ta\tNULL\tNULL",
            "10.9.0.1\tevent|t16|rc3|k0|l1|d0|f7\tc\tNULL\tNULL",
            "10.9.0.1\tpair|k0|t16|m2|l4|x0|n2\tb\tNULL\tNULL",
            "10.9.0.2\tevent|t1|rc0|k0|l0|d0|f7\td\tNULL\tNULL"),
        hive.rows(
            "SELECT group_ip, group_word, dns_qry_name, word_spot, word_psl FROM spot.dns_feedback"
                + " WHERE group_ip IS NOT NULL ORDER BY group_ip, group_word"));
    assertEquals(
        List.of(
            "profile\tpsl\t10.9.0.1\tevent|t16|rc0|k0|l1|d0|f7\t1\tip_word\tNULL",
            "profile\tpsl\t10.9.0.1\tevent|t16|rc3|k0|l1|d0|f7\t1\tip_word\tNULL",
            "profile\tpsl\t10.9.0.1\tpair|k0|t16|m2|l4|x0|n2\t1\tip_word\tNULL",
            "profile\tpsl\t10.9.0.2\tevent|t1|rc0|k0|l0|d0|f7\t1\tip_word\tNULL"),
        hive.rows(
            "SELECT score_method, vocabulary, ip, word, verdict, feedback_scope, problem FROM spot.dns_verdicts"
                + " WHERE ip LIKE '10.9.%' ORDER BY ip, word"));
    List<String> audit = hive.run("sql/feedback_dns.sql", dns.vars());
    assertEquals(7 + 4, audit.size());
    assertEquals(4, audit.stream().filter(row -> row.split("\t")[3].equals("profile")).count());
  }

  private static void judgeGroup(String rank) {
    Map<String, String> vars = dns.vars();
    vars.putAll(
        Map.of(
            "score_method", "profile",
            "score_rank", rank,
            "verdict", "1",
            "feedback_scope", "ip_word",
            "author", "bob",
            "expires_on", "never"));
    hive.run("sql/judge_dns.sql", vars);
  }

  private static List<String> judgedIps(String vocabulary) {
    return dns.wordCounts().stream()
        .map(row -> row.split("\t"))
        .filter(c -> c[0].startsWith("10.0.0.") && c[3].equals(vocabulary))
        .map(c -> c[0] + " " + c[2])
        .toList();
  }

  private static String verdict(int n, int verdict, String scope, boolean spot, boolean psl) {
    return String.format(
        "'Jul 8 2016 03:00:00 UTC', CAST(1467954000 AS BIGINT), 100, '10.0.0.%d', 'www.google.com', '1', %d, 0,"
            + " CAST(%s AS STRING), CAST(%s AS STRING), '2016-07-08', %d, '%s', 'tester', '2016-07-09 12:00:00',"
            + " CAST(NULL AS STRING), 'a.csv', CAST(%d AS BIGINT),"
            + " CAST(NULL AS STRING), CAST(NULL AS STRING)",
        n,
        n,
        spot ? "'0_6_3_1_0_1_" + n + "_0'" : "NULL",
        psl ? "'0_6_5_1_0_1_" + n + "_0'" : "NULL",
        verdict,
        scope,
        n);
  }

  private static String answer(String ip, String name, int type) {
    return String.format(
        "'Jul 8 2016 03:00:00 UTC', CAST(1467954000 AS BIGINT), 100, '%s', '10.0.0.53', '%s', '1', %d, 0, ''",
        ip, name, type);
  }
}
