/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import scala.Tuple2;

/**
 * Expectation maximisation for a MAP estimate, with the updates of Asuncion, Welling, Smyth and Teh
 * (On smoothing and inference for topic models, 2009) that MLlib's EM makes too. For each document
 * d and word w in it
 *
 * <pre>
 * gamma_k = (N_wk + beta - 1) (N_dk + alpha - 1) / (N_k + V (beta - 1)) / Z
 * N_dk = sum over w of c_dw gamma_k     N_wk = sum over d of c_dw gamma_k     N_k = sum over w of N_wk
 * </pre>
 *
 * with Z such that gamma sums to 1 and c_dw the word's occurrences. The log posterior that no pass
 * lets fall, up to a constant, is
 *
 * <pre>
 *   sum over d, w of c_dw log(sum over k of phi_wk theta_dk)
 *   + (alpha - 1) sum over d, k of log theta_dk + (beta - 1) sum over w, k of log phi_wk
 * </pre>
 *
 * with theta_dk = (N_dk + alpha - 1) / (N_d + K (alpha - 1)) and phi_wk = (N_wk + beta - 1) / (N_k
 * + V (beta - 1)). Training stops when a pass changes it by less than the tolerance, relative to
 * its size, and by less than a hundredth of all that the passes have changed: from a random start
 * the topics are alike, and the first passes change little, but each more than the one before it.
 * It starts at random or, given one, from the topics of an {@linkplain EarlierModel earlier model},
 * see {@link EmBlock#first}; then only the tolerance counts.
 *
 * <p>A pass is one Spark job with a task for each {@linkplain DocumentBlocks block}. Memory is that
 * of the blocks, of two states of their N_dk and of a bounded number of V x K sums, whatever the
 * number of passes, see {@link EmStates}. A lost executor costs the time to compute its part again;
 * the model is the same.
 */
final class EmTrainer implements TopicModelTrainer {
  private static final double SMALL_SHARE = 0.01;

  /** Where there is nothing to learn, this is all that changes. */
  private static final double ROUNDING = 1e-14;

  private final EarlierModel earlier;

  /** Starts at random. */
  EmTrainer() {
    this(null);
  }

  /**
   * @param earlier the model whose topics it continues; null to start at random
   */
  EmTrainer(EarlierModel earlier) {
    this.earlier = earlier;
  }

  @Override
  public TopicModel train(Corpus corpus, TrainingParameters given, Progress progress) {
    TrainingParameters parameters = given.forCorpus(corpus);
    checkSize(corpus.vocabulary().length, parameters.topics());
    int blocks =
        DocumentBlocks.number(corpus.pairs(), corpus.vocabulary().length, parameters.topics());
    return train(corpus, earlier, blocks, parameters, progress);
  }

  /** Trains on so many blocks, from a random start. */
  static TopicModel train(
      Corpus corpus, int blocks, TrainingParameters parameters, Progress progress) {
    return train(corpus, null, blocks, parameters, progress);
  }

  /** Trains on so many blocks, from an earlier model or, if that is null, from a random start. */
  static TopicModel train(
      Corpus corpus,
      EarlierModel earlier,
      int blocks,
      TrainingParameters parameters,
      Progress progress) {
    boolean executorsMayBeLost = !corpus.documents().rdd().sparkContext().isLocal();
    return train(corpus, earlier, blocks, parameters, progress, new EmStates(executorsMayBeLost));
  }

