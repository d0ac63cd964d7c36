/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.model;

/**
 * The background probability of a word of the method profile: what anybody's word is like, known or
 * not. A prefix that was never seen falls back to the next shorter one and to the frequency of the
 * field in its place (Witten-Bell interpolation).
 *
 * <p>With the counts of {@link WordParts}: (c<sub>0</sub> + 1/2) / (N + 2), the share of the view,
 * times (c<sub>j</sub> + a<sub>j</sub> m<sub>j</sub>) / (c<sub>j-1</sub> + a<sub>j</sub>) for each
 * field j, with m<sub>j</sub> = (f<sub>j</sub> + 1/2) / (c<sub>0</sub> + (V<sub>j</sub> + 1)/2),
 * a<sub>1</sub> = 10 and a<sub>j</sub> = T<sub>j-1</sub>, at least 1. Source: I. H. Witten, T. C.
 * Bell, The zero-frequency problem, IEEE Transactions on Information Theory 37 (1991).
 */
public final class Background {
  private static final double WEIGHT_OF_FIRST_FIELD = 10;

  private Background() {}

  /**
   * The probability without an address's own tokens of the word.
   *
   * @param parts the counts of the word's parts
   * @param own tokens to leave out of every count, 0 or more; no count falls below 0
   * @return above 0, at most 1
   * @throws IllegalArgumentException if {@code own} is negative; the message contains it
   */
  public static double of(WordParts parts, long own) {
    if (own < 0) {
      throw new IllegalArgumentException("own is " + own + ", not a count of tokens");
    }
    double viewTokens = without(parts.prefixTokens(0), own);
    double probability = (viewTokens + 0.5) / (without(parts.fieldTokens(0), own) + 2);
    double before = viewTokens;
    for (int j = 1; j <= parts.fields(); j++) {
      double field =
          (without(parts.fieldTokens(j), own) + 0.5) / (viewTokens + (parts.values(j) + 1.0) / 2);
      double weight = j == 1 ? WEIGHT_OF_FIRST_FIELD : Math.max(1, parts.continuations(j - 1));
      double tokens = without(parts.prefixTokens(j), own);
      probability *= (tokens + weight * field) / (before + weight);
      before = tokens;
    }
    // Counts that can't be of one corpus, or near 2^63, leave the range.
    return Math.max(Double.MIN_VALUE, Math.min(1, probability));
  }

  private static double without(long tokens, long own) {
    return Math.max(0, tokens - own);
  }
}
