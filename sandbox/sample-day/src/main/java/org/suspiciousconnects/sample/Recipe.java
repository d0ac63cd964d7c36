/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;
import org.suspiciousconnects.warehouse.Source;

/**
 * A single day, as the demo has it.
 *
 * @param rows of the whole day with its attacks, at least 1,000
 */
record Recipe(Source source, long seed, LocalDate date, long rows) implements DayRecipe {
  @Override
  public SampleDay day() {
    switch (source) {
      case FLOW:
        return FlowDay.single(seed, date, rows);
      case DNS:
        return DnsDay.single(seed, date, rows);
      case PROXY:
        return ProxyDay.single(seed, date, rows);
      default:
        throw new AssertionError(source);
    }
  }
}
