/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The SQL files of a source on real Hive, for 8 July 2016 in the database {@code spot}. Each count
 * and score is a run of its own.
 */
final class SourceSql {
  /** Sources share a table of runs, so no two runs have one number. */
  private static int runs;

  private final HiveSql hive;
  private final String source;

  SourceSql(HiveSql hive, String source) {
    this.hive = hive;
    this.source = source;
  }

  /** Creates the database, the functions, and the tables and views of this source. */
  void create() {
    Map<String, String> vars = vars();
    hive.run("ddl/database.sql", vars);
    hive.registerFunctions("spot");
    hive.run("ddl/common.sql", vars);
    hive.run("ddl/" + source + ".sql", vars);
  }

  /** Values for all variables of all files but those of scoring; a run_id that is new. */
  Map<String, String> vars() {
    return new HashMap<>(
        Map.of(
            "dbname", "spot",
            "huser", hive.folder("user/spot"),
            "y", "2016",
            "m", "07",
            "d", "08",
            "vocabulary", "spot",
            "source", source,
            "run_id", Integer.toString(++runs)));
  }

  /** Counts the day's words, with some variables changed. */
  void count(Map<String, String> changed) {
    Map<String, String> vars = vars();
    vars.putAll(changed);
    hive.run("sql/count_words_" + source + ".sql", vars);
  }

  /**
   * Scores the day and keeps everything, with some variables changed.
   *
   * @param model a model's id
   * @return the run's id
   */
  String score(String model, Map<String, String> changed) {
    Map<String, String> vars = vars();
    vars.put("model_id", model);
    vars.put("threshold", "1");
    vars.put("max_results", "-1");
    vars.putAll(changed);
    hive.run("sql/score_" + source + ".sql", vars);
    return vars.get("run_id");
  }

  /** The day's word counts: ip, word, word_count, vocabulary. */
  List<String> wordCounts() {
    return hive.rows(
        "SELECT ip, word, word_count, vocabulary FROM spot."
            + source
            + "_word_counts WHERE y = 2016 AND m = 7 AND d = 8 AND score_method = 'spot' ORDER BY ip, word");
  }

  /** Columns of the day's results, by rank. */
  List<String> results(String columns) {
    return hive.rows(
        "SELECT "
            + columns
            + " FROM spot."
            + source
            + "_scored_results WHERE y = 2016 AND m = 7 AND d = 8 AND score_method = 'spot' ORDER BY score_rank");
  }

  /** The day's invalid events, sorted: field_name, reason, field_value. */
  List<String> invalid() {
    return hive
        .rows(
            "SELECT field_name, reason, field_value FROM spot."
                + source
                + "_invalid WHERE y = 2016 AND m = 7 AND d = 8")
        .stream()
        .sorted()
        .toList();
  }

  /**
   * The day's run: model_id, events_in, events_scored, events_invalid, above_threshold,
   * beyond_max_results, allow_listed, feedback_removed, kept.
   */
  List<String> fates() {
    return hive.rows(
        "SELECT model_id, events_in, events_scored, events_invalid, above_threshold, beyond_max_results,"
            + " allow_listed, feedback_removed, kept FROM spot.score_runs WHERE source = '"
            + source
            + "' AND y = 2016 AND m = 7 AND d = 8 AND score_method = 'spot'");
  }

  /**
   * Writes a model.
   *
   * @param topicMix of each IP
   * @param topicProbs of each word
   */
  void model(
      String id,
      String vocabulary,
      Map<String, double[]> topicMix,
      Map<String, double[]> topicProbs) {
    insert("topic_mix", id, topicMix);
    insert("word_topics", id, topicProbs);
    modelRun(id, vocabulary);
  }

  /** Registers a model, of which there may be no rows. */
  void modelRun(String id, String vocabulary) {
    hive.execute(
        String.format(
            "INSERT INTO spot.model_runs PARTITION (model_id = '%s') (source, score_method, vocabulary, topics)"
                + " SELECT '%s', 'spot', '%s', 2",
            id, source, vocabulary));
  }

  private void insert(String ending, String model, Map<String, double[]> vectors) {
    hive.execute(
        vectors.entrySet().stream()
            .map(
                v ->
                    String.format(
                        "SELECT '%s', CAST(1 AS DOUBLE), '%s', ''",
                        v.getKey(), vector(v.getValue())))
            .collect(
                Collectors.joining(
                    " UNION ALL ",
                    String.format(
                        "INSERT OVERWRITE TABLE spot.%s_%s PARTITION (model_id = '%s') ",
                        source, ending, model),
                    "")));
  }

  /** As the codec writes it, but not by the codec. */
  private static String vector(double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putDouble(value);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
