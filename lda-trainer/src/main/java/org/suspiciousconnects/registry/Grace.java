/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.registry;

import java.time.Duration;
import java.time.Instant;

/** How long what is no longer used stays: queries in flight may still read it. */
final class Grace {
  private final Instant now;
  private final Duration period;

  /**
   * @param now when the command runs
   * @param period zero or more; zero for no grace at all
   */
  Grace(Instant now, Duration period) {
    this.now = now;
    this.period = period;
  }

  Instant now() {
    return now;
  }

  /** Whether there is none. */
  boolean isZero() {
    return period.isZero();
  }

  /** Whether something of that time is older than the grace. */
  boolean isOver(Instant time) {
    return !time.plus(period).isAfter(now);
  }

  /** This one, or a shorter period. */
  Grace atMost(Duration shorter) {
    return period.compareTo(shorter) <= 0 ? this : new Grace(now, shorter);
  }

  /** When the grace of what happens now is over. */
  Instant end() {
    return now.plus(period);
  }
}
