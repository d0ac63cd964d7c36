/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.warehouse.LogLines;

/**
 * Real logs, which are no part of this project: {@code -Dreal.logs} names the folder with {@code
 * zeek-apt29}, {@code proxy} and {@code spot-demo}.
 */
class RealLogsTest {
  private static final DnsColumn[] DNS_TEXTS = {
    DnsColumn.FRAME_TIME, DnsColumn.IP_DST, DnsColumn.DNS_QRY_NAME
  };
  private static final ProxyColumn[] PROXY_TEXTS = {
    ProxyColumn.P_DATE, ProxyColumn.P_TIME, ProxyColumn.CLIENTIP, ProxyColumn.REQMETHOD
  };

  private final Path folder = Path.of(System.getProperty("real.logs", ""));
  private int valid;

  @BeforeEach
  void needsTheLogs() {
    assumeTrue(
        !folder.toString().isEmpty() && Files.isDirectory(folder),
        "skipped: the real logs are not there; -Dreal.logs=<folder> names them");
  }

  @Test
  void dnsOfZeek() throws IOException {
    ReadLines read = read(Format.ZEEK_DNS, "zeek-apt29", "_dns.log");
    read.events.forEach(row -> valid += isValidDns(row) ? 1 : 0);
    report("zeek-apt29 dns", read);
    assertEquals(303, read.events.size());
    assertEquals(0, read.rejected.size());
    assertTrue(valid >= 0.95 * read.events.size(), () -> valid + " valid");
  }

  @Test
  void httpOfZeek() throws IOException {
    ReadLines read = read(Format.ZEEK_HTTP, "zeek-apt29", "_http.log");
    read.events.forEach(row -> valid += isValidProxy(row) ? 1 : 0);
    report("zeek-apt29 http", read);
    assertEquals(63, read.events.size());
    assertEquals(0, read.rejected.size());
    assertTrue(valid >= 0.95 * read.events.size(), () -> valid + " valid");
  }

  @Test
  void httpOfZeekInTabs() throws IOException {
    ReadLines read = read(Format.ZEEK_HTTP, "proxy", "-http.log");
    read.events.forEach(row -> valid += isValidProxy(row) ? 1 : 0);
    report("proxy http", read);
    assertEquals(9090 + 5627 + 2458, read.events.size());
    assertEquals(0, read.rejected.size());
    // Where Zeek saw the answer only there is no method.
    assertEquals(665 + 152 + 199, read.events.size() - valid);
  }

  @Test
  void whatIsNoLogOfAProxyIsRefused() throws IOException {
    List<String> lines =
        Files.readAllLines(folder.resolve("spot-demo/proxy_scores_20160707_malformed.tsv"));
    for (Format format : Arrays.asList(Format.BLUECOAT, Format.SQUID)) {
      ReadLines read = ReadLines.of(format, lines);
      report("malformed " + format.id(), read);
      assertEquals(lines.size(), read.events.size() + read.rejected.size() + read.skipped);
    }
    // Its own header, in the names of the W3C, for the 26 columns it should have.
    List<String> w3c = new ArrayList<>(lines);
    w3c.set(
        0,
        "#Fields: date time c-ip cs-host cs-method cs(User-Agent) rs(Content-Type) time-taken"
            + " cs-username cs-categories cs(Referer) sc-status cs-uri-port cs-uri-path"
            + " cs-uri-query s-ip sc-bytes cs-bytes x-uri x-word x-score x-rep x-sev x-name x-net"
            + " x-hash");
    ReadLines read = ReadLines.of(Format.W3C, w3c);
    report("malformed w3c", read);
    assertEquals(lines.size(), read.events.size() + read.rejected.size() + read.skipped);
    LineParser parser = Format.W3C.newParser();
    try {
      parser.parse(lines.get(1));
      throw new AssertionError("no #Fields, no failure");
    } catch (CommandFailure | RejectedLine e) {
      assertTrue(e instanceof CommandFailure, () -> "" + e);
    }
  }

  private ReadLines read(Format format, String sub, String ending) throws IOException {
    ReadLines all = ReadLines.of(format);
    try (Stream<Path> files = Files.walk(folder.resolve(sub))) {
      for (Path file :
          files
              .filter(path -> path.toString().endsWith(ending))
              .sorted()
              .collect(Collectors.toList())) {
        ReadLines one = ReadLines.of(format, lines(file));
        all.events.addAll(one.events);
        all.rejected.addAll(one.rejected);
        all.skipped += one.skipped;
      }
    }
    return all;
  }

  private static List<String> lines(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    try (LogLines in = new LogLines(Files.newInputStream(file))) {
      while (in.next()) {
        lines.add(in.text());
      }
    }
    return lines;
  }

  private void report(String what, ReadLines read) {
    System.out.printf(
        "%s: %d lines, %d events, %d rejected, %d skipped, %d valid%n",
        what,
        read.events.size() + read.rejected.size() + read.skipped,
        read.events.size(),
        read.rejected.size(),
        read.skipped,
        valid);
  }

  private static boolean isValidDns(Object[] row) {
    return hasTexts(row, DNS_TEXTS)
        && !"(empty)".equals(row[DnsColumn.DNS_QRY_NAME.ordinal()])
        && (Long) row[DnsColumn.UNIX_TSTAMP.ordinal()] >= 0
        && (Integer) row[DnsColumn.FRAME_LEN.ordinal()] >= 0
        && (row[DnsColumn.DNS_QRY_CLASS.ordinal()] != null
            || row[DnsColumn.DNS_QRY_TYPE.ordinal()] != null
            || (Integer) row[DnsColumn.DNS_QRY_RCODE.ordinal()] >= 0);
  }

  private static boolean isValidProxy(Object[] row) {
    return hasTexts(row, PROXY_TEXTS)
        && row[ProxyColumn.HOST.ordinal()] != null
        && row[ProxyColumn.FULLURI.ordinal()] != null;
  }

  private static boolean hasTexts(Object[] row, EventColumn[] columns) {
    return Arrays.stream(columns)
        .map(column -> row[column.ordinal()])
        .allMatch(value -> value != null && !value.equals("") && !value.equals("-"));
  }
}
