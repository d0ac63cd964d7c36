/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/**
 * The output of {@code tshark -T fields -E separator=, -E occurrence=f}, with {@code -E quote=d} or
 * without. Columns are found by the names in the header ({@code -E header=y}), which may come again
 * where files were concatenated; without one they are those of Apache Spot's ingest, {@link
 * #SPOT_COLUMNS}.
 *
 * <ul>
 *   <li>Name, type and class are those of the question, {@code dns.qry.*}, and where that is empty
 *       or was not asked for those of the first answer, {@code dns.resp.*}, as Spot's ingest asks.
 *   <li>Addresses are those of IPv6 where there is none of IPv4. ip_dst is the client, as an answer
 *       goes to it.
 *   <li>The time, and so the partition, is {@code frame.time_epoch}; frame_time is what {@code
 *       frame.time} says, see {@link FrameTime}.
 *   <li>Type and rcode may be hexadecimal; the class stays as it is written, such as {@code
 *       0x0001}.
 *   <li>Without quotes the comma of {@code frame.time} makes two cells, which are put together.
 *       Further cells are taken for more addresses of {@code dns.a} ({@code -E occurrence=a}) if
 *       that is the last column and they are addresses; the first is kept. Any other line with more
 *       cells is rejected, as nothing says which value has the comma.
 * </ul>
 */
final class TsharkCsvParser implements LineParser {
  /** What Apache Spot's ingest asks of tshark. */
  static final List<String> SPOT_COLUMNS =
      Arrays.asList(
          "frame.time",
          "frame.time_epoch",
          "frame.len",
          "ip.src",
          "ip.dst",
          "dns.resp.name",
          "dns.resp.type",
          "dns.resp.class",
          "dns.flags.rcode",
          "dns.a");

  private static final String TIME = "frame.time";
  private static final String EPOCH = "frame.time_epoch";
  private static final String LENGTH = "frame.len";
  private static final String[] RCODE = {"dns.flags.rcode"};
  private static final String ADDRESS = "dns.a";
  private static final String[] SOURCE = {"ip.src", "ipv6.src"};
  private static final String[] DESTINATION = {"ip.dst", "ipv6.dst"};
  private static final String[] NAME = {"dns.qry.name", "dns.resp.name"};
  private static final String[] TYPE = {"dns.qry.type", "dns.resp.type"};
  private static final String[] CLASS = {"dns.qry.class", "dns.resp.class"};

  /** No event consists of such names only: it has a number or an address. */
  private static final Pattern FIELD_NAME = Pattern.compile("_?[a-z][a-z0-9_-]*(\\.[a-z0-9_-]+)+");

  private Map<String, Integer> header;
  private int columns;

  TsharkCsvParser() {
    setHeader(SPOT_COLUMNS);
  }

  @Override
  public Event parse(String line) throws RejectedLine {
    if (line.isBlank()) {
      return null;
    }
    List<String> fields = QuotedFields.atCommas(line);
    if (isHeader(fields)) {
      readHeader(fields);
      return null;
    }
    return event(aligned(fields.toArray(new String[0])));
  }

  private Event event(String[] cells) throws RejectedLine {
    UtcTime time = time(cell(cells, EPOCH));
    Object[] row = DnsColumn.row(time, FrameTime.of(cell(cells, TIME), time));
    DnsColumn.FRAME_LEN.set(row, Values.int32(LENGTH, cell(cells, LENGTH)));
    DnsColumn.IP_DST.set(row, first(cells, DESTINATION));
    DnsColumn.IP_SRC.set(row, first(cells, SOURCE));
    DnsColumn.DNS_QRY_NAME.set(row, first(cells, NAME));
    DnsColumn.DNS_QRY_CLASS.set(row, first(cells, CLASS));
    DnsColumn.DNS_QRY_TYPE.set(row, int32(cells, TYPE));
    DnsColumn.DNS_QRY_RCODE.set(row, int32(cells, RCODE));
    DnsColumn.DNS_A.set(row, firstOfList(cell(cells, ADDRESS)));
    return new Event(time, row);
  }

  private static UtcTime time(String epoch) throws RejectedLine {
    UtcTime time = UtcTime.parseEpoch(epoch);
    if (time == null) {
      time = UtcTime.parse(epoch);
    }
    if (time == null) {
      throw new RejectedLine(EPOCH, String.valueOf(epoch), "is no time from 1970 to 9999");
    }
    return time;
  }

  /** The cells, one a column. */
  private String[] aligned(String[] cells) throws RejectedLine {
    String[] joined = joinTime(cells);
    if (joined.length > columns && onlyAddressesFrom(joined)) {
      joined = Arrays.copyOf(joined, columns);
    }
    if (joined.length != columns) {
      throw new RejectedLine("has " + joined.length + " columns instead of " + columns);
    }
    return joined;
  }

  private String[] joinTime(String[] cells) {
    Integer day = header.get(TIME);
    if (day == null || cells.length <= columns || !FrameTime.isCut(cells[day], cells[day + 1])) {
      return cells;
    }
    String[] joined = new String[cells.length - 1];
    System.arraycopy(cells, 0, joined, 0, day);
    joined[day] = FrameTime.joined(cells[day], cells[day + 1]);
    System.arraycopy(cells, day + 2, joined, day + 1, joined.length - day - 1);
    return joined;
  }

  private boolean onlyAddressesFrom(String[] cells) {
    Integer address = header.get(ADDRESS);
    return address != null
        && address == columns - 1
        && Arrays.stream(cells, address, cells.length).allMatch(IpText::isV4);
  }

  private static String firstOfList(String addresses) {
    int comma = addresses == null ? -1 : addresses.indexOf(',');
    return Values.string(comma < 0 ? addresses : addresses.substring(0, comma));
  }

  private Integer int32(String[] cells, String[] names) throws RejectedLine {
    for (String name : names) {
      Integer value = Values.hexOrInt32(name, cell(cells, name));
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  private String first(String[] cells, String[] names) {
    for (String name : names) {
      String value = Values.string(cell(cells, name));
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** The text of a column, or null if the file has none of that name. */
  private String cell(String[] cells, String name) {
    Integer index = header.get(name);
    return index == null ? null : cells[index];
  }

  private static boolean isHeader(List<String> names) {
    return names.stream().allMatch(name -> FIELD_NAME.matcher(name).matches())
        && names.stream().anyMatch(SPOT_COLUMNS::contains);
  }

  private void readHeader(List<String> names) {
    if (!names.contains(EPOCH)
        || !names.contains(LENGTH)
        || !containsAny(names, DESTINATION)
        || !containsAny(names, NAME)) {
      throw new CommandFailure(
          ExitStatus.NO_DATA,
          "the header needs the columns frame.time_epoch, frame.len, ip.dst or ipv6.dst, and"
              + " dns.qry.name or dns.resp.name: write the file with tshark -T fields -E separator=,"
              + " and -e for each of "
              + String.join(", ", SPOT_COLUMNS));
    }
    setHeader(names);
  }

  private static boolean containsAny(List<String> names, String[] wanted) {
    return Arrays.stream(wanted).anyMatch(names::contains);
  }

  private void setHeader(List<String> names) {
    header = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      header.putIfAbsent(names.get(i), i);
    }
    columns = names.size();
  }
}
