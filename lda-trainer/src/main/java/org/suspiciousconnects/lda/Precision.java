/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/** Precision of the topic mixes: Apache Spot's PRECISION. */
public enum Precision {
  /** As they were trained. */
  DOUBLE(64),
  /**
   * Each share is rounded to the nearest 32-bit float and kept as a double; nothing is divided
   * afterwards, as with Spot. A share is off by at most 2^-24 of itself (one below 2^-126, by at
   * most 2^-150), so a mix sums to 1 within 6e-8.
   */
  FLOAT(32);

  private final int bits;

  Precision(int bits) {
    this.bits = bits;
  }

  /**
   * @throws CommandFailure if it is neither 64 nor 32
   */
  static Precision of(int bits) {
    for (Precision precision : values()) {
      if (precision.bits == bits) {
        return precision;
      }
    }
    throw new CommandFailure(ExitStatus.USAGE, "--precision " + bits + ": it has to be 64 or 32");
  }

  /** Bits of a share. */
  int bits() {
    return bits;
  }

  /**
   * A topic mix of this precision.
   *
   * @param mix K doubles, left as they are
   */
  double[] round(double[] mix) {
    if (this == DOUBLE) {
      return mix;
    }
    double[] rounded = new double[mix.length];
    for (int k = 0; k < mix.length; k++) {
      rounded[k] = (float) mix[k];
    }
    return rounded;
  }
}
