/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.suspiciousconnects.warehouse.Source;

/**
 * Flows: by time, addresses, ports, packets and bytes. Apache Spot's API swaps the last two under a
 * header that says otherwise, so where no flow has them as the file's variant puts them, the flows
 * that have them the other way round are meant. The protocol is not told: flows that differ in it
 * are all meant.
 */
final class JudgedFlows extends JudgedSource {
  JudgedFlows() {
    super(Source.FLOW);
  }

  @Override
  RowParser newParser() {
    return new FlowRows();
  }

  @Override
  Map<String, Map<String, String>> words() {
    return Map.of("flow_events", Map.of("src_word", "src_word", "dst_word", "dst_word"));
  }

  @Override
  String client() {
    return "sip";
  }

  @Override
  Column sameEvent(Columns said, Columns event) {
    Column asSaid = equal(said, event, "ipkt", "ibyt");
    Column swapped =
        said.of("ipkt").equalTo(event.of("ibyt")).and(said.of("ibyt").equalTo(event.of("ipkt")));
    return equal(said, event, "treceived", "sip", "dip", "sport", "dport").and(asSaid.or(swapped));
  }

  @Override
  List<Row> chosen(Judgement judgement, List<Row> candidates) {
    Object ipkt = judgement.key().get(5);
    List<Row> asSaid =
        candidates.stream()
            .filter(event -> ipkt.equals(event.getAs("ipkt")))
            .collect(Collectors.toList());
    return asSaid.isEmpty() ? candidates : asSaid;
  }
}
