/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The analytics of a source on real Hive, for 8 July 2016 in the database {@code spot}, of results
 * that a test makes up.
 */
final class AnalyticsSql {
  /** The one of every row that is made up here; its window is 6 and 7 July. */
  static final String MODEL = "00000000000000aa";

  private static final String DAY = "y = 2016 AND m = 7 AND d = 8";

  private final HiveSql hive;
  private final String source;
  private final SourceSql sql;

  AnalyticsSql(HiveSql hive, String source) {
    this.hive = hive;
    this.source = source;
    this.sql = new SourceSql(hive, source);
  }

  /** See {@link SourceSql#create}. */
  void create() {
    sql.create();
  }

  /**
   * Lists events as results of a method, and says that the day was scored by it.
   *
   * @param columns those of an event, with its word or words
   * @param events a table or query with these columns
   * @param key a column that tells one event from another
   * @param results of each the key, score, score_rank, score_view, group_id, group_size, expected
   *     and log_p, as SQL has them
   */
  void scored(String method, String columns, String events, String key, String... results) {
    hive.execute(
        """
        INSERT OVERWRITE TABLE spot.%1$s_scored_results PARTITION (y = 2016, m = 7, d = 8, score_method = '%2$s')
        SELECT %3$s, r.score, r.score_rank, '%4$s', CAST(NULL AS INT), CAST(NULL AS STRING), r.score_view, r.group_id,
          r.group_size, r.expected, r.log_p
        FROM %5$s e
        JOIN (SELECT inline(array(%7$s))
          AS (id, score, score_rank, score_view, group_id, group_size, expected, log_p)) r ON e.%6$s = r.id;
        INSERT INTO spot.score_runs PARTITION (source = '%1$s', y = 2016, m = 7, d = 8, score_method = '%2$s') (model_id)
        SELECT '%4$s';
        """
            .formatted(
                source,
                method,
                columns,
                MODEL,
                events,
                key,
                String.join(", ", Stream.of(results).map(r -> "struct(" + r + ")").toList())));
  }

  /** A result of method spot, for {@link #scored}. */
  static String result(int key, String score, int rank) {
    return "%d, CAST(%s AS DOUBLE), %d, CAST(NULL AS STRING), CAST(NULL AS STRING), CAST(NULL AS BIGINT),"
            .formatted(key, score, rank)
        + " CAST(NULL AS DOUBLE), CAST(NULL AS DOUBLE)";
  }

  /** A result of method profile, for {@link #scored}. */
  static String grouped(
      int key, String score, int rank, String group, int size, String expected, String logP) {
    return "%d, CAST(%s AS DOUBLE), %d, 'event', '%s', CAST(%d AS BIGINT), CAST(%s AS DOUBLE), CAST(%s AS DOUBLE)"
        .formatted(key, score, rank, group, size, expected, logP);
  }

  /**
   * Writes the model: two topics of 750 and 250 tokens, called after the words.
   *
   * @param mixes of each IP its words and its mix
   * @param probs of each word its probabilities; the first is the name of the first topic
   */
  void model(
      String method,
      String vocabulary,
      Map<String, Integer> words,
      Map<String, double[]> mixes,
      String topWord,
      Map<String, double[]> probs) {
    hive.execute(
        """
        INSERT INTO spot.model_runs PARTITION (model_id = '%s') (source, score_method, vocabulary, topics,
          window_from, window_to, trained_for, tokens, trained_at, unseen_ip_mix, unseen_word_probs)
        SELECT '%s', '%s', '%s', 2, '2016-07-06', '2016-07-07', '2016-07-08', CAST(1000 AS BIGINT), '2016-07-08 00:00:00', '%s', '%s';
        INSERT INTO spot.%2$s_topics PARTITION (model_id = '%1$s') SELECT inline(array(struct(0, 750.0D), struct(1, 250.0D)));
        INSERT INTO spot.%2$s_topic_top_words PARTITION (model_id = '%1$s') SELECT inline(array(struct(0, 1, '%7$s', 0.5D), struct(0, 2, 'another', 0.25D)));
        """
            .formatted(
                MODEL,
                source,
                method,
                vocabulary,
                SourceSql.vector(SourceSql.UNSEEN_IP_MIX),
                SourceSql.vector(SourceSql.UNSEEN_WORD_PROBS),
                topWord));
    List<String> rows = new ArrayList<>();
    mixes.forEach(
        (ip, mix) ->
            rows.add(
                "'%s', CAST(%d AS DOUBLE), '%s', ''"
                    .formatted(ip, words.get(ip), SourceSql.vector(mix))));
    insert(source + "_topic_mix", "model_id = '" + MODEL + "'", rows);
    rows.clear();
    probs.forEach(
        (word, p) ->
            rows.add("'%s', CAST(1 AS DOUBLE), '%s', ''".formatted(word, SourceSql.vector(p))));
    insert(source + "_word_topics", "model_id = '" + MODEL + "'", rows);
  }

