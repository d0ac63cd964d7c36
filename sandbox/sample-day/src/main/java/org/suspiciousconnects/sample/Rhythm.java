/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

/** How activity is spread over the hours of a day, UTC, from 0 to 23. */
enum Rhythm {
  /** People at work, with a dip at noon; a few stay on or leave their machine on. */
  OFFICE(
      0.2, 1, 1, 1, 1, 1, 2, 8, 30, 70, 95, 100, 95, 60, 85, 100, 95, 85, 60, 25, 10, 5, 3, 2, 1),
  /** Machines among themselves. */
  ALWAYS(
      1, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10,
      10),
  /** People at home: customers of the public servers. */
  PUBLIC(
      1.1, 20, 12, 8, 6, 6, 10, 20, 35, 50, 60, 65, 70, 75, 70, 65, 65, 70, 80, 90, 100, 100, 85,
      60, 35),
  /** Backups and batch jobs. */
  NIGHT(1, 20, 80, 100, 90, 40, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 5, 10);

  private final double weekend;
  private final double[] share = new double[24];

  Rhythm(double weekend, int... weights) {
    this.weekend = weekend;
    double sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    for (int hour = 0; hour < share.length; hour++) {
      share[hour] = weights[hour] / sum;
    }
  }

  /** The share of the day's activity in an hour; all 24 sum to 1. */
  double share(int hour) {
    return share[hour];
  }

  /** The activity of a Saturday or Sunday as a share of that of another day. */
  double weekend() {
    return weekend;
  }
}
