/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.TestWarehouse;
import picocli.CommandLine;

/**
 * On real tables. Flows differ in sport alone, which names them below; every figure is worked out
 * by hand.
 */
class EvaluateRankingTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String DATABASE = "evaluate_ranking_test";
  private static final String FLOW = "kind\ttreceived\tsip\tdip\tsport\tdport\tproto\tipkt\tibyt\n";
  private static TestWarehouse tables;

  /** What an evaluation of both methods printed, and its JSON. */
  private static String printed;

  private static byte[] written;

  @TempDir private Path folder;

  @BeforeAll
  static void evaluateToyDay(@TempDir Path folder) throws IOException {
    scoreToyDays();
    Path json = Files.writeString(folder.resolve("figures.json"), "an earlier one");
    printed = evaluateToyDay(folder, labels(), json);
    written = Files.readAllBytes(json);
  }

  private static String evaluateToyDay(Path folder, String labels, Path json) throws IOException {
    Path file = Files.writeString(folder.resolve("labels.tsv"), labels);
    return evaluate(
        file.toString(), "flow", "2016-07-08", "--at", "100,1,5,4,2,2", "--json", json.toString());
  }

  /**
   * The eighth of July: flows 1 to 11, 4 twice; 11 is invalid. Labels: 2 and 8 scan, 4 and 11
   * beacon, 99, which is not there, Täuschung. So 5 attack rows, 4 of them scored, and 7 others.
   */
  private static void scoreToyDays() {
    tables = TestWarehouse.create(DATABASE);
    ToyRows.addColumn(tables, "flow_scored_results", "group_id");
    String day = "y = 2016, m = 7, d = 8";
    ToyRows.insert(
        tables,
        "flow",
        day + ", h = 3",
        flow(1),
        flow(2),
        flow(3),
        flow(4),
        flow(4),
        flow(5),
        flow(6),
        flow(7),
        flow(8),
        flow(9),
        flow(10),
        flow(11));
    ToyRows.insert(tables, "flow_invalid", day, flow(11));
    ToyRows.insert(
        tables,
        "flow_scored_results",
        day + ", score_method = 'spot'",
        listed(flow(6), 7, 0.4, null),
        listed(flow(1), 1, 0.1, null),
        listed(flow(2), 2, 0.2, null),
        listed(flow(3), 3, 0.2, null),
        listed(flow(4), 4, 0.3, null),
        listed(flow(4), 5, 0.3, null),
        listed(flow(5), 6, 0.3, null));
    ToyRows.insert(
        tables,
        "flow_scored_results",
        day + ", score_method = 'profile'",
        listed(flow(7), 1, 0.1, "A"),
        listed(flow(2), 2, 0.2, "B"),
        listed(flow(8), 3, 0.25, "A"),
        listed(flow(4), 4, 0.3, null),
        listed(flow(10), 5, 0.5, "B"),
        listed(flow(4), null, 0.01, "A"),
        listed(flow(3), null, 0.02, null));
    scoreRun("flow", "y = 2016, m = 7, d = 8, score_method = 'spot'", 12, 11);
    scoreRun("flow", "y = 2016, m = 7, d = 8, score_method = 'profile'", 12, 11);
    // Another day with the same flows has nothing to do with it.
    ToyRows.insert(tables, "flow", "y = 2016, m = 7, d = 9, h = 3", flow(2), flow(8));
    ToyRows.insert(
        tables,
        "flow_scored_results",
        "y = 2016, m = 7, d = 9, score_method = 'spot'",
        listed(flow(2), 1, 0.1, null));
    scoreRun("flow", "y = 2016, m = 7, d = 9, score_method = 'spot'", 3, 3);
  }

  private static void scoreRun(String source, String partition, long in, long scored) {
    ToyRows.insert(
        tables,
        "score_runs",
        "source = '" + source + "', " + partition,
        Map.of("model_id", "m", "events_in", in, "events_scored", scored));
  }

  private static Map<String, Object> flow(int sport) {
    Map<String, Object> flow = new HashMap<>();
    flow.put("treceived", "2016-07-08 03:00:00");
    flow.put("sip", "10.0.0.1");
    flow.put("dip", "2001:db8::1");
    flow.put("sport", sport);
    flow.put("dport", 443);
    flow.put("proto", "TCP");
    flow.put("ipkt", 9_000_000_000L);
    flow.put("ibyt", null);
    return flow;
  }

  private static String label(String kind, int sport) {
    return kind
        + "\t2016-07-08 03:00:00\t10.0.0.1\t2001:db8::1\t"
        + sport
        + "\t443\tTCP\t9000000000\t\\N\n";
  }

  private static Map<String, Object> listed(
      Map<String, Object> event, Integer rank, Double score, String group) {
    Map<String, Object> row = new HashMap<>(event);
    row.put("score_rank", rank);
    row.put("score", score);
    if (group != null) {
      row.put("group_id", group);
    }
    return row;
  }

  private static String labels() {
    return FLOW
        + label("scan", 2)
        + label("beacon", 4)
        + label("scan", 8)
        + label("beacon", 11)
        + label("Täuschung", 99);
  }

  @Test
  void eachFigureOfARankingWithTies() throws IOException {
    // Pairs won by 2: 5 and a half of 7 others; by each 4: 4 and a half; by 8, not listed: 1 and a
    // half. 16 of 28.
    assertEquals(
        json(
            "{'source': 'flow', 'date': '2016-07-08',"
                + "'recall': {'1': 0.0, '2': 0.2, '4': 0.4, '5': 0.6, '100': 0.6},"
                + "'recall_rows': {'1': 0.0, '2': 0.2, '4': 0.4, '5': 0.6, '100': 0.6},"
                + "'precision': {'1': 0.0, '2': 0.5, '4': 0.5, '5': 0.6, '100': 0.428571},"
                + "'precision_rows': {'1': 0.0, '2': 0.5, '4': 0.5, '5': 0.6, '100': 0.428571},"
                + "'auc': 0.571429, 'kinds': {"
                + "'Täuschung': {'rows': 0, 'recall': {'1': null, '2': null, '4': null, '5': null, '100': null}, 'median_rank': null},"
                + "'beacon': {'rows': 3, 'recall': {'1': 0.0, '2': 0.0, '4': 0.333333, '5': 0.666667, '100': 0.666667}, 'median_rank': 5},"
                + "'scan': {'rows': 2, 'recall': {'1': 0.0, '2': 0.5, '4': 0.5, '5': 0.5, '100': 0.5}, 'median_rank': null}},"
                + "'labels': 5, 'unmatched': 1, 'several': 1, 'invalid': 1,"
                + "'attacks': 5, 'attacks_invalid': 1, 'attacks_allow_listed': 0,"
                + "'listed': 7, 'entries': 7, 'allow_listed': 0, 'scored': 11,"
                + "'unmatched_lines': [6], 'several_lines': [3], 'invalid_lines': [5]}"),
        JSON.readTree(written).get("spot"));
  }

  @Test
  void groupsAreEntriesAndAllowListedRowsAreNotListed() throws IOException {
    JsonNode profile = JSON.readTree(written).get("profile");
    // Entries: A with 7 and 8, B with 2 and 10, 4 by itself.
    assertEquals(3, profile.get("entries").asInt());
    assertEquals(5, profile.get("listed").asInt());
    assertEquals(2, profile.get("allow_listed").asInt());
    assertEquals(1, profile.get("attacks_allow_listed").asInt());
    assertEquals(
        json("{'1': 0.2, '2': 0.4, '4': 0.6, '5': 0.6, '100': 0.6}"), profile.get("recall"));
    assertEquals(
        json("{'1': 0.0, '2': 0.2, '4': 0.6, '5': 0.6, '100': 0.6}"), profile.get("recall_rows"));
    assertEquals(
        json("{'1': 1.0, '2': 1.0, '4': 1.0, '5': 1.0, '100': 1.0}"), profile.get("precision"));
    assertEquals(
        json("{'1': 0.0, '2': 0.5, '4': 0.75, '5': 0.6, '100': 0.6}"),
        profile.get("precision_rows"));
    // 2, 8 and the listed 4 stand before 6 others each; the other 4 ties with 5. 20.5 of 28.
    assertEquals("0.732143", profile.get("auc").asText());
    assertEquals("1.5", profile.get("kinds").get("scan").get("median_rank").asText());
    assertTrue(profile.get("kinds").get("beacon").get("median_rank").isNull());
  }

  @Test
  void theTableForPeople() {
    String[] tables = printed.split("(?=flow on )");
    assertEquals(2, tables.length);
    assertTrue(tables[0].startsWith("flow on 2016-07-08, method profile\n"), tables[0]);
    assertTrue(
        tables[0].contains("\n                            1  are allow-listed, and not found\n"),
        tables[0]);
    assertEquals(
        String.join(
            "\n",
            "flow on 2016-07-08, method spot",
            "  labels                    5",
            "                            1  match no event of the day: line 6",
            "                            1  match several events, all of them attack rows: line 3",
            "                            1  match an event that could not be scored, an attack row not found: line 5",
            "  attack rows               5",
            "  scored events            11",
            "  listed rows               7  in 7 entries; a group of rows is one entry, a row in no group another",
            "",
            "  %, of the first                  1         2         4         5       100",
            "  recall, by entries             0.0      20.0      40.0      60.0      60.0",
            "  recall, by rows                0.0      20.0      40.0      60.0      60.0",
            "  precision, by entries          0.0      50.0      50.0      60.0      42.9",
            "  precision, by rows             0.0      50.0      50.0      60.0      42.9",
            "  AUC of the scored rows: 0.571429; the 4 that are not listed count as tied, after all that are",
            "",
            "  found, by entries                1         2         4         5       100   of rows   median rank",
            "  Täuschung                        0         0         0         0         0         0             -",
            "  beacon                           0         0         1         2         2         3             5",
            "  scan                             0         1         1         1         1         2           > 7",
            "",
            ""),
        tables[1]);
  }

  @Test
  void aRerunGivesTheSameBytesInAnyLocaleAndWithLinesOfWindows() throws IOException {
    Path json = folder.resolve("figures.json");
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertEquals(printed, evaluateToyDay(folder, labels().replace("\n", "\r\n"), json));
    } finally {
      Locale.setDefault(before);
    }
    assertArrayEquals(written, Files.readAllBytes(json));
  }

  @Test
  void oneEventOfTwoKindsIsRefused() {
    CommandFailure failure =
        refused(FLOW + label("scan", 4) + label("beacon", 4), "flow", "2016-07-08");
    assertEquals(ExitStatus.CONFIGURATION, failure.status());
    assertTrue(
        failure
            .getMessage()
            .endsWith(
                "line 3, column kind: 'beacon', but line 2 calls the same event 'scan': take one of the lines out"),
        failure::getMessage);
  }

  @Test
  void nullsUnicodeAndAnEmptyListOfDns() throws IOException {
    String day = "y = 2016, m = 7, d = 8";
    Map<String, Object> known =
        Map.of(
            "frame_time",
            "Jul  8 2016 10:34:06.144400000 UTC",
            "unix_tstamp",
            1467974046L,
            "frame_len",
            91,
            "ip_dst",
            "10.10.0.20",
            "dns_qry_name",
            "bücher\t.example",
            "dns_qry_type",
            1);
    Map<String, Object> answered = new HashMap<>(known);
    answered.put("dns_qry_rcode", 0);
    ToyRows.insert(tables, "dns", day + ", h = 10", known, answered);
    ToyRows.insert(tables, "dns_scored_results", day + ", score_method = 'spot'", emptyRows());
    scoreRun("dns", day + ", score_method = 'spot'", 2, 2);
    JsonNode spot =
        figures(
                "kind\tframe_time\tunix_tstamp\tframe_len\tip_dst\tdns_qry_name\tdns_qry_type\tdns_qry_rcode\n"
                    + "dga\tJul  8 2016 10:34:06.144400000 UTC\t1467974046\t91\t10.10.0.20\tbücher\\t.example\t1\t\\N\n",
                "dns",
                "2016-07-08")
            .get("spot");
    assertEquals(json("{'100': 0.0, '300': 0.0, '1000': 0.0, '3000': 0.0}"), spot.get("recall"));
    assertEquals(1, spot.get("attacks").asInt());
    assertEquals(0, spot.get("listed").asInt());
    assertEquals(0, spot.get("unmatched").asInt());
    assertEquals(2, spot.get("scored").asInt());
    assertTrue(spot.get("precision").get("100").isNull());
    assertEquals("0.5", spot.get("auc").asText());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, ?>[] emptyRows() {
    return new Map[0];
  }

  @Test
  void proxyHasPartitionsOfText() throws IOException {
    Map<String, Object> request =
        Map.of(
            "p_date", "2016-07-08",
            "p_time", "10:00:00",
            "clientip", "10.0.0.5",
            "host", "example.com",
            "reqmethod", "GET",
            "fulluri", "example.com/a\\b?ü=1");
    ToyRows.insert(tables, "proxy", "y = '2016', m = '07', d = '08', h = '10'", request);
    ToyRows.insert(
        tables,
        "proxy_scored_results",
        "y = 2016, m = 7, d = 8, score_method = 'spot'",
        listed(request, 1, 0.5, null));
    scoreRun("proxy", "y = 2016, m = 7, d = 8, score_method = 'spot'", 1, 1);
    JsonNode spot =
        figures(
                "kind\tp_date\tp_time\tclientip\thost\treqmethod\tfulluri\n"
                    + "download\t2016-07-08\t10:00:00\t10.0.0.5\texample.com\tGET\texample.com/a\\\\b?ü=1\n",
                "proxy",
                "2016-07-08",
                "--at",
                "1")
            .get("spot");
    assertEquals("1.0", spot.get("recall").get("1").asText());
    assertEquals("1.0", spot.get("precision").get("1").asText());
    assertEquals(1, spot.get("kinds").get("download").get("median_rank").asInt());
    assertTrue(spot.get("auc").isNull());
  }

  @Test
  void aDayThatNobodyScored() {
    CommandFailure failure = refused(labels(), "flow", "2016-07-10");
    assertEquals(ExitStatus.NO_DATA, failure.status());
    assertEquals(
        "nobody has scored flow on 2016-07-10: score the day with sql/score_flow.sql",
        failure.getMessage());
  }

  @Test
  void aMethodThatHasNotScoredTheDay() {
    CommandFailure failure = refused(labels(), "flow", "2016-07-08", "--method", "x' OR 'y");
    assertEquals(ExitStatus.NO_DATA, failure.status());
    assertEquals(
        "method 'x' OR 'y' has not scored flow on 2016-07-08, but profile, spot",
        failure.getMessage());
  }

  @Test
  void aDayThatHasOtherEventsThanWereScored() {
    CommandFailure failure = refused(labels(), "flow", "2016-07-09");
    assertEquals(ExitStatus.NO_DATA, failure.status());
    assertEquals(
        "flow has 2 events on 2016-07-09, but method spot scored when there were 3: score the day with sql/score_flow.sql",
        failure.getMessage());
  }

  @Test
  void noLabels() {
    Path file = folder.resolve("not there.tsv");
    CommandFailure failure =
        assertThrows(CommandFailure.class, () -> evaluate(file.toString(), "flow", "2016-07-08"));
    assertEquals(ExitStatus.NO_DATA, failure.status());
    assertTrue(
        failure.getMessage().startsWith("there is no file of labels " + file), failure::getMessage);
    assertEquals(
        ExitStatus.USAGE,
        assertThrows(CommandFailure.class, () -> evaluate("", "flow", "2016-07-08")).status());
  }

  @Test
  void wrongLabelsAreRefusedBeforeAnythingIsWritten() throws IOException {
    Path json = Files.writeString(folder.resolve("figures.json"), "an earlier one");
    CommandFailure failure =
        refused(FLOW + "scan\t1\n", "flow", "2016-07-08", "--json", json.toString());
    assertEquals(ExitStatus.CONFIGURATION, failure.status());
    assertTrue(
        failure.getMessage().contains("line 2 has 2 columns instead of 9, it ends before sip"),
        failure::getMessage);
    assertEquals("an earlier one", Files.readString(json));
  }

  @Test
  void wrongArgumentsAreRefusedBeforeSparkStarts() {
    String[] day = {"--source", "flow", "--date", "2016-07-08", "--labels", "labels.tsv"};
    assertEquals(1, Application.run(new EvaluateRanking(), "--source", "flow"));
    assertEquals(1, Application.run(new EvaluateRanking(), with(day, "--at", "0")));
    assertEquals(1, Application.run(new EvaluateRanking(), with(day, "--at", "100,-3")));
    assertEquals(1, Application.run(new EvaluateRanking(), with(day, "--at", "a")));
    assertEquals(1, Application.run(new EvaluateRanking(), with(day, "--at", "")));
    assertEquals(1, Application.run(new EvaluateRanking(), with(day, "--at", "3000000000")));
    assertEquals(1, Application.run(new EvaluateRanking(), with(day, "--date", "8 July")));
  }

  private static JsonNode json(String text) throws IOException {
    return JSON.readTree(text.replace('\'', '"'));
  }

  private JsonNode figures(String labels, String source, String date, String... more)
      throws IOException {
    Path json = folder.resolve("figures.json");
    table(labels, source, date, with(more, "--json", json.toString()));
    return JSON.readTree(Files.readAllBytes(json));
  }

  private String table(String labels, String source, String date, String... more)
      throws IOException {
    Path file = Files.writeString(folder.resolve("labels.tsv"), labels);
    return evaluate(file.toString(), source, date, more);
  }

  private CommandFailure refused(String labels, String source, String date, String... more) {
    return assertThrows(CommandFailure.class, () -> table(labels, source, date, more));
  }

  private static String evaluate(String labels, String source, String date, String... more) {
    EvaluateRanking evaluate = new EvaluateRanking();
    new CommandLine(evaluate)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(
            with(
                new String[] {
                  "--source", source, "--date", date, "--labels", labels, "--database", DATABASE
                },
                more));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    evaluate.evaluate(
        TestWarehouse.session(), new PrintStream(bytes, true, StandardCharsets.UTF_8));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static String[] with(String[] first, String... more) {
    return Stream.of(first, more).flatMap(Stream::of).toArray(String[]::new);
  }
}
