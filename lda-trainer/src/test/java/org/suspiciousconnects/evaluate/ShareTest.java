/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ShareTest {
  @Test
  void isRoundedHalfEven() {
    assertEquals(new BigDecimal("0.333333"), new Share(1, 3).decimal());
    assertEquals(new BigDecimal("0.666667"), new Share(2, 3).decimal());
    assertEquals(new BigDecimal("0.000000"), new Share(1, 2_000_000).decimal());
    assertEquals(new BigDecimal("0.000002"), new Share(3, 2_000_000).decimal());
    assertEquals("33.3", new Share(1, 3).percent());
    assertEquals("100.0", new Share(7, 7).percent());
    assertEquals("0.2", new Share(1, 400).percent());
  }

  @Test
  void ofNothingIsUndefined() {
    assertNull(new Share(0, 0).decimal());
    assertEquals("-", new Share(0, 0).percent());
  }

  @Test
  void isOfThatWhole() {
    assertThrows(IllegalArgumentException.class, () -> new Share(2, 1));
    assertThrows(IllegalArgumentException.class, () -> new Share(-1, 1));
  }
}
