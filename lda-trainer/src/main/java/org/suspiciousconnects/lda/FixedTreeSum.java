/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.util.HashMap;
import java.util.Map;

/**
 * Adds up the blocks' sums in a binary tree whose shape depends on their number only: they may
 * arrive in any order, the result is the same to the last bit. What has arrived is added as soon as
 * its sibling is there, so that with blocks computed nearly in order, few wait at a time.
 */
final class FixedTreeSum {
  private final int leaves;
  private final Map<Long, EmSums> waiting = new HashMap<>();
  private EmSums total;

  /**
   * @param leaves number of blocks, at least 1
   */
  FixedTreeSum(int leaves) {
    this.leaves = leaves;
  }

  /**
   * Adds a block's sums, which are changed.
   *
   * @param block its number, 0 to leaves - 1, each once
   */
  void add(int block, EmSums sums) {
    EmSums node = sums;
    int index = block;
    int width = leaves;
    for (int level = 0; width > 1; level++) {
      int sibling = index ^ 1;
      if (sibling < width) {
        EmSums other = waiting.remove(key(level, sibling));
        if (other == null) {
          waiting.put(key(level, index), node);
          return;
        }
        node = index < sibling ? node.add(other) : other.add(node);
      }
      index /= 2;
      width = (width + 1) / 2;
    }
    total = node;
  }

  private static long key(int level, int index) {
    return ((long) level << 32) | index;
  }

  /** How many subtrees wait for their sibling. */
  int waiting() {
    return waiting.size();
  }

  /** The sum of all blocks; null until each was added. */
  EmSums total() {
    return total;
  }
}
