/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines that Apache Spot's notebook and API write, taken from its source. */
class RowParsersTest {
  private static final String FLOW = "3,2016-07-08 03:00:01,10.0.0.1,10.0.0.3,50001,443,1024,9";
  private static final String FLOW_API = "sev,tstart,sip,dip,sport,dport,ipkt,ibyt";
  private static final String FLOW_NOTEBOOK = "sev,tstart,srcIP,dstIP,sport,dport,ipkt,ibyt";

  private static final String DNS_HEADER =
      "frame_time,frame_len,ip_dst,dns_qry_name,dns_qry_class,dns_qry_type,dns_qry_rcode,score,tld,query_rep,hh,"
          + "ip_sev,dns_sev,dns_qry_class_name,dns_qry_type_name,dns_qry_rcode_name,network_context,unix_tstamp";

  private static final String PROXY_HEADER =
      "p_date,p_time,clientip,host,reqmethod,useragent,resconttype,duration,username,webcat,referer,respcode,uriport,"
          + "uripath,uriquery,serverip,scbytes,csbytes,fulluri,word,score,uri_rep,uri_sev,respcode_name,network_context,hash";

  @Test
  void aFlowOfTheApiHasItsBytesFirst() throws RejectedRow {
    assertKey(
        parse(new FlowRows(), FLOW),
        "2016-07-08 03:00:01",
        "10.0.0.1",
        "10.0.0.3",
        50001L,
        443L,
        9L,
        1024L);
  }

  @Test
  void aFlowOfTheNotebookHasItsPacketsFirst() throws RejectedRow {
    assertKey(
        parse(new FlowRows(), tabs("3,2016-07-08 03:00:01,10.0.0.1,10.0.0.3,50001,443,9,1024")),
        "2016-07-08 03:00:01",
        "10.0.0.1",
        "10.0.0.3",
        50001L,
        443L,
        9L,
        1024L);
  }

  @Test
  void aHeaderTellsTheOrderOfTheLinesWithItsSeparator() throws RejectedRow {
    FlowRows rows = new FlowRows();
    assertNull(rows.parse(1, FLOW_NOTEBOOK));
    assertEquals(1024L, packets(rows, FLOW));
    assertEquals(1024L, packets(rows, tabs(FLOW)));
    assertNull(rows.parse(4, tabs(FLOW_API)));
    assertEquals(9L, packets(rows, tabs(FLOW)));
    assertEquals(1024L, packets(rows, FLOW));
    assertNull(rows.parse(7, FLOW_API));
    assertEquals(9L, packets(rows, FLOW));
  }

