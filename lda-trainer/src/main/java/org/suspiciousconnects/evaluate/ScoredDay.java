/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.Warehouse;

/** A scored day in the tables, joined with the events that labels name. */
final class ScoredDay {
  /** The number of a labelled event, in the joins. */
  private static final String EVENT = "labelled_event";

  private static final String TABLE = "from_table";
  private static final String DAY = "day";
  private static final String INVALID = "invalid";

  private final Warehouse warehouse;
  private final Source source;
  private final LocalDate date;
  private final List<LabelColumn> columns;

  ScoredDay(Warehouse warehouse, Source source, LocalDate date) {
    this.warehouse = warehouse;
    this.source = source;
    this.date = date;
    this.columns = LabelColumns.of(source);
  }

  /**
   * The methods that have scored the day, sorted.
   *
   * @throws CommandFailure if none has
   */
  List<String> methods() {
    List<String> methods =
        warehouse.partitions(results()).stream()
            .filter(partition -> partition.isOf(date))
            .map(partition -> partition.value("score_method"))
            .sorted()
            .collect(Collectors.toList());
    if (methods.isEmpty()) {
      throw notScored("nobody has scored " + source + " on " + date);
    }
    return methods;
  }

  /**
   * Looks for the labelled events among the events of the day and among its invalid ones, and notes
   * in each how many there are.
   *
   * @return how many events the day has
   */
  long find(LabelledEvents labelled) {
    Dataset<Row> all =
        ofTheDay(source.id())
            .select(keys(DAY))
            .unionByName(ofTheDay(source.table("invalid")).select(keys(INVALID)));
    List<Row> counts =
        withLabels(all, labelled).groupBy(col(EVENT), col(TABLE)).count().collectAsList();
    long[] inDay = new long[labelled.events().size()];
    long[] invalid = new long[inDay.length];
    long events = 0;
    for (Row row : counts) {
      boolean day = row.getString(1).equals(DAY);
      long count = row.getLong(2);
      if (!row.isNullAt(0)) {
        (day ? inDay : invalid)[row.getInt(0)] = count;
      }
      events += day ? count : 0;
    }
    for (int i = 0; i < inDay.length; i++) {
      labelled.events().get(i).found(inDay[i], invalid[i]);
    }
    return events;
  }

  private Column[] keys(String table) {
    List<Column> keys = columns.stream().map(c -> col(c.name())).collect(Collectors.toList());
    keys.add(lit(table).as(TABLE));
    return keys.toArray(new Column[0]);
  }

  /**
   * How many events a method has scored.
   *
   * @param events of the day as it is now
   * @throws CommandFailure if score_runs has no row of it, or it scored other events
   */
  long scored(String method, long events) {
    List<Row> runs =
        ofTheDay("score_runs")
            .where(col("source").equalTo(source.id()))
            .where(col("score_method").equalTo(method))
            .select("events_in", "events_scored")
            .collectAsList();
    if (runs.size() != 1) {
      throw notScored(
          String.format(
              "score_runs has %d rows of %s on %s and method %s instead of 1",
              runs.size(), source, date, method));
    }
    long eventsIn = runs.get(0).getLong(0);
    if (eventsIn != events) {
      throw notScored(
          String.format(
              "%s has %d events on %s, but method %s scored when there were %d",
              source, events, date, method, eventsIn));
    }
    return runs.get(0).getLong(1);
  }

  /** What a method has kept of the day. */
  Results results(String method, LabelledEvents labelled) {
    Dataset<Row> kept = ofTheDay(results()).where(col("score_method").equalTo(method));
    Column group =
        Arrays.asList(kept.columns()).contains("group_id")
            ? col("group_id").cast(DataTypes.StringType)
            : lit(null).cast(DataTypes.StringType);
    List<Column> order = new ArrayList<>();
    order.add(col("score_rank").asc_nulls_last());
    columns.forEach(column -> order.add(col(column.name()).asc_nulls_last()));
    Iterator<Row> rows =
        withLabels(kept, labelled)
            .orderBy(order.toArray(new Column[0]))
            .select(col("score_rank"), col("score"), group, col(EVENT))
            .toLocalIterator();
    Results results = new Results(labelled);
    while (rows.hasNext()) {
      Row row = rows.next();
      results.add(
          !row.isNullAt(0),
          row.isNullAt(1) ? null : row.getDouble(1),
          row.getString(2),
          row.isNullAt(3) ? null : row.getInt(3));
    }
    return results;
  }

  /** The rows, each with the number of the labelled event whose values it has, else NULL. */
  private Dataset<Row> withLabels(Dataset<Row> rows, LabelledEvents labelled) {
    StructType schema = new StructType().add(EVENT, DataTypes.IntegerType, false);
    for (LabelColumn column : columns) {
      schema = schema.add("labelled_" + column.name(), column.type());
    }
    List<Row> events = new ArrayList<>();
    for (LabelledEvent event : labelled.events()) {
      List<Object> row = new ArrayList<>();
      row.add(events.size());
      row.addAll(event.values());
      events.add(RowFactory.create(row.toArray()));
    }
    Column alike =
        columns.stream()
            .map(column -> col(column.name()).eqNullSafe(col("labelled_" + column.name())))
            .reduce(Column::and)
            .orElseThrow();
    return rows.join(warehouse.spark().createDataFrame(events, schema), alike, "left_outer");
  }

  private Dataset<Row> ofTheDay(String table) {
    // The partitions of Spot's proxy table are texts of two digits; the metastore prunes neither
    // kind if it is compared with the other.
    boolean text = table.equals(Source.PROXY.id());
    return warehouse
        .table(table)
        .where(partition("y", date.getYear(), text))
        .where(partition("m", date.getMonthValue(), text))
        .where(partition("d", date.getDayOfMonth(), text));
  }

  private static Column partition(String column, int value, boolean text) {
    return col(column).equalTo(text ? String.format(Locale.ROOT, "%02d", value) : (Object) value);
  }

  private String results() {
    return source.table("scored_results");
  }

  private CommandFailure notScored(String why) {
    return new CommandFailure(
        ExitStatus.NO_DATA, why + ": score the day with sql/score_" + source + ".sql");
  }
}
