/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.registry;

import java.util.Comparator;

/** A model that {@code model_runs} lists. */
final class RegisteredModel {
  /** The newest first; of one second, by the id, so that every run has the same order. */
  static final Comparator<RegisteredModel> NEWEST_FIRST =
      Comparator.comparing((RegisteredModel model) -> model.trainedAt)
          .reversed()
          .thenComparing(model -> model.id);

  private final String id;
  private final String group;
  private final String trainedAt;

  /**
   * @param id 16 hex digits
   * @param trainedAt UTC as yyyy-MM-dd HH:mm:ss; null counts as the oldest
   */
  RegisteredModel(
      String id, String source, String scoreMethod, String vocabulary, String trainedAt) {
    this.id = id;
    this.group = source + " " + scoreMethod + " " + vocabulary;
    this.trainedAt = trainedAt == null ? "" : trainedAt;
  }

  String id() {
    return id;
  }

  /** Source, method and vocabulary: models of one group can stand in for each other. */
  String group() {
    return group;
  }

  @Override
  public String toString() {
    return "model " + id + " (" + group + ", trained " + trainedAt + ")";
  }
}
