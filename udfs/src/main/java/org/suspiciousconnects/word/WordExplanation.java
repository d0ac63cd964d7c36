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
  private static final String PROFILE = "profile";
  private static final String PSL = "psl";

  private WordExplanation() {}

  /**
   * The explanation of a word.
   *
   * @param source {@code flow}, {@code dns} or {@code proxy}
   * @param method {@code spot} or {@code profile}
   * @param vocabulary {@code spot} or {@code psl}; the hours of the latter's words are in UTC.
   *     Words of the method spot for flows have the vocabulary spot only; those of the method
   *     profile say the same in both
   * @param view null or empty: words of the method spot have no view, those of the method profile
   *     tell it themselves. For these it may be given, but not another one than the word's
   * @param word see {@link FlowWord}, {@link DnsWord}, {@link ProxyWord}; {@link FlowProfileWords},
   *     {@link DnsProfileWords}, {@link ProxyProfileWords}
   * @return one line; null if one of the others is null or unknown, or the word is none of that
   *     source and method
   */
  public static String of(
      String source, String method, String vocabulary, String view, String word) {
    boolean psl = PSL.equals(vocabulary);
    if (source == null || method == null || word == null || !psl && !SPOT.equals(vocabulary)) {
      return null;
    }
    boolean hasView = view != null && !view.isEmpty();
    switch (method) {
      case SPOT:
        return hasView ? null : spot(source, psl, word);
      case PROFILE:
        return hasView && !view.equals(ProfileWord.view(word)) ? null : profile(source, word);
      default:
        return null;
    }
  }

  private static String spot(String source, boolean psl, String word) {
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

  private static String profile(String source, String word) {
    ProfileFields fields = ProfileFields.of(word);
    if (fields == null) {
      return null;
    }
    switch (source) {
      case "flow":
        return FlowProfileExplanation.of(fields);
      case "dns":
        return DnsProfileExplanation.of(fields);
      case "proxy":
        return ProxyProfileExplanation.of(fields);
      default:
        return null;
    }
  }
}
