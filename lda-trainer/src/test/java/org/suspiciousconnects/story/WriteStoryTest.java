/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.TestWarehouse;
import picocli.CommandLine;

/** On real tables; the expected rows and files are written out by hand. */
class WriteStoryTest {
  private static final String DATABASE = "write_story_test";
  private static final String URI = "c2.example/i;s?a=b--";
  private static final String DAY = " WHERE y = 2016 AND m = 7 AND d = 8 ";
  private static TestWarehouse tables;

  @BeforeAll
  static void aDayOfEach() {
    tables = TestWarehouse.create(DATABASE);
    sql(
        "INSERT INTO %s.network_context VALUES ('198.51.100.0/24', 'partners', FALSE), ('198.51.0.0/16', 'too wide', FALSE)");
    sql(
        "INSERT INTO %s.geoip_networks PARTITION (database_kind = 'city') VALUES"
            + " ('203.0.113.0/24', 24, 'DE', 'Germany', 'Jena', 50.93D, 11.59D, NULL, NULL),"
            + " ('2001:db8::/32', 32, 'FR', NULL, NULL, 48.0D, 2.0D, NULL, NULL),"
            + " ('192.0.2.0/24', 24, 'US', 'United States', NULL, NULL, NULL, NULL, NULL)");
    flows(
        // Only to, with two equal flows at other times.
        flow("03:00:01", "10.0.0.3", "203.0.113.7", 50001, 443, 10),
        flow("03:00:09", "10.0.0.3", "203.0.113.7", 50001, 443, 10),
        // Only from.
        flow("03:00:02", "198.51.100.5", "10.0.0.3", 50002, 22, 20),
        // Both ways, v6.
        flow("03:00:03", "10.0.0.3", "2001:db8::5", 50003, 80, 30),
        flow("03:00:04", "2001:db8::5", "10.0.0.3", 80, 50003, 3000),
        // No place on the globe; no address; itself; nobody; others.
        flow("03:00:05", "10.0.0.3", "192.0.2.9", 50004, 80, 1),
        flow("03:00:06", "10.0.0.3", "not an ip", 50005, 80, 1),
        flow("03:00:07", "10.0.0.3", "10.0.0.3", 50006, 80, 1),
        flow("03:00:08", "10.0.0.3", null, 50007, 80, 1),
        flow("03:00:08", "10.0.0.4", "192.0.2.9", 50008, 80, 1),
        flow("03:00:08", "../up", "192.0.2.9", 50008, 80, 1),
        flow("03:00:10", "203.0.113.8", "2001:db8::8", 50009, 80, 1),
        flow("03:00:11", "2001:db8::8", "203.0.113.8", 80, 50009, 1),
        flow("03:00:12", "203.0.113.8", "2001:db8::9", 50010, 80, 1));
    sql(
        "INSERT INTO %s.dns PARTITION (y = 2016, m = 7, d = 8, h = 3) (ip_dst, dns_qry_name) VALUES"
            + " ('10.0.0.1', 'a.example'), ('10.0.0.1', 'a.example'), ('10.0.0.2', 'a.example'), ('10.0.0.1', 'b.example')");
    TestWarehouse.session()
        .sql(
            "INSERT INTO "
                + DATABASE
                + ".proxy PARTITION (y = '2016', m = '07', d = '08', h = '03')"
                + " (p_date, p_time, clientip, reqmethod, resconttype, duration, referer, respcode, fulluri) VALUES"
                + " ('2016-07-08', '03:00:01', '10.0.0.1', 'GET', 'text/html', 5, '-', '200', \""
                + URI
                + "\"), ('2016-07-08', '03:59:59', '10.0.0.1', 'GET', 'text/html', 7, '-', '200', \""
                + URI
                + "\"), ('2016-07-08', '03:30:00', '10.0.0.1', 'POST', NULL, NULL, '-', 'x', \""
                + URI
                + "\"), ('2016-07-08', '03:31:00', '10.0.0.9', 'GET', 'image/png', 1, \""
                + URI
                + "\", '200', 'other.example/')");
  }

