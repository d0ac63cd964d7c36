/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

/** An event of a day, on its way into a table. */
interface Event {
  /** When it was, in seconds since 1970, UTC. */
  long second();

  /** The event as a row of all columns of its table. */
  Object[] row();
}
