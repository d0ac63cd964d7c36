/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.mllib.clustering.LocalLDAModel;
import org.apache.spark.mllib.clustering.OnlineLDAOptimizer;
import org.apache.spark.mllib.linalg.Vector;

/**
 * MLlib's online variational Bayes. One pass is as many steps as it takes to have drawn each
 * document once on average: 1 / batch fraction (Apache Spot's setting saw about one document a
 * step).
 */
final class MllibOnlineTrainer implements TopicModelTrainer {
  @Override
  public TopicModel train(Corpus corpus, TrainingParameters parameters, Progress progress) {
    JavaPairRDD<Long, Vector> vectors = MllibDocuments.vectors(corpus).cache();
    OnlineLDAOptimizer optimizer =
        new OnlineLDAOptimizer()
            .setMiniBatchFraction(parameters.batchFraction())
            .initialize(MllibDocuments.scala(vectors), MllibDocuments.settings(parameters));
    int steps = (int) Math.ceil(1 / parameters.batchFraction());
    double[] seconds =
        Passes.run(
            parameters.maxPasses(),
            progress,
            () -> {
              for (int i = 0; i < steps; i++) {
                optimizer.next();
              }
            });
    LocalLDAModel model = (LocalLDAModel) optimizer.getLDAModel(seconds);
    TopicModel trained =
        new TopicModel(
            MllibDocuments.withMixes(corpus, model.topicDistributions(vectors)),
            MllibDocuments.rows(model.topicsMatrix()),
            parameters.maxPasses(),
            null,
            null);
    vectors.unpersist(false);
    return trained;
  }

  @Override
  public boolean reproducible() {
    return false;
  }
}
