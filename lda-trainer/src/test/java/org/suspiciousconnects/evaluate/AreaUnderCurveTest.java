/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AreaUnderCurveTest {
  @Test
  void attacksFirstIsOneAndLastIsZero() {
    assertEquals(new BigDecimal("1.000000"), area(new long[] {2, 0}, new long[] {0, 3}));
    assertEquals(new BigDecimal("0.000000"), area(new long[] {0, 3}, new long[] {2, 0}));
  }

  @Test
  void aTieIsHalf() {
    assertEquals(new BigDecimal("0.500000"), area(new long[] {2, 3}));
    // The attack ties with one other row and stands before the last of three: (1 + 1/2) / 3.
    assertEquals(
        new BigDecimal("0.500000"), area(new long[] {0, 1}, new long[] {1, 1}, new long[] {0, 1}));
  }

  @Test
  void withoutAttacksOrOthersThereIsNone() {
    assertNull(area());
    assertNull(area(new long[] {5, 0}));
    assertNull(area(new long[] {0, 5}));
  }

  @Test
  void aDayOfABillionEventsFits() {
    assertEquals(
        new BigDecimal("0.999999"),
        area(new long[] {0, 1_000}, new long[] {1_000_000, 0}, new long[] {0, 999_000_000}));
  }

  @Test
  void morePairsThanFitAreRefused() {
    AreaUnderCurve area = new AreaUnderCurve();
    area.add(1L << 40, 0);
    area.add(0, 1L << 40);
    assertThrows(ArithmeticException.class, area::value);
  }

  /** The rows are their scores, the lowest first; all pairs are compared. */
  @Property
  void equalsTheCountOfAllPairs(
      @ForAll @Size(max = 12) List<@IntRange(max = 5) Integer> attacks,
      @ForAll @Size(max = 12) List<@IntRange(max = 5) Integer> others) {
    int wins = 0;
    int ties = 0;
    for (int attack : attacks) {
      for (int other : others) {
        wins += attack < other ? 1 : 0;
        ties += attack == other ? 1 : 0;
      }
    }
    List<long[]> blocks = new ArrayList<>();
    for (int score = 0; score <= 5; score++) {
      int of = score;
      blocks.add(
          new long[] {
            attacks.stream().filter(a -> a == of).count(),
            others.stream().filter(o -> o == of).count()
          });
    }
    int pairs = attacks.size() * others.size();
    BigDecimal expected =
        pairs == 0
            ? null
            : new BigDecimal(wins)
                .add(new BigDecimal(ties).multiply(new BigDecimal("0.5")))
                .divide(new BigDecimal(pairs), 6, RoundingMode.HALF_EVEN);
    assertEquals(expected, area(blocks.toArray(new long[0][])));
  }

  /** Blocks of attack rows and other rows. */
  private static BigDecimal area(long[]... blocks) {
    AreaUnderCurve area = new AreaUnderCurve();
    for (long[] block : blocks) {
      area.add(block[0], block[1]);
    }
    return area.value().decimal();
  }
}
