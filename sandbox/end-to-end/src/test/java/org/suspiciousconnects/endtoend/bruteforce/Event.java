/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.time.LocalDate;

/** An event of a hand-made day. No two events of a day and source are of the same second. */
public interface Event {
  /** The day, UTC. */
  LocalDate day();

  /** Whether it can be scored. */
  boolean isValid();

  /** The row as the VALUES of an INSERT, with the columns of the source's table and y, m, d, h. */
  String row();

  /** Its columns in the results, the time first, separated by tabs. */
  String shown();
}
