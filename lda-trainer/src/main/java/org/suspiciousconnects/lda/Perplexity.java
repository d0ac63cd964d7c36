/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * How surprised a model is by documents: exp(- log likelihood / tokens), at least 1, the lower the
 * better. A model that knows nothing but the size V of the vocabulary has V.
 */
final class Perplexity {
  private Perplexity() {}

  /**
   * Of the documents the model was trained on: optimistic, comparable between models of one corpus
   * only.
   */
  static double ofTraining(TopicModel model, Corpus corpus) {
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(corpus.wordCounts().sparkSession().sparkContext());
    Broadcast<double[][]> wordTopics = context.broadcast(model.wordTopicProbabilities());
    double logLikelihood =
        model
            .documentTopics()
            .mapToDouble(d -> logLikelihood(d._1(), d._2(), wordTopics.value()))
            .sum();
    wordTopics.unpersist(false);
    return Math.exp(-logLikelihood / corpus.tokens());
  }

  /** Sum over the document's tokens of log P(word | document). */
  static double logLikelihood(Document document, double[] mix, double[][] wordTopics) {
    double sum = 0;
    for (int i = 0; i < document.words().length; i++) {
      double[] topics = wordTopics[document.words()[i]];
      double probability = 0;
      for (int k = 0; k < mix.length; k++) {
        probability += mix[k] * topics[k];
      }
      sum += document.counts()[i] * Math.log(probability);
    }
    return sum;
  }
}