  @Test
  void ofAnAddressThePeersTheirPlacesAndTheirFlows() throws IOException {
    write("flow", "10.0.0.3", "First", "It\nwill be replaced");
    write("flow", "10.0.0.4", "Another", "of the day stays");
    write("flow", "10.0.0.3", "A 'beacon'", "Says \"${hivevar:x}\";\nand so on");
    assertEquals(
        List.of(
            "10.0.0.3|A ’beacon’|Says \"${hivevar:x}\";\nand so on",
            "10.0.0.4|Another|of the day stays"),
        rows(
            "SELECT ip_threat, title, text FROM %s.flow_storyboard"
                + DAY
                + "AND ip_threat LIKE '10.0.0.%%' ORDER BY ip_threat"));
    assertEquals(
        List.of(
            "2016-07-08 03:00:01|2016-07-08 03:00:09|10.0.0.3|203.0.113.7|50001|10",
            "2016-07-08 03:00:02|2016-07-08 03:00:02|198.51.100.5|10.0.0.3|50002|20",
            "2016-07-08 03:00:03|2016-07-08 03:00:03|10.0.0.3|2001:db8::5|50003|30",
            "2016-07-08 03:00:04|2016-07-08 03:00:04|2001:db8::5|10.0.0.3|80|3000",
            "2016-07-08 03:00:05|2016-07-08 03:00:05|10.0.0.3|192.0.2.9|50004|1",
            "2016-07-08 03:00:06|2016-07-08 03:00:06|10.0.0.3|not an ip|50005|1"),
        rows(
            "SELECT tstart, tend, srcip, dstip, sport, ibyt FROM %s.flow_timeline"
                + DAY
                + "AND ip_threat = '10.0.0.3' ORDER BY tstart"));

    String folder = "flow/oa/storyboard/2016/7/8/10_0_0_3/";
    assertEquals(
        json(
            "{'name': 'A ’beacon’', 'children': ["
                + "{'name': 'Inbound Only', 'children': [{'name': 'other', 'size': 3}], 'size': 3},"
                + "{'name': 'Outbound Only', 'children': [{'name': 'partners', 'size': 1}], 'size': 1},"
                + "{'name': 'two way', 'children': [{'name': 'other', 'size': 1}], 'size': 1}], 'size': 5}"),
        file(folder + "stats-10_0_0_3.json"));
    assertEquals(
        json(
            "{'name': '10.0.0.3', 'children': ["
                + "{'name': 'Inbound Only', 'children': [], 'impact': 0},"
                + "{'name': 'Outbound Only', 'children': [{'name': 'partners', 'impact': 1}], 'impact': 0},"
                + "{'name': 'two way', 'children': [], 'impact': 0}], 'time': ''}"),
        file(folder + "threat-dendro-10_0_0_3.json"));
    String feature =
        "{'type': 'Feature', 'properties': {'location': '%s', 'ip': '%s', 'type': %d},"
            + " 'geometry': {'type': 'Point', 'coordinates': [%s, %s]}}";
    // The anchor itself has no place, so that there is no line.
    assertEquals(
        json(
            "{'type': 'FeatureCollection', 'sourceips': [], 'destips': ["
                + feature.formatted("FR", "2001:db8::5", 1, 2.0, 48.0)
                + ","
                + feature.formatted("Germany;Jena", "203.0.113.7", 2, 11.59, 50.93)
                + "]}"),
        file(folder + "globe-10_0_0_3.json"));
    write("flow", "203.0.113.8", "A pair", "and a peer that answered");
    assertEquals(
        json(
            "{'type': 'FeatureCollection', 'sourceips': ["
                + feature.formatted("FR", "2001:db8::9", 2, 2.0, 48.0)
                + "], 'destips': ["
                + feature.formatted("Germany;Jena", "203.0.113.8", 2, 11.59, 50.93)
                + ","
                + feature.formatted("FR", "2001:db8::8", 1, 2.0, 48.0)
                + "]}"),
        file("flow/oa/storyboard/2016/7/8/203_0_113_8/globe-203_0_113_8.json"));
  }

  @Test
  void ofAnAddressOfIpv6TheFilesHaveANameForAnyFileSystem() throws IOException {
    write("flow", "2001:db8::5", "Six", "");
    assertEquals(
        "2001:db8::5",
        file("flow/oa/storyboard/2016/7/8/2001_db8__5/threat-dendro-2001_db8__5.json")
            .get("name")
            .asText());
  }

  @Test
  void whatIsNoAddressStaysInItsFolder() throws IOException {
    write("flow", "../up", "Up", "");
    assertEquals(
        "../up",
        file("flow/oa/storyboard/2016/7/8/___up/threat-dendro-___up.json").get("name").asText());
  }

  @Test
  void ofAClientItsNamesAndOfANameItsClients() {
    write("dns", "10.0.0.1", "A client", "x");
    write("dns", "a.example", "A name", "y", "--top", "1");
    assertEquals(
        List.of(
            "10.0.0.1|2|a.example|10.0.0.1",
            "10.0.0.1|1|b.example|10.0.0.1",
            "a.example|2|a.example|10.0.0.1"),
        rows(
            "SELECT anchor, total, dns_qry_name, ip_dst FROM %s.dns_threat_dendro"
                + DAY
                + "AND anchor IN ('10.0.0.1', 'a.example') ORDER BY anchor, total DESC"));
    assertEquals(
        List.of("|a.example|A name|y", "10.0.0.1||A client|x"),
        rows(
            "SELECT ip_threat, dns_threat, title, text FROM %s.dns_storyboard"
                + DAY
                + "AND (ip_threat = '10.0.0.1' OR dns_threat = 'a.example') ORDER BY ip_threat"));
  }

