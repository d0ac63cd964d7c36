/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.apache.spark.sql.functions.col;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.model.VectorCodec;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.Warehouse;
import scala.Tuple2;

/** A model in the warehouse whose topics a training continues. */
final class EarlierModel {
  private final String modelId;
  private final double[] topicCounts;
  private final Dataset<Row> wordTopics;
  private final Dataset<Row> topicMix;

  /**
   * @param modelId its id, for messages
   * @param topicCounts N_k, K doubles
   * @param wordTopics rows of {@code word STRING, topic_counts STRING}, each word once
   * @param topicMix rows of {@code ip STRING, topic_counts STRING}, each IP once
   */
  EarlierModel(
      String modelId, double[] topicCounts, Dataset<Row> wordTopics, Dataset<Row> topicMix) {
    this.modelId = modelId;
    this.topicCounts = topicCounts;
    this.wordTopics = wordTopics.select("word", "topic_counts");
    this.topicMix = topicMix.select("ip", "topic_counts");
  }

  /**
   * The model that a training is to continue.
   *
   * @throws CommandFailure if there is none of that id, if it is of another source, method or
   *     vocabulary or has another number of topics, or if a part of it is missing
   */
  static EarlierModel find(Warehouse warehouse, Training training) {
    String id = training.initFrom();
    int topics = training.parameters().topics();
    List<Row> runs =
        of(warehouse, "model_runs", id)
            .select("source", "score_method", "vocabulary", "topics", "words", "documents")
            .collectAsList();
    if (runs.isEmpty()) {
      throw refusal(
          id,
          "there is no such model: SELECT model_id, source, topics FROM %s.model_runs lists them",
          warehouse.database());
    }
    Row run = runs.get(0);
    String its = describe(run.get(0), run.get(1), run.get(2), run.get(3));
    String ours =
        describe(training.source(), training.scoreMethod(), training.vocabulary(), topics);
    if (!its.equals(ours)) {
      throw refusal(
          id, "it is a model of %s, but this training is of %s: give one that is", its, ours);
    }
    Source source = training.source();
    Dataset<Row> sums = whole(warehouse, source.table("topics"), id, topics);
    double[] counts = new double[topics];
    for (Row row : sums.select("topic", "tokens").collectAsList()) {
      counts[row.getInt(0)] = row.getDouble(1);
    }
    return new EarlierModel(
        id,
        counts,
        whole(warehouse, source.table("word_topics"), id, run.getLong(4)),
        whole(warehouse, source.table("topic_mix"), id, run.getLong(5)));
  }

  /**
   * A model's rows of a table; one that is being dropped must not pass for one that knows little.
   */
  private static Dataset<Row> whole(
      Warehouse warehouse, String table, String modelId, long expected) {
    Dataset<Row> rows = of(warehouse, table, modelId);
    long found = rows.count();
    if (found != expected) {
      throw refusal(
          modelId,
          "%s has %d rows of it and not %d: train it again or give another",
          table,
          found,
          expected);
    }
    return rows;
  }

  private static Dataset<Row> of(Warehouse warehouse, String table, String modelId) {
    return warehouse.table(table).where(col("model_id").equalTo(modelId));
  }

  private static String describe(Object source, Object method, Object vocabulary, Object topics) {
    return String.format(
        "source %s, method %s, vocabulary %s and %s topics", source, method, vocabulary, topics);
  }

  private static CommandFailure refusal(String id, String why, Object... values) {
    return new CommandFailure(
        ExitStatus.CONFIGURATION, "--init-from " + id + ": " + String.format(why, values));
  }

  /** Its id. */
  String modelId() {
    return modelId;
  }

  /**
   * Its topics for the words of a corpus: phi_wk = (N_wk + beta - 1) / (N_k + V (beta - 1)), where
   * V counts the words of both, and N_wk is 0 for a word that the model does not know.
   *
   * @param vocabulary the corpus's words, sorted
   * @param beta Dirichlet parameter of the topics, above 1
   */
  EarlierTopics topics(String[] vocabulary, double beta) {
    int n = topicCounts.length;
    double[] phi = new double[vocabulary.length * n];
    BitSet known = new BitSet(vocabulary.length);
    long words = vocabulary.length;
    // One partition after the other: a list of all would take several times the memory of phi.
    for (Iterator<Row> rows = wordTopics.toLocalIterator(); rows.hasNext(); ) {
      Row row = rows.next();
      int word = Arrays.binarySearch(vocabulary, row.getString(0));
      if (word < 0) {
        words++;
        continue;
      }
      known.set(word);
      System.arraycopy(vector(row.getString(1), n, row.getString(0)), 0, phi, word * n, n);
    }
    double[] mix = new double[n];
    double tokens = Arrays.stream(topicCounts).sum();
    for (int k = 0; k < n; k++) {
      mix[k] = topicCounts[k] / tokens;
      double all = topicCounts[k] + words * (beta - 1);
      for (int i = k; i < phi.length; i += n) {
        phi[i] = (phi[i] + (beta - 1)) / all;
      }
    }
    return new EarlierTopics(vocabulary, phi, known, mix);
  }

  /** Its expected counts, K doubles, by IP. */
  JavaPairRDD<String, double[]> documentCounts() {
    int topics = topicCounts.length;
    return topicMix
        .toJavaRDD()
        .mapToPair(
            r -> new Tuple2<>(r.getString(0), vector(r.getString(1), topics, r.getString(0))));
  }

  private static double[] vector(String text, int topics, String of) {
    double[] vector = VectorCodec.decode(text);
    if (vector.length != topics) {
      throw new IllegalArgumentException(
          String.format(
              "topic_counts of %s has %d numbers, the model has %d topics",
              of, vector.length, topics));
    }
    return vector;
  }

  /** Share of the corpus's words that it knows. */
  double knownWords(Corpus corpus) {
    return known(corpus, "word", wordTopics);
  }

  /** Share of the corpus's IPs that it knows. */
  double knownIps(Corpus corpus) {
    return known(corpus, "ip", topicMix);
  }

  private static double known(Corpus corpus, String column, Dataset<Row> rows) {
    Dataset<Row> all = corpus.wordCounts().select(column).distinct();
    Dataset<Row> itsOwn = rows.select(col(column).as("its_own"));
    long known =
        all.join(itsOwn, all.col(column).equalTo(itsOwn.col("its_own")), "left_semi").count();
    return (double) known / all.count();
  }
}
