/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

/**
 * 64-bit hashes of texts by SplitMix64 (Steele, Lea and Flood 2014): what is random or spread over
 * blocks depends on the texts and the seed only, never on the order or the place of the rows.
 */
final class TextHash {
  /** The increment of SplitMix64's state: 2^64 divided by the golden ratio, odd. */
  static final long GOLDEN = 0x9E3779B97F4A7C15L;

  /** No char has it, so that "ab" + "c" and "a" + "bc" differ. */
  private static final int END = 0x10000;

  private TextHash() {}

  /** SplitMix64's output function: a bijection in which each input bit changes half the output. */
  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** The hash so far continued by a text, whose end counts too. */
  static long of(long hash, String text) {
    long h = hash;
    for (int i = 0; i < text.length(); i++) {
      h = mix((h ^ text.charAt(i)) + GOLDEN);
    }
    return mix((h ^ END) + GOLDEN);
  }

  /**
   * A random distribution: K uniform numbers of SplitMix64, divided by their sum.
   *
   * @param state SplitMix64's state before the first number
   * @param into K doubles to be filled; each above 0, their sum 1
   */
  static void distribution(long state, double[] into) {
    double sum = 0;
    for (int k = 0; k < into.length; k++) {
      state += GOLDEN;
      // Half a step off 0: no topic starts impossible.
      into[k] = ((mix(state) >>> 11) + 0.5) * 0x1.0p-53;
      sum += into[k];
    }
    for (int k = 0; k < into.length; k++) {
      into[k] /= sum;
    }
  }
}
