/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import java.time.Duration;
import java.util.Random;

/**
 * When a run is killed: a share of the time that a run takes from its first write to its end, or
 * right after something changed that others can see.
 *
 * @param number of the kill among those of its step, from 0
 * @param change kill after so many changes since the first write; 0: by the clock
 * @param delay since the first write; by the clock only
 */
record KillMoment(int number, int change, Duration delay) {
  /**
   * A seeded one: by the clock if the number is even, else after a change.
   *
   * @param measured the same step, undisturbed
   */
  static KillMoment of(long seed, String step, int number, StepRun measured) {
    Random random = new Random(seed * 31 + step.hashCode());
    // Neighbouring seeds of java.util.Random begin alike; and each number gets draws of its own.
    random.nextLong();
    double share = 0;
    int change = 0;
    for (int i = 0; i <= number; i++) {
      share = random.nextDouble();
      change = 1 + random.nextInt(Math.max(1, measured.changes()));
    }
    return number % 2 == 0 || measured.changes() == 0
        ? new KillMoment(
            number, 0, Duration.ofNanos((long) (share * measured.fromFirstWrite().toNanos())))
        : new KillMoment(number, change, Duration.ZERO);
  }

  /** A sooner one, where the run was faster than the measured one. */
  KillMoment earlier() {
    return new KillMoment(number, change > 1 ? change - 1 : 0, delay.multipliedBy(2).dividedBy(3));
  }

  @Override
  public String toString() {
    return "moment %d (%s)"
        .formatted(
            number,
            change > 0
                ? "change " + change + " after the first write"
                : delay.toMillis() + " ms after the first write");
  }
}
