/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/**
 * What a word says, in plain English, for a person who looks at a topic.
 *
 * <p>An explanation is never an error: what is not understood has none.
 */
public final class WordExplanation {
  private static final String SPOT = "spot";
  private static final String PSL = "psl";

  private WordExplanation() {}

  /**
   * The explanation of a word.
   *
   * @param source {@code flow}, {@code dns} or {@code proxy}
   * @param method {@code spot}
   * @param vocabulary {@code spot}; for dns and proxy also {@code psl}, whose hours are in UTC
   * @param view null or empty: words of the method spot have no view
   * @param word see {@link FlowWord}, {@link DnsWord}, {@link ProxyWord}
   * @return one line; null if one of the others is null or unknown, or the word is none of that
   *     source
   */
  public static String of(
      String source, String method, String vocabulary, String view, String word) {
    boolean hasView = view != null && !view.isEmpty();
    boolean psl = PSL.equals(vocabulary);
    if (source == null || word == null || !SPOT.equals(method) || hasView) {
      return null;
    }
    if (!psl && !SPOT.equals(vocabulary)) {
      return null;
    }
    String zone = psl ? " UTC" : "";
    switch (source) {
      case "flow":
        return psl ? null : FlowExplanation.of(word);
      case "dns":
        return DnsExplanation.of(word, zone);
      case "proxy":
        return ProxyExplanation.of(word, zone);
      default:
        return null;
    }
  }
}
