/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.util.List;
import org.suspiciousconnects.load.EventColumn;

/**
 * A day of one source. Its normal events are numbered from 0 in the order of time; what is planted
 * comes on top. Each event is a function of the seed and its own number alone.
 */
interface SampleDay {
  /** The number of the first normal event of an hour; of hour 24, how many there are. */
  long first(int hour);

  /**
   * A normal or invalid event as a row of its table.
   *
   * @param hour the hour that the number belongs to
   */
  Object[] row(int hour, long number);

  /** The attacks hidden in the day, in no particular order. */
  List<Labelled> attacks();

  /** What is new on the day and harmless, in no particular order. */
  default List<Labelled> novelties() {
    return List.of();
  }

  /** All events beside the numbered ones: attacks, novelties, and what happens by the clock. */
  default List<Event> planted() {
    return attacks().stream().map(Labelled::event).toList();
  }

  /** How many events the day has. */
  default long size() {
    return first(24) + planted().size();
  }

  /** The columns of the table in their order. */
  List<? extends EventColumn> columns();

  /** The columns by which the labels name an event. */
  List<? extends EventColumn> labelColumns();

  /** The folder of an hour below the table's, such as {@code y=2016/m=7/d=8/h=3}. */
  String folder(int hour);
}
