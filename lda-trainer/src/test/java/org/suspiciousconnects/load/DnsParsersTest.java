/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/** The mapping of each format of DNS, on lines written by hand. */
class DnsParsersTest {
  private static final String SPOT =
      "Jul  8, 2016 14:00:01.123456000 UTC,1467986401.123456000,90,8.8.8.8,10.0.0.7,"
          + "www.example.com,1,0x00000001,0,93.184.216.34";
  private static final Object[] SPOT_ROW = {
    "Jul  8 2016 14:00:01.123456000 UTC",
    1467986401L,
    90,
    "10.0.0.7",
    "8.8.8.8",
    "www.example.com",
    "0x00000001",
    1,
    0,
    "93.184.216.34"
  };
  private static final String SPOT_HEADER =
      "frame.time,frame.time_epoch,frame.len,ip.src,ip.dst,dns.resp.name,dns.resp.type,"
          + "dns.resp.class,dns.flags.rcode,dns.a";

  @Test
  void tsharkInSpotsOrderWithoutHeader() {
    ReadLines read = ReadLines.of(Format.TSHARK_CSV, SPOT, "", " \t");
    assertArrayEquals(SPOT_ROW, read.events.get(0));
    assertEquals("2016-07-08 14:00:01", read.times.get(0).toString());
    assertEquals(2, read.skipped);
  }

  @Test
  void tsharkWithHeaderInAnyOrderThatMayChange() {
    ReadLines read =
        ReadLines.of(
            Format.TSHARK_CSV,
            SPOT_HEADER,
            SPOT,
            "dns.a,dns.flags.rcode,dns.qry.class,dns.qry.type,dns.qry.name,frame.time_epoch,"
                + "frame.time,ipv6.dst,ipv6.src,ip.dst,ip.src,frame.len,udp.port",
            ",0x0003,0x0001,0x001c,www.example.com,1467986401.5,Jul 18, 2016 23:00:01.5 UTC,"
                + "2001:db8::7,2001:db8::53,,,117,53");
    assertEquals(2, read.skipped);
    assertEquals(Collections.emptyList(), read.rejected);
    assertArrayEquals(SPOT_ROW, read.events.get(0));
    assertArrayEquals(
        new Object[] {
          "Jul 18 2016 23:00:01.5 UTC",
          1467986401L,
          117,
          "2001:db8::7",
          "2001:db8::53",
          "www.example.com",
          "0x0001",
          28,
          3,
          null
        },
        read.events.get(1));
  }

  @Test
  void tsharkTakesTheQuestionAndElseTheFirstAnswer() {
    ReadLines read =
        ReadLines.of(
            Format.TSHARK_CSV,
            "frame.time_epoch,frame.len,ip.dst,dns.qry.name,dns.resp.name,dns.qry.type,"
                + "dns.resp.type",
            "1467986401,90,10.0.0.7,a.example,b.example,16,5",
            "1467986401,90,10.0.0.7,,b.example,,5");
    assertEquals("a.example", read.value(0, DnsColumn.DNS_QRY_NAME));
    assertEquals(16, read.value(0, DnsColumn.DNS_QRY_TYPE));
    assertEquals("b.example", read.value(1, DnsColumn.DNS_QRY_NAME));
    assertEquals(5, read.value(1, DnsColumn.DNS_QRY_TYPE));
    assertNull(read.value(1, DnsColumn.DNS_QRY_RCODE));
    assertEquals("Jul  8 2016 14:00:01 UTC", read.value(0, DnsColumn.FRAME_TIME));
  }

