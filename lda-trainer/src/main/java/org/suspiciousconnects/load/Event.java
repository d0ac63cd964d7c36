/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

/** An event on its way into a table. */
final class Event {
  private final UtcTime time;
  private final Object[] columns;

  /**
   * @param time decides the partition
   * @param columns in the order of the table, without the partition columns
   */
  Event(UtcTime time, Object[] columns) {
    this.time = time;
    this.columns = columns;
  }

  UtcTime time() {
    return time;
  }

  Object[] columns() {
    return columns;
  }
}
