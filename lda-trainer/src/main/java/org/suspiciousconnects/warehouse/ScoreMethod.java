/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.warehouse;

import java.util.Locale;

/** How events are scored; a model is of one method, and so are words, counts and results. */
public enum ScoreMethod {
  /** Apache Spot's: each event by its word, with a model of the same day. */
  SPOT,
  /** Groups of events against earlier days, see docs/models.md. */
  PROFILE;

  /** The vocabulary of a source's words unless another one is asked for; profile has no other. */
  public Vocabulary vocabulary(Source source) {
    return this == SPOT || source == Source.FLOW ? Vocabulary.SPOT : Vocabulary.PSL;
  }

  /** The file that counts the words of a day, such as {@code sql/count_words_flow.sql}. */
  public String countingFile(Source source) {
    return file("count_words", source);
  }

  /** The file that scores a day, such as {@code sql/score_flow_profile.sql}. */
  public String scoringFile(Source source) {
    return file("score", source);
  }

  private String file(String step, Source source) {
    return "sql/" + step + "_" + source + (this == SPOT ? "" : "_" + this) + ".sql";
  }

  /** The name in tables and arguments, such as {@code profile}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
