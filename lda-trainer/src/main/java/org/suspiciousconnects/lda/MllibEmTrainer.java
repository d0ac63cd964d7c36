/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.mllib.clustering.DistributedLDAModel;
import org.apache.spark.mllib.clustering.EMLDAOptimizer;
import org.apache.spark.mllib.linalg.Vector;

/**
 * MLlib's expectation maximisation on GraphX, the optimizer Apache Spot used.
 *
 * <p>The passes are driven from here, with the calls that {@code LDA.run} makes, so that each can
 * be reported. A lineage that grows with the passes ends in a StackOverflowError near 100 of them;
 * where the context has a checkpoint directory MLlib cuts it every ten passes.
 */
final class MllibEmTrainer implements TopicModelTrainer {
  @Override
  public TopicModel train(Corpus corpus, TrainingParameters parameters, Progress progress) {
    JavaPairRDD<Long, Vector> vectors = MllibDocuments.vectors(corpus);
    EMLDAOptimizer optimizer =
        new EMLDAOptimizer()
            .initialize(
                MllibDocuments.scala(vectors),
                MllibDocuments.settings(parameters).setCheckpointInterval(10));
    double[] seconds = Passes.run(parameters.maxPasses(), progress, optimizer::next);
    DistributedLDAModel model = (DistributedLDAModel) optimizer.getLDAModel(seconds);
    return new TopicModel(
        MllibDocuments.withMixes(corpus, model.javaTopicDistributions()),
        MllibDocuments.rows(model.topicsMatrix()),
        parameters.maxPasses(),
        null,
        model.logLikelihood() + model.logPrior());
  }

  @Override
  public boolean reproducible() {
    return false;
  }
}
