/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.time.LocalDate;

/** A row of {@code threat_intelligence}. */
final class Indicator {
  /** In Parquet's language, in the order of {@link #row()}. */
  static final String COLUMNS =
      "optional binary ioc (UTF8); optional binary ioc_type (UTF8); "
          + "optional binary severity (UTF8); optional binary description (UTF8); "
          + "optional binary expires_on (UTF8);";

  private static final int LONGEST_DESCRIPTION = 1000;

  private final String ioc;
  private final IocType type;
  private final Severity severity;
  private final String description;
  private final LocalDate expiresOn;

  /**
   * @param ioc a value as the feed has it
   * @param description any text or null; in the table it is one line of at most 1,000 characters
   * @param expiresOn the last UTC day that it holds for, or null
   * @throws RejectedLine if the value is none of its type
   */
  Indicator(String ioc, IocType type, Severity severity, String description, LocalDate expiresOn)
      throws RejectedLine {
    this.ioc = type.inOneForm(ioc);
    this.type = type;
    this.severity = severity;
    this.description = oneLine(description);
    this.expiresOn = expiresOn;
  }

  /** The values of the columns. */
  Object[] row() {
    return new Object[] {
      ioc,
      type.toString(),
      severity.toString(),
      description,
      expiresOn == null ? null : expiresOn.toString()
    };
  }

  private static String oneLine(String text) {
    if (text == null) {
      return null;
    }
    String line = text.replaceAll("[\\p{Cntrl}\\p{Z}\\p{Cs}]+", " ").strip();
    if (line.codePointCount(0, line.length()) > LONGEST_DESCRIPTION) {
      line = line.substring(0, line.offsetByCodePoints(0, LONGEST_DESCRIPTION - 3)) + "...";
    }
    return line.isEmpty() ? null : line;
  }
}
