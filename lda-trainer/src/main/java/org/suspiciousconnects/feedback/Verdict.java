/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How Apache Spot writes a verdict: 1 high risk, 2 medium, 3 low; 0 is nothing said yet. */
final class Verdict {
  /** Nothing was said. */
  static final int NONE = 0;

  private static final Pattern GIVEN = Pattern.compile("\\+?0*([123])");
  private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");

  private Verdict() {}

  /**
   * Reads a verdict. Spot's notebook leaves it empty, and Python writes None, where nothing was
   * said; so does any number but 1, 2 and 3.
   *
   * @param column Spot's name of it
   * @return 1, 2, 3 or {@link #NONE}
   * @throws RejectedRow if it is no whole number
   */
  static int of(String column, String text) throws RejectedRow {
    if (!isOne(text)) {
      throw new RejectedRow(
          Rejection.BAD_VERDICT, column, text, "is no verdict: 1 (high risk), 2 or 3 (low)");
    }
    Matcher given = GIVEN.matcher(text.strip());
    return given.matches() ? Integer.parseInt(given.group(1)) : NONE;
  }

  /** Whether a text can stand where a verdict stands. */
  static boolean isOne(String text) {
    String stripped = text.strip();
    return stripped.isEmpty() || stripped.equals("None") || WHOLE.matcher(stripped).matches();
  }

  /** The more serious of two, of which either can be {@link #NONE}. */
  static int moreSerious(int one, int other) {
    return one == NONE || other == NONE ? Math.max(one, other) : Math.min(one, other);
  }
}
