/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import java.math.BigDecimal;
import java.util.Arrays;

/** How a list finds the rows of one kind of attack. */
final class KindFigures {
  private final long rows;
  private final int[] entries;

  /**
   * @param rows attack rows of this kind in the day, at least those on the list
   * @param entries places of the entries that hold those on the list, from 1, in any order
   */
  KindFigures(long rows, int[] entries) {
    this.rows = rows;
    this.entries = entries.clone();
    Arrays.sort(this.entries);
  }

  /** Attack rows of this kind in the day. */
  long rows() {
    return rows;
  }

  /** How many of them are in the first n entries. */
  long found(int n) {
    return Arrays.stream(entries).filter(entry -> entry <= n).count();
  }

  /** The share of them that is in the first n entries. */
  Share recall(int n) {
    return new Share(found(n), rows);
  }

  /**
   * The median of the places of their entries, the mean of the middle two if there are as many
   * before as after; a row that is not listed stands beyond the list.
   *
   * @return null if the median is beyond the list, or there are no rows
   */
  BigDecimal medianRank() {
    long upper = rows / 2;
    if (upper >= entries.length) {
      return null;
    }
    int high = entries[(int) upper];
    int low = rows % 2 == 1 ? high : entries[(int) upper - 1];
    long sum = (long) low + high;
    return sum % 2 == 0 ? BigDecimal.valueOf(sum / 2) : BigDecimal.valueOf(sum * 5, 1);
  }
}
