/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.suspiciousconnects.model.VectorCodec;
import org.suspiciousconnects.warehouse.ModelFolder;
import org.suspiciousconnects.warehouse.ScoreMethod;
import org.suspiciousconnects.warehouse.Warehouse;
import org.suspiciousconnects.word.ProfileWord;

/**
 * Writes a model to the warehouse: first every file of it, then its partitions in the metastore,
 * last the one call that makes it the current model. Until then the old one is whole and current.
 */
final class ModelWriter {
  /** Documents in one file; files of some hundred MB suit Hive and Impala best. */
  private static final int ROWS_PER_FILE = 500_000;

  /** Of a topic, in {@code <source>_topic_top_words}. */
  private static final int TOP_WORDS = 20;

  private static final DateTimeFormatter UTC_SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final Warehouse warehouse;
  private final Training training;
  private final String modelId;
  private final Map<String, Path> folders = new LinkedHashMap<>();

  ModelWriter(Warehouse warehouse, Training training, String modelId) {
    this.warehouse = warehouse;
    this.training = training;
    this.modelId = modelId;
  }

  /**
   * Writes the files of mixes and topics, for method profile also of parts and own counts; nobody
   * sees them yet.
   *
   * @param model the model
   * @param corpus what it was trained on
   */
  void write(TopicModel model, Corpus corpus) {
    writeTopicMix(model, corpus);
    writeWordTopics(model, corpus);
    writeTopics(model);
    writeTopWords(model, corpus);
    if (training.scoreMethod() == ScoreMethod.PROFILE) {
      writeWordParts(corpus);
      writeOwnCounts(corpus);
    }
  }

  /**
   * Writes the files of the run and of which model is current; nobody sees them yet either.
   *
   * @param run what there is to say about the training
   */
  void write(ModelRun run) {
    String at = UTC_SECONDS.format(training.startedAt());
    writeRows("model_runs", ModelRun.SCHEMA, List.of(run.row(at)));
    writeRows(
        "current_models",
        new StructType(new StructField[] {string("model_id"), string("trained_at")}),
        List.of(RowFactory.create(modelId, at)));
  }

  /** Registers the model and, by the last call, makes it current. */
  void commit() {
    Map<String, String> current = new LinkedHashMap<>();
    current.put("source", training.source().id());
    current.put("score_method", training.scoreMethod().toString());
    folders.forEach(
        (table, folder) -> {
          System.err.println("registering in " + table);
          warehouse.point(
              table,
              table.equals("current_models")
                  ? current
                  : Collections.singletonMap("model_id", modelId),
              folder);
        });
  }

  /** Removes what a training that failed before {@link #commit()} has written. */
  void discard() {
    folders.values().forEach(warehouse::deleteQuietly);
  }

  private void writeTopicMix(TopicModel model, Corpus corpus) {
    JavaRDD<Row> rows =
        model
            .documentTopics()
            .map(
                d -> {
                  double tokens = d._1().tokens();
                  double[] counts = d._2().clone();
                  for (int k = 0; k < counts.length; k++) {
                    counts[k] *= tokens;
                  }
                  return RowFactory.create(
                      d._1().ip(), tokens, VectorCodec.encode(d._2()), VectorCodec.encode(counts));
                });
    StructType schema =
        new StructType(
            new StructField[] {
              string("ip"), number("tokens"), string("topic_mix"), string("topic_counts")
            });
    write(training.source().table("topic_mix"), schema, rows, corpus.documentCount());
  }

