/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.suspiciousconnects.feedback.FeedbackDay.figures;
import static org.suspiciousconnects.feedback.FeedbackDay.row;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.suspiciousconnects.warehouse.TestWarehouse;

/**
 * Verdicts on what method profile lists, on real tables; of 15 July 2016, which no other test has.
 */
class ImportGroupFeedbackTest {
  private static final String WRITTEN = "2016-07-16T08:30:00Z";
  private static final String LATER = "2016-07-17T08:30:00Z";
  private static final String ONE = "3,2016-07-15 03:00:01,10.0.0.1,10.0.0.3,50001,443,1024,9";
  private static final String TWO_PROTOCOLS =
      "1,2016-07-15 03:00:02,10.0.0.2,10.0.0.3,50000,53,64,1";
  private static final String ALIKE = "2,2016-07-15 03:00:03,10.0.0.4,10.0.0.3,50004,22,100,7";
  private static final String NOT_LISTED = "3,2016-07-15 03:00:04,10.0.0.5,10.0.0.3,50005,22,100,7";
  private static final String ALLOWED = "3,2016-07-15 03:00:05,10.0.0.6,10.0.0.3,50006,22,100,7";
  private static final String NOT_VALID = "3,2016-07-15 03:00:06,10.0.0.7,10.0.0.3,70000,22,1,1";
  private static final String FLOW =
      "treceived tryear trmonth trday trhour trminute trsec tdur sip dip sport dport proto ipkt ibyt opkt obyt";
  private static final String FLOW_LIST = "y = 2016, m = 7, d = 15, score_method = 'profile'";
  private static final Object[][] FLOWS = {
    flow(1, "10.0.0.1", 50001, 443, "TCP", 9L, 1024L),
    flow(2, "10.0.0.2", 50000, 53, "TCP", 1L, 64L),
    flow(2, "10.0.0.2", 50000, 53, "UDP", 1L, 64L),
    flow(3, "10.0.0.4", 50004, 22, "TCP", 7L, 100L),
    flow(4, "10.0.0.5", 50005, 22, "TCP", 7L, 100L),
    flow(5, "10.0.0.6", 50006, 22, "TCP", 7L, 100L)
  };

  private static FeedbackDay day;

  @BeforeAll
  static void events() {
    day = FeedbackDay.shared();
    day.insert("flow", "y = 2016, m = 7, d = 15, h = 3", FLOW, FLOWS);
    day.insert(
        "flow",
        "y = 2016, m = 7, d = 15, h = 3",
        FLOW,
        flow(6, "10.0.0.7", 70000, 22, "TCP", 1L, 1L));
    day.insert(
        "dns",
        "y = 2016, m = 7, d = 15, h = 10",
        "frame_time unix_tstamp frame_len ip_dst ip_src dns_qry_name dns_qry_class dns_qry_type dns_qry_rcode dns_a",
        row(
            "Jul 15 2016 10:34:06 UTC",
            1468578846L,
            91,
            "10.10.0.20",
            "10.10.0.1",
            "www.example.com",
            "0x00000001",
            1,
            null,
            null));
    day.insert(
        "proxy",
        "y = '2016', m = '07', d = '15', h = '10'",
        "p_date p_time clientip host reqmethod resconttype respcode fulluri",
        row("2016-07-15", "10:00:00", "10.0.0.5", "e.com", "GET", "text/html", "200", "e.com/a"));
  }

  private static Object[] flow(
      int second, String sip, int sport, int dport, String proto, long ipkt, long ibyt) {
    return row(
        String.format("2016-07-15 03:00:%02d", second),
        2016,
        7,
        15,
        3,
        0,
        second,
        // As it is read from a file.
        0.1f,
        sip,
        "10.0.0.3",
        sport,
        dport,
        proto,
        ipkt,
        ibyt,
        null,
        0L);
  }

  @BeforeEach
  void clear() {
    day.clear();
    unlist();
  }

  private static void unlist() {
    List<String> lists =
        List.of("flow_scored_results", "dns_scored_results", "proxy_scored_results");
    day.tables().empty(lists);
    lists.forEach(
        list ->
            TestWarehouse.session().catalog().refreshTable(day.tables().database() + "." + list));
  }