  @Test
  void ofAUriItsRequestsAndWhereItLedTo() throws IOException {
    write("proxy", URI, "A URI", "z");
    assertEquals(
        List.of(
            "2016-07-08 03:00:01|2016-07-08 03:00:01|5|10.0.0.1|200|OK",
            "2016-07-08 03:30:00|2016-07-08 03:30:00|0|10.0.0.1|x|null",
            "2016-07-08 03:59:59|2016-07-08 03:59:59|7|10.0.0.1|200|OK"),
        rows(
            "SELECT tstart, tend, duration, clientip, respcode, respcodename FROM %s.proxy_timeline"
                + DAY
                + "ORDER BY tstart"));
    assertEquals(
        List.of(URI + "|A URI|z"),
        rows("SELECT p_threat, title, text FROM %s.proxy_storyboard" + DAY));
    // md5sum says so.
    JsonNode file =
        file("proxy/oa/storyboard/2016/7/8/incident-progression-" + ProxyStory.md5(URI) + ".json");
    assertEquals(
        json(
            "{'fulluri': 'c2.example/i;s?a=b--', 'requests': ["
                + "{'clientip': '10.0.0.1', 'referer': '-', 'reqmethod': 'GET', 'resconttype': 'text/html'},"
                + "{'clientip': '10.0.0.1', 'referer': '-', 'reqmethod': 'POST', 'resconttype': null}],"
                + "'referer_for': ['other.example/']}"),
        file);
    assertEquals("900150983cd24fb0d6963f7d28e17f72", ProxyStory.md5("abc"), "RFC 1321");
  }

  @Test
  void whatNobodyDidHasNoStory() {
    for (String source : List.of("flow", "dns", "proxy")) {
      CommandFailure failure =
          assertThrows(CommandFailure.class, () -> write(source, "203.0.113.99", "x", "y"));
      assertEquals(ExitStatus.NO_DATA, failure.status());
      assertTrue(
          failure.getMessage().contains("has no event of '203.0.113.99' on 2016-07-08"),
          failure::getMessage);
    }
    WriteStory story = new WriteStory();
    new CommandLine(story)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(
            "--source=flow", "--date=2016-07-08", "--anchor=x", "--title=t", "--text=", "--top=0");
    assertEquals(ExitStatus.USAGE, assertThrows(CommandFailure.class, story::call).status());
  }

  /** What Apache Spot's API would run as SQL. */
  @Test
  void whatCouldEndATextOfSqlIsRefused() {
    for (String[] arguments :
        new String[][] {
          {"10.0.0.3", "a \\", "b"},
          {"10.0.0.3", "a", "\\' b"},
          {"a\\", "a", "b"},
          {"it's", "a", "b"}
        }) {
      CommandFailure failure =
          assertThrows(
              CommandFailure.class, () -> write("flow", arguments[0], arguments[1], arguments[2]));
      assertEquals(ExitStatus.USAGE, failure.status());
    }
  }

  /** Of a run that was killed after its rows had their place. */
  @Test
  void rowsThatAStoppedRunLeftTwiceAreThereOnceAfterTheNext() throws IOException {
    write("dns", "10.0.0.2", "Another", "of the day");
    Path folder = tables.folder().resolve("dns/hive/oa/storyboard/y=2016/m=7/d=8");
    try (Stream<Path> files = Files.list(folder)) {
      Path file = files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
      Files.copy(file, folder.resolve("left.parquet"));
    }
    write("dns", "b.example", "B", "of the day");
    assertEquals(
        List.of("10.0.0.2||Another"),
        rows(
            "SELECT ip_threat, dns_threat, title FROM %s.dns_storyboard"
                + DAY
                + "AND ip_threat = '10.0.0.2'"));
  }

  private static void write(
      String source, String anchor, String title, String text, String... more) {
    WriteStory story = new WriteStory();
    new CommandLine(story)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(
            Stream.concat(
                    Stream.of(
                        "--source",
                        source,
                        "--date",
                        "2016-07-08",
                        "--database",
                        DATABASE,
                        "--anchor",
                        anchor,
                        "--title",
                        title,
                        "--text",
                        text),
                    Stream.of(more))
                .toArray(String[]::new));
    story.write(TestWarehouse.session());
  }

  private static void flows(String... rows) {
    sql(
        "INSERT INTO %s.flow PARTITION (y = 2016, m = 7, d = 8, h = 3) (treceived, sip, dip, sport, dport, proto, ipkt, ibyt) VALUES "
            + String.join(", ", rows));
  }

  private static String flow(String time, String sip, String dip, int sport, int dport, int bytes) {
    return "('2016-07-08 %s', '%s', %s, %d, %d, 'TCP', 1, %d)"
        .formatted(time, sip, dip == null ? "NULL" : "'" + dip + "'", sport, dport, bytes);
  }

  private static void sql(String statement) {
    TestWarehouse.session().sql(statement.formatted(DATABASE));
  }

  private static List<String> rows(String query) {
    return TestWarehouse.session().sql(query.formatted(DATABASE)).collectAsList().stream()
        .map(WriteStoryTest::line)
        .collect(Collectors.toList());
  }

  private static String line(Row row) {
    return row.mkString("|");
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper()
        .readTree(text.replace("\\'", "\u0001").replace('\'', '"').replace('\u0001', '\''));
  }

  private static JsonNode file(String path) throws IOException {
    Path file = tables.folder().resolve(path);
    return new ObjectMapper().readTree(file.toFile());
  }
}
