/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.util.Locale;
import java.util.function.Supplier;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/** The algorithms that fit a topic model. */
public enum Optimizer {
  /** Expectation maximisation for a MAP estimate (Asuncion et al. 2009), see {@link EmTrainer}. */
  EM(1.02, null, 200, EmTrainer::new),
  /** The same by MLlib on GraphX: Apache Spot's. */
  MLLIB_EM(1.02, 1.001, 20, MllibEmTrainer::new),
  /** Online variational Bayes (Hoffman et al. 2010), MLlib's. */
  MLLIB_ONLINE(0.0009, 0.00001, 20, MllibOnlineTrainer::new);

  private final double alpha;
  private final Double beta;
  private final int maxPasses;
  private final Supplier<TopicModelTrainer> trainer;

  Optimizer(double alpha, Double beta, int maxPasses, Supplier<TopicModelTrainer> trainer) {
    this.alpha = alpha;
    this.beta = beta;
    this.maxPasses = maxPasses;
    this.trainer = trainer;
  }

  /** The name in arguments and in {@code model_runs}, such as {@code mllib-em}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Dirichlet parameter of the topic mixes unless given: Apache Spot's for this optimizer. */
  public double defaultAlpha() {
    return alpha;
  }

  /**
   * Dirichlet parameter of the topics unless given: Apache Spot's for this optimizer; null for
   * {@code em}, whose default depends on the corpus, see {@link TrainingParameters#forCorpus}.
   */
  public Double defaultBeta() {
    return beta;
  }

  /** Passes over the corpus at most unless given; MLlib's make all of them. */
  public int defaultMaxPasses() {
    return maxPasses;
  }

  /** Whether it is expectation maximisation for a MAP estimate, whose priors lie above 1. */
  boolean isMap() {
    return this != MLLIB_ONLINE;
  }

  /** A trainer for one training. */
  public TopicModelTrainer trainer() {
    return trainer.get();
  }

  /**
   * The optimizer of that name.
   *
   * @throws CommandFailure if there is none, listing those there are
   */
  public static Optimizer of(String id) {
    StringBuilder known = new StringBuilder();
    for (Optimizer optimizer : values()) {
      if (optimizer.id().equals(id)) {
        return optimizer;
      }
      known.append(known.length() == 0 ? "" : ", ").append(optimizer.id());
    }
    throw new CommandFailure(
        ExitStatus.USAGE,
        "--optimizer " + id + ": there is no such optimizer, use one of " + known);
  }

  @Override
  public String toString() {
    return id();
  }
}
