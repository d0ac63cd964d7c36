/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

/** Runs the passes of one of MLlib's optimizers one by one, timed and reported. */
final class Passes {
  private Passes() {}

  /**
   * @param passes how many
   * @param progress told after each
   * @param pass one pass
   * @return the seconds of each
   */
  static double[] run(int passes, Progress progress, Runnable pass) {
    double[] seconds = new double[passes];
    for (int i = 0; i < passes; i++) {
      long start = System.nanoTime();
      pass.run();
      seconds[i] = (System.nanoTime() - start) / 1e9;
      progress.passed(i + 1, passes, seconds[i], null);
    }
    return seconds;
  }
}