  @Test
  void tsharkWithQuotes() {
    ReadLines read =
        ReadLines.of(
            Format.TSHARK_CSV,
            "\"frame.time\",\"frame.time_epoch\",\"frame.len\",\"ip.src\",\"ip.dst\","
                + "\"dns.resp.name\",\"dns.resp.type\",\"dns.resp.class\",\"dns.flags.rcode\","
                + "\"dns.a\"",
            "\"Jul  8, 2016 14:00:01.123456000 UTC\",\"1467986401.123456000\",\"90\",\"8.8.8.8\","
                + "\"10.0.0.7\",\"www.example.com\",\"1\",\"0x00000001\",\"0\","
                + "\"93.184.216.34,93.184.216.35\"",
            "\"Jul  8, 2016 14:00:01.123456000 UTC\",\"1467986401.123456000\",\"90\",\"8.8.8.8\","
                + "\"10.0.0.7\",\"a,b.example\",\"1\",\"0x00000001\",\"0\",\"\"");
    assertEquals(1, read.skipped);
    assertArrayEquals(SPOT_ROW, read.events.get(0));
    assertEquals("a,b.example", read.value(1, DnsColumn.DNS_QRY_NAME));
    assertNull(read.value(1, DnsColumn.DNS_A));
  }

  @Test
  void tsharkTakesMoreAddressesWhereNothingElseCanBeMeant() {
    String name = SPOT.replace("www.example.com", "www,example.com");
    ReadLines read =
        ReadLines.of(
            Format.TSHARK_CSV,
            SPOT + ",93.184.216.35,93.184.216.36",
            SPOT + ",example.net",
            SPOT + ",",
            name,
            name.replace(",93.184.216.34", ","));
    assertArrayEquals(SPOT_ROW, read.events.get(0));
    assertEquals(1, read.events.size());
    assertEquals(
        Arrays.asList(
            "2: has 11 columns instead of 10",
            "3: has 11 columns instead of 10",
            "4: has 11 columns instead of 10",
            "5: has 11 columns instead of 10"),
        read.rejected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // The text as it is, in whatever zone, if its fourth field has the hour.
        "Jul 18, 2016 06:58:45.765735000 PDT | Jul 18 2016 06:58:45.765735000 PDT",
        "Jul  8 2016 06:58:45 UTC | Jul  8 2016 06:58:45 UTC",
        "8. Juli 2016 06:58:45 MESZ | 8. Juli 2016 06:58:45 MESZ",
        // Else the epoch in UTC.
        "2016-07-08T07:00:01.123456000+0200 | Jul  8 2016 14:00:01 UTC",
        "Fri, 8 Jul 2016 06:58:45 UTC | Jul  8 2016 14:00:01 UTC",
        "Jul  8 2016 25:00:00 UTC | Jul  8 2016 14:00:01 UTC",
        "x | Jul  8 2016 14:00:01 UTC",
        "'' | Jul  8 2016 14:00:01 UTC",
      })
  void frameTimeHasTheHourInItsFourthField(String printed, String stored) {
    assertEquals(stored, FrameTime.of(printed, UtcTime.ofEpochSecond(1467986401L)));
  }

  @Test
  void tsharkOfRelease4WritesIsoTimes() {
    ReadLines read =
        ReadLines.of(
            Format.TSHARK_CSV,
            "2016-07-08T14:00:01.123456000Z,2016-07-08T14:00:01.123456000Z,90,8.8.8.8,10.0.0.7,"
                + "www.example.com,1,0x0001,0,");
    assertEquals("Jul  8 2016 14:00:01 UTC", read.value(0, DnsColumn.FRAME_TIME));
    assertEquals(1467986401L, read.value(0, DnsColumn.UNIX_TSTAMP));
  }

