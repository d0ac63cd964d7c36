/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.BiFunction;

/**
 * EM for a MAP estimate written down as in the paper, densely and with every gamma, to compare
 * with. Of the trainer it shares the random numbers only.
 */
final class DenseEm {
  final List<String> ips;
  final List<String> words;
  final int topics;
  final double[][] documentTopics;
  final double[][] wordTopics;
  private final double[][] counts;

  /**
   * @param corpus for each IP its words and their counts
   */
  DenseEm(SortedMap<String, Map<String, Long>> corpus, int topics, long seed) {
    this(corpus, topics, (ip, word) -> random(ip, word, topics, seed));
  }

  /**
   * @param corpus for each IP its words and their counts
   * @param start for an IP and a word the K probabilities of the topics before the first pass
   */
  DenseEm(
      SortedMap<String, Map<String, Long>> corpus,
      int topics,
      BiFunction<String, String, double[]> start) {
    this.topics = topics;
    ips = new ArrayList<>(corpus.keySet());
    TreeSet<String> distinct = new TreeSet<>();
    corpus.values().forEach(document -> distinct.addAll(document.keySet()));
    words = new ArrayList<>(distinct);
    counts = new double[ips.size()][words.size()];
    documentTopics = new double[ips.size()][topics];
    wordTopics = new double[words.size()][topics];
    for (int d = 0; d < ips.size(); d++) {
      for (int w = 0; w < words.size(); w++) {
        counts[d][w] = corpus.get(ips.get(d)).getOrDefault(words.get(w), 0L);
        double[] gamma = start.apply(ips.get(d), words.get(w));
        for (int k = 0; k < topics; k++) {
          documentTopics[d][k] += counts[d][w] * gamma[k];
          wordTopics[w][k] += counts[d][w] * gamma[k];
        }
      }
    }
  }

  /** The trainer's random start. */
  static double[] random(String ip, String word, int topics, long seed) {
    double[] gamma = new double[topics];
    long hash = TextHash.of(TextHash.mix(seed + TextHash.GOLDEN), ip);
    TextHash.distribution(TextHash.of(hash, word), gamma);
    return gamma;
  }

  void pass(double alpha, double beta) {
    double[][] newDocuments = new double[ips.size()][topics];
    double[][] newWords = new double[words.size()][topics];
    for (int d = 0; d < ips.size(); d++) {
      for (int w = 0; w < words.size(); w++) {
        double[] gamma = new double[topics];
        double sum = 0;
        for (int k = 0; k < topics; k++) {
          gamma[k] =
              (wordTopics[w][k] + beta - 1)
                  * (documentTopics[d][k] + alpha - 1)
                  / (total(wordTopics, k) + words.size() * (beta - 1));
          sum += gamma[k];
        }
        for (int k = 0; k < topics; k++) {
          newDocuments[d][k] += counts[d][w] * gamma[k] / sum;
          newWords[w][k] += counts[d][w] * gamma[k] / sum;
        }
      }
    }
    System.arraycopy(newDocuments, 0, documentTopics, 0, newDocuments.length);
    System.arraycopy(newWords, 0, wordTopics, 0, newWords.length);
  }

  double logPosterior(double alpha, double beta) {
    double result = 0;
    for (int d = 0; d < ips.size(); d++) {
      for (int w = 0; w < words.size(); w++) {
        double probability = 0;
        for (int k = 0; k < topics; k++) {
          probability += phi(w, k, beta) * theta(d, k, alpha);
        }
        result += counts[d][w] * Math.log(probability);
      }
      for (int k = 0; k < topics; k++) {
        result += (alpha - 1) * Math.log(theta(d, k, alpha));
      }
    }
    for (int w = 0; w < words.size(); w++) {
      for (int k = 0; k < topics; k++) {
        result += (beta - 1) * Math.log(phi(w, k, beta));
      }
    }
    return result;
  }

  private double theta(int d, int k, double alpha) {
    double tokens = 0;
    for (double count : documentTopics[d]) {
      tokens += count;
    }
    return (documentTopics[d][k] + alpha - 1) / (tokens + topics * (alpha - 1));
  }

  private double phi(int w, int k, double beta) {
    return (wordTopics[w][k] + beta - 1) / (total(wordTopics, k) + words.size() * (beta - 1));
  }

  private static double total(double[][] rows, int k) {
    double sum = 0;
    for (double[] row : rows) {
      sum += row[k];
    }
    return sum;
  }
}
