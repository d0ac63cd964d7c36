/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

/** How good a model is, as far as numbers tell. */
final class TrainingQuality {
  private final Perplexity training;
  private final Perplexity heldOut;
  private final Double coherence;
  private final UnseenShares unseen;

  /**
   * @param training of the documents trained on
   * @param heldOut of what another training, with the same parameters, did not see; null if there
   *     was none
   * @param coherence see {@link Coherence}
   * @param unseen how much of the day to score the model does not know
   */
  TrainingQuality(Perplexity training, Perplexity heldOut, Double coherence, UnseenShares unseen) {
    this.training = training;
    this.heldOut = heldOut;
    this.coherence = coherence;
    this.unseen = unseen;
  }

  Perplexity training() {
    return training;
  }

  /** Null if it was not measured. */
  Double heldOutPerplexity() {
    return heldOut == null ? null : heldOut.value();
  }

  /** Share of what was held out whose word was not trained; null if it was not measured. */
  Double heldOutUnseen() {
    return heldOut == null ? null : heldOut.unseenShare();
  }

  /** From -1 to 1, or null. */
  Double coherence() {
    return coherence;
  }

  UnseenShares unseen() {
    return unseen;
  }
}
