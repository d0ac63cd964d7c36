/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.util.Locale;

/** How serious an indicator is, the least first. */
enum Severity {
  /** STIX confidence 0 to 29. */
  LOW,
  /** STIX confidence 30 to 69. */
  MEDIUM,
  /** STIX confidence 70 to 100. */
  HIGH;

  private static final int MEDIUM_FROM = 30;
  private static final int HIGH_FROM = 70;
  private static final int MOST = 100;

  /**
   * The severity of that name, in any case.
   *
   * @throws RejectedLine if there is none
   */
  static Severity of(String name) throws RejectedLine {
    for (Severity severity : values()) {
      if (severity.toString().equalsIgnoreCase(name)) {
        return severity;
      }
    }
    throw new RejectedLine("severity", name, "is not low, medium or high");
  }

  /**
   * By the scale None, Low, Med, High of STIX 2.1, appendix A; None is low.
   *
   * @throws RejectedLine if it is not 0 to 100
   */
  static Severity ofConfidence(long confidence) throws RejectedLine {
    if (confidence < 0 || confidence > MOST) {
      throw new RejectedLine(
          "confidence", Long.toString(confidence), "is no whole number from 0 to " + MOST);
    }
    return confidence < MEDIUM_FROM ? LOW : confidence < HIGH_FROM ? MEDIUM : HIGH;
  }

  /** The value of the column severity. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