  /** A flow with its rank and group; some as another method, or another day, lists them. */
  private static void list(String partition, Object[] flow, Integer rank, String group) {
    Object[] listed = java.util.Arrays.copyOf(flow, flow.length + 2);
    listed[flow.length] = rank;
    listed[flow.length + 1] = group;
    day.insert("flow_scored_results", partition, FLOW + " score_rank group_id", listed);
  }

  private static void listAll() {
    list(FLOW_LIST, FLOWS[0], 1, "10.0.0.1 pair|k0-ext|s1|g0|b7|n9");
    list(FLOW_LIST, FLOWS[1], 2, "10.0.0.2 event|src-int-to53|TCP--|b2|k0|r3");
    list(FLOW_LIST, FLOWS[2], 3, "10.0.0.3 event|dst-int-to53|UDP|b2|k0|r3");
    // Alike but for the flags, which the list has not.
    list(FLOW_LIST, FLOWS[3], 4, "10.0.0.4 event|src-int-to22|TCP-S|b2|k0|r2");
    list(FLOW_LIST, FLOWS[3], 5, "10.0.0.4 event|src-int-to22|TCP-R|b2|k0|r2");
    list(FLOW_LIST, FLOWS[3], 6, "10.0.0.4 event|src-int-to22|TCP-R|b2|k0|r2");
    list(FLOW_LIST, FLOWS[5], null, "10.0.0.6 event|src-int-to22|TCP-R|b2|k0|r2");
    list(FLOW_LIST.replace("profile", "spot"), FLOWS[4], 1, null);
    list(FLOW_LIST.replace("15", "16"), FLOWS[4], 1, "10.0.0.5 event|src-int-to22|TCP-S|b2|k0|r2");
  }

  private static List<String> judged() {
    return day.rows(
        "flow_feedback",
        "line_number",
        "verdict",
        "src_word",
        "dst_word",
        "group_ip",
        "group_word");
  }

  @Test
  void theVerdictIsOnTheWordsAndOnTheGroups() {
    listAll();
    day.write(
        "flow",
        "20160715",
        WRITTEN,
        ONE,
        TWO_PROTOCOLS,
        ALIKE,
        NOT_LISTED,
        ALLOWED,
        NOT_VALID,
        ONE.replace("3,", "0,"));
    assertEquals(figures(1, 0, 5, 1, 1), day.run("flow", "2016-07-15"));
    assertEquals(
        List.of(
            "[1,3,443_TCP_3_11_4,-1_443_TCP_3_11_4,null,null]",
            "[1,3,null,null,10.0.0.1,pair|k0-ext|s1|g0|b7|n9]",
            "[2,1,53_TCP_3_7_1,-1_53_TCP_3_7_1,null,null]",
            "[2,1,53_UDP_3_7_1,-1_53_UDP_3_7_1,null,null]",
            "[2,1,null,null,10.0.0.2,event|src-int-to53|TCP--|b2|k0|r3]",
            "[2,1,null,null,10.0.0.3,event|dst-int-to53|UDP|b2|k0|r3]",
            "[3,2,22_TCP_3_7_3,-1_22_TCP_3_7_3,null,null]",
            "[3,2,null,null,10.0.0.4,event|src-int-to22|TCP-R|b2|k0|r2]",
            "[3,2,null,null,10.0.0.4,event|src-int-to22|TCP-S|b2|k0|r2]",
            "[4,3,22_TCP_3_7_3,-1_22_TCP_3_7_3,null,null]",
            "[5,3,22_TCP_3_7_3,-1_22_TCP_3_7_3,null,null]"),
        judged());
    assertTrue(
        day.said()
            .contains("5 rows imported, 3 of them on groups of method profile, 1 rejected, 1 not"),
        day::said);
    // The event that a group's row has, and the rest of it.
    assertEquals(
        List.of(
            "[2016-07-15 03:00:01,0.1,10.0.0.1,443,2016-07-15,ip_word,ml_feedback.csv,2016-07-16 08:30:00,null]"),
        day
            .tables()
            .table("flow_feedback")
            .where("group_ip = '10.0.0.1'")
            .selectExpr(
                "treceived",
                "tdur",
                "sip",
                "dport",
                "event_day",
                "feedback_scope",
                "author",
                "given_at",
                "expires_on")
            .collectAsList()
            .stream()
            .map(Object::toString)
            .collect(java.util.stream.Collectors.toList()));
    // What counts is what the view says.
    assertEquals(
        List.of(
            "[profile,spot,10.0.0.1,pair|k0-ext|s1|g0|b7|n9,3,null]",
            "[profile,spot,10.0.0.2,event|src-int-to53|TCP--|b2|k0|r3,1,null]",
            "[profile,spot,10.0.0.3,event|dst-int-to53|UDP|b2|k0|r3,1,null]",
            "[profile,spot,10.0.0.4,event|src-int-to22|TCP-R|b2|k0|r2,2,null]",
            "[profile,spot,10.0.0.4,event|src-int-to22|TCP-S|b2|k0|r2,2,null]"),
        day
            .rows("flow_verdicts", "score_method", "vocabulary", "ip", "word", "verdict", "problem")
            .stream()
            .filter(verdict -> verdict.startsWith("[profile"))
            .collect(java.util.stream.Collectors.toList()));
  }

