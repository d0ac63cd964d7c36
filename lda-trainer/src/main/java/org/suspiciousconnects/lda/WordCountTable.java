/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.format_string;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.suspiciousconnects.warehouse.ScoreMethod;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.Vocabulary;
import org.suspiciousconnects.warehouse.Warehouse;

/** The table {@code <source>_word_counts}, seen by one method in one vocabulary. */
final class WordCountTable {
  private final Warehouse warehouse;
  private final Source source;
  private final String table;
  private final ScoreMethod scoreMethod;
  private final Vocabulary vocabulary;

  WordCountTable(
      Warehouse warehouse, Source source, ScoreMethod scoreMethod, Vocabulary vocabulary) {
    this.warehouse = warehouse;
    this.source = source;
    this.table = source.table("word_counts");
    this.scoreMethod = scoreMethod;
    this.vocabulary = vocabulary;
  }

  /** Rows of {@code ip STRING, word STRING, word_count BIGINT} of these days, as they are. */
  Dataset<Row> rows(LocalDate from, LocalDate to) {
    return of(from, to).select("ip", "word", "word_count");
  }

  /**
   * The rows of a window to train on. Of method spot all: what analysts judged is left out when a
   * day is counted. Of profile, whose counts are older than the verdicts, those that analysts did
   * not judge 1 or 2.
   */
  Dataset<Row> rows(TrainingWindow window) {
    if (scoreMethod == ScoreMethod.SPOT) {
      return rows(window.from(), window.to());
    }
    Verdicts verdicts = new Verdicts(warehouse, source, vocabulary, window.trainedFor());
    return verdicts.leaveOut(
        of(window.from(), window.to())
            .select(
                col("ip"),
                col("word"),
                col("word_count"),
                format_string("%04d-%02d-%02d", col("y"), col("m"), col("d")).as("day")));
  }

  /** Which days of a window were counted. */
  Set<LocalDate> days(TrainingWindow window) {
    List<Row> rows =
        of(window.from(), window.to())
            .select(col("y").cast("int"), col("m").cast("int"), col("d").cast("int"))
            .distinct()
            .collectAsList();
    return rows.stream()
        .map(r -> LocalDate.of(r.getInt(0), r.getInt(1), r.getInt(2)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Dataset<Row> of(LocalDate from, LocalDate to) {
    // One number a day: Spark prunes the partitions by it, however long the window is.
    Column day = col("y").cast("int").multiply(10_000).plus(col("m").multiply(100)).plus(col("d"));
    return warehouse
        .table(table)
        .where(
            day.between(number(from), number(to))
                .and(col("score_method").equalTo(scoreMethod.toString()))
                .and(col("vocabulary").equalTo(vocabulary.toString())));
  }

  private static int number(LocalDate day) {
    return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
  }

  /** The table's name with its database. */
  String name() {
    return warehouse.database() + "." + table;
  }

  /** What to do where there are no counts. */
  String remedy() {
    return scoreMethod == ScoreMethod.SPOT
        ? "run sql/count_words_*.sql first"
        : "run scripts/run_sql.sh "
            + scoreMethod.countingFile(source)
            + " for a day of these first; if one was counted, verdicts leave all its words out (docs/feedback.md)";
  }

  /** The vocabulary whose words are seen. */
  Vocabulary vocabulary() {
    return vocabulary;
  }
}
