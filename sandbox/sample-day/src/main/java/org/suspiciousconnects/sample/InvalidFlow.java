/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import org.suspiciousconnects.load.FlowColumn;

/** What goes wrong in the few flows of a day that can't be scored; see {@code flow_invalid}. */
enum InvalidFlow {
  NO_HOUR(FlowColumn.TRHOUR, null),
  HOUR_AFTER_MIDNIGHT(FlowColumn.TRHOUR, 24),
  MINUTE_AFTER_THE_HOUR(FlowColumn.TRMINUTE, 61),
  NO_SOURCE(FlowColumn.SIP, null),
  NO_DESTINATION(FlowColumn.DIP, null),
  NO_PROTOCOL(FlowColumn.PROTO, null),
  PORT_TOO_LARGE(FlowColumn.DPORT, 70_000),
  NEGATIVE_PORT(FlowColumn.SPORT, -1),
  NEGATIVE_BYTES(FlowColumn.IBYT, -1L),
  NEGATIVE_PACKETS(FlowColumn.IPKT, -40L);

  private final FlowColumn column;
  private final Object value;

  InvalidFlow(FlowColumn column, Object value) {
    this.column = column;
    this.value = value;
  }

  /** Spoils a row of the table flow. */
  void spoil(Object[] row) {
    column.set(row, value);
  }
}
