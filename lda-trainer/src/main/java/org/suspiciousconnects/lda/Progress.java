/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

/** Told how a training goes on. */
@FunctionalInterface
public interface Progress {
  /**
   * A pass over the corpus has ended.
   *
   * @param pass its number, from 1
   * @param of how many there will be at most
   * @param seconds what this pass took
   */
  void passed(int pass, int of, double seconds);
}