  @Test
  void tsharkRejects() {
    ReadLines read =
        ReadLines.of(
            Format.TSHARK_CSV,
            SPOT.replace("1467986401.123456000", "now"),
            SPOT.replace("1467986401.123456000", ""),
            SPOT.replace("1467986401.123456000", "-1"),
            SPOT.replace(",90,", ",9x,"),
            SPOT.replace(",1,0x", ",0x80000000,0x"),
            SPOT.replace(",1,0x", ",0x,0x"),
            SPOT.replace(",1,0x", ",2147483648,0x"),
            SPOT.replace(",0,93", ",0xfg,93"),
            SPOT.replace("www", "\"www"),
            SPOT.substring(0, SPOT.lastIndexOf(',')),
            SPOT + ",a,b",
            "www.example.com");
    assertEquals(0, read.events.size());
    assertEquals(
        Arrays.asList(
            "1: frame.time_epoch 'now' is no time from 1970 to 9999",
            "2: frame.time_epoch '' is no time from 1970 to 9999",
            "3: frame.time_epoch '-1' is no time from 1970 to 9999",
            "4: frame.len '9x' is no whole number",
            "5: dns.resp.type '0x80000000' is no hexadecimal number of 31 bits",
            "6: dns.resp.type '0x' is no hexadecimal number of 31 bits",
            "7: dns.resp.type '2147483648' does not fit INT",
            "8: dns.flags.rcode '0xfg' is no hexadecimal number of 31 bits",
            "9: has a quote in field 7 that is not closed",
            "10: frame.time_epoch ' 2016 14:00:01.123456000 UTC' is no time from 1970 to 9999",
            "11: has 12 columns instead of 10",
            "12: has 1 columns instead of 10"),
        read.rejected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "frame.len,ip.dst,dns.qry.name",
        "frame.time_epoch,ip.dst,dns.qry.name",
        "frame.time_epoch,frame.len,ip.src,dns.qry.name",
        "frame.time_epoch,frame.len,ip.dst,dns.a",
      })
  void tsharkHeaderWithoutColumnsSaysSo(String header) {
    LineParser parser = Format.TSHARK_CSV.newParser();
    CommandFailure e = assertThrows(CommandFailure.class, () -> parser.parse(header));
    assertEquals(ExitStatus.NO_DATA, e.status());
    assertTrue(e.getMessage().contains("write the file with tshark"), e.getMessage());
  }

  @Test
  void tsharkKeepsLongAndStrangeNames() {
    String name = "a\u0000\uFFFDé.\uD83D\uDE00" + "x".repeat(1 << 20);
    ReadLines read = ReadLines.of(Format.TSHARK_CSV, SPOT.replace("www.example.com", name));
    assertEquals(name, read.value(0, DnsColumn.DNS_QRY_NAME));
  }

  @Test
  void zeekTabs() {
    ReadLines read =
        ReadLines.of(
            Format.ZEEK_DNS,
            "#separator \\x09",
            "#set_separator\t,",
            "#empty_field\t(empty)",
            "#unset_field\t-",
            "#path\tdns",
            "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tquery\tqclass\tqtype"
                + "\trcode\tanswers",
            "1588205198.89971\tC1\t10.0.1.4\t64842\t10.0.0.4\t53\twww.example.com\t1\t1\t0"
                + "\tcdn.example.net,2001:db8::1,23.62.7.160,23.62.7.146",
            "1467936000\tC2\t10.0.1.4\t64842\t10.0.0.4\t53\t-\t-\t-\t-\t-",
            "1467936000\tC2\t10.0.1.4\t64842\t10.0.0.4\t53\t(empty)\t1\t1\t3\t(empty)",
            "1467936000\tC2\t10.0.1.4\t64842\t10.0.0.4\t53\tx.example\t1\tA\t3\t-",
            "1467936000\tC2\t10.0.1.4");
    assertEquals(6, read.skipped);
    assertArrayEquals(
        new Object[] {
          "Apr 30 2020 00:06:38 UTC",
          1588205198L,
          // 42 + 12 + (15 + 6) + (12 + 17) + (12 + 16) + 2 * (12 + 4)
          164,
          "10.0.1.4",
          "10.0.0.4",
          "www.example.com",
          "1",
          1,
          0,
          "23.62.7.160"
        },
        read.events.get(0));
    assertArrayEquals(
        new Object[] {
          "Jul  8 2016 00:00:00 UTC",
          1467936000L,
          54,
          "10.0.1.4",
          "10.0.0.4",
          null,
          null,
          null,
          -1,
          null
        },
        read.events.get(1));
    assertNull(read.value(2, DnsColumn.DNS_QRY_NAME));
    assertEquals(
        Arrays.asList("10: qtype 'A' is no whole number", "11: has 3 fields, the header has 11"),
        read.rejected);
  }

