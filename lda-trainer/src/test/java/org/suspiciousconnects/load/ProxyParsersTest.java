/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/** The mapping of each format of proxies, on lines written by hand. */
class ProxyParsersTest {
  private static final String BLUECOAT =
      "2016-07-08 13:16:21 390 10.254.103.246 bob \"Domain Users\" - OBSERVED"
          + " \"Remote Access Tools\" http://www.example.com/ 400 TCP_NC_MISS POST text/html http"
          + " 162.250.2.5 80 /dout.aspx ?s=14496307&client=DynGate aspx"
          + " \"Mozilla/4.0 (compatible; MSIE 6.0; DynGate)\" 10.7.210.157 297 369 - \"none\" -";

  private static final Object[] BLUECOAT_ROW = {
    "2016-07-08",
    "13:16:21",
    "10.254.103.246",
    "162.250.2.5",
    "POST",
    "Mozilla/4.0 (compatible; MSIE 6.0; DynGate)",
    "text/html",
    390,
    "bob",
    "Domain Users",
    "-",
    "OBSERVED",
    "Remote Access Tools",
    "http://www.example.com/",
    "400",
    "TCP_NC_MISS",
    "http",
    "80",
    "/dout.aspx",
    "?s=14496307&client=DynGate",
    "aspx",
    "10.7.210.157",
    297,
    369,
    "-",
    "none",
    "-",
    "162.250.2.5/dout.aspx?s=14496307&client=DynGate"
  };

  @Test
  void bluecoatInSpotsOrder() {
    ReadLines read =
        ReadLines.of(
            Format.BLUECOAT,
            "#Software: SGOS 6.5.9.14",
            "#Date: 2016-07-08 00:00:00",
            "",
            BLUECOAT,
            BLUECOAT.replace(" ", " \t "),
            BLUECOAT
                .replace("/dout.aspx ?s=14496307&client=DynGate aspx", "/ - -")
                .replace("162.250.2.5", "s.usaa.com")
                .replace(" 297 369 ", " - 9223372036854775808 ")
                .replace(" 390 ", " 2147483648 "));
    assertEquals(Collections.emptyList(), read.rejected);
    assertEquals(3, read.skipped);
    assertArrayEquals(BLUECOAT_ROW, read.events.get(0));
    assertEquals("2016-07-08 13:16:21", read.times.get(0).toString());
    assertEquals("10.254.103.246", read.value(1, ProxyColumn.CLIENTIP));
    // Blanks in quotes are kept as they are.
    assertEquals("Domain \t Users", read.value(1, ProxyColumn.AUTHGROUP));
    assertEquals("s.usaa.com", read.value(2, ProxyColumn.FULLURI));
    assertEquals("/", read.value(2, ProxyColumn.URIPATH));
    assertEquals("-", read.value(2, ProxyColumn.URIQUERY));
    assertEquals("-", read.value(2, ProxyColumn.URIEXTENSION));
    assertNull(read.value(2, ProxyColumn.SCBYTES));
    assertEquals(Integer.MAX_VALUE, read.value(2, ProxyColumn.CSBYTES));
    assertEquals(Integer.MAX_VALUE, read.value(2, ProxyColumn.DURATION));
  }

  @Test
  void bluecoatTakesTheOrderOfAHeader() {
    ReadLines read =
        ReadLines.of(
            Format.BLUECOAT,
            BLUECOAT,
            "#Fields: cs-host cs-method c-ip time date cs-uri-path",
            "www.example.com GET 10.0.0.7 01:02:03 2016-07-09 /a");
    assertArrayEquals(BLUECOAT_ROW, read.events.get(0));
    assertEquals("www.example.com/a", read.value(1, ProxyColumn.FULLURI));
    assertEquals("2016-07-09", read.value(1, ProxyColumn.P_DATE));
    assertNull(read.value(1, ProxyColumn.USERAGENT));
  }

