/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.suspiciousconnects.warehouse.LogLines;

/** The lines of a file: each is blank, a header, a row with or without a verdict, or rejected. */
final class FileRows {
  private final List<Judgement> judgements = new ArrayList<>();
  private long notJudged;
  private long skipped;

  private FileRows() {}

  /**
   * Reads a whole file.
   *
   * @param content UTF-8, what is none is read as U+FFFD
   * @param rejections gets the lines that are none of the others
   * @throws IOException if a rejected line can't be kept
   */
  static FileRows read(byte[] content, RowParser parser, Rejections rejections) throws IOException {
    FileRows rows = new FileRows();
    try (LogLines lines = new LogLines(new ByteArrayInputStream(content))) {
      while (lines.next()) {
        try {
          rows.add(lines, parser);
        } catch (RejectedRow e) {
          rejections.add(lines.number(), e, lines.raw());
        }
      }
    }
    return rows;
  }

  private void add(LogLines lines, RowParser parser) throws RejectedRow {
    if (lines.isTooLong()) {
      throw new RejectedRow(Rejection.TOO_LONG, "it is longer than " + LogLines.LONGEST + " bytes");
    }
    String text = lines.text();
    Judgement judgement = text.isBlank() ? null : parser.parse(lines.number(), text);
    if (judgement == null) {
      skipped++;
    } else if (judgement.isGiven()) {
      judgements.add(judgement);
    } else {
      notJudged++;
    }
  }

  /** The rows with a verdict. */
  List<Judgement> judgements() {
    return judgements;
  }

  /** How many rows have no verdict yet. */
  long notJudged() {
    return notJudged;
  }

  /** How many lines are headers or blank. */
  long skipped() {
    return skipped;
  }
}
