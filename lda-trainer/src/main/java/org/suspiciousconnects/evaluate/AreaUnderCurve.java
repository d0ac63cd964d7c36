/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

/**
 * The area under the ROC curve of a ranking: the probability that an attack row stands before
 * another row, both drawn at random; rows that tie count half (mid-ranks). Exact: it is a quotient
 * of two whole numbers.
 *
 * <p>Mann and Whitney, "On a test of whether one of two random variables is stochastically larger
 * than the other", 1947.
 */
final class AreaUnderCurve {
  private long attacks;
  private long others;

  /** Twice the pairs in which the other row stands first; once where the two tie. */
  private long wrongPairsTwice;

  /**
   * Adds rows that tie with each other and stand after all that were added before.
   *
   * @param tiedAttacks attack rows among them
   * @param tiedOthers the other rows among them
   * @throws ArithmeticException if there are more than 2^62 pairs
   */
  void add(long tiedAttacks, long tiedOthers) {
    long othersBeforeTwice = Math.addExact(Math.multiplyExact(2L, others), tiedOthers);
    wrongPairsTwice =
        Math.addExact(wrongPairsTwice, Math.multiplyExact(tiedAttacks, othersBeforeTwice));
    attacks = Math.addExact(attacks, tiedAttacks);
    others = Math.addExact(others, tiedOthers);
  }

  /** 1 if all attack rows come first, 0.5 if all tie; undefined without attack or other rows. */
  Share value() {
    long pairsTwice = Math.multiplyExact(2L, Math.multiplyExact(attacks, others));
    return new Share(pairsTwice - wrongPairsTwice, pairsTwice);
  }
}
