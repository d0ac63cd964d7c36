/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/** The mapping of each format, on files written by hand. */
class FlowParsersTest {
  private final List<Object[]> events = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();
  private int skipped;

  @Test
  void nfdump() throws IOException {
    read(Format.NFDUMP_CSV, "nfdump.csv");
    assertEquals(4, skipped, "the header and three lines of the summary");
    assertArrayEquals(
        new Object[] {
          "2016-07-09 00:00:12",
          1468022412L,
          2016,
          7,
          9,
          0,
          0,
          12,
          100.5f,
          "10.10.0.7",
          "93.184.216.34",
          51512,
          443,
          "TCP",
          ".AP.SF",
          1,
          8,
          12L,
          3400L,
          10L,
          56000L,
          3,
          5,
          64512,
          15169,
          2,
          1,
          "10.0.0.254"
        },
        events.get(0));
    // No time of receipt: the time it began.
    assertArrayEquals(
        new Object[] {
          "2016-07-08 10:00:00",
          1467972000L,
          2016,
          7,
          8,
          10,
          0,
          0,
          0.25f,
          "2001:db8::7",
          "2001:db8::53",
          53000,
          53,
          "UDP",
          "......",
          1,
          8,
          1L,
          62L,
          1L,
          190L,
          3,
          5,
          64512,
          15169,
          2,
          1,
          "10.0.0.254"
        },
        events.get(1));
    // ICMP 8.0 and 3.3 as netflow has them.
    assertEquals(2048, value(2, FlowColumn.DPORT));
    assertEquals(771, value(3, FlowColumn.DPORT));
    assertEquals("ICMP", value(3, FlowColumn.PROTO));
    // No valid event, but the types hold it.
    assertEquals(70000, value(4, FlowColumn.DPORT));
    assertEquals(-5L, value(4, FlowColumn.IBYT));
    assertEquals(5, events.size());
    assertEquals(
        Arrays.asList(
            "7: ibyt '9223372036854775808' does not fit BIGINT",
            "8: dp '99999999999' does not fit INT",
            "9: td 'NaN' is no number",
            "10: dp '8.0' is no whole number",
            "11: ts 'yesterday' is no time as yyyy-MM-dd HH:mm:ss",
            "12: has 2 columns, the header has 48"),
        rejected);
  }

  @Test
  void nfdumpFindsColumnsByName() throws RejectedLine {
    LineParser parser = Format.NFDUMP_CSV.newParser();
    assertNull(parser.parse("ts,pr,ibyt,ipkt,dp,sp,da,sa"));
    Object[] row = parser.parse("2016-07-08 10:00:00,udp,7,1,53,1024,10.0.0.1,10.0.0.2").columns();
    assertEquals("10.0.0.2", row[FlowColumn.SIP.ordinal()]);
    assertEquals(53, row[FlowColumn.DPORT.ordinal()]);
    assertEquals("UDP", row[FlowColumn.PROTO.ordinal()]);
    assertNull(row[FlowColumn.TDUR.ordinal()]);
    // Another file behind it.
    assertNull(parser.parse("ts,sa,da,sp,dp,pr,ipkt,ibyt"));
    row = parser.parse("2016-07-08 10:00:00,10.0.0.2,10.0.0.1,1024,53,udp,1,7").columns();
    assertEquals("10.0.0.2", row[FlowColumn.SIP.ordinal()]);
  }

  @Test
  void nfdumpKeepsAFlowWhoseAsNumberDoesNotFit() throws RejectedLine {
    LineParser parser = Format.NFDUMP_CSV.newParser();
    parser.parse("ts,sa,da,sp,dp,pr,ipkt,ibyt,sas,das");
    String flow = "2016-07-08 10:00:00,10.0.0.2,10.0.0.1,1024,53,udp,1,7,";
    Object[] row = parser.parse(flow + "2147483648,2147483647").columns();
    assertNull(row[FlowColumn.SAS.ordinal()]);
    assertEquals(2147483647, row[FlowColumn.DAS.ordinal()]);
    assertNull(parser.parse(flow + "1,4294967295").columns()[FlowColumn.DAS.ordinal()]);
    RejectedLine none = assertThrows(RejectedLine.class, () -> parser.parse(flow + "1,4294967296"));
    assertEquals("das '4294967296' does not fit INT", none.getMessage());
  }

  @Test
  void nfdumpSummaryHidesNoEventBehindIt() throws RejectedLine {
    LineParser parser = Format.NFDUMP_CSV.newParser();
    parser.parse("ts,sa,da,sp,dp,pr,ipkt,ibyt");
    assertNull(parser.parse("Summary"));
    assertNull(parser.parse("flows,bytes,packets,avg_bps,avg_pps,avg_bpp"));
    assertNull(parser.parse("1,7,1,56,1,7"));
    Event event = parser.parse("2016-07-08 10:00:00,10.0.0.2,10.0.0.1,1024,53,udp,1,7");
    assertEquals(7L, event.columns()[FlowColumn.IBYT.ordinal()]);
    assertNull(parser.parse("No matched flows"));
  }

