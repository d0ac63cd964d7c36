/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import java.util.Arrays;

/** How evenly the characters of a text are spread, and Apache Spot's bins of it. */
public final class Entropy {
  private static final double LOG10_OF_2 = StrictMath.log10(2);
  private static final int ASCII = 128;

  /** {@code EntropyCuts} of Apache Spot; above the last one is a bin of its own. */
  private static final double[] CUTS = {
    0.0, 0.3, 0.6, 0.9, 1.2, 1.5, 1.8, 2.1, 2.4, 2.7, 3.0, 3.3, 3.6, 3.9, 4.2, 4.5, 4.8, 5.1, 5.4
  };

  /** Of entropies above the last cut. */
  static final int LAST_BIN = CUTS.length;

  private Entropy() {}

  /**
   * Shannon entropy of a text's characters.
   *
   * <p>A character is a UTF-16 code unit, so that one beyond the Basic Multilingual Plane counts as
   * two. The terms are added in the order of the code units, whatever their order in the text: a
   * text and its permutations have the same entropy to the last bit. Apache Spot adds them in the
   * order of a hash table; the sums differ by less than 10<sup>-12</sup>.
   *
   * @param text any text
   * @return bits per character, 0 to 16; 0 for the empty text
   */
  public static double bits(String text) {
    int[] ascii = new int[ASCII];
    int others = 0;
    for (int i = 0; i < text.length(); i++) {
      char unit = text.charAt(i);
      if (unit < ASCII) {
        ascii[unit]++;
      } else {
        others++;
      }
    }
    double sum = 0;
    for (int count : ascii) {
      sum += term(count, text.length());
    }
    return others == 0 ? sum : sum + othersBits(text, others);
  }

  /**
   * The bin of an entropy: the index of the first of 0.0, 0.3, 0.6 … 5.4 that is not below it.
   *
   * @param bits what {@link #bits} returned
   * @return 0 to 19; 19 above 5.4
   */
  public static int bin(double bits) {
    int bin = 0;
    while (bin < CUTS.length && bits > CUTS[bin]) {
      bin++;
    }
    return bin;
  }

  /** A bin, 0 to {@link #LAST_BIN}, for people; the lower end of a range is not in it. */
  static String explained(int bin) {
    if (bin == 0) {
      return "entropy 0";
    }
    return bin == LAST_BIN
        ? "entropy above " + CUTS[bin - 1] + " bits"
        : "entropy " + CUTS[bin - 1] + "-" + CUTS[bin] + " bits";
  }

  private static double othersBits(String text, int others) {
    char[] units = new char[others];
    int filled = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= ASCII) {
        units[filled++] = text.charAt(i);
      }
    }
    Arrays.sort(units);
    double sum = 0;
    for (int from = 0, to = 0; from < others; from = to) {
      while (to < others && units[to] == units[from]) {
        to++;
      }
      sum += term(to - from, text.length());
    }
    return sum;
  }

  private static double term(int count, int length) {
    if (count == 0) {
      return 0;
    }
    double share = (double) count / length;
    return -share * StrictMath.log10(share) / LOG10_OF_2;
  }
}
