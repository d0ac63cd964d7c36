/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.io.Serializable;
import java.util.BitSet;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import scala.Tuple2;

/**
 * How surprised a model is by documents: exp(- log likelihood / tokens), at least 1, the lower the
 * better. A model that knows nothing but the size V of the vocabulary has V.
 *
 * <p>Log likelihoods of documents are added up as whole multiples of 2^-20, so that the sum is the
 * same in whatever order they come.
 */
final class Perplexity implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double FIXED = 0x1p20;

  private long logLikelihood;
  private double tokens;
  private double unseen;

  private Perplexity() {}

  /**
   * Of the documents the model was trained on: optimistic, comparable between models of one corpus
   * only.
   */
  static Perplexity ofTraining(TopicModel model, Corpus corpus) {
    BitSet all = new BitSet();
    all.set(0, corpus.vocabulary().length);
    return of(model, model.documentTopics(), all);
  }

  /** Of what was held out, by mixes that come from the rest of each document. */
  static Perplexity ofHeldOut(TopicModel model, HeldOut heldOut) {
    JavaPairRDD<Document, double[]> documents =
        model
            .documentTopics()
            .mapToPair(d -> new Tuple2<>(d._1().id(), d._2()))
            .join(heldOut.heldOut())
            .mapToPair(d -> new Tuple2<>(d._2()._2(), d._2()._1()));
    return of(model, documents, heldOut.trainedWords());
  }

  /**
   * Of one document.
   *
   * @param mix K doubles, sum 1
   * @param wordTopics P(word | topic), V rows of K doubles
   * @param known the words that were trained; others are left out and counted
   */
  static Perplexity of(Document document, double[] mix, double[][] wordTopics, BitSet known) {
    Perplexity perplexity = new Perplexity();
    perplexity.add(document, mix, wordTopics, known);
    return perplexity;
  }

  private static Perplexity of(
      TopicModel model, JavaPairRDD<Document, double[]> documents, BitSet known) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(documents.context());
    Broadcast<double[][]> wordTopics = context.broadcast(model.wordTopicProbabilities());
    JavaRDD<Perplexity> parts =
        documents.mapPartitions(
            some -> {
              Perplexity part = new Perplexity();
              some.forEachRemaining(d -> part.add(d._1(), d._2(), wordTopics.value(), known));
              return List.of(part).iterator();
            });
    Perplexity whole = parts.fold(new Perplexity(), Perplexity::plus);
    wordTopics.unpersist(false);
    return whole;
  }

  private void add(Document document, double[] mix, double[][] wordTopics, BitSet known) {
    double sum = 0;
    for (int i = 0; i < document.words().length; i++) {
      int word = document.words()[i];
      double count = document.counts()[i];
      if (!known.get(word)) {
        unseen += count;
        continue;
      }
      double probability = 0;
      for (int k = 0; k < mix.length; k++) {
        probability += mix[k] * wordTopics[word][k];
      }
      sum += count * StrictMath.log(probability);
      tokens += count;
    }
    logLikelihood += Math.round(sum * FIXED);
  }

  private Perplexity plus(Perplexity other) {
    logLikelihood += other.logLikelihood;
    tokens += other.tokens;
    unseen += other.unseen;
    return this;
  }

  /** The perplexity, or null if there was nothing to be surprised by. */
  Double value() {
    return tokens == 0 ? null : StrictMath.exp(-logLikelihood / FIXED / tokens);
  }

  /** Share of the tokens left out because their word was not trained; null if there were none. */
  Double unseenShare() {
    return tokens + unseen == 0 ? null : unseen / (tokens + unseen);
  }
}
