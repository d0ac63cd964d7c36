/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.warehouse;

import java.util.Locale;

/** A kind of network event; its name starts the names of its tables. */
public enum Source {
  /** Netflow: Apache Spot's table {@code flow}. */
  FLOW,
  /** DNS answers: Apache Spot's table {@code dns}. */
  DNS,
  /** Requests through a web proxy: Apache Spot's table {@code proxy}. */
  PROXY;

  /** The name in tables and arguments, such as {@code flow}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The table of this source with that ending, such as {@code flow_word_counts}. */
  public String table(String ending) {
    return id() + "_" + ending;
  }

  @Override
  public String toString() {
    return id();
  }
}
