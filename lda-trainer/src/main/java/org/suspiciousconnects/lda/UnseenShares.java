/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How much of a day a model does not know. */
final class UnseenShares {
  private final Double words;
  private final Double ips;

  private UnseenShares(Double words, Double ips) {
    this.words = words;
    this.ips = ips;
  }

  /** Of the day that a model of this corpus is to score. */
  static UnseenShares of(Corpus corpus, WordCountTable counts, TrainingWindow window) {
    if (window.contains(window.trainedFor())) {
      return new UnseenShares(0.0, 0.0);
    }
    Dataset<Row> day = counts.rows(window.trainedFor(), window.trainedFor());
    return new UnseenShares(share(day, corpus, "word"), share(day, corpus, "ip"));
  }

  private static Double share(Dataset<Row> day, Corpus corpus, String column) {
    Dataset<Row> ofDay = day.select(column).where(col(column).isNotNull()).distinct();
    long all = ofDay.count();
    if (all == 0) {
      return null;
    }
    Dataset<Row> known = corpus.wordCounts().select(col(column).as("known")).distinct();
    long unseen =
        ofDay.join(known, ofDay.col(column).equalTo(known.col("known")), "left_anti").count();
    return (double) unseen / all;
  }

  /** Share of the day's words that the model does not know; null if the day was not counted. */
  Double words() {
    return words;
  }

  /** Share of the day's IPs that the model does not know; null if the day was not counted. */
  Double ips() {
    return ips;
  }
}