  @Test
  void bluecoatRejects() {
    ReadLines read =
        ReadLines.of(
            Format.BLUECOAT,
            BLUECOAT.replace(" 297", ""),
            BLUECOAT + " x",
            BLUECOAT.replace("DynGate)\"", "DynGate)"),
            BLUECOAT.replace("\"none\"", "\"none"),
            BLUECOAT.replace("Remote", "\"Remote"),
            BLUECOAT.replace("13:16", "24:16"),
            BLUECOAT.replace("2016-07-08", "2015-02-29"),
            BLUECOAT.replace("2016-07-08", "-"),
            BLUECOAT.replace(" 297 ", " 2x "),
            BLUECOAT.replace(" 369 ", " -2147483649 "),
            BLUECOAT.replace(" 390 ", " 3,9 "),
            "x");
    assertEquals(0, read.events.size());
    assertEquals(
        Arrays.asList(
            "1: has 26 fields instead of 27",
            "2: has 28 fields instead of 27",
            "3: has a quote in field 21 that is closed before the field ends",
            "4: has a quote in field 26 that is not closed",
            "5: has a quote in field 9 that is closed before the field ends",
            "6: date time '2016-07-08 24:16:21' is no time as yyyy-MM-dd HH:mm:ss",
            "7: date time '2015-02-29 13:16:21' is no time as yyyy-MM-dd HH:mm:ss",
            "8: date time '- 13:16:21' is no time as yyyy-MM-dd HH:mm:ss",
            "9: sc-bytes '2x' is no whole number",
            "10: cs-bytes '-2147483649' does not fit INT",
            "11: time-taken '3,9' is no whole number",
            "12: has 1 fields instead of 27"),
        read.rejected);
  }

  @Test
  void bluecoatKeepsLongAndStrangeTexts() {
    String path = "/\u0000\uFFFD%zz" + "é".repeat(1 << 16);
    String agent = "\uD83D\uDE00 " + "a".repeat(1 << 20);
    ReadLines read =
        ReadLines.of(
            Format.BLUECOAT,
            BLUECOAT
                .replace("/dout.aspx", path)
                .replace("Mozilla/4.0 (compatible; MSIE 6.0; DynGate)", agent));
    assertEquals(path, read.value(0, ProxyColumn.URIPATH));
    assertEquals(agent, read.value(0, ProxyColumn.USERAGENT));
  }