  private void writeWordTopics(TopicModel model, Corpus corpus) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(warehouse.spark().sparkContext());
    Broadcast<String[]> words = context.broadcast(corpus.vocabulary());
    Broadcast<double[][]> counts = context.broadcast(model.wordTopicCounts());
    Broadcast<double[][]> probabilities = context.broadcast(model.wordTopicProbabilities());
    List<Integer> indices = new ArrayList<>(corpus.vocabulary().length);
    for (int w = 0; w < corpus.vocabulary().length; w++) {
      indices.add(w);
    }
    JavaRDD<Row> rows =
        context
            .parallelize(indices)
            .map(
                w -> {
                  double tokens = 0;
                  for (double count : counts.value()[w]) {
                    tokens += count;
                  }
                  return RowFactory.create(
                      words.value()[w],
                      tokens,
                      VectorCodec.encode(probabilities.value()[w]),
                      VectorCodec.encode(counts.value()[w]));
                });
    StructType schema =
        new StructType(
            new StructField[] {
              string("word"), number("tokens"), string("topic_probs"), string("topic_counts")
            });
    write(training.source().table("word_topics"), schema, rows, corpus.vocabulary().length);
  }

  private void writeTopics(TopicModel model) {
    double[] counts = model.topicCounts();
    List<Row> rows = new ArrayList<>();
    for (int k = 0; k < counts.length; k++) {
      rows.add(RowFactory.create(k, counts[k]));
    }
    StructType schema = new StructType(new StructField[] {integer("topic"), number("tokens")});
    writeRows(training.source().table("topics"), schema, rows);
  }

  private void writeTopWords(TopicModel model, Corpus corpus) {
    double[][] probabilities = model.wordTopicProbabilities();
    TopWords leading = new TopWords(probabilities, TOP_WORDS);
    List<Row> rows = new ArrayList<>();
    for (int topic = 0; topic < leading.topics(); topic++) {
      int rank = 1;
      for (int word : leading.of(topic)) {
        rows.add(
            RowFactory.create(
                topic, rank++, corpus.vocabulary()[word], probabilities[word][topic]));
      }
    }
    StructType schema =
        new StructType(
            new StructField[] {
              integer("topic"), integer("word_rank"), string("word"), number("probability")
            });
    writeRows(training.source().table("topic_top_words"), schema, rows);
  }

  private void writeWordParts(Corpus corpus) {
    JavaRDD<Row> rows = PartCounts.of(corpus).cache();
    write(training.source().table("word_parts"), PartCounts.SCHEMA, rows, rows.count());
    rows.unpersist(false);
  }

  /** What an IP itself adds to the counts, for scoring to take it out of them. */
  private void writeOwnCounts(Corpus corpus) {
    Dataset<Row> own =
        corpus
            .wordCounts()
            .select("ip", "word", "word_count")
            .filter((FilterFunction<Row>) r -> ProfileWord.isAboutRareItem(r.getString(1)));
    StructType schema =
        new StructType(new StructField[] {string("ip"), string("word"), whole("tokens")});
    write(
        training.source().table("own_counts"),
        schema,
        own.orderBy("ip", "word").toJavaRDD(),
        own.count());
  }

  private void writeRows(String table, StructType schema, List<Row> rows) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(warehouse.spark().sparkContext());
    write(table, schema, context.parallelize(rows, 1), rows.size());
  }

  private void write(String table, StructType schema, JavaRDD<Row> rows, long count) {
    Path folder =
        new Path(
            warehouse.location(table), new ModelFolder(modelId, training.startedAt()).toString());
    System.err.println("writing " + table);
    folders.put(table, folder);
    int files = (int) Math.max(1, count / ROWS_PER_FILE);
    warehouse
        .spark()
        .createDataFrame(rows, schema)
        .coalesce(files)
        .write()
        .parquet(folder.toString());
  }

  static StructField string(String name) {
    return DataTypes.createStructField(name, DataTypes.StringType, true);
  }

  static StructField integer(String name) {
    return DataTypes.createStructField(name, DataTypes.IntegerType, true);
  }

  static StructField whole(String name) {
    return DataTypes.createStructField(name, DataTypes.LongType, true);
  }

  static StructField number(String name) {
    return DataTypes.createStructField(name, DataTypes.DoubleType, true);
  }
}
