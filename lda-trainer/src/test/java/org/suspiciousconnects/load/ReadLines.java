/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What a parser makes of lines, for tests. */
final class ReadLines {
  final List<Object[]> events = new ArrayList<>();
  final List<String> rejected = new ArrayList<>();
  final List<UtcTime> times = new ArrayList<>();
  int skipped;

  private ReadLines() {}

  static ReadLines of(Format format, String... lines) {
    return of(format, Arrays.asList(lines));
  }

  static ReadLines of(Format format, List<String> lines) {
    ReadLines read = new ReadLines();
    LineParser parser = format.newParser();
    int number = 0;
    for (String line : lines) {
      number++;
      try {
        Event event = parser.parse(line);
        if (event == null) {
          read.skipped++;
        } else {
          read.events.add(event.columns());
          read.times.add(event.time());
        }
      } catch (RejectedLine e) {
        read.rejected.add(number + ": " + e.getMessage());
      }
    }
    return read;
  }

  /** The value of a column of the event of that number, from 0. */
  Object value(int event, EventColumn column) {
    return events.get(event)[column.ordinal()];
  }
}
