/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedTreeSumTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 13, 100})
  void theSumIsTheSameToTheLastBitInWhicheverOrder(int leaves) {
    List<Integer> order = IntStream.range(0, leaves).boxed().collect(Collectors.toList());
    EmSums inOrder = sum(order);
    double exact = IntStream.range(0, leaves).mapToDouble(FixedTreeSumTest::value).sum();
    assertEquals(exact, inOrder.words()[0], 1e-12 * exact);
    assertEquals(-exact, inOrder.logLikelihood(), 1e-12 * exact);
    Random random = new Random(leaves);
    for (int i = 0; i < 20; i++) {
      Collections.shuffle(order, random);
      EmSums shuffled = sum(order);
      assertArrayEquals(inOrder.words(), shuffled.words());
      assertEquals(inOrder.logLikelihood(), shuffled.logLikelihood());
    }
  }

  @Test
  void fewWaitIfTheBlocksComeInOrder() {
    FixedTreeSum tree = new FixedTreeSum(1000);
    for (int block = 0; block < 1000; block++) {
      assertNull(tree.total());
      tree.add(block, sums(block));
      assertTrue(tree.waiting() <= 10, "waiting " + tree.waiting());
    }
    assertEquals(0, tree.waiting());
  }

  private static EmSums sum(List<Integer> order) {
    FixedTreeSum tree = new FixedTreeSum(order.size());
    for (int block : new ArrayList<>(order)) {
      tree.add(block, sums(block));
    }
    return tree.total();
  }

  private static EmSums sums(int block) {
    return new EmSums(new double[] {value(block), 1.0 / (block + 3)}, -value(block));
  }

  /** Of many magnitudes, so that another order gives other last bits. */
  private static double value(int block) {
    return Math.pow(10, block % 9) / 3;
  }
}