  /** The same, with the given keeper of its states, which has none yet. */
  static TopicModel train(
      Corpus corpus,
      EarlierModel earlier,
      int blocks,
      TrainingParameters parameters,
      Progress progress,
      EmStates states) {
    int topics = parameters.topics();
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(corpus.documents().rdd().sparkContext());
    Broadcast<EarlierTopics> known =
        context.broadcast(
            earlier == null
                ? EarlierTopics.none(corpus.vocabulary(), topics)
                : earlier.topics(corpus.vocabulary(), parameters.beta()));
    EmSums start = states.advance(first(corpus, earlier, known, blocks, parameters), known);
    EmTopics current = new EmTopics(start.words(), topics, parameters.beta());

    double alpha = parameters.alpha();
    double before = Double.NaN;
    double first = Double.NaN;
    boolean converged = false;
    int pass = 0;
    while (pass < parameters.maxPasses() && !converged) {
      long began = System.nanoTime();
      Broadcast<double[]> phi = context.broadcast(current.phi());
      EmSums sums = states.advance(states.last().map(block -> block.pass(phi.value(), alpha)), phi);
      // The E step sees the state it starts from: what it tells is one pass old.
      double logPosterior = sums.logLikelihood() + current.logPrior();
      first = pass == 0 ? logPosterior : first;
      converged =
          pass > 0
              && changedLittle(logPosterior, before, parameters.tolerance())
              && (earlier != null || changedMostOfIt(logPosterior, before, first));
      before = logPosterior;
      current = current.next(sums);
      pass++;
      progress.passed(
          pass, parameters.maxPasses(), (System.nanoTime() - began) / 1e9, logPosterior);
    }
    return new TopicModel(
        JavaPairRDD.fromJavaRDD(states.last().flatMap(EmBlock::mixes)),
        current.rows(),
        pass,
        converged,
        logPosterior(context, states.last(), current, alpha));
  }

  /** The state before the first pass, not computed yet. */
  private static JavaRDD<EmBlock> first(
      Corpus corpus,
      EarlierModel earlier,
      Broadcast<EarlierTopics> known,
      int blocks,
      TrainingParameters parameters) {
    double alpha = parameters.alpha();
    long seed = parameters.seed();
    JavaRDD<DocumentBlock> documents = DocumentBlocks.of(corpus.documents(), blocks);
    if (earlier == null) {
      return documents.map(block -> EmBlock.first(block, known.value(), Map.of(), alpha, seed));
    }
    return documents.zipPartitions(
        DocumentBlocks.beside(earlier.documentCounts(), blocks),
        (block, counts) -> {
          DocumentBlock its = block.next();
          return List.of(EmBlock.first(its, known.value(), ofIts(its, counts), alpha, seed))
              .iterator();
        });
  }

  /** Of all counts those for the documents of a block; the others pass by. */
  private static Map<String, double[]> ofIts(
      DocumentBlock block, Iterator<Tuple2<String, double[]>> counts) {
    Map<String, double[]> ofIts = new HashMap<>();
    while (counts.hasNext()) {
      Tuple2<String, double[]> next = counts.next();
      if (Arrays.binarySearch(block.ips(), next._1()) >= 0) {
        ofIts.put(next._1(), next._2());
      }
    }
    return ofIts;
  }

  /** Whether a pass from the one log posterior to the other has changed little of it. */
  private static boolean changedLittle(double logPosterior, double before, double tolerance) {
    return logPosterior - before < tolerance * Math.abs(logPosterior);
  }

  /** Whether the passes before that one have changed nearly all, or there is nothing to learn. */
  private static boolean changedMostOfIt(double logPosterior, double before, double first) {
    double change = logPosterior - before;
    return change < SMALL_SHARE * (logPosterior - first)
        || change <= ROUNDING * Math.abs(logPosterior);
  }

  private static void checkSize(long words, long topics) {
    if (words * topics > Integer.MAX_VALUE - 8) {
      throw new CommandFailure(
          ExitStatus.USAGE,
          String.format(
              "--topics %d: with %d words these are more numbers than an array holds, use at most %d",
              topics, words, (Integer.MAX_VALUE - 8) / words));
    }
  }

  /** Of the state after the last pass, by an E step that changes nothing. */
  private static double logPosterior(
      JavaSparkContext context, JavaRDD<EmBlock> state, EmTopics current, double alpha) {
    Broadcast<double[]> phi = context.broadcast(current.phi());
    double sum = current.logPrior();
    for (double ofBlock :
        state.map(block -> block.pass(phi.value(), alpha).sums().logLikelihood()).collect()) {
      sum += ofBlock;
    }
    phi.destroy();
    return sum;
  }

  @Override
  public boolean reproducible() {
    return true;
  }
}
