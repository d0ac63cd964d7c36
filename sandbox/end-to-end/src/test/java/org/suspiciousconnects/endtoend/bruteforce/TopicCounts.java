/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * What a trained model holds: expected counts by topic of each IP, of each word, and of the corpus.
 */
public final class TopicCounts {
  private static final double OF_THE_IP = 5;
  private static final double OF_THE_BACKGROUND = 20;

  private final Map<String, double[]> ofIps = new HashMap<>();
  private final Map<String, double[]> ofWords = new HashMap<>();
  private final double[] ofCorpus;

  /**
   * @param ofCorpus the tokens of each topic
   */
  public TopicCounts(double... ofCorpus) {
    this.ofCorpus = ofCorpus.clone();
  }

  /** Reads a vector of a model's table: base64 of doubles, the lowest byte first. */
  public static double[] vector(String text) {
    ByteBuffer bytes =
        ByteBuffer.wrap(Base64.getDecoder().decode(text)).order(ByteOrder.LITTLE_ENDIAN);
    double[] numbers = new double[bytes.remaining() / Double.BYTES];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = bytes.getDouble();
    }
    return numbers;
  }

  public TopicCounts ip(String ip, double... counts) {
    ofIps.put(ip, counts);
    return this;
  }

  public TopicCounts word(String word, double... counts) {
    ofWords.put(word, counts);
    return this;
  }

  /** Whether the model knows an IP. */
  public boolean knowsIp(String ip) {
    return ofIps.containsKey(ip);
  }

  /** Whether the model knows a word. */
  public boolean knowsWord(String word) {
    return ofWords.containsKey(word);
  }

  /**
   * The probability of a word at an IP.
   *
   * @param own how often the IP itself had the word in the history, to leave out; 0: nothing
   */
  public double probability(Group group, BackOff backOff, long own) {
    int topics = ofCorpus.length;
    double[] ip = ofIps.getOrDefault(group.ip(), new double[topics]).clone();
    double[] word = ofWords.getOrDefault(group.word(), new double[topics]).clone();
    double[] corpus = ofCorpus.clone();
    double ofIp = sum(ip);
    double all = sum(corpus);
    if (own > 0) {
      double[] responsible = responsible(ip, word, corpus);
      for (int k = 0; k < topics; k++) {
        double out = own * responsible[k];
        ip[k] = Math.max(0, ip[k] - out);
        word[k] = Math.max(0, word[k] - out);
        corpus[k] = Math.max(0, corpus[k] - out);
      }
      ofIp = Math.max(0, ofIp - own);
      all = Math.max(0, all - own);
    }
    double background = backOff.background(group.word(), own);
    double probability = 0;
    for (int k = 0; k < topics; k++) {
      double share = all == 0 ? 1.0 / topics : corpus[k] / all;
      probability +=
          (ip[k] + OF_THE_IP * share)
              / (ofIp + OF_THE_IP)
              * ((word[k] + OF_THE_BACKGROUND * background) / (corpus[k] + OF_THE_BACKGROUND));
    }
    // Own counts that the topics do not have would make it more.
    return Math.min(1, probability);
  }

  private static double[] responsible(double[] ip, double[] word, double[] corpus) {
    double[] shares = new double[corpus.length];
    double sum = 0;
    for (int k = 0; k < shares.length; k++) {
      shares[k] = corpus[k] == 0 ? 0 : ip[k] * (word[k] / corpus[k]);
      sum += shares[k];
    }
    for (int k = 0; k < shares.length; k++) {
      shares[k] = sum == 0 ? 0 : shares[k] / sum;
    }
    return shares;
  }

  private static double sum(double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum += number;
    }
    return sum;
  }
}
