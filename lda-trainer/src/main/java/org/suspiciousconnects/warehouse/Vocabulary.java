/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.warehouse;

import java.util.Locale;

/** How events are simplified to words; a model knows the words of one vocabulary. */
public enum Vocabulary {
  /** The words of Apache Spot. */
  SPOT,
  /** Domains by the public suffix list, hours in UTC: the words of DNS and proxy only. */
  PSL;

  /** The name in tables and arguments, such as {@code psl}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