  @Test
  void w3cOfIis() {
    ReadLines read =
        ReadLines.of(
            Format.W3C,
            "#Software: Microsoft Internet Information Services 8.0",
            "#Version: 1.0",
            "#Date: 2016-07-08 00:00:00",
            "#Fields: time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip"
                + " cs(User-Agent) cs(Cookie) cs(Host) sc-status time-taken",
            "01:02:03 10.0.0.1 GET /a/b.aspx x=1 80 - 10.0.0.7 Mozilla/5.0+(Windows) a=b"
                + " www.example.com:8080 200 15",
            "01:02 10.0.0.1 GET / - 80 - 10.0.0.7 - - - 200 0.25",
            "#date: 2016-07-09",
            "#FIELDS: C-IP CS-METHOD TIME CS-URI CS(HOST)",
            "10.0.0.7 GET 23:59:59.9 http://www.example.com:81/a.php?q -",
            "10.0.0.7 CONNECT 23:59:59 www.example.com:443 -");
    assertEquals(Collections.emptyList(), read.rejected);
    assertEquals(6, read.skipped);
    assertArrayEquals(
        new Object[] {
          "2016-07-08",
          "01:02:03",
          "10.0.0.7",
          "www.example.com",
          "GET",
          "Mozilla/5.0+(Windows)",
          null,
          15,
          "-",
          null,
          null,
          null,
          null,
          null,
          "200",
          null,
          null,
          null,
          "/a/b.aspx",
          "x=1",
          "aspx",
          "10.0.0.1",
          null,
          null,
          null,
          null,
          null,
          "www.example.com/a/b.aspx?x=1"
        },
        read.events.get(0));
    assertEquals("01:02:00", read.value(1, ProxyColumn.P_TIME));
    assertEquals(250, read.value(1, ProxyColumn.DURATION));
    assertNull(read.value(1, ProxyColumn.HOST));
    assertNull(read.value(1, ProxyColumn.FULLURI));
    assertEquals("2016-07-09 23:59:59", read.times.get(2).toString());
    assertEquals("www.example.com", read.value(2, ProxyColumn.HOST));
    assertEquals("81", read.value(2, ProxyColumn.URIPORT));
    assertEquals("http", read.value(2, ProxyColumn.URISCHEME));
    assertEquals("/a.php", read.value(2, ProxyColumn.URIPATH));
    assertEquals("php", read.value(2, ProxyColumn.URIEXTENSION));
    assertEquals("www.example.com/a.php?q", read.value(2, ProxyColumn.FULLURI));
    assertEquals("443", read.value(3, ProxyColumn.URIPORT));
    assertEquals("www.example.com", read.value(3, ProxyColumn.FULLURI));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "null",
      value = {
        // fields, values, host, path, query, fulluri
        "cs-host cs-uri-stem | h /a | h | /a | null | h/a",
        "cs-uri-stem | http://h:81/a.b | h | /a.b | - | h/a.b",
        "cs-uri-stem cs-uri-query | http://h/a ?b | h | /a | ?b | h/a?b",
        "cs-host cs-uri-stem | h /r/http://x/ | h | /r/http://x/ | null | h/r/http://x/",
        "cs-host cs(Host) | - h | h | null | null | h",
        "cs-host cs(Host) | a b | a | null | null | a",
        "cs-host cs-uri-path | - /a | - | /a | null | -/a",
        "cs-host cs-uri | h /a?b | h | /a | ?b | h/a?b",
        "cs-uri cs-host | http://u/a - | u | /a | - | u/a",
        "cs-uri | http://[2001:db8::1]:8080/a | 2001:db8::1 | /a | - | [2001:db8::1]/a",
        "cs-uri | /a | null | /a | - | null",
        "cs-host cs-host | a b | a | null | null | a",
        "r-ip | 10.0.0.9 | null | null | null | null",
      })
  void w3cFindsHostAndPath(
      String fields, String values, String host, String path, String query, String full) {
    ReadLines read =
        ReadLines.of(
            Format.W3C,
            "#Fields:\tdate time c-ip\tcs-method " + fields,
            "2016-07-08 01:02:03 10.0.0.7 GET " + values);
    assertEquals(Collections.emptyList(), read.rejected);
    assertEquals(host, read.value(0, ProxyColumn.HOST));
    assertEquals(path, read.value(0, ProxyColumn.URIPATH));
    assertEquals(query, read.value(0, ProxyColumn.URIQUERY));
    assertEquals(full, read.value(0, ProxyColumn.FULLURI));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2016-07-08 01:02:03 10.0.0.7 GET | no directive #Fields came before the first line: put it"
            + " first, such as '#Fields: date time c-ip cs-method cs-host cs-uri-path', or load a"
            + " log of Blue Coat's main format with --format bluecoat",
        "#Fields: date time cs-host | the directive #Fields has no c-ip, cs-method: add them to"
            + " the log's format",
        "#Fields: | the directive #Fields has no time, c-ip, cs-method: add them to the log's"
            + " format",
      })
  void w3cHeaderThatIsMissingOrLacksAFieldEndsTheFile(String line, String message) {
    LineParser parser = Format.W3C.newParser();
    CommandFailure e = assertThrows(CommandFailure.class, () -> parser.parse(line));
    assertEquals(ExitStatus.NO_DATA, e.status());
    assertEquals(message, e.getMessage());
  }

  @Test
  void w3cTimesAreOfTheLogsZone() throws RejectedLine {
    LineParser parser = Format.W3C.newParser(ZoneId.of("America/New_York"));
    parser.parse("#Fields: date time c-ip cs-method");
    Event event = parser.parse("2016-07-08 22:02:03 10.0.0.7 GET");
    assertEquals("2016-07-09 02:02:03", event.time().toString());
    assertEquals("2016-07-09", event.columns()[ProxyColumn.P_DATE.ordinal()]);
    assertEquals("02:02:03", event.columns()[ProxyColumn.P_TIME.ordinal()]);
  }

  @Test
  void w3cWithoutAnyDateEndsTheFile() throws RejectedLine {
    LineParser parser = Format.W3C.newParser();
    parser.parse("#Date: yesterday");
    parser.parse("#Fields: time c-ip cs-method");
    CommandFailure e =
        assertThrows(CommandFailure.class, () -> parser.parse("01:02:03 10.0.0.7 GET"));
    assertEquals(ExitStatus.NO_DATA, e.status());
    assertEquals(
        "#Fields has no date and no directive #Date came before: put a line such as '#Date:"
            + " 2016-07-08' first",
        e.getMessage());
  }

  @Test
  void squid() {
    ReadLines read =
        ReadLines.of(
            Format.SQUID,
            "1467936000.123    390 10.0.0.7 TCP_MISS/200 21372 GET"
                + " http://www.example.com/a/b.js?x=1 bob HIER_DIRECT/93.184.216.34 text/html",
            "1467936000.123  60001 10.0.0.7 TCP_TUNNEL/200 99999999999 CONNECT"
                + " www.example.com:443 - HIER_DIRECT/2001:db8::1 -",
            "1467936000.123      0 - NONE/000 0 NONE error:invalid-request - HIER_NONE/- text/html",
            "1467936000.123     -1 10.0.0.7 TCP_MISS/404 0 GET"
                + " http://u:p@h.example:8080/a  b c?d e - FIRSTUP_PARENT/p text/html",
            "1467936000.123      1 10.0.0.7 TCP_MISS/200 1 GET http://[::1]/ - HIER_DIRECT/::1 -",
            "1467936000.123      1 10.0.0.7 TCP_MISS/200 1 CONNECT [::1]:443 - HIER_DIRECT/::1 -",
            "");
    assertEquals(Collections.emptyList(), read.rejected);
    assertEquals(1, read.skipped);
    assertArrayEquals(
        new Object[] {
          "2016-07-08",
          "00:00:00",
          "10.0.0.7",
          "www.example.com",
          "GET",
          null,
          "text/html",
          390,
          "bob",
          null,
          null,
          null,
          null,
          null,
          "200",
          "TCP_MISS",
          "http",
          "80",
          "/a/b.js",
          "?x=1",
          "js",
          "93.184.216.34",
          21372,
          null,
          null,
          null,
          null,
          "www.example.com/a/b.js?x=1"
        },
        read.events.get(0));
    assertEquals("www.example.com", read.value(1, ProxyColumn.HOST));
    assertEquals("443", read.value(1, ProxyColumn.URIPORT));
    assertEquals("www.example.com:443", read.value(1, ProxyColumn.FULLURI));
    assertEquals("2001:db8::1", read.value(1, ProxyColumn.SERVERIP));
    assertEquals(Integer.MAX_VALUE, read.value(1, ProxyColumn.SCBYTES));
    assertEquals("-", read.value(2, ProxyColumn.HOST));
    assertEquals("error:invalid-request", read.value(2, ProxyColumn.FULLURI));
    assertEquals("000", read.value(2, ProxyColumn.RESPCODE));
    assertEquals("-", read.value(2, ProxyColumn.SERVERIP));
    assertEquals("h.example", read.value(3, ProxyColumn.HOST));
    assertEquals("8080", read.value(3, ProxyColumn.URIPORT));
    assertEquals("/a  b c", read.value(3, ProxyColumn.URIPATH));
    assertEquals("h.example/a  b c?d e", read.value(3, ProxyColumn.FULLURI));
    assertEquals(-1, read.value(3, ProxyColumn.DURATION));
    assertEquals("[::1]", read.value(4, ProxyColumn.FULLURI));
    assertEquals("::1", read.value(4, ProxyColumn.HOST));
    assertEquals("[::1]:443", read.value(5, ProxyColumn.FULLURI));
  }

  @Test
  void squidRejects() {
    String line = "1467936000.123 390 10.0.0.7 TCP_MISS/200 1 GET http://h/ - HIER_DIRECT/::1 -";
    ReadLines read =
        ReadLines.of(
            Format.SQUID,
            line.replace("1467936000.123", "08/Jul/2016:00:00:00"),
            line.replace("TCP_MISS/200", "200"),
            line.replace("http://h/ ", ""),
            line.replace(" 390 ", " x "),
            line.replace(" 1 GET", " 1x GET"),
            line + " charset=utf-8",
            line.replace("HIER_DIRECT/::1", "text/html;"),
            "x",
            "#Fields: date time",
            "1467936000.123 390");
    assertEquals(0, read.events.size());
    assertEquals(
        Arrays.asList(
            "1: time '08/Jul/2016:00:00:00' is no time from 1970 to 9999",
            "2: action/code '200' has no slash",
            "3: has fewer than 10 fields",
            "4: elapsed 'x' is no whole number",
            "5: size '1x' is no whole number",
            "6: hierarchy/from '-' is no code, slash and address",
            "7: hierarchy/from 'text/html;' is no code, slash and address",
            "8: has fewer than 10 fields",
            "9: has fewer than 10 fields",
            "10: has fewer than 10 fields"),
        read.rejected);
  }

  @Test
  void zeekTabs() {
    ReadLines read =
        ReadLines.of(
            Format.ZEEK_HTTP,
            "#separator \\x09",
            "#set_separator\t,",
            "#empty_field\t(empty)",
            "#unset_field\t-",
            "#path\thttp",
            "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tmethod\thost\turi"
                + "\treferrer\tuser_agent\trequest_body_len\tresponse_body_len\tstatus_code"
                + "\tusername\tresp_mime_types",
            "1433937432.460144\tC1\t192.168.2.8\t10159\t23.78.223.195\t80\tGET"
                + "\tstatic.ak.facebook.com\t/connect/xd.js?version=41\thttp://www.cnbc.com/"
                + "\tMozilla/5.0 (Windows)\t7\t18446744073709551615\t200\tbob"
                + "\ttext/html,image/png",
            "1433937432.460144\tC1\t192.168.2.8\t10159\t23.78.223.195\t80\t-\t-\t-\t-\t-\t0\t1"
                + "\t200\t-\t-");
    assertEquals(6, read.skipped);
    assertArrayEquals(
        new Object[] {
          "2015-06-10",
          "11:57:12",
          "192.168.2.8",
          "static.ak.facebook.com",
          "GET",
          "Mozilla/5.0 (Windows)",
          "text/html",
          null,
          "bob",
          null,
          null,
          null,
          null,
          "http://www.cnbc.com/",
          "200",
          null,
          "http",
          "80",
          "/connect/xd.js",
          "?version=41",
          "js",
          "23.78.223.195",
          Integer.MAX_VALUE,
          7,
          null,
          null,
          null,
          "static.ak.facebook.com/connect/xd.js?version=41"
        },
        read.events.get(0));
    assertNull(read.value(1, ProxyColumn.REQMETHOD));
    assertEquals("23.78.223.195", read.value(1, ProxyColumn.HOST));
    assertEquals("23.78.223.195", read.value(1, ProxyColumn.FULLURI));
    assertEquals("-", read.value(1, ProxyColumn.RESCONTTYPE));
    assertNull(read.value(1, ProxyColumn.URIPATH));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        // method, host, uri, host, uripath, fulluri
        "GET, h, /a?b, h, /a, h/a?b",
        "GET, h, /, h, /, h/",
        "GET, h, http://h/a?b, h, /a, h/a?b",
        "GET, h, http://h, h, /, h",
        "GET, null, https://u:p@x:8080/a?b, x, /a, x/a?b",
        "GET, null, /a, 2001:db8::9, /a, [2001:db8::9]/a",
        "GET, null, null, 2001:db8::9, null, [2001:db8::9]",
        "GET, '[2001:db8::1]:80', /a, '[2001:db8::1]:80', /a, '[2001:db8::1]:80/a'",
        "CONNECT, h, h:443, h, /, h:443",
        "CONNECT, null, '[::1]:443', ::1, /, '[::1]:443'",
        "CONNECT, h, /a, h, /a, h/a",
        "CONNECT, h, x:1y, h, 1y, hx:1y",
        "OPTIONS, h, *, h, *, h*",
        "GET, h, /r?u=http://x/, h, /r, h/r?u=http://x/",
      })
  void zeekUri(String method, String header, String uri, String host, String path, String fullUri) {
    ReadLines read =
        ReadLines.of(
            Format.ZEEK_HTTP,
            "{\"ts\":1588206738.09551,\"id_orig_h\":\"10.0.1.4\",\"id_resp_h\":\"2001:db8::9\","
                + "\"id_resp_p\":8080,\"method\":"
                + json(method)
                + ",\"host\":"
                + json(header)
                + ",\"uri\":"
                + json(uri)
                + ",\"resp_mime_types\":[]}");
    assertEquals(Collections.emptyList(), read.rejected);
    assertEquals(host, read.value(0, ProxyColumn.HOST));
    assertEquals(path, read.value(0, ProxyColumn.URIPATH));
    assertEquals(fullUri, read.value(0, ProxyColumn.FULLURI));
    assertEquals("8080", read.value(0, ProxyColumn.URIPORT));
    assertEquals("-", read.value(0, ProxyColumn.RESCONTTYPE));
  }

  private static String json(String text) {
    return text == null ? "null" : "\"" + text + "\"";
  }

  @Test
  void zeekRejects() {
    String start = "{\"ts\":1588206738.1,\"id_orig_h\":\"10.0.1.4\",\"id_resp_h\":\"10.0.0.9\"";
    ReadLines read =
        ReadLines.of(
            Format.ZEEK_HTTP,
            start + ",\"@stream\":\"dns\"}",
            start + ",\"uri\":[\"/a\"]}",
            start + ",\"response_body_len\":-2147483649}",
            start + ",\"response_body_len\":\"x\"}",
            start + ",\"id_resp_p\":\"80/tcp\"}",
            start + ",\"resp_mime_types\":{}}",
            start.replace("1588206738.1", "\"x\"") + "}",
            start);
    assertEquals(0, read.events.size());
    assertEquals(
        Arrays.asList(
            "1: @stream 'dns' is not the log http",
            "2: uri '[' is no plain value",
            "3: response_body_len '-2147483649' does not fit INT",
            "4: response_body_len 'x' is no whole number",
            "5: id.resp_p '80/tcp' is no whole number",
            "6: resp_mime_types '{' is no plain value",
            "7: ts 'x' is no time from 1970 to 9999",
            "8: is no JSON object"),
        read.rejected);
  }
}
