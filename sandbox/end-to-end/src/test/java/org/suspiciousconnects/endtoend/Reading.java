/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/**
 * Reads results again and again while they are being replaced, in a thread of its own. Each table
 * has to have exactly its old rows or exactly its new ones, at every single read.
 */
final class Reading implements AutoCloseable {
  private final Callable<Map<String, List<String>>> reader;
  private final Map<String, List<String>> before;
  private final Map<String, List<String>> after;
  private final Thread thread;
  private Map<String, List<String>> last;
  private int reads;
  private String wrong;
  private volatile boolean stopped;

  /**
   * Begins to read.
   *
   * @param reader gives the rows of each table
   * @param before the rows that each table has
   * @param after those that it is to get
   */
  Reading(
      Callable<Map<String, List<String>>> reader,
      Map<String, List<String>> before,
      Map<String, List<String>> after) {
    this.reader = reader;
    this.before = before;
    this.after = after;
    this.thread = new Thread(this::readAll, "reader");
    thread.start();
  }

  private void readAll() {
    while (!stopped && !isWrong()) {
      try {
        Map<String, List<String>> rows = reader.call();
        String found = compare(rows);
        synchronized (this) {
          last = rows;
          wrong = found;
          reads++;
          notifyAll();
        }
      } catch (Exception e) {
        synchronized (this) {
          wrong = "a read failed: " + e;
          notifyAll();
        }
      }
    }
  }

  private synchronized boolean isWrong() {
    return wrong != null;
  }

  /** Null if all is right. */
  private String compare(Map<String, List<String>> rows) {
    for (String table : rows.keySet()) {
      List<String> found = rows.get(table);
      if (!found.equals(before.get(table)) && !found.equals(after.get(table))) {
        return String.format(
            "%s has %d rows, neither the %d old nor the %d new ones; the first that is not among the old: %s; that is not"
                + " among the new: %s",
            table,
            found.size(),
            before.get(table).size(),
            after.get(table).size(),
            firstOutside(found, before.get(table)),
            firstOutside(found, after.get(table)));
      }
    }
    return null;
  }

  private static String firstOutside(List<String> rows, List<String> known) {
    return rows.stream().filter(row -> !known.contains(row)).findFirst().orElse("none");
  }

  /** How often all tables were read. */
  synchronized int reads() {
    return reads;
  }

  /**
   * What a read finds that begins now or later.
   *
   * @throws AssertionError if a read was wrong
   */
  synchronized Map<String, List<String>> next() throws InterruptedException {
    // The one under way may have begun before.
    int enough = reads + 2;
    while (reads < enough && wrong == null) {
      wait();
    }
    if (wrong != null) {
      fail(wrong);
    }
    return last;
  }

  /** Ends the thread, after the read under way. */
  @Override
  public void close() throws InterruptedException {
    stopped = true;
    thread.join();
  }
}
