/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import org.suspiciousconnects.load.ProxyColumn;

/** What goes wrong in the few requests of a day that can't be scored; see {@code proxy_invalid}. */
enum InvalidProxy {
  NO_DATE(ProxyColumn.P_DATE, null),
  NO_TIME(ProxyColumn.P_TIME, null),
  EMPTY_TIME(ProxyColumn.P_TIME, ""),
  HOUR_AFTER_MIDNIGHT(ProxyColumn.P_TIME, "24:00:00"),
  HOUR_THAT_IS_NONE(ProxyColumn.P_TIME, "25:00:00"),
  NO_CLIENT(ProxyColumn.CLIENTIP, null),
  CLIENT_NOT_LOGGED(ProxyColumn.CLIENTIP, "-"),
  NO_HOST(ProxyColumn.HOST, null),
  NO_METHOD(ProxyColumn.REQMETHOD, null),
  NO_URI(ProxyColumn.FULLURI, null);

  private final ProxyColumn column;
  private final Object value;

  InvalidProxy(ProxyColumn column, Object value) {
    this.column = column;
    this.value = value;
  }

  /** Spoils a row of the table proxy. */
  void spoil(Object[] row) {
    column.set(row, value);
  }
}
