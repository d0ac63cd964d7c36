/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.suspiciousconnects.warehouse.Source;

/** DNS answers: by the second, length, client, name, type and response code. */
final class JudgedAnswers extends JudgedSource {
  JudgedAnswers() {
    super(Source.DNS);
  }

  @Override
  RowParser newParser() {
    return new DnsRows();
  }

  @Override
  Map<String, Map<String, String>> words() {
    return Map.of(
        "dns_events_spot", Map.of("word", "word_spot"),
        "dns_events_psl", Map.of("word", "word_psl"));
  }

  @Override
  String client() {
    return "ip_dst";
  }

  @Override
  Column sameEvent(Columns said, Columns event) {
    return equal(said, event, "unix_tstamp", "frame_len", "ip_dst", "dns_qry_name")
        .and(said.of("dns_qry_type").eqNullSafe(event.of("dns_qry_type")))
        .and(said.of("dns_qry_rcode").eqNullSafe(event.of("dns_qry_rcode")));
  }
}
