/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.io.Serializable;
import java.time.LocalDate;
import org.suspiciousconnects.warehouse.Source;

/**
 * All that a day depends on: from it, each task makes the day anew.
 *
 * @param rows of the whole day with its attacks, at least 1,000
 */
record Recipe(Source source, long seed, LocalDate date, long rows) implements Serializable {
  SampleDay day() {
    switch (source) {
      case FLOW:
        return new FlowDay(seed, date, rows);
      case DNS:
        return new DnsDay(seed, date, rows);
      case PROXY:
        return new ProxyDay(seed, date, rows);
      default:
        throw new AssertionError(source);
    }
  }
}