  @Test
  void oneMethodAlone() {
    listAll();
    day.write("flow", "20160715", WRITTEN, ONE, NOT_LISTED, NOT_VALID);
    assertEquals(figures(1, 0, 2, 1, 0), day.run("flow", "2016-07-15", "--method", "spot"));
    assertEquals(
        List.of(
            "[1,3,443_TCP_3_11_4,-1_443_TCP_3_11_4,null,null]",
            "[2,3,22_TCP_3_7_3,-1_22_TCP_3_7_3,null,null]"),
        judged());
    assertEquals(
        List.of("[3,BAD_FIELD]"), day.rows("flow_rejected_lines", "line_number", "reason"));
    assertEquals(figures(1, 0, 1, 2, 0), day.run("flow", "2016-07-15", "--method", "profile"));
    assertEquals(List.of("[1,3,null,null,10.0.0.1,pair|k0-ext|s1|g0|b7|n9]"), judged());
    assertEquals(
        List.of("[2,NO_GROUP]", "[3,BAD_FIELD]"),
        day.rows("flow_rejected_lines", "line_number", "reason"));
    assertEquals(figures(1, 1, 0, 0, 0), day.run("flow", "2016-07-15", "--method", "profile"));
  }

  @Test
  void aDayThatIsScoredLater() {
    day.write("flow", "20160715", WRITTEN, ONE);
    assertEquals(figures(1, 0, 1, 0, 0), day.run("flow", "2016-07-15", "--author", "ann"));
    String before = day.onlyPartition("flow_feedback").value("feedback_id");
    assertEquals(
        figures(1, 1, 0, 0, 0),
        day.run("flow", "2016-07-15", "--author", "ann", "--method", "spot"),
        "the same as if there were one method");
    listAll();
    day.write("flow", "20160715", LATER, ONE);
    assertEquals(figures(1, 0, 1, 0, 0), day.run("flow", "2016-07-15"));
    assertNotEquals(before, day.onlyPartition("flow_feedback").value("feedback_id"));
    assertEquals(
        List.of("[1,10.0.0.1,ann,2016-07-16 08:30:00]", "[1,null,ann,2016-07-16 08:30:00]"),
        day.rows("flow_feedback", "line_number", "group_ip", "author", "given_at"));
    assertEquals(figures(1, 1, 0, 0, 0), day.run("flow", "2016-07-15"));
  }