  /**
   * Writes word counts of a day in July 2016.
   *
   * @param counts of each IP, word, word_count and vocabulary, as SQL has them
   */
  void counted(int day, String method, String... counts) {
    insert(
        source + "_word_counts",
        "y = 2016, m = 7, d = %d, score_method = '%s'".formatted(day, method),
        List.of(counts));
  }

  /** Appends rows to a partition. */
  void insert(String table, String partition, List<String> rows) {
    hive.execute(
        "INSERT INTO spot.%s PARTITION (%s) %s"
            .formatted(table, partition, InlineRows.select(rows)));
  }

  /**
   * Publishes the day, with some variables changed.
   *
   * @return the run's id
   */
  String publish(String method, int rows, Map<String, String> changed) {
    Map<String, String> vars = new HashMap<>(sql.vars());
    vars.put("score_method", method);
    vars.put("limit_rows", Integer.toString(rows));
    vars.putAll(changed);
    hive.run("sql/oa_" + source + ".sql", vars);
    return vars.get("run_id");
  }

  /** What is told of the result of a rank. */
  List<String> why(int rank) {
    Map<String, String> vars = new HashMap<>(sql.vars());
    vars.put("score_rank", Integer.toString(rank));
    return hive.run("sql/why_" + source + ".sql", vars);
  }

  /** Everything about an address, a name or a URI. */
  List<String> expandedSearch(String anchor) {
    Map<String, String> vars = new HashMap<>(sql.vars());
    vars.put("anchor", anchor);
    vars.put("limit_rows", "100");
    return hive.run("sql/expanded_search_" + source + ".sql", vars);
  }

  /** Columns of a table of the day, in an order. */
  List<String> day(String columns, String table, String order) {
    return hive.rows(
        "SELECT %s FROM spot.%s_%s WHERE %s ORDER BY %s"
            .formatted(columns, source, table, DAY, order));
  }

  /** All rows of all tables that the step writes, of the day. */
  List<String> everything(String... tables) {
    List<String> rows = new ArrayList<>();
    for (String table : tables) {
      hive.rows("SELECT * FROM spot.%s_%s WHERE %s".formatted(source, table, DAY)).stream()
          .map(row -> table + "\t" + row)
          .sorted()
          .forEach(rows::add);
    }
    return rows;
  }

  /** What is left of the partitions that a run has until it is done. */
  List<String> scratch(String run, String... tables) {
    return Stream.concat(
            Stream.of(
                source + "_suspicious",
                "address_networks",
                "address_context",
                "name_context",
                "listed_words",
                "word_occurrences"),
            Stream.of(tables).map(table -> source + "_" + table + "_staging"))
        .flatMap(
            table ->
                hive.rows("SHOW PARTITIONS spot." + table).stream()
                    .filter(partition -> partition.matches("run_id=" + run + "(-probe)?"))
                    .map(partition -> table + "/" + partition))
        .toList();
  }
}
