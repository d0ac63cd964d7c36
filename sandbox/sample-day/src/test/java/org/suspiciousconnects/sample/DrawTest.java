/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {
  private static final int N = 200_000;

  @Test
  void dependsOnSeedPurposeAndItemAlone() {
    double drawn = new Draw(7, "flow", 42).uniform();
    assertEquals(drawn, new Draw(7, "flow", 42).uniform());
    assertNotEquals(drawn, new Draw(8, "flow", 42).uniform());
    assertNotEquals(drawn, new Draw(7, "host", 42).uniform());
    assertNotEquals(drawn, new Draw(7, "flow", 43).uniform());
  }

  @Test
  void neighbouringItemsAreIndependent() {
    double[] first = new double[N];
    double covariance = 0;
    for (int i = 0; i < N; i++) {
      first[i] = new Draw(1, "flow", i).uniform() - 0.5;
    }
    for (int i = 1; i < N; i++) {
      covariance += first[i - 1] * first[i] / N;
    }
    // The standard error of the correlation is 0.0022.
    assertEquals(0, covariance * 12, 0.01);
    assertEquals(1 / 12.0, Arrays.stream(first).map(x -> x * x).average().getAsDouble(), 0.001);
  }

  @Test
  void normalHasMeanZeroAndVarianceOne() {
    double[] x = IntStream.range(0, N).mapToDouble(i -> new Draw(1, "n", i).normal()).toArray();
    assertEquals(0, Arrays.stream(x).average().getAsDouble(), 0.01);
    assertEquals(1, Arrays.stream(x).map(v -> v * v).average().getAsDouble(), 0.02);
    assertEquals(0.0455, Arrays.stream(x).filter(v -> Math.abs(v) > 2).count() / (double) N, 0.002);
  }

  @Test
  void zipfFallsWithTheRank() {
    int[] counts = new int[1000];
    for (int i = 0; i < N; i++) {
      counts[new Draw(1, "z", i).zipf(counts.length, 1.1)]++;
    }
    // The continuous distribution puts 1 - 2^-0.1 of the mass below 2, 2^-0.1 - 3^-0.1 below 3.
    assertEquals(0.06697 / 0.03707, counts[0] / (double) counts[1], 0.1);
    assertTrue(counts[0] > 50 * counts[99], counts[0] + " and " + counts[99]);
    assertTrue(counts[999] > 0);
  }

  @Test
  void betweenReachesBothEnds() {
    int[] counts = new int[3];
    for (int i = 0; i < N; i++) {
      counts[new Draw(1, "b", i).between(-1, 1) + 1]++;
    }
    for (int count : counts) {
      assertEquals(N / 3.0, count, N * 0.01);
    }
  }

  @Test
  void weightedFollowsItsWeights() {
    int[] counts = new int[3];
    for (int i = 0; i < N; i++) {
      counts[new Draw(1, "w", i).weighted(new double[] {1, 0, 3})]++;
    }
    assertEquals(0.25 * N, counts[0], 0.01 * N);
    assertEquals(0, counts[1]);
  }
}
