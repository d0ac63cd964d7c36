/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import org.suspiciousconnects.load.DnsColumn;

/** What goes wrong in the few answers of a day that can't be scored; see {@code dns_invalid}. */
enum InvalidDns {
  NO_TIME(null, DnsColumn.FRAME_TIME),
  EMPTY_TIME("", DnsColumn.FRAME_TIME),
  NO_TIMESTAMP(null, DnsColumn.UNIX_TSTAMP),
  NEGATIVE_TIMESTAMP(-1L, DnsColumn.UNIX_TSTAMP),
  NO_LENGTH(null, DnsColumn.FRAME_LEN),
  NEGATIVE_LENGTH(-60, DnsColumn.FRAME_LEN),
  NO_CLIENT(null, DnsColumn.IP_DST),
  NO_NAME(null, DnsColumn.DNS_QRY_NAME),
  NAME_NOT_LOGGED("-", DnsColumn.DNS_QRY_NAME),
  NO_NUMBERS(null, DnsColumn.DNS_QRY_CLASS, DnsColumn.DNS_QRY_TYPE, DnsColumn.DNS_QRY_RCODE);

  private final Object value;
  private final DnsColumn[] columns;

  InvalidDns(Object value, DnsColumn... columns) {
    this.value = value;
    this.columns = columns;
  }

  /** Spoils a row of the table dns. */
  void spoil(Object[] row) {
    for (DnsColumn column : columns) {
      column.set(row, value);
    }
  }
}
