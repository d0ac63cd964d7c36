/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

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
    // Of the partitions in their order: Spark's own sum takes them as they arrive.
    double logLikelihood =
        model
            .documentTopics()
            .mapPartitions(
                documents -> List.of(logLikelihood(documents, wordTopics.value())).iterator())
            .collect()
            .stream()
            .reduce(0.0, Double::sum);
    wordTopics.unpersist(false);
    return StrictMath.exp(-logLikelihood / corpus.tokens());
  }

  private static double logLikelihood(
      Iterator<Tuple2<Document, double[]>> documents, double[][] wordTopics) {
    double sum = 0;
    while (documents.hasNext()) {
      Tuple2<Document, double[]> next = documents.next();
      sum += logLikelihood(next._1(), next._2(), wordTopics);
    }
    return sum;
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
      sum += document.counts()[i] * StrictMath.log(probability);
    }
    return sum;
  }
}
