/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import scala.Tuple2;

/**
 * A block of documents in the state after a pass: their expected topic counts N_dk, and what they
 * add to the topics. A pass makes a new one, which shares the documents.
 */
final class EmBlock implements Serializable {
  private static final long serialVersionUID = 1L;

  private final DocumentBlock documents;
  private final int topics;
  private final double[] topicCounts;
  private final EmSums sums;

  private EmBlock(DocumentBlock documents, int topics, double[] topicCounts, EmSums sums) {
    this.documents = documents;
    this.topics = topics;
    this.topicCounts = topicCounts;
    this.sums = sums;
  }

  /**
   * The state before the first pass. A pair's tokens belong to the topics as an earlier model has
   * it: gamma_k = phi_wk theta_k / Z, where theta is its expected counts for the IP plus alpha - 1,
   * or the mix of its corpus for an IP that it does not know. Of a pair of which it knows neither
   * the IP nor the word it says nothing, and pairs that start alike never part: gamma is a random
   * distribution, drawn from the seed and the texts of IP and word.
   *
   * @param earlier what the earlier model says of the words; of no model, all pairs start at random
   * @param countsOf its expected counts, K doubles, for the IPs that it knows
   * @param alpha Dirichlet parameter of the mixes, above 1
   */
  static EmBlock first(
      DocumentBlock documents,
      EarlierTopics earlier,
      Map<String, double[]> countsOf,
      double alpha,
      long seed) {
    int topics = earlier.topics();
    double[] topicCounts = new double[documents.size() * topics];
    double[] words = new double[earlier.words() * topics];
    double[] gamma = new double[topics];
    double[] theta = new double[topics];
    long seeded = TextHash.mix(seed + TextHash.GOLDEN);
    for (int d = 0; d < documents.size(); d++) {
      long ip = TextHash.of(seeded, documents.ips()[d]);
      double[] counts = countsOf.get(documents.ips()[d]);
      for (int k = 0; k < topics; k++) {
        theta[k] = counts == null ? earlier.mix()[k] : counts[k] + (alpha - 1);
      }
      for (int i = documents.offsets()[d]; i < documents.offsets()[d + 1]; i++) {
        int word = documents.words()[i];
        if (counts == null && !earlier.knows(word)) {
          TextHash.distribution(TextHash.of(ip, earlier.word(word)), gamma);
        } else {
          earlier.share(word, theta, gamma);
        }
        for (int k = 0; k < topics; k++) {
          double count = documents.counts()[i] * gamma[k];
          topicCounts[d * topics + k] += count;
          words[word * topics + k] += count;
        }
      }
    }
    return new EmBlock(documents, topics, topicCounts, new EmSums(words, 0));
  }

  /**
   * An E step. With theta_k = N_dk + alpha - 1 and the smoothed phi_wk, a pair of document d and
   * word w that occurs c times has Z = sum over k of phi_wk theta_k, and gamma_k = phi_wk theta_k /
   * Z of its tokens belong to topic k. theta is common to a document and phi to a word, so only c
   * theta_k / Z and c phi_wk / Z are summed over the pairs, and multiplied by them afterwards; phi
   * by {@link EmTopics#next}.
   *
   * <p>The log likelihood is the sum over pairs of c log(Z / T) and over documents and topics of
   * (alpha - 1) log(theta_k / T), where T = N_d + K (alpha - 1) is the document's sum of theta.
   *
   * @param phi P(word | topic), V x K, word by word
   * @param alpha Dirichlet parameter of the mixes, above 1
   * @return the block with the new counts
   */
  EmBlock pass(double[] phi, double alpha) {
    // Local, so that the compiler knows that they do not change.
    final int n = topics;
    final int[] offsets = documents.offsets();
    final int[] words = documents.words();
    final double[] counts = documents.counts();
    final double[] wordSums = new double[phi.length];
    final double[] newCounts = new double[topicCounts.length];
    final double[] theta = new double[n];
    final double[] sum = new double[n];
    final LogProduct likelihood = new LogProduct();
    final LogProduct mixes = new LogProduct();
    for (int d = 0; d < documents.size(); d++) {
      double total = 0;
      for (int k = 0; k < n; k++) {
        theta[k] = topicCounts[d * n + k] + (alpha - 1);
        total += theta[k];
        sum[k] = 0;
      }
      for (int i = offsets[d]; i < offsets[d + 1]; i++) {
        int word = words[i] * n;
        double z = dot(phi, word, theta);
        double share = counts[i] / z;
        for (int k = 0; k < n; k++) {
          sum[k] += share * phi[word + k];
          wordSums[word + k] += share * theta[k];
        }
        likelihood.times(z / total, counts[i]);
      }
      for (int k = 0; k < n; k++) {
        newCounts[d * n + k] = theta[k] * sum[k];
        mixes.times(theta[k] / total);
      }
    }
    double logLikelihood = likelihood.log() + (alpha - 1) * mixes.log();
    return new EmBlock(documents, n, newCounts, new EmSums(wordSums, logLikelihood));
  }

  /** In four sums: one after the other, each addition would wait for the one before. */
  private static double dot(double[] phi, int from, double[] theta) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int k = 0;
    for (; k + 3 < theta.length; k += 4) {
      a += phi[from + k] * theta[k];
      b += phi[from + k + 1] * theta[k + 1];
      c += phi[from + k + 2] * theta[k + 2];
      d += phi[from + k + 3] * theta[k + 3];
    }
    for (; k < theta.length; k++) {
      a += phi[from + k] * theta[k];
    }
    return (a + b) + (c + d);
  }

  /** What the documents add to the topics. */
  EmSums sums() {
    return sums;
  }

  /** Each document, in the order of the IPs, with its expected counts divided by their sum. */
  Iterator<Tuple2<Document, double[]>> mixes() {
    List<Tuple2<Document, double[]>> mixes = new ArrayList<>(documents.size());
    for (int d = 0; d < documents.size(); d++) {
      double[] mix = Arrays.copyOfRange(topicCounts, d * topics, (d + 1) * topics);
      double sum = 0;
      for (double count : mix) {
        sum += count;
      }
      for (int k = 0; k < topics; k++) {
        mix[k] /= sum;
      }
      mixes.add(new Tuple2<>(documents.document(d), mix));
    }
    return mixes.iterator();
  }
}
