/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.apache.spark.sql.functions.sum;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.word.ProfileWord;
import scala.Tuple2;

/**
 * What the words of method profile are made of, for {@code <source>_word_parts}: how often each
 * prefix, and each field at its place, occurs in a corpus, and how many different ones follow.
 * Whole numbers only, so that they are the same however the corpus is cut.
 */
final class PartCounts {
  static final StructType SCHEMA =
      new StructType(
          new StructField[] {
            ModelWriter.string("word_part"),
            ModelWriter.whole("tokens"),
            ModelWriter.whole("continuations")
          });

  /** The part that all words have. */
  private static final String ALL = "*";

  /** The views that there are: one without a word in the corpus has its share too. */
  private static final long VIEWS = 3;

  private PartCounts() {}

  /**
   * Refuses a corpus with a word that is none of the method.
   *
   * @throws CommandFailure naming the first one
   */
  static void check(Corpus corpus) {
    for (String word : corpus.vocabulary()) {
      if (ProfileWord.view(word) == null) {
        throw new CommandFailure(
            ExitStatus.NO_DATA,
            "'" + word + "' is no word of method profile: count the words of these days again");
      }
    }
  }

  /** The rows, of {@link #SCHEMA}, sorted by the part. */
  static JavaRDD<Row> of(Corpus corpus) {
    JavaPairRDD<String, Long> tokens =
        corpus
            .wordCounts()
            .groupBy("word")
            .agg(sum("word_count"))
            .toJavaRDD()
            .flatMapToPair(
                r ->
                    parts(r.getString(0)).stream()
                        .map(part -> new Tuple2<>(part, r.getLong(1)))
                        .iterator())
            .reduceByKey(Long::sum);
    // By now each part is there once: it is one of the continuations of what is above it.
    return tokens
        .flatMapToPair(t -> withParent(t._1(), t._2()).iterator())
        .reduceByKey(Counts::plus)
        .sortByKey()
        .map(
            t ->
                RowFactory.create(
                    t._1(), t._2().tokens, t._1().equals(ALL) ? VIEWS : t._2().continuations));
  }

  /** The prefixes of a word, from its view to the whole word, and its fields at their places. */
  private static List<String> parts(String word) {
    List<String> parts = new ArrayList<>();
    parts.add(ProfileWord.view(word));
    for (int j = 1; ProfileWord.prefix(word, j) != null; j++) {
      parts.add(ProfileWord.prefix(word, j));
      parts.add(ProfileWord.field(word, j));
    }
    return parts;
  }

  /** A part's own tokens, and what it adds to the part that it continues. */
  private static List<Tuple2<String, Counts>> withParent(String part, long tokens) {
    int value = part.indexOf('=');
    int lastField = part.lastIndexOf('|');
    Tuple2<String, Counts> own = new Tuple2<>(part, new Counts(tokens, 0));
    if (value >= 0) {
      return List.of(own, new Tuple2<>(part.substring(0, value), new Counts(tokens, 1)));
    }
    if (lastField >= 0) {
      // The shorter prefix has its tokens already.
      return List.of(own, new Tuple2<>(part.substring(0, lastField), new Counts(0, 1)));
    }
    return List.of(own, new Tuple2<>(ALL, new Counts(tokens, 1)));
  }

  /** Of one part. */
  private static final class Counts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long tokens;
    private final long continuations;

    Counts(long tokens, long continuations) {
      this.tokens = tokens;
      this.continuations = continuations;
    }

    Counts plus(Counts other) {
      return new Counts(tokens + other.tokens, continuations + other.continuations);
    }
  }
}
