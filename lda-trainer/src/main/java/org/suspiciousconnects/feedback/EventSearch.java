/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.suspiciousconnects.warehouse.Warehouse;

/** Looks for the events that lines of a file are on, among those of one day. */
final class EventSearch {
  private static final String LINE = "line_number";

  /** Begins the names of what a line says, so that they are not those of the event. */
  private static final String SAID = "said_";

  private final Warehouse warehouse;
  private final JudgedSource source;
  private final List<StructField> eventColumns;
  private final List<StructField> wordColumns;
  private final StructType columns;

  /**
   * @throws org.suspiciousconnects.command.CommandFailure if there is no {@code <source>_feedback}
   */
  EventSearch(Warehouse warehouse, JudgedSource source) {
    this.warehouse = warehouse;
    this.source = source;
    Set<String> words =
        source.words().values().stream()
            .flatMap(columns -> columns.values().stream())
            .collect(Collectors.toSet());
    this.eventColumns = new ArrayList<>();
    this.wordColumns = new ArrayList<>();
    for (StructField column :
        warehouse.table(source.source().table("feedback")).schema().fields()) {
      if (column.name().equals("event_day")) {
        break;
      }
      (words.contains(column.name()) ? wordColumns : eventColumns).add(column);
    }
    this.columns =
        new StructType(
            Stream.concat(eventColumns.stream(), wordColumns.stream()).toArray(StructField[]::new));
  }

  /** The columns of the events found: those of {@code <source>_feedback} up to the words. */
  StructType columns() {
    return columns;
  }

  /** Those of {@link #columns()} that are of the event itself. */
  List<StructField> eventColumns() {
    return eventColumns;
  }

  /**
   * Looks for events, in one job that reads the day's partitions only.
   *
   * @param judgements lines of one file, with a verdict
   * @param day UTC
   * @return by the number of the line all different events that it can be on, with {@link
   *     #columns()}; their words are NULL if they are invalid
   */
  Map<Long, List<Row>> find(List<Judgement> judgements, LocalDate day) {
    Map<Long, List<Row>> found = new HashMap<>();
    if (judgements.isEmpty()) {
      return found;
    }
    Dataset<Row> said = said(judgements);
    Dataset<Row> all = null;
    for (Map.Entry<String, Map<String, String>> view : source.words().entrySet()) {
      Dataset<Row> candidates = candidates(said, judgements, day, view.getKey(), view.getValue());
      all = all == null ? candidates : all.union(candidates);
    }
    // The words are a function of the event: grouping brings those of both views together.
    List<Column> words = new ArrayList<>();
    wordColumns.forEach(word -> words.add(max(word.name()).as(word.name())));
    List<Column> keys = new ArrayList<>(List.of(col(LINE)));
    eventColumns.forEach(column -> keys.add(col(column.name())));
    Dataset<Row> events =
        all.groupBy(keys.toArray(new Column[0]))
            .agg(words.get(0), words.subList(1, words.size()).toArray(new Column[0]));
    for (Row row : sorted(events).collectAsList()) {
      found.computeIfAbsent(row.<Long>getAs(LINE), line -> new ArrayList<>()).add(row);
    }
    return found;
  }

  /** Those of the events found that have words. */
  List<Row> withWords(List<Row> found) {
    return found.stream()
        .filter(event -> words(event).stream().anyMatch(Objects::nonNull))
        .collect(Collectors.toList());
  }

  /** The words of an event found, NULL where it has none. */
  List<Object> words(Row found) {
    return values(found).subList(eventColumns.size(), eventColumns.size() + wordColumns.size());
  }

  /** The values of {@link #eventColumns()} of an event found. */
  List<Object> event(Row found) {
    return values(found).subList(0, eventColumns.size());
  }

  /** The values of {@link #columns()} of an event found, in a list of its own. */
  List<Object> values(Row found) {
    List<Object> values = new ArrayList<>();
    for (StructField column : columns.fields()) {
      values.add(found.getAs(column.name()));
    }
    return values;
  }

  /** What is found is written in this order. */
  private Dataset<Row> sorted(Dataset<Row> events) {
    return events
        .coalesce(1)
        .sortWithinPartitions(
            Stream.of(events.columns()).map(name -> col(name)).toArray(Column[]::new));
  }

  private Dataset<Row> said(List<Judgement> judgements) {
    StructType schema = new StructType().add(LINE, DataTypes.LongType);
    for (StructField column : source.newParser().key().fields()) {
      schema = schema.add(SAID + column.name(), column.dataType());
    }
    List<Row> rows = new ArrayList<>();
    for (Judgement judgement : judgements) {
      List<Object> values = new ArrayList<>(List.of(judgement.line()));
      values.addAll(judgement.key());
      rows.add(RowFactory.create(values.toArray()));
    }
    return warehouse.spark().createDataFrame(rows, schema);
  }

  private Dataset<Row> candidates(
      Dataset<Row> said,
      List<Judgement> judgements,
      LocalDate day,
      String view,
      Map<String, String> wordsOfView) {
    Dataset<Row> events =
        warehouse
            .table(view)
            .where(source.isOf(day))
            // Before the words are made of them: an analyst looks at few clients.
            .where(col(source.client()).isin(clients(judgements)));
    Column same = source.sameEvent(name -> said.col(SAID + name), name -> events.col(name));
    List<Column> columns = new ArrayList<>(List.of(col(LINE)));
    for (StructField column : eventColumns) {
      columns.add(events.col(column.name()).cast(column.dataType()).as(column.name()));
    }
    Map<String, String> ofView = new HashMap<>();
    wordsOfView.forEach((name, word) -> ofView.put(word, name));
    for (StructField word : wordColumns) {
      String name = ofView.get(word.name());
      Column valid =
          name == null ? lit(null) : when(events.col("reason").isNull(), events.col(name));
      columns.add(valid.cast(DataTypes.StringType).as(word.name()));
    }
    return events.join(broadcast(said), same).select(columns.toArray(new Column[0]));
  }

  private Object[] clients(List<Judgement> judgements) {
    int index = source.newParser().key().fieldIndex(source.client());
    Set<Object> clients = new TreeSet<>();
    judgements.forEach(judgement -> clients.add(judgement.key().get(index)));
    return clients.toArray();
  }
}
