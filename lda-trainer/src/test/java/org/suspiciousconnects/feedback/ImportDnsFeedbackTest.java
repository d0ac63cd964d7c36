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

/** Verdicts on DNS answers, on real tables. The words expected are written out by hand. */
class ImportDnsFeedbackTest {
  private static FeedbackDay day;

  @BeforeAll
  static void answers() {
    day = FeedbackDay.shared();
    day.clear();
    day.insert(
        "dns",
        "y = 2016, m = 7, d = 8, h = 10",
        "frame_time unix_tstamp frame_len ip_dst ip_src dns_qry_name dns_qry_class dns_qry_type dns_qry_rcode dns_a",
        answer("Jul  8 2016 10:34:06.144400000 UTC", 1467974046L, "www.example.com", 1, 0),
        answer("Jul  8, 2016 10:34:07.000000000 UTC", 1467974047L, "a,b.example.com", 28, 3),
        answer("Jul  8 2016 10:34:08.000000000 UTC", 1467974048L, "bücher.example", null, null),
        answer("Jul  8 2016 10:34:09.000000000 UTC", -5L, "www.example.com", 1, 0),
        answer("no time", 1467974050L, "www.example.com", 1, 0));
  }

  private static Object[] answer(
      String time, Long second, String name, Integer type, Integer code) {
    return row(time, second, 91, "10.10.0.20", "10.10.0.1", name, "0x00000001", type, code, null);
  }

  @Test
  void bothWritersAndBothVerdicts() {
    day.write(
        "dns",
        "20160708",
        "2016-07-10T08:30:00Z",
        "frame_time,frame_len,ip_dst,dns_qry_name,dns_qry_class,dns_qry_type,dns_qry_rcode,score,tld,query_rep,hh,"
            + "ip_sev,dns_sev,dns_qry_class_name,dns_qry_type_name,dns_qry_rcode_name,network_context,unix_tstamp",
        said(
            ",",
            "Jul 8 2016 10:34:06.144400000 UTC",
            "www.example.com",
            "1",
            "0",
            "0",
            "3",
            "1467974046"),
        said(
            "\t",
            "Jul  8, 2016 10:34:07.000000000 UTC",
            "a,b.example.com",
            "28",
            "3",
            "2",
            "1",
            "1467974047"),
        said(
            ",",
            "Jul 8, 2016 10:34:07.000000000 UTC",
            "a,b.example.com",
            "28",
            "3",
            "2",
            "3",
            "1467974047"),
        said(
            ",",
            "Jul 8 2016 10:34:08.000000000 UTC",
            "bücher.example",
            "None",
            "None",
            "",
            "3",
            "1467974048"),
        said(",", "x", "www.example.com", "1", "0", "0", "0", "1467974046"),
        said(",", "x", "www.example.com", "1", "5", "0", "3", "1467974046"),
        said(",", "x", "www.example.com", "1", "0", "0", "3", "1467974050"));
    assertEquals(figures(1, 0, 5, 1, 1), day.run("dns", "2016-07-08"));
    assertEquals(
        List.of(
            "[2,3,www.example.com,0_6_10_1_0_1_1_0,0_6_10_1_0_1_1_0]",
            "[3,1,a,b.example.com,0_6_10_1_6_1_28_3,0_6_10_1_6_1_28_3]",
            "[4,2,a,b.example.com,0_6_10_1_6_1_28_3,0_6_10_1_6_1_28_3]",
            "[5,3,bücher.example,0_6_10_0_0_1_-1_-1,0_6_10_0_0_1_-1_-1]",
            "[8,3,www.example.com,null,0_6_10_1_0_1_1_0]"),
        day.rows(
            "dns_feedback", "line_number", "verdict", "dns_qry_name", "word_spot", "word_psl"));
    assertEquals(List.of("[7,NO_EVENT]"), day.rows("dns_rejected_lines", "line_number", "reason"));
  }

  private static String said(
      String separator,
      String time,
      String name,
      String type,
      String code,
      String ip,
      String verdict,
      String second) {
    return String.join(
        separator,
        time,
        "91",
        "10.10.0.20",
        name,
        "0x00000001",
        type,
        code,
        "1.5e-05",
        "example.com",
        "None",
        "10",
        ip,
        verdict,
        "Internet (IN)",
        "A",
        "NoError",
        "0",
        second);
  }
}
