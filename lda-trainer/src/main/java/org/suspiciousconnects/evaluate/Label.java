/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import java.util.Collections;
import java.util.List;

/** A line of a file of labels: an event and the kind of attack that it belongs to. */
final class Label {
  private final long line;
  private final String kind;
  private final List<Object> event;

  /**
   * @param line its number in the file; the header is line 1
   * @param kind what the attack is called
   * @param event a value or null for each of {@link LabelColumns}
   */
  Label(long line, String kind, List<Object> event) {
    this.line = line;
    this.kind = kind;
    this.event = Collections.unmodifiableList(event);
  }

  long line() {
    return line;
  }

  String kind() {
    return kind;
  }

  List<Object> event() {
    return event;
  }
}
