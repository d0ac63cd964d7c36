/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.suspiciousconnects.warehouse.Source;

/** How the verdicts on a source's events are read, and how their events are found. */
abstract class JudgedSource {
  private final Source source;

  JudgedSource(Source source) {
    this.source = source;
  }

  static JudgedSource of(Source source) {
    switch (source) {
      case FLOW:
        return new JudgedFlows();
      case DNS:
        return new JudgedAnswers();
      case PROXY:
        return new JudgedRequests();
      default:
        throw new IllegalArgumentException("no feedback on " + source);
    }
  }

  Source source() {
    return source;
  }

  /** A parser for the lines of one file. */
  abstract RowParser newParser();

  /**
   * The views that have the events with their words, and for each its columns of words and what
   * those are called in {@code <source>_feedback}.
   */
  abstract Map<String, Map<String, String>> words();

  /** The event's column with the IP that the events are narrowed down to first. */
  abstract String client();

  /**
   * Whether an event can be the one that a line tells.
   *
   * @param said a column of {@link RowParser#key()}, by its name
   * @param event a column of the event, by its name
   */
  abstract Column sameEvent(Columns said, Columns event);

  /**
   * The events that a line is really on.
   *
   * @param candidates the different events that {@link #sameEvent} lets through, at least one
   * @return none if it can't be said
   */
  List<Row> chosen(Judgement judgement, List<Row> candidates) {
    return candidates;
  }

  /** The partitions of a UTC day; proxy's are text of two digits. */
  Column isOf(LocalDate day) {
    return col("y")
        .equalTo(day.getYear())
        .and(col("m").equalTo(day.getMonthValue()))
        .and(col("d").equalTo(day.getDayOfMonth()));
  }

  /** Columns by name. */
  interface Columns {
    Column of(String name);
  }

  /** That all of these columns are equal. */
  static Column equal(Columns said, Columns event, String... names) {
    Column all = said.of(names[0]).equalTo(event.of(names[0]));
    for (int i = 1; i < names.length; i++) {
      all = all.and(said.of(names[i]).equalTo(event.of(names[i])));
    }
    return all;
  }
}
