/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A share as the two counts it comes from; that of nothing is undefined. */
final class Share {
  private static final int DECIMALS = 6;

  private final long part;
  private final long whole;

  /**
   * @param part 0 to whole
   * @param whole 0 or more
   */
  Share(long part, long whole) {
    if (part < 0 || part > whole) {
      throw new IllegalArgumentException(part + " is no part of " + whole);
    }
    this.part = part;
    this.whole = whole;
  }

  /** 0 to 1, rounded to six decimals (half even); null if it is the share of nothing. */
  BigDecimal decimal() {
    return whole == 0
        ? null
        : BigDecimal.valueOf(part)
            .divide(BigDecimal.valueOf(whole), DECIMALS, RoundingMode.HALF_EVEN);
  }

  /** Such as {@code 12.5}, in percent with one decimal; {@code -} if it is the share of nothing. */
  String percent() {
    return whole == 0
        ? "-"
        : BigDecimal.valueOf(part)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_EVEN)
            .toPlainString();
  }
}
