/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.util.Arrays;
import java.util.List;

/** The beginning of a good file of each format, for tests that change it. */
final class SampleLines {
  /** What such files are made of, and what could upset a parser. */
  static final String ALPHABET =
      "{}[]\":,\t\\#|-./?@%&=;()_+*0123456789aeExtZ \u0000\u00A0é\uFFFD\uD83D\uDE00";

  private SampleLines() {}

  static List<String> of(Format format) {
    switch (format) {
      case NFDUMP_CSV:
        return Arrays.asList(
            "ts,te,td,sa,da,sp,dp,pr,ipkt,ibyt,sas",
            "2016-07-08 10:00:00,2016-07-08 10:00:01,1.5,10.0.0.2,10.0.0.1,1024,53,UDP,1,7,64512",
            "2016-07-08 10:00:00,2016-07-08 10:00:01,0.0,10.0.0.2,10.0.0.1,0,8.0,ICMP,1,7,0",
            "Summary",
            "flows,bytes,packets,avg_bps,avg_pps,avg_bpp",
            "1,7,1,56,1,7");
      case ZEEK_CONN:
        return Arrays.asList(
            "{\"ts\":1588205198.8,\"id.orig_h\":\"10.0.1.4\",\"id.orig_p\":64842,\"id.resp_h\":"
                + "\"10.0.0.4\",\"id_resp_p\":53,\"proto\":\"udp\",\"orig_ip_bytes\":7}",
            "#separator \\x09",
            "#fields\tts\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\torig_pkts",
            "1467936000.1\t10.0.1.4\t64842\t10.0.0.4\t53\tudp\t1");
      case TSHARK_CSV:
        return Arrays.asList(
            "Jul  8, 2016 14:00:01.123456000 UTC,1467986401.123456000,90,8.8.8.8,10.0.0.7,"
                + "www.example.com,1,0x00000001,0,93.184.216.34,93.184.216.35",
            "frame.time,frame.time_epoch,frame.len,ip.dst,dns.qry.name,dns.qry.type,dns.a",
            "\"Jul  8, 2016 14:00:01.1 UTC\",\"1467986401.1\",\"90\",\"10.0.0.7\",\"a,b\",\"0x1\","
                + "\"1.2.3.4,1.2.3.5\"");
      case ZEEK_DNS:
        return Arrays.asList(
            "{\"ts\":1588205198.8,\"id_orig_h\":\"10.0.1.4\",\"id_resp_h\":\"10.0.0.4\",\"query\":"
                + "\"a.example\",\"qclass\":1,\"qtype\":1,\"rcode\":0,\"answers\":[\"b.example\","
                + "\"1.2.3.4\",\"::1\"]}",
            "#set_separator\t,",
            "#fields\tts\tid.orig_h\tid.resp_h\tquery\tqtype\tanswers",
            "1467936000.1\t10.0.1.4\t10.0.0.4\ta.example\t1\tb.example,1.2.3.4");
      case BLUECOAT:
        return Arrays.asList(
            "2016-07-08 13:16:21 390 10.0.0.7 bob \"Domain Users\" - OBSERVED \"Web Ads\" - 200"
                + " TCP_MISS GET text/html http www.example.com 80 /a.js ?b js \"Mozilla/4.0 (x)\""
                + " 10.0.0.1 297 369 - \"none\" -",
            "#Fields: date time c-ip cs-method cs-host cs-uri-path cs(User-Agent)",
            "2016-07-08 13:16:21 10.0.0.7 GET www.example.com /a \"a \"\"b\"\"\"");
      case SQUID:
        return Arrays.asList(
            "1467936000.123    390 10.0.0.7 TCP_MISS/200 21372 GET http://www.example.com/a b?c bob"
                + " HIER_DIRECT/93.184.216.34 text/html",
            "1467936000.123      1 10.0.0.7 TCP_TUNNEL/200 1 CONNECT [::1]:443 - HIER_NONE/- -");
      case W3C:
        return Arrays.asList(
            "#Version: 1.0",
            "#Date: 2016-07-08 00:00:00",
            "#Fields: time c-ip cs-method cs-uri cs(Host) time-taken sc-bytes",
            "01:02:03 10.0.0.7 GET http://u:p@h:80/a?b h:80 0.5 7",
            "#Fields: date time c-ip cs-method cs-uri-stem cs-uri-query cs(User-Agent)",
            "2016-07-08 01:02 10.0.0.7 GET http://[::1]/a.b x=1 \"a b\"");
      case ZEEK_HTTP:
        return Arrays.asList(
            "{\"ts\":1588205198.8,\"id_orig_h\":\"10.0.1.4\",\"id_resp_h\":\"10.0.0.4\","
                + "\"id_resp_p\":80,\"method\":\"GET\",\"host\":\"h\",\"uri\":\"http://h/a?b\","
                + "\"response_body_len\":7,\"resp_mime_types\":[\"text/html\"]}",
            "#fields\tts\tid.orig_h\tid.resp_h\tid.resp_p\tmethod\thost\turi\tresp_mime_types",
            "1467936000.1\t10.0.1.4\t::1\t80\tCONNECT\t-\th:443\ttext/html,a/b");
      default:
        throw new AssertionError(format + " has no lines here");
    }
  }
}
