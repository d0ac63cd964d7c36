/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The SQL files of method profile of a source on real Hive, for 8 July 2016 unless told. */
final class ProfileSql {
  private final HiveSql hive;
  private final String source;
  private final SourceSql sql;

  ProfileSql(HiveSql hive, String source) {
    this.hive = hive;
    this.source = source;
    this.sql = new SourceSql(hive, source);
  }

  /** See {@link SourceSql#create}. */
  void create() {
    sql.create();
  }

  /** Counts a day's words, with some variables changed. */
  void count(Map<String, String> changed) {
    run("count_words_" + source + "_profile", changed);
  }

  /** Scores the day and keeps everything, with some variables changed. */
  void score(String model, Map<String, String> changed) {
    Map<String, String> vars = sql.vars();
    vars.putAll(Map.of("model_id", model, "threshold", "1", "max_results", "-1"));
    vars.putAll(changed);
    hive.run("sql/score_" + source + "_profile.sql", vars);
  }

  /** Runs a file of sql/, with some variables changed. */
  List<String> run(String file, Map<String, String> changed) {
    Map<String, String> vars = sql.vars();
    vars.put("reference_days", "14");
    vars.putAll(changed);
    return hive.run("sql/" + file + ".sql", vars);
  }

  /** The day's words, sorted: ip, word, word_count, vocabulary. */
  List<String> wordCounts() {
    return sorted(
        "SELECT ip, word, word_count, vocabulary FROM spot.%s_word_counts"
            + " WHERE y = 2016 AND m = 7 AND d = 8 AND score_method = 'profile'");
  }

  /** Columns of the day's results, by rank. */
  List<String> results(String columns) {
    return hive.rows(
        "SELECT "
            + columns
            + (" FROM spot.%s_scored_results WHERE y = 2016 AND m = 7 AND d = 8 AND score_method = 'profile'"
                    + " AND score_rank IS NOT NULL ORDER BY score_rank")
                .formatted(source));
  }

  /**
   * The day's run: model_id, events_in, events_scored, events_invalid, above_threshold,
   * beyond_max_results, allow_listed, feedback_removed, kept, unseen_ips, unseen_words.
   */
  List<String> fates() {
    return sorted(
        "SELECT model_id, events_in, events_scored, events_invalid, above_threshold, beyond_max_results,"
            + " allow_listed, feedback_removed, kept, unseen_ips, unseen_words FROM spot.score_runs"
            + " WHERE source = '%s' AND y = 2016 AND m = 7 AND d = 8 AND score_method = 'profile'");
  }

  /** Rows of a query in which %s is the source, sorted. */
  List<String> sorted(String query) {
    return hive.rows(query.formatted(source)).stream().sorted().toList();
  }

  /**
   * Writes a model of two topics that was trained for the day, on one word that one IP had: all its
   * tokens are in the first topic.
   */
  void model(String id, String ip, String word, int tokens) {
    String mix = vector(1, 0);
    String counts = vector(tokens, 0);
    hive.execute(
        "INSERT INTO spot.model_runs PARTITION (model_id = '%s') (source, score_method, vocabulary, topics,"
                .formatted(id)
            + " window_from, window_to, trained_for, tokens, trained_at, unseen_ip_mix, unseen_word_probs)"
            + " SELECT '%s', 'profile', 'psl', 2, '2016-07-07', '2016-07-07', '2016-07-08', CAST(%d AS BIGINT),"
                .formatted(source, tokens)
            + " '2016-07-08 00:00:00', '%s', '%s'".formatted(mix, mix));
    insert(
        "topic_mix", id, "'%s', CAST(%d AS DOUBLE), '%s', '%s'".formatted(ip, tokens, mix, counts));
    insert(
        "word_topics",
        id,
        "'%s', CAST(%d AS DOUBLE), '%s', '%s'".formatted(word, tokens, mix, counts));
    insert("word_parts", id, parts(word, tokens));
  }

  private void insert(String ending, String model, String rows) {
    hive.execute(
        "INSERT OVERWRITE TABLE spot.%s_%s PARTITION (model_id = '%s') SELECT %s"
            .formatted(source, ending, model, rows));
  }

  /** Of a corpus of this word alone. */
  private static String parts(String word, int tokens) {
    String[] fields = word.split("\\|");
    List<String> rows = new ArrayList<>();
    rows.add(part("*", tokens, 1));
    rows.add(part(fields[0], tokens, 1));
    String prefix = fields[0];
    for (int j = 1; j < fields.length; j++) {
      prefix += "|" + fields[j];
      rows.add(part(prefix, tokens, j < fields.length - 1 ? 1 : 0));
      rows.add(part(fields[0] + "#" + j + "=" + fields[j], tokens, 0));
      rows.add(part(fields[0] + "#" + j, tokens, 1));
    }
    return String.join(" UNION ALL SELECT ", rows);
  }

  private static String part(String name, int tokens, int continuations) {
    return "'%s', CAST(%d AS BIGINT), CAST(%d AS BIGINT)".formatted(name, tokens, continuations);
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
