/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/** How many binary digits a count has: the logarithmic bins of the method profile, exact. */
public final class BinaryDigits {
  private BinaryDigits() {}

  /**
   * The number of binary digits, floor(log2(count)) + 1.
   *
   * @param count any number
   * @return 1 to 63; 0 if the count is null, 0 or negative
   */
  public static int of(Long count) {
    return count == null ? 0 : of(count.longValue());
  }

  /**
   * The number of binary digits of an INT.
   *
   * @param count any number
   * @return 1 to 31; 0 if the count is null, 0 or negative
   */
  public static int of(Integer count) {
    return count == null ? 0 : of(count.longValue());
  }

  /** The same of a number that is there. */
  static int of(long count) {
    return count < 1 ? 0 : Long.SIZE - Long.numberOfLeadingZeros(count);
  }
}
