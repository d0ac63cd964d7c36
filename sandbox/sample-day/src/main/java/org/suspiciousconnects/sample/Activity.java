/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

/** A kind of event that hosts bring about in the course of a normal day. */
interface Activity {
  /** The name of the constant, such as {@code PRINT}. */
  String name();

  /** How much of an hour's events it is, relative to the other kinds. */
  double weight(int hour);

  /** How it is spread over the day. */
  Rhythm rhythm();

  /** Who does it. */
  Role client();

  /** The share of the clients that do it at all in a series, above 0 to 1. */
  default double users() {
    return 1;
  }
}
