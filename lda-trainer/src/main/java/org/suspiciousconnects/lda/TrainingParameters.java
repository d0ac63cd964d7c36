/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/** What a training is told; checked when made. */
public final class TrainingParameters {
  /**
   * Occurrences of each word in each topic. Measured: Apache Spot's 0.001 lets topics fit single
   * documents, and the more so the longer they are trained; see docs/benchmarks.md.
   */
  private static final double PRIOR_AT_MOST = 3;

  private final Optimizer optimizer;
  private final int topics;
  private final double alpha;
  private final Double beta;
  private final int maxPasses;
  private final double tolerance;
  private final double batchFraction;
  private final long seed;
  private final Precision precision;

  /** With topic mixes of 64 bits. */
  public TrainingParameters(
      Optimizer optimizer,
      int topics,
      Double alpha,
      Double beta,
      Integer maxPasses,
      double tolerance,
      double batchFraction,
      long seed) {
    this(
        optimizer,
        topics,
        alpha,
        beta,
        maxPasses,
        tolerance,
        batchFraction,
        seed,
        Precision.DOUBLE);
  }

  /**
   * @param optimizer the algorithm
   * @param topics K, at least 2
   * @param alpha Dirichlet parameter of the topic mixes; above 1 for {@code em} and {@code
   *     mllib-em}, above 0 for {@code mllib-online}; null means the optimizer's default
   * @param beta Dirichlet parameter of the topics, likewise; the default may depend on the corpus
   * @param maxPasses passes over the corpus at most, at least 1; null means the optimizer's default
   * @param tolerance {@code em} stops when a pass changes the log posterior by less than this share
   *     of it; at least 0 and below 1
   * @param batchFraction share of the documents in one step of {@code mllib-online}, above 0 and at
   *     most 1
   * @param seed of everything random
   * @param precision of the topic mixes
   * @throws CommandFailure naming the argument, its value and what is allowed
   */
  public TrainingParameters(
      Optimizer optimizer,
      int topics,
      Double alpha,
      Double beta,
      Integer maxPasses,
      double tolerance,
      double batchFraction,
      long seed,
      Precision precision) {
    this.optimizer = optimizer;
    this.topics = topics;
    this.alpha = alpha == null ? optimizer.defaultAlpha() : alpha;
    this.beta = beta == null ? optimizer.defaultBeta() : beta;
    this.maxPasses = maxPasses == null ? optimizer.defaultMaxPasses() : maxPasses;
    this.tolerance = tolerance;
    this.batchFraction = batchFraction;
    this.seed = seed;
    this.precision = precision;
    double above = optimizer.isMap() ? 1 : 0;
    require(topics >= 2, "--topics", topics, "has to be at least 2");
    require(this.alpha > above && this.alpha < 1e6, "--alpha", this.alpha, range(above));
    require(beta == null || beta > above && beta < 1e6, "--beta", beta, range(above));
    require(this.maxPasses >= 1, "--max-iterations", this.maxPasses, "has to be at least 1");
    require(
        tolerance >= 0 && tolerance < 1,
        "--tolerance",
        tolerance,
        "has to be at least 0 and below 1");
    require(
        batchFraction > 0 && batchFraction <= 1,
        "--batch-fraction",
        batchFraction,
        "has to be above 0 and at most 1");
  }

  private String range(double above) {
    return "has to be above " + (int) above + " for " + optimizer;
  }

  private static void require(boolean holds, String argument, Object value, String allowed) {
    if (!holds) {
      throw new CommandFailure(ExitStatus.USAGE, argument + " " + value + ": it " + allowed);
    }
  }

  /** The algorithm. */
  public Optimizer optimizer() {
    return optimizer;
  }

  /** K, the number of topics. */
  public int topics() {
    return topics;
  }

  /** Dirichlet parameter of the topic mixes. */
  public double alpha() {
    return alpha;
  }

  /**
   * These with a beta for the corpus, if it was not given and has no default that fits all: 1 + the
   * smaller of 3 and N / (2 K V). So the prior, V words at beta - 1 each, never weighs more than
   * half of the N / K tokens that a topic has on average, and in a large corpus less.
   */
  TrainingParameters forCorpus(Corpus corpus) {
    if (beta != null) {
      return this;
    }
    double half = corpus.tokens() / (2.0 * topics * corpus.vocabulary().length);
    double fitting = 1 + Math.min(PRIOR_AT_MOST, half);
    return new TrainingParameters(
        optimizer, topics, alpha, fitting, maxPasses, tolerance, batchFraction, seed, precision);
  }

  /**
   * Dirichlet parameter of the topics.
   *
   * @throws NullPointerException if it depends on the corpus and {@link #forCorpus} was not asked
   */
  public double beta() {
    return beta;
  }

  /**
   * What the prior of the topics adds to a word's count in the estimate: beta - 1 in that of the
   * mode, beta in that of the mean.
   */
  double pseudoCount() {
    return optimizer.isMap() ? beta - 1 : beta;
  }

  /** Passes over the corpus at most. */
  public int maxPasses() {
    return maxPasses;
  }

  /** The change of the log posterior, as a share of it, below which {@code em} stops. */
  public double tolerance() {
    return tolerance;
  }

  /** Share of the documents in one step of {@code mllib-online}. */
  public double batchFraction() {
    return batchFraction;
  }

  /** Seed of everything random. */
  public long seed() {
    return seed;
  }

  /** Precision of the topic mixes. */
  public Precision precision() {
    return precision;
  }
}
