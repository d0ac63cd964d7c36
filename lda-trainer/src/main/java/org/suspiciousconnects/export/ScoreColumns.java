/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.export;

import java.util.List;
import org.suspiciousconnects.warehouse.Source;

/** The columns of Apache Spot's {@code <source>_results.csv}, as spot-ml 1.1 writes them. */
final class ScoreColumns {
  private static final List<String> FLOW =
      List.of(
          "treceived",
          "tryear",
          "trmonth",
          "trday",
          "trhour",
          "trminute",
          "trsec",
          "tdur",
          "sip",
          "dip",
          "sport",
          "dport",
          "proto",
          "ipkt",
          "ibyt",
          "opkt",
          "obyt",
          "score");
  private static final List<String> DNS =
      List.of(
          "frame_time",
          "unix_tstamp",
          "frame_len",
          "ip_dst",
          "dns_qry_name",
          "dns_qry_class",
          "dns_qry_type",
          "dns_qry_rcode",
          "score");
  private static final List<String> PROXY =
      List.of(
          "p_date",
          "p_time",
          "clientip",
          "host",
          "reqmethod",
          "useragent",
          "resconttype",
          "duration",
          "username",
          "webcat",
          "referer",
          "respcode",
          "uriport",
          "uripath",
          "uriquery",
          "serverip",
          "scbytes",
          "csbytes",
          "fulluri",
          "word",
          "score");

  private ScoreColumns() {}

  /** The columns of {@code <source>_scored_results} that Spot has too, in its order. */
  static List<String> of(Source source) {
    switch (source) {
      case FLOW:
        return FLOW;
      case DNS:
        return DNS;
      case PROXY:
        return PROXY;
      default:
        throw new IllegalArgumentException("no columns for " + source);
    }
  }
}