  private static Object packets(FlowRows rows, String line) throws RejectedRow {
    return rows.parse(1, line).key().get(5);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1",
    "2, 2",
    "3, 3",
    "0, 0",
    "' 3 ', 3",
    "+2, 2",
    "03, 3",
    "7, 0",
    "-1, 0",
    "'', 0",
    "None, 0",
    "99999999999999999999999, 0"
  })
  void verdicts(String text, int verdict) throws RejectedRow {
    Judgement judgement = parse(new FlowRows(), text + FLOW.substring(1));
    assertEquals(verdict, judgement.verdict());
    assertEquals(verdict != 0, judgement.isGiven());
  }

  @ParameterizedTest
  @ValueSource(strings = {"high", "3.0", "1e0", "٣", "\u0000", "- 1", "nan"})
  void whatIsNoNumberIsNoVerdict(String text) {
    assertRejected(Rejection.BAD_VERDICT, new FlowRows(), text + FLOW.substring(1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BAD_COLUMNS | x",
        "BAD_COLUMNS | 3,2016-07-08 03:00:01,10.0.0.1,10.0.0.3,50001,443,1024",
        "BAD_COLUMNS | 3,2016-07-08 03:00:01,10.0.0.1,10.0.0.3,50001,443,1024,9,9",
        "BAD_FIELD | 3,,10.0.0.1,10.0.0.3,50001,443,1024,9",
        "BAD_FIELD | 3,2016-07-08 03:00:01, ,10.0.0.3,50001,443,1024,9",
        "BAD_FIELD | 3,2016-07-08 03:00:01,10.0.0.1,10.0.0.3,65536,443,1024,9",
        "BAD_FIELD | 3,2016-07-08 03:00:01,10.0.0.1,10.0.0.3,50001,-1,1024,9",
        "BAD_FIELD | 3,2016-07-08 03:00:01,10.0.0.1,10.0.0.3,50001,443,None,9",
        "BAD_FIELD | 3,2016-07-08 03:00:01,10.0.0.1,10.0.0.3,50001,443,1024,9223372036854775808",
        "BAD_FIELD | 3,2016-07-08 03:00:01,10.0.0.1,10.0.0.3,50001,443,1024,99999999999999999999",
      })
  void flowsThatAreNone(Rejection reason, String line) {
    assertRejected(reason, new FlowRows(), line);
  }

  @Test
  void aCountMayBeAsLargeAsALong() throws RejectedRow {
    assertEquals(
        9223372036854775807L,
        parse(new FlowRows(), FLOW.replace("1024", "9223372036854775807")).key().get(6));
  }

  @Test
  void theMoreSeriousOfTheVerdictsOnClientAndName() throws RejectedRow {
    assertEquals(1, dnsVerdict("3", "1"));
    assertEquals(2, dnsVerdict("2", "3"));
    assertEquals(3, dnsVerdict("0", "3"));
    assertEquals(2, dnsVerdict("2", ""));
    assertEquals(0, dnsVerdict("0", "0"));
    assertEquals(0, dnsVerdict("", ""));
    assertRejected(
        Rejection.BAD_VERDICT,
        new DnsRows(),
        dns("Jul 8 2016 10:34:06 UTC", "a.b", "1", "0", "x", "3", "0"));
  }

  private static int dnsVerdict(String ip, String name) throws RejectedRow {
    return parse(new DnsRows(), dns("Jul 8 2016 10:34:06 UTC", "a.b", "1", "0", ip, name, "0"))
        .verdict();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Jul 8 2016 10:34:06.144400000 UTC | example.com | 0",
        "Jul  8, 2016 10:34:06.144400000 UTC | example.com | 0",
        "Fri, Jul  8, 2016 10:34:06 UTC | example.com | 0",
        "Jul  8, 2016 10:34:06.144400000 UTC | a,b,c.example.com | 0",
        "Jul 8 2016 10:34:06 UTC | a,7,8.example.com | Berlin, first floor, 2",
        "'' | bücher.example | None",
      })
  void commasInTimeNameAndContextOfAnAnswer(String time, String name, String context)
      throws RejectedRow {
    String line = dns(time, name, "1", "0", "0", "3", context);
    assertKey(parse(new DnsRows(), line), 1467974046L, 91L, "10.10.0.20", name, 1L, 0L);
  }

  @Test
  void anAnswerOfTheNotebook() throws RejectedRow {
    String line = dns("Jul  8; 2016 10:34:06 UTC", "a.b", "28", "3", "3", "0", "0");
    assertKey(
        parse(new DnsRows(), tabs(line).replace(';', ',')),
        1467974046L,
        91L,
        "10.10.0.20",
        "a.b",
        28L,
        3L);
  }

  @Test
  void anAnswerMayHaveNoTypeAndNoCode() throws RejectedRow {
    assertKey(
        parse(new DnsRows(), dns("x", "a.b", "None", "", "0", "3", "0")),
        1467974046L,
        91L,
        "10.10.0.20",
        "a.b",
        null,
        null);
    assertKey(
        parse(new DnsRows(), dns("x", "a.b", "1", "-1", "0", "3", "0")),
        1467974046L,
        91L,
        "10.10.0.20",
        "a.b",
        1L,
        -1L);
  }

  @Test
  void answersThatAreNone() {
    String good = dns("x", "a.b", "1", "0", "0", "3", "0");
    assertRejected(Rejection.BAD_COLUMNS, new DnsRows(), good.substring(good.indexOf(',') + 1));
    assertRejected(Rejection.BAD_FIELD, new DnsRows(), good.replace(",91,", ",,"));
    assertRejected(Rejection.BAD_FIELD, new DnsRows(), good.replace(",91,", ",-91,"));
    assertRejected(Rejection.BAD_FIELD, new DnsRows(), good.replace("1467974046", "None"));
    assertRejected(Rejection.BAD_FIELD, new DnsRows(), good.replace("a.b", " "));
  }

  private static String dns(
      String time,
      String name,
      String type,
      String code,
      String ip,
      String verdict,
      String context) {
    return String.join(
        ",",
        time,
        "91",
        "10.10.0.20",
        name,
        "0x00000001",
        type,
        code,
        "1.5e-05",
        "example.com",
        "None",
        "10",
        ip,
        verdict,
        "Internet (IN)",
        "A",
        "NoError",
        context,
        "1467974046");
  }

  @Test
  void aRequestOfTheApiHasItsVerdictBeforeTheScore() throws RejectedRow {
    Judgement judgement = parse(new ProxyRows(), api("Mozilla/5.0", "e.com/a", "3", "0"));
    assertKey(judgement, "2016-07-08", "10:00:00", "10.0.0.5", "e.com", "GET");
    assertEquals(3, judgement.verdict());
    assertTrue(judgement.rest().startsWith(",Mozilla/5.0,text/html,"), judgement.rest());
    assertTrue(judgement.rest().endsWith(",512,e.com/a"), judgement.rest());
  }

  @Test
  void aRequestOfTheNotebookHasItAfterTheReputation() throws RejectedRow {
    String line = tabs(notebook("Mozilla/5.0; x", "e.com/a?b=1;2", "2")).replace(';', ',');
    Judgement judgement = parse(new ProxyRows(), line);
    assertKey(judgement, "2016-07-08", "10:00:00", "10.0.0.5", "e.com", "GET");
    assertEquals(2, judgement.verdict());
    assertTrue(judgement.rest().startsWith("\tMozilla/5.0, x\ttext/html\t"), judgement.rest());
    assertTrue(judgement.rest().endsWith("\t512\te.com/a?b=1,2"), judgement.rest());
  }

  @Test
  void commasInARequest() throws RejectedRow {
    Judgement judgement =
        parse(
            new ProxyRows(),
            api("Mozilla/5.0 (X11, Linux, like Gecko)", "e.com/a,3,0.5,_", "1", "Berlin, 3, 4"));
    assertEquals(1, judgement.verdict());
    assertTrue(judgement.rest().endsWith(",512,e.com/a,3,0.5,_"), judgement.rest());
    assertEquals(
        2, parse(new ProxyRows(), notebook("Mozilla/5.0 (X11, Linux)", "e.com/a", "2")).verdict());
  }

  @Test
  void requestsThatAreNone() {
    String good = api("Mozilla/5.0", "e.com/a", "3", "0");
    assertRejected(Rejection.BAD_COLUMNS, new ProxyRows(), good.substring(good.indexOf(',') + 1));
    assertRejected(Rejection.BAD_VERDICT, new ProxyRows(), api("Mozilla/5.0", "e.com/a", "x", "0"));
    assertRejected(Rejection.BAD_FIELD, new ProxyRows(), good.replace("10.0.0.5", ""));
  }

  private static String api(String agent, String uri, String verdict, String context) {
    return request(agent, uri)
        + String.join(",", "", verdict, "1.2e-05", "None", "OK", context, "['0a1b2c10.0.0.5']");
  }

  private static String notebook(String agent, String uri, String verdict) {
    return request(agent, uri) + String.join(",", "", "1.2e-05", "", verdict, "OK", "0", "0a1b2c");
  }

  private static String request(String agent, String uri) {
    return String.join(
        ",",
        "2016-07-08",
        "10:00:00",
        "10.0.0.5",
        "e.com",
        "GET",
        agent,
        "text/html",
        "15",
        "-",
        "-",
        "-",
        "200",
        "80",
        "/a",
        "-",
        "93.184.216.34",
        "1024",
        "512",
        uri,
        "2_10_GET_3_text_6_3_200");
  }

  @Test
  void headersAreNoRows() throws RejectedRow {
    for (String header : new String[] {FLOW_API, FLOW_NOTEBOOK}) {
      assertNull(parse(new FlowRows(), header));
      assertNull(parse(new FlowRows(), tabs(header)));
    }
    assertNull(parse(new DnsRows(), DNS_HEADER));
    assertNull(parse(new DnsRows(), tabs(DNS_HEADER)));
    assertNull(parse(new ProxyRows(), PROXY_HEADER));
    assertNull(parse(new ProxyRows(), tabs(PROXY_HEADER)));
  }

  /**
   * A line of millions of commas or digits is refused in no time, not cut into millions of texts.
   */
  @Test
  void hugeLines() {
    String commas = String.join("", Collections.nCopies(3_000_000, ","));
    String digits = String.join("", Collections.nCopies(3_000_000, "7"));
    for (RowParser parser : Arrays.asList(new FlowRows(), new DnsRows(), new ProxyRows())) {
      assertRejected(Rejection.BAD_COLUMNS, parser, commas);
      assertRejected(Rejection.BAD_COLUMNS, parser, digits);
    }
    assertRejected(Rejection.BAD_FIELD, new FlowRows(), FLOW.replace("1024", digits));
    assertRejected(
        Rejection.BAD_FIELD,
        new DnsRows(),
        dns("x", "a.b", digits + "x", "0", "0", "3", "0").replace("1.5e-05", digits + "x"));
  }

  private static String tabs(String line) {
    return line.replace(',', '\t');
  }

  private static Judgement parse(RowParser parser, String line) throws RejectedRow {
    return parser.parse(1, line);
  }

  private static void assertKey(Judgement judgement, Object... key) {
    assertEquals(Arrays.asList(key), judgement.key());
  }

  private static void assertRejected(Rejection reason, RowParser parser, String line) {
    RejectedRow rejected = assertThrows(RejectedRow.class, () -> parser.parse(1, line));
    assertEquals(reason, rejected.reason(), rejected.getMessage());
    assertFalse(rejected.getMessage().contains("\n"));
    assertTrue(rejected.getMessage().length() < 300, rejected.getMessage());
  }
}
