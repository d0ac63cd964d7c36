/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TextHashTest {
  @Test
  void mixesAsThePublishedSplitMix64() {
    String[] published = {
      "6457827717110365317", "3203168211198807973", "9817491932198370423", "4593380528125082431"
    };
    long state = 1234567;
    for (String expected : published) {
      state += TextHash.GOLDEN;
      assertEquals(expected, Long.toUnsignedString(TextHash.mix(state)));
    }
  }

  @Test
  void whereATextEndsCounts() {
    assertNotEquals(
        TextHash.of(TextHash.of(1, "10.0.0.1"), "1_TCP"),
        TextHash.of(TextHash.of(1, "10.0.0.11"), "_TCP"));
  }

  @Test
  void aDistributionSumsToOneAndItsEntriesAreAlikeOnAverage() {
    double[] mean = new double[4];
    for (int i = 0; i < 10_000; i++) {
      double[] one = new double[4];
      TextHash.distribution(TextHash.of(5, "10.0.0." + i), one);
      assertEquals(1, Arrays.stream(one).sum(), 1e-15);
      for (int k = 0; k < 4; k++) {
        assertTrue(one[k] > 0);
        mean[k] += one[k] / 10_000;
      }
    }
    for (double m : mean) {
      // Ten standard deviations, each at most 0.15 / 100.
      assertEquals(0.25, m, 0.015);
    }
  }
}
