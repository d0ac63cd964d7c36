/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

/** A kind of event that hosts bring about in the course of a normal day. */
interface Activity {
  /** How much of an hour's events it is, relative to the other kinds. */
  double weight(int hour);
}
