/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LogProductTest {
  @Test
  void isTheSumOfTheLogarithmsBeyondTheSmallestDouble() {
    LogProduct product = new LogProduct();
    double expected = 0;
    for (int i = 1; i <= 1000; i++) {
      double factor = 1e-30 * i;
      product.times(factor, i % 3);
      expected += i % 3 * Math.log(factor);
    }
    assertEquals(expected, product.log(), 1e-12 * -expected);
  }

  @Test
  void ofNoFactorIsZero() {
    assertEquals(0, new LogProduct().log());
  }
}
