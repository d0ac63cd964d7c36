/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.util.Arrays;
import org.apache.spark.api.java.JavaPairRDD;

/**
 * A fitted model, as expected counts: how many of a document's tokens, and of a word's, belong to
 * each topic. The probabilities follow from them.
 */
public final class TopicModel {
  private final JavaPairRDD<Document, double[]> documentTopics;
  private final double[][] wordTopicCounts;
  private final double[][] wordTopicProbabilities;
  private final int passes;
  private final Boolean converged;
  private final Double logPosterior;
  private final Precision precision;

  /**
   * @param documentTopics for each document its topic mix, K doubles, sum 1
   * @param wordTopicCounts for each of V words its expected counts, K doubles, in the vocabulary's
   *     order
   * @param passes over the corpus that were made
   * @param converged whether it stopped because a pass changed little; null if the optimizer does
   *     not test for it
   * @param logPosterior of the training documents, up to a constant; null if the optimizer has none
   */
  public TopicModel(
      JavaPairRDD<Document, double[]> documentTopics,
      double[][] wordTopicCounts,
      int passes,
      Boolean converged,
      Double logPosterior) {
    this.documentTopics = documentTopics;
    this.wordTopicCounts = wordTopicCounts;
    this.wordTopicProbabilities = probabilities(wordTopicCounts, topicCounts());
    this.passes = passes;
    this.converged = converged;
    this.logPosterior = logPosterior;
    this.precision = Precision.DOUBLE;
  }

  private TopicModel(TopicModel of, Precision precision) {
    this.documentTopics = of.documentTopics.mapValues(precision::round);
    this.wordTopicCounts = of.wordTopicCounts;
    this.wordTopicProbabilities = of.wordTopicProbabilities;
    this.passes = of.passes;
    this.converged = of.converged;
    this.logPosterior = of.logPosterior;
    this.precision = precision;
  }

  /**
   * This model with topic mixes of that precision, of documents and of unseen IPs; the topics stay.
   */
  TopicModel with(Precision precision) {
    return precision == this.precision ? this : new TopicModel(this, precision);
  }

  /**
   * P(topic | document): K doubles, sum 1, to a float's precision if they were rounded to floats.
   */
  public JavaPairRDD<Document, double[]> documentTopics() {
    return documentTopics;
  }

  /** Expected counts, V rows of K doubles, in the vocabulary's order. Not to be changed. */
  public double[][] wordTopicCounts() {
    return wordTopicCounts;
  }

  /** Expected count of each topic in the corpus: K doubles. */
  public double[] topicCounts() {
    double[] sums = new double[wordTopicCounts[0].length];
    for (double[] counts : wordTopicCounts) {
      for (int k = 0; k < sums.length; k++) {
        sums[k] += counts[k];
      }
    }
    return sums;
  }

  /**
   * P(word | topic): V rows of K doubles; each column sums to 1. A topic without any count is
   * uniform, so that no division by zero makes it NaN. Not to be changed.
   */
  public double[][] wordTopicProbabilities() {
    return wordTopicProbabilities;
  }

  private static double[][] probabilities(double[][] wordTopicCounts, double[] topicCounts) {
    double[][] probabilities = new double[wordTopicCounts.length][];
    for (int w = 0; w < probabilities.length; w++) {
      probabilities[w] = Arrays.copyOf(wordTopicCounts[w], topicCounts.length);
      for (int k = 0; k < topicCounts.length; k++) {
        probabilities[w][k] =
            topicCounts[k] > 0
                ? probabilities[w][k] / topicCounts[k]
                : 1.0 / wordTopicCounts.length;
      }
    }
    return probabilities;
  }

  /**
   * The mix of an IP that no document is about: that of the whole corpus, N_k / N. K doubles, sum
   * 1, to a float's precision if the mixes were rounded to floats.
   */
  public double[] unseenIpMix() {
    double[] mix = topicCounts();
    double sum = Arrays.stream(mix).sum();
    for (int k = 0; k < mix.length; k++) {
      mix[k] /= sum;
    }
    return precision.round(mix);
  }

  /**
   * P(word | topic) of a word that the corpus does not have: what the prior reserves for a word
   * without a count, b / (N_k + (V + 1) b), where V + 1 is the vocabulary with that word in it. But
   * the known words keep their own N_wk / N_k, without a part of the prior; so that no unknown word
   * is ever likelier than a known one, it is at most the least of theirs that is above 0.
   *
   * @param b what the prior adds to each word's count, above 0
   * @return K doubles, each above 0
   */
  public double[] unseenWordProbabilities(double b) {
    double[] probabilities = topicCounts();
    for (int k = 0; k < probabilities.length; k++) {
      probabilities[k] = b / (probabilities[k] + (wordTopicCounts.length + 1) * b);
    }
    for (double[] known : wordTopicProbabilities) {
      for (int k = 0; k < probabilities.length; k++) {
        if (known[k] > 0 && known[k] < probabilities[k]) {
          probabilities[k] = known[k];
        }
      }
    }
    return probabilities;
  }

  /** Passes over the corpus that were made. */
  public int passes() {
    return passes;
  }

  /** Whether training stopped because a pass changed little, or null. */
  public Boolean converged() {
    return converged;
  }

  /** Log posterior of the training documents up to a constant, or null. */
  public Double logPosterior() {
    return logPosterior;
  }
}
