/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

/** Fits a topic model to a corpus. */
public interface TopicModelTrainer {
  /**
   * Trains.
   *
   * @param corpus the documents
   * @param parameters topics, priors, passes, seed
   * @param progress told after each pass
   * @return the model; its documents may still refer to {@code corpus} and to checkpoints
   */
  TopicModel train(Corpus corpus, TrainingParameters parameters, Progress progress);

  /** Whether the same corpus and parameters give the same model bit for bit. */
  boolean reproducible();
}
