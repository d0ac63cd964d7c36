/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import static org.suspiciousconnects.evaluate.LabelColumn.bigint;
import static org.suspiciousconnects.evaluate.LabelColumn.integer;
import static org.suspiciousconnects.evaluate.LabelColumn.text;

import java.util.List;
import org.suspiciousconnects.warehouse.Source;

/** The columns by which a label names an event, after the column {@code kind}, in their order. */
final class LabelColumns {
  private static final List<LabelColumn> FLOW =
      List.of(
          text("treceived"),
          text("sip"),
          text("dip"),
          integer("sport"),
          integer("dport"),
          text("proto"),
          bigint("ipkt"),
          bigint("ibyt"));
  private static final List<LabelColumn> DNS =
      List.of(
          text("frame_time"),
          bigint("unix_tstamp"),
          integer("frame_len"),
          text("ip_dst"),
          text("dns_qry_name"),
          integer("dns_qry_type"),
          integer("dns_qry_rcode"));
  private static final List<LabelColumn> PROXY =
      List.of(
          text("p_date"),
          text("p_time"),
          text("clientip"),
          text("host"),
          text("reqmethod"),
          text("fulluri"));

  private LabelColumns() {}

  /** Those of a source; its events, its invalid events and its results have them all. */
  static List<LabelColumn> of(Source source) {
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
