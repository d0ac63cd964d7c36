/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.suspiciousconnects.feedback.FeedbackDay.figures;
import static org.suspiciousconnects.feedback.FeedbackDay.row;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Verdicts on requests, on real tables. The words expected are written out by hand. */
class ImportProxyFeedbackTest {
  private static final String FIREFOX = "Mozilla/5.0 (X11, Linux, like Gecko)";
  private static FeedbackDay day;

  @BeforeAll
  static void requests() {
    day = FeedbackDay.shared();
    day.clear();
    day.insert(
        "proxy",
        "y = '2016', m = '07', d = '08', h = '10'",
        "p_date p_time clientip host reqmethod useragent resconttype respcode fulluri",
        request("10:00:00", FIREFOX, "e.com/a?b=1,2"),
        request("10:00:01", FIREFOX, "e.com/a"),
        request("10:00:01", FIREFOX, "e.com/b"),
        request("10:00:01", FIREFOX, "x,e.com/b"),
        request("10:00:02", null, "e.com/aa"),
        request("10:00:03", "never counted", "e.com/a"));
    day.insert(
        "proxy_user_agents",
        "y = '2016', m = '07', d = '08'",
        "useragent requests",
        row(FIREFOX, 4L),
        row("-", 1L));
  }

  private static Object[] request(String time, String agent, String uri) {
    return row("2016-07-08", time, "10.0.0.5", "e.com", "GET", agent, "text/html", "200", uri);
  }

  @Test
  void bothWriters() {
    day.write(
        "proxy",
        "20160708",
        "2016-07-10T08:30:00Z",
        "p_date,p_time,clientip,host,reqmethod,useragent,resconttype,duration,username,webcat,referer,respcode,uriport,"
            + "uripath,uriquery,serverip,scbytes,csbytes,fulluri,word,score,uri_rep,uri_sev,respcode_name,network_context,"
            + "hash",
        api("10:00:00", FIREFOX, "-", "e.com/a?b=1,2", "3"),
        notebook("10:00:00", FIREFOX, "e.com/a?b=1,2", "1"),
        // The referer is the URI of another request of the same second.
        api("10:00:01", FIREFOX, "e.com/b", "e.com/a", "2"),
        api("10:00:01", FIREFOX, "e.com/a", "e.com/b", "2"),
        api("10:00:01", FIREFOX, "-", "x,e.com/b", "2"),
        notebook("10:00:01", FIREFOX, "e.com/b", "2"),
        api("10:00:01", FIREFOX, "-", "e.com/c", "2"),
        // The only request of its second; Spot wrote the URI otherwise.
        api("10:00:02", "None", "-", "e.com/%61a", "3"),
        api("10:00:03", "never counted", "-", "e.com/a", "3"),
        api("10:00:04", FIREFOX, "-", "e.com/a", "3"),
        api("10:00:00", FIREFOX, "-", "e.com/a?b=1,2", "0"),
        api("10:00:00", FIREFOX, "-", "e.com/a?b=1,2", "low"));
    assertEquals(figures(1, 0, 7, 4, 1), day.run("proxy", "2016-07-08"));
    assertEquals(
        List.of(
            "[2,3,e.com/a?b=1,2,0_10_GET_13_text_2_3_200,0_10_GET_13_text_2_3_200]",
            "[3,1,e.com/a?b=1,2,0_10_GET_13_text_2_3_200,0_10_GET_13_text_2_3_200]",
            "[4,2,e.com/a,0_10_GET_10_text_2_2_200,0_10_GET_10_text_2_2_200]",
            "[5,2,e.com/b,0_10_GET_10_text_2_2_200,0_10_GET_10_text_2_2_200]",
            "[6,2,x,e.com/b,0_10_GET_11_text_2_3_200,0_10_GET_11_text_2_3_200]",
            "[7,2,e.com/b,0_10_GET_10_text_2_2_200,0_10_GET_10_text_2_2_200]",
            "[9,3,e.com/aa,0_10_GET_10_text_0_3_200,0_10_GET_10_text_0_3_200]"),
        day.rows("proxy_feedback", "line_number", "verdict", "fulluri", "word_spot", "word_psl"));
    assertEquals(
        List.of("[10,NO_WORD]", "[11,NO_EVENT]", "[13,BAD_VERDICT]", "[8,NO_EVENT]"),
        day.rows("proxy_rejected_lines", "line_number", "reason"));
  }

  private static String api(String time, String agent, String referer, String uri, String verdict) {
    return said(",", time, agent, referer, uri)
        + String.join(",", "", verdict, "1.2e-05", "None", "OK", "0", "['0a1b2c10.0.0.5']");
  }

  private static String notebook(String time, String agent, String uri, String verdict) {
    return said("\t", time, agent, "-", uri)
        + String.join("\t", "", "1.2e-05", "", verdict, "OK", "0", "0a1b2c");
  }

  private static String said(
      String separator, String time, String agent, String referer, String uri) {
    return String.join(
        separator,
        "2016-07-08",
        time,
        "10.0.0.5",
        "e.com",
        "GET",
        agent,
        "text/html",
        "15",
        "-",
        "-",
        referer,
        "200",
        "80",
        "/a",
        "-",
        "93.184.216.34",
        "1024",
        "512",
        uri,
        "2_10_GET_3_text_6_3_200");
  }
}
