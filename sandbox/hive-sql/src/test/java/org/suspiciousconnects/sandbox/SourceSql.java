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
import java.util.stream.Stream;

/**
 * The SQL files of a source on real Hive, for 8 July 2016 in the database {@code spot}. Each count
 * and score is a run of its own.
 */
final class SourceSql {
  /** What stands for an IP that a model does not know, in every model that is written here. */
  static final double[] UNSEEN_IP_MIX = {0.125, 0.875};

  /** What stands for a word that a model does not know: 2^-6 and 2^-7. */
  static final double[] UNSEEN_WORD_PROBS = {0.015625, 0.0078125};

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
            "score_method", "spot",
            "dupfactor", "1000",
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
            + "_scored_results WHERE y = 2016 AND m = 7 AND d = 8 AND score_method = 'spot' AND score_rank IS NOT NULL ORDER BY score_rank");
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
   * beyond_max_results, allow_listed, feedback_removed, kept, unseen_ips, unseen_words.
   */
  List<String> fates() {
    return hive.rows(
        "SELECT model_id, events_in, events_scored, events_invalid, above_threshold, beyond_max_results,"
            + " allow_listed, feedback_removed, kept, unseen_ips, unseen_words FROM spot.score_runs WHERE source = '"
            + source
            + "' AND y = 2016 AND m = 7 AND d = 8 AND score_method = 'spot'");
  }

  /**
   * Writes a model that was trained for the day.
   *
   * @param topicMix of each IP
   * @param topicProbs of each word
   */
  void model(
      String id,
      String vocabulary,
      Map<String, double[]> topicMix,
      Map<String, double[]> topicProbs) {
    modelRows(id, topicMix, topicProbs);
    modelRun(id, vocabulary);
  }

  /** Writes the rows of a model, but does not register it. */
  void modelRows(String id, Map<String, double[]> topicMix, Map<String, double[]> topicProbs) {
    insert("topic_mix", id, topicMix);
    insert("word_topics", id, topicProbs);
  }

  /** Registers a model that was trained for the day; there may be no rows of it. */
  void modelRun(String id, String vocabulary) {
    modelRun(id, vocabulary, "2016-07-08", "2016-07-09 00:00:00");
  }

  /**
   * Registers a model, of which there may be no rows.
   *
   * @param trainedFor a day
   * @param trainedAt a time, UTC
   */
  void modelRun(String id, String vocabulary, String trainedFor, String trainedAt) {
    hive.execute(
        String.format(
            "INSERT INTO spot.model_runs PARTITION (model_id = '%s') (source, score_method, vocabulary, topics,"
                + " window_from, window_to, trained_for, heldout_perplexity, trained_at, unseen_ip_mix, unseen_word_probs)"
                + " SELECT '%s', 'spot', '%s', 2, '2016-07-01', '2016-07-07', '%s', CAST(1.5 AS DOUBLE), '%s', '%s', '%s'",
            id,
            source,
            vocabulary,
            trainedFor,
            trainedAt,
            vector(UNSEEN_IP_MIX),
            vector(UNSEEN_WORD_PROBS)));
  }

  /** How many of the day's results have no score, or one that is no probability. */
  List<String> improbable() {
    return hive.rows(
        "SELECT COUNT(*) FROM spot."
            + source
            + "_scored_results WHERE y = 2016 AND m = 7 AND d = 8 AND (score IS NULL OR score < 0 OR score > 1)");
  }

  /** What is left of the partitions that a run has until it is done. */
  List<String> scratch(String run) {
    return Stream.of(
            source + "_scoring",
            source + "_judged",
            "allow_list_in_force",
            "allow_listed_values",
            source + "_scored_results_staging",
            source + "_invalid_staging",
            "score_runs_staging",
            "scoring_models")
        .flatMap(
            table ->
                hive.rows("SHOW PARTITIONS spot." + table).stream()
                    .filter(partition -> partition.matches("run_id=" + run + "(-probe)?"))
                    .map(partition -> table + "/" + partition))
        .toList();
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

  /** A vector as the codec writes it, but not by the codec. */
  static String vector(double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      bytes.putDouble(value);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
