/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class KindFiguresTest {
  @Test
  void theMedianOfOddlyManyIsTheMiddleOne() {
    KindFigures kind = new KindFigures(3, new int[] {100, 7, 30});
    assertEquals(new BigDecimal("30"), kind.medianRank());
    assertEquals(2, kind.found(30));
    assertEquals(new BigDecimal("0.333333"), kind.recall(29).decimal());
  }

  @Test
  void ofEvenlyManyItIsBetweenTheMiddleTwo() {
    assertEquals(
        new BigDecimal("18.5"), new KindFigures(4, new int[] {30, 7, 7, 100}).medianRank());
    assertEquals("100", new KindFigures(2, new int[] {60, 140}).medianRank().toPlainString());
    assertEquals(
        "2147483647",
        new KindFigures(2, new int[] {2147483647, 2147483647}).medianRank().toPlainString());
  }

  @Test
  void rowsBeyondTheListComeLast() {
    assertEquals(new BigDecimal("9"), new KindFigures(5, new int[] {9, 4, 5}).medianRank());
    assertNull(new KindFigures(5, new int[] {4, 5}).medianRank());
    assertNull(new KindFigures(4, new int[] {4, 5}).medianRank());
    assertNull(new KindFigures(1, new int[0]).medianRank());
  }

  @Test
  void aKindWithoutRows() {
    KindFigures kind = new KindFigures(0, new int[0]);
    assertNull(kind.medianRank());
    assertNull(kind.recall(10).decimal());
    assertEquals(0, kind.found(10));
  }
}
