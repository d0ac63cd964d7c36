/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRow;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.warehouse.LogLines;
import org.suspiciousconnects.warehouse.RejectedLines;

/**
 * The events of one text file as rows to stage, read once and line by line; what is no event goes
 * to the rejected lines or is counted. A file that can't be read at all, or changes while it is
 * read, ends early with the reason in its outcome: trying again would not help, so the task
 * succeeds.
 */
final class LogRows implements Iterator<Row>, AutoCloseable {
  private final LogFile file;
  private final LineParser parser;
  private final LocalDate date;
  private final Consumer<FileOutcome> whenRead;
  private final Contents contents;
  private final LogLines lines;
  private final RejectedLines rejected;
  private final FileOutcome outcome;

  private Row next;
  private boolean ended;
  private boolean closed;

  /**
   * @param date the only day wanted, or null for all
   * @param rejectedFile where rejected lines go, if there are any
   * @param whenRead is told once, after the last row
   * @throws IOException if the file can't be opened
   */
  LogRows(
      LogFile file,
      LineParser parser,
      LocalDate date,
      Path rejectedFile,
      Consumer<FileOutcome> whenRead,
      Configuration conf)
      throws IOException {
    this.file = file;
    this.parser = parser;
    this.date = date;
    this.whenRead = whenRead;
    this.contents = Contents.open(file.path(), conf);
    this.lines = new LogLines(contents.text());
    this.rejected = new RejectedLines(file.path(), rejectedFile, conf);
    this.outcome = new FileOutcome(file.loadId());
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      try {
        next = read();
        if (next == null) {
          end();
        }
      } catch (IOException e) {
        String damage = contents.damage(e);
        if (damage == null) {
          throw new UncheckedIOException("can't read " + file.path(), e);
        }
        fail(damage);
      } catch (CommandFailure e) {
        fail("line " + lines.number() + ": " + e.getMessage());
      }
    }
    return next != null;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = next;
    next = null;
    return row;
  }

  /** Closes the file and what is written. May be called more than once. */
  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      try (LogLines in = lines) {
        rejected.close();
      }
    }
  }

  /** The row of the next event that is wanted, or null at the end of the file. */
  private Row read() throws IOException {
    while (lines.next()) {
      Event event = parse();
      if (event != null) {
        LocalDate day = event.time().date();
        if (date == null || date.equals(day)) {
          return new GenericRow(StagedColumns.row(file.loadId(), event));
        }
        outcome.addOtherDay(day, 1);
      }
    }
    return null;
  }

  private Event parse() {
    try {
      if (lines.isTooLong()) {
        throw new RejectedLine("is longer than " + LogLines.LONGEST + " bytes");
      }
      Event event = parser.parse(lines.text());
      if (event == null) {
        outcome.skip();
      }
      return event;
    } catch (RejectedLine e) {
      outcome.addRejected(1, "line " + lines.number() + " " + e.getMessage());
      rejected.add(lines.number(), e.getMessage(), lines.raw());
      return null;
    }
  }

  private void end() throws IOException {
    if (contents.sha256().equals(file.sha256())) {
      outcome.setRejectedFile(rejected.file());
      close();
      ended = true;
      whenRead.accept(outcome);
    } else {
      fail("changed while it was read: load it when nobody writes to it any more");
    }
  }

  private void fail(String why) {
    outcome.fail(why);
    ended = true;
    whenRead.accept(outcome);
  }
}
