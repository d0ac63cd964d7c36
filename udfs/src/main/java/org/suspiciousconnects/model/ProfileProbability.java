/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.model;

/**
 * The probability of a word at an address by the method profile, from topic counts: the address's
 * are eked out with 5 tokens of the corpus's mix, the word's in each topic with 20 tokens of its
 * {@link Background}. So no address and no word is unknown, and no probability is 0.
 *
 * <p>With K topics, n<sub>ik</sub> the address's and n<sub>wk</sub> the word's tokens in topic k,
 * N<sub>i</sub> the sum of the first, N<sub>k</sub> the topic's tokens and pi<sub>k</sub> its share
 * of the corpus: the sum over k, in the order of the topics, of (n<sub>ik</sub> + 5 pi<sub>k</sub>)
 * / (N<sub>i</sub> + 5) * (n<sub>wk</sub> + 20 Pg) / (N<sub>k</sub> + 20).
 *
 * <p>An address's own tokens of the word can be left out: n of them lie in the topics as
 * n<sub>ik</sub> n<sub>wk</sub> / N<sub>k</sub>, by which they are taken from n<sub>ik</sub>,
 * n<sub>wk</sub> and N<sub>k</sub>; N<sub>i</sub>, the corpus's tokens and the counts of the
 * background lose n. Nothing falls below 0.
 */
public final class ProfileProbability {
  private static final double CORPUS_TOKENS_OF_ADDRESS = 5;
  private static final double BACKGROUND_TOKENS_OF_TOPIC = 20;

  /** Any count that a BIGINT can hold; products of two such are far from infinity. */
  private static final double MOST_TOKENS = 0x1p63;

  private ProfileProbability() {}

  /**
   * The probability of a word at an address.
   *
   * @param ipTopicCounts the address's tokens in each of K topics; null if the model does not know
   *     it
   * @param wordTopicCounts the word's tokens in each of K topics; null if the model does not know
   *     it
   * @param corpusMix each topic's share of the corpus's tokens, K of them, K at least 1
   * @param corpusTokens the corpus's tokens
   * @param parts the counts of the word's parts
   * @param own the address's own tokens of the word that are to be left out, 0 or more
   * @return above 0, at most 1
   * @throws IllegalArgumentException if lengths differ, if there is no topic, if {@code own} is
   *     negative or if a number is not one of 0 to 2<sup>63</sup>; the message says what
   */
  public static double of(
      double[] ipTopicCounts,
      double[] wordTopicCounts,
      double[] corpusMix,
      double corpusTokens,
      WordParts parts,
      long own) {
    int topics = corpusMix.length;
    if (topics == 0) {
      throw new IllegalArgumentException("corpus_mix has no topics");
    }
    requireCount("corpus_tokens", corpusTokens);
    requireCounts("corpus_mix", corpusMix);
    double[] ip = counts("ip_topic_counts", ipTopicCounts, topics);
    double[] word = counts("word_topic_counts", wordTopicCounts, topics);
    double background = Background.of(parts, own);
    double tokens = Math.max(0, corpusTokens - own);
    double ipTokens = Math.max(0, sum(ip) - own);
    double shares = own == 0 ? 0 : sumOfShares(ip, word, corpusMix, corpusTokens);
    double probability = 0;
    for (int k = 0; k < topics; k++) {
      double inTopic = corpusMix[k] * corpusTokens;
      double inIp = ip[k];
      double inWord = word[k];
      double mix = corpusMix[k];
      if (own > 0) {
        double left = shares > 0 ? own * (share(inIp, inWord, inTopic) / shares) : 0;
        inTopic = Math.max(0, inTopic - left);
        inIp = Math.max(0, inIp - left);
        inWord = Math.max(0, inWord - left);
        mix = inTopic / tokens;
      }
      if (tokens == 0) {
        mix = 1.0 / topics;
      }
      probability +=
          (inIp + CORPUS_TOKENS_OF_ADDRESS * mix)
              / (ipTokens + CORPUS_TOKENS_OF_ADDRESS)
              * ((inWord + BACKGROUND_TOKENS_OF_TOPIC * background)
                  / (inTopic + BACKGROUND_TOKENS_OF_TOPIC));
    }
    // Own tokens that the topics do not have make the shares of an address more than 1.
    return Math.max(Double.MIN_VALUE, Math.min(1, probability));
  }

  /** What of an address's tokens of a word lies in a topic, but for a factor. */
  private static double share(double inIp, double inWord, double inTopic) {
    return inTopic == 0 ? 0 : inIp * Math.min(1, inWord / inTopic);
  }

  private static double sumOfShares(double[] ip, double[] word, double[] mix, double tokens) {
    double sum = 0;
    for (int k = 0; k < ip.length; k++) {
      sum += share(ip[k], word[k], mix[k] * tokens);
    }
    return sum;
  }

  private static double sum(double[] counts) {
    double sum = 0;
    for (double count : counts) {
      sum += count;
    }
    return sum;
  }

  private static double[] counts(String name, double[] counts, int topics) {
    if (counts == null) {
      return new double[topics];
    }
    if (counts.length != topics) {
      throw new IllegalArgumentException(
          name
              + " has "
              + counts.length
              + " topics, corpus_mix has "
              + topics
              + ": they are not of one model");
    }
    requireCounts(name, counts);
    return counts;
  }

  private static void requireCounts(String name, double[] counts) {
    for (double count : counts) {
      requireCount(name, count);
    }
  }

  private static void requireCount(String name, double count) {
    if (!(count >= 0 && count <= MOST_TOKENS)) {
      throw new IllegalArgumentException(name + " has " + count + ", not a count of 0 to 2^63");
    }
  }
}
