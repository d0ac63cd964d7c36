/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * What one or more labels name: the events of a day with these values. There may be none, one, or
 * several that are alike; all of them are attack rows.
 */
final class LabelledEvent {
  private final String kind;
  private final List<Object> values;
  private final List<Long> lines = new ArrayList<>();
  private long inDay;
  private long invalid;

  LabelledEvent(Label first) {
    this.kind = first.kind();
    this.values = first.event();
    lines.add(first.line());
  }

  /** Adds a line that names the same event. */
  void repeat(long line) {
    lines.add(line);
  }

  /** Notes how many events of the day have these values, and how many of them are invalid. */
  void found(long eventsOfDay, long invalidEvents) {
    inDay = eventsOfDay;
    invalid = invalidEvents;
  }

  String kind() {
    return kind;
  }

  /** A value or null for each of {@link LabelColumns}. */
  List<Object> values() {
    return values;
  }

  /** The lines of the file that name it. */
  List<Long> lines() {
    return lines;
  }

  /** How many events of the day have these values. */
  long inDay() {
    return inDay;
  }

  /** How many of them could not be scored. */
  long invalid() {
    return invalid;
  }
}