  @Test
  void nfdumpHeaderWithoutColumnsNamesThem() {
    LineParser parser = Format.NFDUMP_CSV.newParser();
    CommandFailure e =
        assertThrows(CommandFailure.class, () -> parser.parse("ts,sa,da,sp,dp,proto,ibyt"));
    assertEquals(ExitStatus.NO_DATA, e.status());
    assertEquals(
        "the header has no column pr, ipkt: write the file with nfdump -o csv, release 1.6",
        e.getMessage());
  }

  @Test
  void zeekTabs() throws IOException {
    read(Format.ZEEK_CONN, "conn.log");
    assertEquals(15, skipped, "the headers of two files");
    assertArrayEquals(
        new Object[] {
          "2016-07-08 00:00:00",
          1467936000L,
          2016,
          7,
          8,
          0,
          0,
          0,
          0.001528f,
          "10.0.1.6",
          "10.0.0.4",
          54243,
          53,
          "UDP",
          null,
          null,
          null,
          1L,
          67L,
          1L,
          83L,
          null,
          null,
          null,
          null,
          null,
          null,
          null
        },
        events.get(0));
    // Echo request: type 8, code 0.
    assertEquals(0, value(1, FlowColumn.SPORT));
    assertEquals(2048, value(1, FlowColumn.DPORT));
    assertNull(value(1, FlowColumn.TDUR));
    assertEquals(168L, value(1, FlowColumn.IBYT));
    assertEquals(771, value(2, FlowColumn.DPORT));
    assertEquals(0L, value(2, FlowColumn.IBYT));
    assertEquals(0L, value(2, FlowColumn.OPKT));
    // The second file has its own separator, fields and mark for unset.
    assertEquals("10.0.1.7", value(3, FlowColumn.SIP));
    assertEquals("TCP", value(3, FlowColumn.PROTO));
    assertEquals(0L, value(3, FlowColumn.IBYT));
    assertEquals(4, events.size());
    assertEquals(
        Arrays.asList("12: duration 'x' is no number", "21: has 8 fields, the header has 7"),
        rejected);
  }

  @Test
  void zeekJson() throws IOException {
    read(Format.ZEEK_CONN, "conn.json");
    assertEquals(1, skipped, "a blank line");
    assertArrayEquals(
        new Object[] {
          "2016-07-08 00:00:00",
          1467936000L,
          2016,
          7,
          8,
          0,
          0,
          0,
          0.0015f,
          "10.0.1.6",
          "10.0.0.4",
          54243,
          53,
          "UDP",
          null,
          null,
          null,
          1L,
          67L,
          1L,
          83L,
          null,
          null,
          null,
          null,
          null,
          null,
          null
        },
        events.get(0));
    assertEquals("2016-07-08 00:30:00", value(1, FlowColumn.TRECEIVED));
    assertEquals(445, value(1, FlowColumn.DPORT));
    assertEquals(0L, value(1, FlowColumn.IPKT));
    assertNull(value(2, FlowColumn.SIP));
    assertEquals(54245, value(2, FlowColumn.SPORT));
    assertEquals(70000, value(2, FlowColumn.DPORT));
    assertEquals(-1L, value(2, FlowColumn.IBYT));
    assertEquals("2016-07-08 00:00:02", value(3, FlowColumn.TRECEIVED));
    assertEquals(2816, value(3, FlowColumn.DPORT));
    assertEquals("höst-テスト-😀", value(4, FlowColumn.SIP));
    assertEquals(Long.MAX_VALUE, value(4, FlowColumn.OBYT));
    assertEquals(5, events.size());
    assertEquals(
        Arrays.asList(
            "7: orig_ip_bytes '9223372036854775808' does not fit BIGINT",
            "8: is no JSON object",
            "9: duration '1e50' does not fit FLOAT",
            "10: ts 'null' is no time from 1970 to 9999",
            "11: ts '-1' is no time from 1970 to 9999",
            "12: id.orig_h '{' is no plain value",
            "13: _path 'dns' is not the log conn",
            "14: is not one JSON object",
            "15: is no JSON object, and no header #fields came before it",
            "16: is no JSON object"),
        rejected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "#path\tdns; this is Zeek's dns log, not conn",
        "#fields\tts\tproto\tid.orig_h; the header #fields has no id.orig_p, id.resp_h, id.resp_p:"
            + " is this a conn.log?"
      })
  void zeekHeaderOfAnotherLogSaysSo(String header, String message) {
    LineParser parser = Format.ZEEK_CONN.newParser();
    CommandFailure e = assertThrows(CommandFailure.class, () -> parser.parse(header));
    assertEquals(ExitStatus.NO_DATA, e.status());
    assertEquals(message, e.getMessage());
  }

  private void read(Format format, String resource) throws IOException {
    LineParser parser = format.newParser();
    int number = 0;
    for (String line : Files.readAllLines(Path.of("src/test/resources/load", resource))) {
      number++;
      try {
        Event event = parser.parse(line);
        if (event == null) {
          skipped++;
        } else {
          events.add(event.columns());
        }
      } catch (RejectedLine e) {
        rejected.add(number + ": " + e.getMessage());
      }
    }
  }

  private Object value(int event, FlowColumn column) {
    return events.get(event)[column.ordinal()];
  }
}
