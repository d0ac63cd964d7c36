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
   * @param logPosterior of the training documents, up to a constant, as this pass found it (not yet
   *     as it left it); null if the optimizer does not tell
   */
  void passed(int pass, int of, double seconds, Double logPosterior);
}
