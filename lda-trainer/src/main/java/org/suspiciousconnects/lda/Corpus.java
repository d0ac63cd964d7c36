/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import scala.Tuple2;

/**
 * The documents of a training window, read from {@code <source>_word_counts}.
 *
 * <p>Numbers are given in the order of the words and of the IPs, so that the same counts are the
 * same corpus however the table's files are cut.
 */
public final class Corpus implements AutoCloseable {
  private final Dataset<Row> wordCounts;
  private final JavaRDD<Document> documents;
  private final String[] vocabulary;
  private final long documentCount;
  private final long pairs;
  private final long tokens;

  private Corpus(
      Dataset<Row> wordCounts,
      JavaRDD<Document> documents,
      String[] vocabulary,
      long documentCount,
      long pairs,
      long tokens) {
    this.wordCounts = wordCounts;
    this.documents = documents;
    this.vocabulary = vocabulary;
    this.documentCount = documentCount;
    this.pairs = pairs;
    this.tokens = tokens;
  }

  /**
   * Reads a window's counts, those of all its days added up, and keeps the documents in memory,
   * spilling to disk, until {@link #close()}.
   *
   * @throws CommandFailure if the table is missing, has nothing for the window, or holds rows that
   *     are no counts
   */
  static Corpus read(WordCountTable counts, TrainingWindow window) {
    return of(
        counts.rows(window),
        counts.name(),
        window + " in the vocabulary " + counts.vocabulary(),
        counts.remedy());
  }

  /**
   * Reads rows of {@code ip, word, word_count}; the names are for messages, and so is what to do if
   * there are no rows.
   */
  static Corpus of(Dataset<Row> rows, String table, String window, String remedy) {
    Dataset<Row> wordCounts =
        rows.groupBy("ip", "word")
            .agg(sum("word_count").as("word_count"))
            .persist(StorageLevel.MEMORY_AND_DISK());
    long pairs = wordCounts.count();
    if (pairs == 0) {
      throw new CommandFailure(
          ExitStatus.NO_DATA, table + " has no word counts for " + window + ": " + remedy);
    }
    // Of the rows as they are: a sum would hide a NULL, or a count below 1 behind a larger one.
    long bad =
        rows.where(
                col("ip")
                    .isNull()
                    .or(col("word").isNull())
                    .or(col("word_count").isNull())
                    .or(col("word_count").lt(1)))
            .count();
    if (bad > 0) {
      throw new CommandFailure(
          ExitStatus.NO_DATA,
          table
              + " has "
              + bad
              + " rows for "
              + window
              + " with a NULL, or a word_count below 1: count the words again");
    }
    String[] vocabulary =
        wordCounts
            .select("word")
            .distinct()
            .as(Encoders.STRING())
            .collectAsList()
            .toArray(new String[0]);
    Arrays.sort(vocabulary);
    JavaRDD<Document> documents = documents(wordCounts, vocabulary);
    documents.persist(StorageLevel.MEMORY_AND_DISK());
    long tokens = wordCounts.agg(sum("word_count")).head().getLong(0);
    return new Corpus(wordCounts, documents, vocabulary, documents.count(), pairs, tokens);
  }

  private static JavaRDD<Document> documents(Dataset<Row> wordCounts, String[] vocabulary) {
    Map<String, Integer> indices = new HashMap<>(vocabulary.length * 2);
    for (int i = 0; i < vocabulary.length; i++) {
      indices.put(vocabulary[i], i);
    }
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(wordCounts.sparkSession().sparkContext());
    Broadcast<Map<String, Integer>> indexOf = context.broadcast(indices);
    return wordCounts
        .toJavaRDD()
        .mapToPair(
            r ->
                new Tuple2<>(
                    r.getString(0),
                    new Tuple2<>(indexOf.value().get(r.getString(1)), r.getLong(2))))
        .groupByKey()
        .sortByKey()
        .zipWithIndex()
        .map(d -> document(d._2(), d._1()._1(), d._1()._2()));
  }

  private static Document document(
      long id, String ip, Iterable<Tuple2<Integer, Long>> occurrences) {
    List<Tuple2<Integer, Long>> sorted = new ArrayList<>();
    occurrences.forEach(sorted::add);
    sorted.sort(Comparator.comparing(Tuple2::_1));
    int[] words = new int[sorted.size()];
    double[] counts = new double[sorted.size()];
    for (int i = 0; i < words.length; i++) {
      words[i] = sorted.get(i)._1();
      counts[i] = sorted.get(i)._2();
    }
    return new Document(id, ip, words, counts);
  }

  /** These documents with parts of them in their place; the caller keeps and closes both. */
  Corpus withDocuments(JavaRDD<Document> parts, long theirPairs, long theirTokens) {
    return new Corpus(wordCounts, parts, vocabulary, documentCount, theirPairs, theirTokens);
  }

  /** Rows of {@code ip STRING, word STRING, word_count BIGINT}, one per pair. */
  Dataset<Row> wordCounts() {
    return wordCounts;
  }

  /** The documents, sorted by IP. */
  public JavaRDD<Document> documents() {
    return documents;
  }

  /** The V distinct words, sorted; a word's place is its index. Not to be changed. */
  public String[] vocabulary() {
    return vocabulary;
  }

  /** D, the number of documents. */
  public long documentCount() {
    return documentCount;
  }

  /** Number of distinct (document, word) pairs. */
  public long pairs() {
    return pairs;
  }

  /** Number of words counted with repetition. */
  public long tokens() {
    return tokens;
  }

  @Override
  public void close() {
    documents.unpersist(false);
    wordCounts.unpersist(false);
  }
}