  @Test
  void zeekSetsMayHaveAnotherSeparator() {
    ReadLines read =
        ReadLines.of(
            Format.ZEEK_DNS,
            "#set_separator\t|",
            "#fields\tts\tid.orig_h\tid.resp_h\tquery\tanswers",
            "1467936000\t10.0.1.4\t10.0.0.4\ta.example\tx,y|-|1.2.3.4");
    assertEquals("1.2.3.4", read.value(0, DnsColumn.DNS_A));
    // 42 + 12 + (9 + 6) + (12 + 5) + (12 + 4)
    assertEquals(102, read.value(0, DnsColumn.FRAME_LEN));
  }

  @Test
  void zeekJson() {
    String start = "{\"ts\":1588205198.89971,\"id.orig_h\":\"10.0.1.4\",\"id.resp_h\":\"10.0.0.4\"";
    ReadLines read =
        ReadLines.of(
            Format.ZEEK_DNS,
            start.replace("id.", "id_")
                + ",\"@stream\":\"dns\",\"query\":\"www.example.com\",\"qclass\":1,\"qtype\":1,"
                + "\"rcode\":0,\"answers\":[\"cdn.example.net\",null,\"2001:db8::1\","
                + "\"23.62.7.160\",\"23.62.7.146\"],\"TTLs\":[1.0,2.0]}",
            start + ",\"query\":\"a.example\",\"answers\":[]}",
            start + ",\"query\":\"a.example\",\"answers\":\"1.2.3.4,5\"}",
            start + ",\"query\":null}",
            start + ",\"query\":[\"a.example\"]}",
            start + ",\"answers\":[[\"1.2.3.4\"]]}",
            start + ",\"answers\":[{}]}",
            start + ",\"answers\":{}}",
            start + ",\"answers\":[\"1.2.3.4\"",
            start + ",\"_path\":\"conn\"}",
            start + ",\"rcode\":1.5}");
    assertArrayEquals(
        new Object[] {
          "Apr 30 2020 00:06:38 UTC",
          1588205198L,
          164,
          "10.0.1.4",
          "10.0.0.4",
          "www.example.com",
          "1",
          1,
          0,
          "23.62.7.160"
        },
        read.events.get(0));
    assertEquals(-1, read.value(1, DnsColumn.DNS_QRY_RCODE));
    assertNull(read.value(1, DnsColumn.DNS_A));
    // One plain value in JSON is one answer, commas or not.
    assertNull(read.value(2, DnsColumn.DNS_A));
    assertNull(read.value(3, DnsColumn.DNS_QRY_NAME));
    assertEquals(4, read.events.size());
    assertEquals(
        Arrays.asList(
            "5: query '[' is no plain value",
            "6: answers '[' is no list of plain values",
            "7: answers '{' is no list of plain values",
            "8: answers '{' is no plain value",
            "9: is no JSON object",
            "10: _path 'conn' is not the log dns",
            "11: rcode '1.5' is no whole number"),
        read.rejected);
  }

  @ParameterizedTest
  @CsvSource({
    "1.2.3.4, true, false",
    "255.255.255.255, true, false",
    "256.1.1.1, false, false",
    "1.2.3, false, false",
    "1.2.3.4., false, false",
    "1..2.3, false, false",
    "1.2.3.x, false, false",
    "99999999999.1.1, false, false",
    "::, false, true",
    "2001:DB8::1, false, true",
    "::ffff:1.2.3.4, false, true",
    "a:b, false, false",
    "g::1, false, false",
    "'٣::1', false, false",
    "face.cafe, false, false",
    "'', false, false",
  })
  void addressesAreToldFromNames(String text, boolean v4, boolean v6) {
    assertEquals(v4, IpText.isV4(text));
    assertEquals(v6, IpText.isV6(text));
  }
}
