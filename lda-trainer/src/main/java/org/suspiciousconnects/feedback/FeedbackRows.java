/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.suspiciousconnects.warehouse.Warehouse;

/** The rows of one import: for each line its events, one for each pair of words and each group. */
final class FeedbackRows {
  private final EventSearch search;
  private final FeedbackFile file;
  private final StructType schema;
  private final Map<Judgement, Map<List<Object>, List<Object>>> words = new LinkedHashMap<>();
  private final Map<Judgement, Map<ListedGroup, List<Object>>> groups = new LinkedHashMap<>();

  FeedbackRows(EventSearch search, FeedbackFile file) {
    this.search = search;
    this.file = file;
    this.schema =
        search
            .columns()
            .add("event_day", DataTypes.StringType)
            .add("verdict", DataTypes.IntegerType)
            .add("feedback_scope", DataTypes.StringType)
            .add("author", DataTypes.StringType)
            .add("given_at", DataTypes.StringType)
            .add("expires_on", DataTypes.StringType)
            .add("origin", DataTypes.StringType)
            .add("line_number", DataTypes.LongType)
            .add("group_ip", DataTypes.StringType)
            .add("group_word", DataTypes.StringType);
  }

  /** The columns of the rows: all of {@code <source>_feedback}. */
  StructType schema() {
    return schema;
  }

  /**
   * Adds a line that is on the words of events.
   *
   * @param found of {@link EventSearch#find}, with words
   */
  void addWords(Judgement judgement, List<Row> found) {
    if (!found.isEmpty()) {
      lineOf(judgement);
      found.forEach(
          event -> words.get(judgement).putIfAbsent(search.words(event), search.values(event)));
    }
  }

  /**
   * Adds a line that is on a group; one that it is on already stays.
   *
   * @param event values of {@link EventSearch#eventColumns()}, of an event that is listed with it
   */
  void addGroup(Judgement judgement, ListedGroup group, List<Object> event) {
    lineOf(judgement);
    groups.get(judgement).putIfAbsent(group, event);
  }

  private void lineOf(Judgement judgement) {
    words.computeIfAbsent(judgement, line -> new LinkedHashMap<>());
    groups.computeIfAbsent(judgement, line -> new LinkedHashMap<>());
  }

  /** Whether a line has rows. */
  boolean has(Judgement judgement) {
    return words.containsKey(judgement);
  }

  /** Lines of the file that have rows. */
  long lines() {
    return words.size();
  }

  /** Lines of the file that are on groups. */
  long linesWithGroups() {
    return groups.values().stream().filter(of -> !of.isEmpty()).count();
  }

  /**
   * Writes them as Parquet files of {@code <source>_feedback}.
   *
   * @param known when and by whom each line was given
   * @param folder a new one
   */
  void write(Warehouse warehouse, KnownLines known, Path folder) {
    List<Row> rows = new ArrayList<>();
    words.forEach(
        (judgement, ofWords) -> {
          Given given = known.get(judgement);
          ofWords.values().forEach(values -> rows.add(row(judgement, given, values, null)));
          groups
              .get(judgement)
              .forEach(
                  (group, event) -> {
                    List<Object> values = new ArrayList<>(event);
                    values.addAll(
                        Collections.nCopies(search.columns().size() - event.size(), null));
                    rows.add(row(judgement, given, values, group));
                  });
        });
    warehouse.spark().createDataFrame(rows, schema).coalesce(1).write().parquet(folder.toString());
  }

  private Row row(Judgement judgement, Given given, List<Object> event, ListedGroup group) {
    List<Object> values = new ArrayList<>(event);
    values.add(file.day().toString());
    values.add(judgement.verdict());
    values.add(given.scope());
    values.add(given.author());
    values.add(given.at());
    values.add(given.expiresOn());
    values.add(file.path());
    values.add(judgement.line());
    values.add(group == null ? null : group.ip());
    values.add(group == null ? null : group.word());
    return RowFactory.create(values.toArray());
  }
}
