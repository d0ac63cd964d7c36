/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/**
 * How regular the events of a pair are: the median absolute deviation of the gaps between them as a
 * share of the median gap, cut at 0.05, 0.15 and 0.4. Whole numbers only: the same on every engine.
 */
final class Regularity {
  /** Of fewer events, or such as follow one another faster, any rhythm is chance. */
  private static final int LEAST_EVENTS = 8;

  private static final int LEAST_GAP = 20;

  private static final String UNKNOWN = "g-";
  private static final String[] NAMES = {"g0", "g1", "g2", "g3"};
  private static final String[] GAPS = {
    "very regular gaps (spread up to 5 %)",
    "regular gaps (spread above 5 to 15 %)",
    "loosely regular gaps (spread above 15 to 40 %)",
    "irregular gaps (spread above 40 %)"
  };

  private Regularity() {}

  /**
   * The bin's name, {@code g0} (most regular) to {@code g3}.
   *
   * @param events number of events
   * @param medianGap median of the seconds between them
   * @param deviation median absolute deviation of these, in seconds
   * @return {@code g-} if one is null, the deviation negative, the events less than 8 or the gap
   *     less than 20
   */
  static String of(Long events, Long medianGap, Long deviation) {
    if (events == null
        || medianGap == null
        || deviation == null
        || events < LEAST_EVENTS
        || medianGap < LEAST_GAP
        || deviation < 0) {
      return UNKNOWN;
    }
    if (deviation <= share(medianGap, 1, 20)) {
      return NAMES[0];
    }
    if (deviation <= share(medianGap, 3, 20)) {
      return NAMES[1];
    }
    return deviation <= share(medianGap, 2, 5) ? NAMES[2] : NAMES[3];
  }

  /** What a name says; null if it is none. */
  static String explained(String name) {
    if (UNKNOWN.equals(name)) {
      return "no rhythm to tell (fewer than "
          + LEAST_EVENTS
          + " events, or less than "
          + LEAST_GAP
          + " s between them)";
    }
    for (int bin = 0; bin < NAMES.length; bin++) {
      if (NAMES[bin].equals(name)) {
        return GAPS[bin];
      }
    }
    return null;
  }

  /** The whole part of {@code number * part / whole}, where the product may not fit a long. */
  private static long share(long number, int part, int whole) {
    return number / whole * part + number % whole * part / whole;
  }
}
