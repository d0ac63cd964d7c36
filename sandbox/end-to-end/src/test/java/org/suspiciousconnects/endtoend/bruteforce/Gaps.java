/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How far apart events are, in seconds. */
record Gaps(long events, long median, long deviation) {
  /** Of the times of events, in any order. */
  static Gaps of(List<Long> times) {
    List<Long> sorted = new ArrayList<>(times);
    Collections.sort(sorted);
    List<Long> gaps = new ArrayList<>();
    for (int i = 1; i < sorted.size(); i++) {
      gaps.add(sorted.get(i) - sorted.get(i - 1));
    }
    if (gaps.isEmpty()) {
      return new Gaps(times.size(), 0, 0);
    }
    long median = median(gaps);
    List<Long> deviations = new ArrayList<>();
    for (long gap : gaps) {
      deviations.add(Math.abs(gap - median));
    }
    return new Gaps(times.size(), median, median(deviations));
  }

  /** The middle one; of two the lower. */
  private static long median(List<Long> numbers) {
    List<Long> sorted = new ArrayList<>(numbers);
    Collections.sort(sorted);
    return sorted.get((sorted.size() - 1) / 2);
  }
}
