/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.row_number;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.suspiciousconnects.warehouse.ScoreMethod;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.Vocabulary;
import org.suspiciousconnects.warehouse.Warehouse;

/**
 * What analysts said, by the day that a model is trained for, of the words of method profile. An
 * attack that stayed in the days trained on would be habit.
 */
final class Verdicts {
  private final Dataset<Row> inForce;

  /**
   * @param day the verdicts that are in force on it count: of events up to it, and not expired
   */
  Verdicts(Warehouse warehouse, Source source, Vocabulary vocabulary, LocalDate day) {
    this.inForce =
        warehouse
            .table(source.table("verdicts"))
            .where(
                col("problem")
                    .isNull()
                    .and(col("score_method").equalTo(ScoreMethod.PROFILE.toString()))
                    .and(col("vocabulary").equalTo(vocabulary.toString()))
                    .and(col("event_day").leq(day.toString()))
                    .and(col("expires_on").isNull().or(col("expires_on").geq(day.toString()))))
            .select(
                col("ip").as("judged_ip"),
                col("word").as("judged_word"),
                col("verdict"),
                col("feedback_scope"),
                col("event_day"),
                col("given_at"),
                col("line_number"));
  }

  /**
   * Leaves out what was judged 1 or 2. Of several verdicts the newest counts, of one time one on
   * the pair of IP and word before one on the word at every IP, as in sql/count_words_flow.sql. A
   * verdict of scope event is on the counts of its own day only.
   *
   * @param counts rows of {@code ip, word, word_count, day}, the day as yyyy-MM-dd
   * @return {@code ip, word, word_count} of the others, and of rows with a NULL
   */
  Dataset<Row> leaveOut(Dataset<Row> counts) {
    Column judged =
        col("judged_word")
            .equalTo(col("word"))
            .and(col("judged_ip").isNull().or(col("judged_ip").equalTo(col("ip"))))
            .and(col("feedback_scope").notEqual("event").or(col("event_day").equalTo(col("day"))));
    Dataset<Row> leftOut =
        counts
            .select("ip", "word", "day")
            .join(inForce, judged)
            .withColumn(
                "age_rank",
                row_number()
                    .over(
                        Window.partitionBy("ip", "word", "day")
                            .orderBy(
                                col("given_at").desc_nulls_last(),
                                col("judged_ip").isNull().asc(),
                                col("line_number").desc_nulls_last(),
                                col("verdict").asc_nulls_last())))
            .where(col("age_rank").equalTo(1).and(col("verdict").isin(1, 2)))
            .select(
                col("ip").as("left_ip"), col("word").as("left_word"), col("day").as("left_day"));
    return counts
        .join(
            leftOut,
            col("ip")
                .equalTo(col("left_ip"))
                .and(col("word").equalTo(col("left_word")))
                .and(col("day").equalTo(col("left_day"))),
            "left_anti")
        .select("ip", "word", "word_count");
  }
}