  /** Verdict 3 takes a group off the list, and so does the next scoring with its threshold. */
  @Test
  void whatALineWasOnItStaysOn() {
    listAll();
    day.write("flow", "20160715", WRITTEN, ONE, ALIKE);
    day.run("flow", "2016-07-15");
    List<String> before = judged();
    unlist();
    list(FLOW_LIST, FLOWS[3], 1, "10.0.0.4 fan|p3|n5");
    day.write("flow", "20160715", LATER, ONE, ALIKE, NOT_LISTED);
    assertEquals(figures(1, 0, 3, 0, 0), day.run("flow", "2016-07-15"));
    List<String> after = new java.util.ArrayList<>(judged());
    assertTrue(after.containsAll(before), () -> "" + after);
    after.removeAll(before);
    assertEquals(
        List.of(
            "[2,2,null,null,10.0.0.4,fan|p3|n5]", "[3,3,22_TCP_3_7_3,-1_22_TCP_3_7_3,null,null]"),
        after);
    // Not so a line that says something else now.
    day.write("flow", "20160715", LATER, ONE.replace("3,2016", "1,2016"), ALIKE);
    assertEquals(figures(1, 0, 2, 0, 0), day.run("flow", "2016-07-15"));
    assertEquals(
        List.of("[1,1,443_TCP_3_11_4,-1_443_TCP_3_11_4,null,null]"),
        judged().stream()
            .filter(line -> line.startsWith("[1,"))
            .collect(java.util.stream.Collectors.toList()));
    // With --replace too, and also if the list is gone.
    unlist();
    List<String> kept = judged();
    assertEquals(figures(1, 0, 2, 0, 0), day.run("flow", "2016-07-15", "--replace"));
    assertEquals(kept, judged());
  }

  @Test
  void answersAndRequests() {
    day.insert(
        "dns_scored_results",
        "y = 2016, m = 7, d = 15, score_method = 'profile'",
        "frame_time unix_tstamp frame_len ip_dst dns_qry_name dns_qry_class dns_qry_type dns_qry_rcode score_rank group_id",
        row(
            "Jul 15 2016 10:34:06 UTC",
            1468578846L,
            91,
            "10.10.0.20",
            "www.example.com",
            "0x00000001",
            1,
            null,
            1,
            "10.10.0.20 event|t1|rc-|k0|l1|d0|f7"));
    day.write(
        "dns",
        "20160715",
        WRITTEN,
        String.join(
            "\t",
            "Jul 15 2016 10:34:06 UTC",
            "91",
            "10.10.0.20",
            "www.example.com",
            "0x00000001",
            "1",
            "None",
            "1.5e-05",
            "example.com",
            "None",
            "10",
            "0",
            "3",
            "Internet (IN)",
            "A",
            "NoError",
            "0",
            "1468578846"));
    assertEquals(figures(1, 0, 1, 0, 0), day.run("dns", "2016-07-15"));
    assertEquals(
        List.of(
            "[1,3,0_6_10_1_0_1_1_-1,0_6_10_1_0_1_1_-1,null,null]",
            "[1,3,null,null,10.10.0.20,event|t1|rc-|k0|l1|d0|f7]"),
        day.rows(
            "dns_feedback",
            "line_number",
            "verdict",
            "word_spot",
            "word_psl",
            "group_ip",
            "group_word"));
    assertEquals(
        List.of(
            "[profile,psl,event|t1|rc-|k0|l1|d0|f7]",
            "[spot,psl,0_6_10_1_0_1_1_-1]",
            "[spot,spot,0_6_10_1_0_1_1_-1]"),
        day.rows("dns_verdicts", "score_method", "vocabulary", "word"));

    day.insert(
        "proxy_scored_results",
        "y = '2016', m = '07', d = '15', score_method = 'profile'",
        "p_date p_time clientip host reqmethod resconttype respcode fulluri score_rank group_id",
        row(
            "2016-07-15",
            "10:00:00",
            "10.0.0.5",
            "e.com",
            "GET",
            "text/html",
            "200",
            "e.com/a",
            1,
            "10.0.0.5 pair|k0-name|k1|g0|b5|n7"));
    day.write(
        "proxy",
        "20160715",
        WRITTEN,
        "2016-07-15\t10:00:00\t10.0.0.5\te.com\tGET\t-\ttext/html\t15\t-\t-\t-\t200\t80\t/a\t-\t93.184.216.34\t1024\t512"
            + "\te.com/a\tword\t1.2e-05\t\t1\tOK\t0\t0a1b2c");
    // Its user agents were not counted, so that it has no word of method spot.
    assertEquals(figures(1, 0, 1, 0, 0), day.run("proxy", "2016-07-15"));
    assertEquals(
        List.of("[1,1,null,null,10.0.0.5,pair|k0-name|k1|g0|b5|n7]"),
        day.rows(
            "proxy_feedback",
            "line_number",
            "verdict",
            "word_spot",
            "word_psl",
            "group_ip",
            "group_word"));
  }
}
