/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.suspiciousconnects.warehouse.Warehouse;

/** The rows of one import: for each line its events, one for each pair of words. */
final class FeedbackRows {
  private final EventSearch search;
  private final FeedbackFile file;
  private final Map<Judgement, List<Row>> events = new LinkedHashMap<>();

  FeedbackRows(EventSearch search, FeedbackFile file) {
    this.search = search;
    this.file = file;
  }

  /**
   * @param found of {@link EventSearch#find}, at least one
   */
  void add(Judgement judgement, List<Row> found) {
    Map<List<Object>, Row> byWords = new LinkedHashMap<>();
    for (Row event : found) {
      byWords.putIfAbsent(search.words(event), event);
    }
    events.put(judgement, new ArrayList<>(byWords.values()));
  }

  /** Lines of the file that have rows. */
  long lines() {
    return events.size();
  }

  /**
   * Writes them as Parquet files of {@code <source>_feedback}.
   *
   * @param known when and by whom each line was given
   * @param folder a new one
   */
  void write(Warehouse warehouse, KnownLines known, Path folder) {
    StructType schema =
        search
            .columns()
            .add("event_day", DataTypes.StringType)
            .add("verdict", DataTypes.IntegerType)
            .add("feedback_scope", DataTypes.StringType)
            .add("author", DataTypes.StringType)
            .add("given_at", DataTypes.StringType)
            .add("expires_on", DataTypes.StringType)
            .add("origin", DataTypes.StringType)
            .add("line_number", DataTypes.LongType);
    List<Row> rows = new ArrayList<>();
    events.forEach(
        (judgement, found) -> {
          Given given = known.get(judgement);
          for (Row event : found) {
            List<Object> values = search.values(event);
            values.add(file.day().toString());
            values.add(judgement.verdict());
            values.add(given.scope());
            values.add(given.author());
            values.add(given.at());
            values.add(given.expiresOn());
            values.add(file.path());
            values.add(judgement.line());
            rows.add(RowFactory.create(values.toArray()));
          }
        });
    warehouse.spark().createDataFrame(rows, schema).coalesce(1).write().parquet(folder.toString());
  }
}
