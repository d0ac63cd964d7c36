/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/**
 * The output of {@code nfdump -o csv}, release 1.6. Columns are found by the names in the header,
 * which may come again where files were concatenated. The summary at the end is skipped.
 *
 * <ul>
 *   <li>The time is {@code tr}, when the collector received the flow, as in Apache Spot; {@code
 *       ts}, when it began, where there is no {@code tr} or it is in 1970, as nfdump writes for an
 *       unknown one. nfdump prints local time: run it with {@code TZ=UTC}, or say which zone it is.
 *   <li>An ICMP flow has no ports: {@code dp} is {@code type.code}, and dport becomes what netflow
 *       itself carries there, {@code type * 256 + code}.
 * </ul>
 */
final class NfdumpCsvParser implements LineParser {
  private static final List<String> NEEDED =
      Arrays.asList("ts", "sa", "da", "sp", "dp", "pr", "ipkt", "ibyt");

  private static final long LAST_AS_NUMBER = 4_294_967_295L;

  private final ZoneId zone;
  private final CsvParser csv = new CsvParser(settings());
  private Map<String, Integer> header;
  private int columns;
  private Summary summary = Summary.NOT_SEEN;

  /** Where in the three lines of a summary the last line was. */
  private enum Summary {
    NOT_SEEN,
    TITLE,
    NAMES
  }

  /**
   * @param zone of the times
   */
  NfdumpCsvParser(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public Event parse(String line) throws RejectedLine {
    if (line.isBlank() || isSummary(line)) {
      return null;
    }
    String[] cells = cells(line);
    if (header == null || "ts".equals(cells[0])) {
      readHeader(cells);
      return null;
    }
    if (cells.length != columns) {
      throw new RejectedLine("has " + cells.length + " columns, the header has " + columns);
    }
    return event(cells);
  }

  private Event event(String[] cells) throws RejectedLine {
    UtcTime time = time(cells);
    String proto = Values.string(cell(cells, "pr"));
    Object[] row = FlowColumn.row(time);
    FlowColumn.TDUR.set(row, Values.float32("td", cell(cells, "td")));
    FlowColumn.SIP.set(row, Values.string(cell(cells, "sa")));
    FlowColumn.DIP.set(row, Values.string(cell(cells, "da")));
    FlowColumn.SPORT.set(row, int32(cells, "sp"));
    FlowColumn.DPORT.set(row, destinationPort(cells, proto));
    FlowColumn.PROTO.set(row, proto == null ? null : proto.toUpperCase(Locale.ROOT));
    FlowColumn.FLAG.set(row, Values.string(cell(cells, "flg")));
    FlowColumn.FWD.set(row, int32(cells, "fwd"));
    FlowColumn.STOS.set(row, int32(cells, "stos"));
    FlowColumn.IPKT.set(row, int64(cells, "ipkt"));
    FlowColumn.IBYT.set(row, int64(cells, "ibyt"));
    FlowColumn.OPKT.set(row, int64(cells, "opkt"));
    FlowColumn.OBYT.set(row, int64(cells, "obyt"));
    FlowColumn.INPUT.set(row, int32(cells, "in"));
    FlowColumn.OUTPUT.set(row, int32(cells, "out"));
    FlowColumn.SAS.set(row, asNumber(cells, "sas"));
    FlowColumn.DAS.set(row, asNumber(cells, "das"));
    FlowColumn.DTOS.set(row, int32(cells, "dtos"));
    FlowColumn.DIR.set(row, int32(cells, "dir"));
    FlowColumn.RIP.set(row, Values.string(cell(cells, "ra")));
    return new Event(time, row);
  }

  private UtcTime time(String[] cells) throws RejectedLine {
    String column = "tr";
    String text = Values.string(cell(cells, column));
    // West of Greenwich the unknown time prints as the last day of 1969.
    if (text == null || text.startsWith("1970-") || text.startsWith("1969-")) {
      column = "ts";
      text = Values.string(cell(cells, column));
    }
    UtcTime time = UtcTime.parse(text, zone);
    if (time == null) {
      throw new RejectedLine(column, String.valueOf(text), "is no time as yyyy-MM-dd HH:mm:ss");
    }
    return time;
  }

  private Integer destinationPort(String[] cells, String proto) throws RejectedLine {
    String port = cell(cells, "dp");
    int point = port == null ? -1 : port.indexOf('.');
    if (point < 0 || proto == null || !proto.toUpperCase(Locale.ROOT).startsWith("ICMP")) {
      return Values.int32("dp", port);
    }
    Integer type = Values.int32("dp", port.substring(0, point));
    Integer code = Values.int32("dp", port.substring(point + 1));
    if (type == null || code == null || type < 0 || type > 255 || code < 0 || code > 255) {
      throw new RejectedLine("dp", port, "is no ICMP type and code");
    }
    return type * 256 + code;
  }

  private Integer int32(String[] cells, String column) throws RejectedLine {
    return Values.int32(column, cell(cells, column));
  }

  /** Spot's column is too narrow for AS numbers from 2^31 on (RFC 6793): null, not a lost flow. */
  private Integer asNumber(String[] cells, String column) throws RejectedLine {
    Long number = int64(cells, column);
    return number == null || number > Integer.MAX_VALUE && number <= LAST_AS_NUMBER
        ? null
        : int32(cells, column);
  }

  private Long int64(String[] cells, String column) throws RejectedLine {
    return Values.int64(column, cell(cells, column));
  }

  /** The text of a column, or null if the file has none of that name. */
  private String cell(String[] cells, String column) {
    Integer index = header.get(column);
    return index == null ? null : cells[index];
  }

  private String[] cells(String line) throws RejectedLine {
    try {
      String[] cells = csv.parseLine(line);
      if (cells != null) {
        return cells;
      }
    } catch (TextParsingException e) {
      // Said below; the exception's own words run over many lines.
    }
    throw new RejectedLine("is no CSV");
  }

  private void readHeader(String[] names) {
    Map<String, Integer> found = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      if (names[i] != null) {
        found.putIfAbsent(names[i], i);
      }
    }
    List<String> missing = new ArrayList<>(NEEDED);
    missing.removeAll(found.keySet());
    if (!missing.isEmpty()) {
      throw new CommandFailure(
          ExitStatus.NO_DATA,
          "the header has no column "
              + String.join(", ", missing)
              + ": write the file with nfdump -o csv, release 1.6");
    }
    header = found;
    columns = names.length;
  }

  /**
   * The lines {@code Summary}, {@code flows,bytes,...}, and the figures; and what nfdump prints
   * when it has nothing to print.
   */
  private boolean isSummary(String line) {
    if (line.equals("Summary")) {
      summary = Summary.TITLE;
      return true;
    }
    if (summary == Summary.TITLE && line.startsWith("flows,")) {
      summary = Summary.NAMES;
      return true;
    }
    boolean figures = summary == Summary.NAMES;
    summary = Summary.NOT_SEEN;
    return figures || line.equals("No matched flows");
  }

  private static CsvParserSettings settings() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(',');
    settings.getFormat().setLineSeparator("\n");
    settings.getFormat().setComment('\0');
    settings.setMaxCharsPerColumn(-1);
    settings.setReadInputOnSeparateThread(false);
    return settings;
  }
}
