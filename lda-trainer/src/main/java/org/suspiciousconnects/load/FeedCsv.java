/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.suspiciousconnects.warehouse.LogLines;

/**
 * Indicators as lines of comma-separated fields (RFC 4180, but one line each), in UTF-8. A header
 * names the columns, in any order: ioc, type, severity, and, if there are any, description and
 * expires_on.
 */
final class FeedCsv {
  private static final List<String> NEEDED = List.of("ioc", "type", "severity");
  private static final List<String> COLUMNS =
      List.of("ioc", "type", "severity", "description", "expires_on");
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final List<String> header;

  private FeedCsv(List<String> header) {
    this.header = header;
  }

  /**
   * Reads all lines.
   *
   * @throws UnreadableFile if the first line is no header
   * @throws IOException as the stream has it
   */
  static void read(InputStream in, FeedRows rows) throws IOException, UnreadableFile {
    // Who opened the stream closes it.
    LogLines lines = new LogLines(in);
    FeedCsv csv = new FeedCsv(header(lines.next() ? lines.text() : ""));
    while (lines.next()) {
      if (!lines.text().isBlank()) {
        csv.readLine(lines, rows);
      }
    }
  }

  private void readLine(LogLines lines, FeedRows rows) {
    rows.read();
    Indicator indicator;
    try {
      if (lines.isTooLong()) {
        throw new RejectedLine("is longer than " + LogLines.LONGEST + " bytes");
      }
      indicator = indicator(lines.text());
    } catch (RejectedLine e) {
      rows.reject(lines.number(), e.getMessage(), lines.raw());
      return;
    }
    rows.load(indicator);
  }

  private Indicator indicator(String line) throws RejectedLine {
    if (line.indexOf('\uFFFD') >= 0) {
      throw new RejectedLine("has bytes that are no UTF-8");
    }
    List<String> fields = QuotedFields.atCommas(line);
    if (fields.size() != header.size()) {
      throw new RejectedLine(
          "has " + fields.size() + " fields, the header " + header.size() + " columns");
    }
    IocType type = IocType.of(field(fields, "type"));
    Severity severity = Severity.of(field(fields, "severity"));
    LocalDate expiresOn = date(field(fields, "expires_on"));
    return new Indicator(
        field(fields, "ioc"), type, severity, field(fields, "description"), expiresOn);
  }

  /** Without blanks around it; empty if there is no such column. */
  private String field(List<String> fields, String column) {
    int at = header.indexOf(column);
    return at < 0 ? "" : fields.get(at).strip();
  }

  private static LocalDate date(String text) throws RejectedLine {
    if (text.isEmpty()) {
      return null;
    }
    try {
      if (DATE.matcher(text).matches()) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeException e) {
      // Such as the 30th of February.
    }
    throw new RejectedLine("expires_on", text, "is no day such as 2026-12-31");
  }

  private static List<String> header(String line) throws UnreadableFile {
    List<String> names = new ArrayList<>();
    try {
      for (String name : QuotedFields.atCommas(line)) {
        names.add(name.strip().toLowerCase(Locale.ROOT));
      }
    } catch (RejectedLine e) {
      names.clear();
    }
    if (!names.containsAll(NEEDED)
        || !COLUMNS.containsAll(names)
        || new HashSet<>(names).size() < names.size()) {
      throw new UnreadableFile(
          new RejectedLine("line 1", line, "is no header").getMessage()
              + ": give CSV in UTF-8 with the columns "
              + String.join(", ", COLUMNS)
              + " (the last two may be left out), or a STIX 2.1 bundle");
    }
    return names;
  }
}
