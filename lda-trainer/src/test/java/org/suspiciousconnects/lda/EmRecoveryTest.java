/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** A corpus drawn from known topics: training finds them again. */
class EmRecoveryTest {
  private static final int TOPICS = 5;
  private static final int WORDS = 200;
  private static final int DOCUMENTS = 400;
  private static final int TOKENS = 300;

  /**
   * Sampling alone gives a total variation of about 0.03: some 24,000 tokens a topic, most of them
   * of a few dozen words.
   */
  private static final double BOUND = 0.08;

  @Test
  void recoversTheTopicsOfItsCorpus() {
    KnownTopics topics = new KnownTopics(new Random(20160708), TOPICS, WORDS, DOCUMENTS);
    WordCounts counts = topics.draw(TOKENS);
    try (Corpus corpus = counts.corpus()) {
      TopicModel model =
          new EmTrainer()
              .train(
                  corpus,
                  new TrainingParameters(Optimizer.EM, TOPICS, null, null, 300, 1e-6, 0.05, 1),
                  (pass, of, seconds, logPosterior) -> {});
      double[][] variation =
          variation(topics.topics(), model.wordTopicProbabilities(), corpus.vocabulary());
      double worst = worstOfBest(variation, new boolean[TOPICS], 0);
      assertTrue(worst < BOUND, "total variation " + worst);
    }
  }

  /** Half the sum of the differences, for each true topic and each found. */
  private static double[][] variation(double[][] topics, double[][] found, String[] vocabulary) {
    double[][] variation = new double[TOPICS][TOPICS];
    for (int t = 0; t < TOPICS; t++) {
      for (int f = 0; f < TOPICS; f++) {
        double never = 1;
        for (int w = 0; w < vocabulary.length; w++) {
          double truth = topics[t][Integer.parseInt(vocabulary[w].substring(1))];
          never -= truth;
          variation[t][f] += Math.abs(truth - found[w][f]) / 2;
        }
        // Of words that were not drawn.
        variation[t][f] += never / 2;
      }
    }
    return variation;
  }

  /** Over the permutations, the least of the largest variation of a topic. */
  private static double worstOfBest(double[][] variation, boolean[] taken, int topic) {
    if (topic == TOPICS) {
      return 0;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int f = 0; f < TOPICS; f++) {
      if (!taken[f]) {
        taken[f] = true;
        double worst = Math.max(variation[topic][f], worstOfBest(variation, taken, topic + 1));
        best = Math.min(best, worst);
        taken[f] = false;
      }
    }
    return best;
  }
}
