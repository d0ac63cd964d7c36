/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.util.Locale;

/** What a verdict on an event holds for; the column feedback_scope. */
enum Scope {
  /** The event's words at its IPs, on its day. */
  EVENT,
  /** The event's words at its IPs, on its day and later ones. */
  IP_WORD,
  /** The event's words at every IP, on its day and later ones. */
  WORD;

  /** The name in the table and in arguments, such as {@code ip_word}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
