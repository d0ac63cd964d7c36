/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.suspiciousconnects.feedback.FeedbackDay.figures;
import static org.suspiciousconnects.feedback.FeedbackDay.row;
import static org.suspiciousconnects.feedback.FeedbackDay.times;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.TablePartition;
import org.suspiciousconnects.warehouse.TestWarehouse;
import picocli.CommandLine;

/** Verdicts on flows, on real tables. The words expected are written out by hand. */
class ImportFlowFeedbackTest {
  private static final String API = "sev,tstart,sip,dip,sport,dport,ipkt,ibyt";
  private static final String NOTEBOOK = tabs("sev,tstart,srcIP,dstIP,sport,dport,ipkt,ibyt");

  /** As the API writes them: bytes before packets. */
  private static final String WEB = "3,2016-07-08 03:00:01,10.0.0.1,10.0.0.3,50001,443,1024,9";

  private static final String TWO_PROTOCOLS =
      "1,2016-07-08 03:00:02,10.0.0.2,10.0.0.3,50000,53,64,1";
  private static final String NO_SUCH = "2,2016-07-08 03:00:09,10.9.9.9,10.0.0.3,1,2,3,4";
  private static final String WRITTEN = "2016-07-10T08:30:00Z";
  private static final String[] WORDS = {"line_number", "verdict", "src_word", "dst_word"};

  private static FeedbackDay day;

  @BeforeAll
  static void flows() {
    day = FeedbackDay.shared();
    String columns =
        "treceived tryear trmonth trday trhour trminute trsec tdur sip dip sport dport proto ipkt ibyt opkt obyt";
    day.insert(
        "flow",
        "y = 2016, m = 7, d = 8, h = 3",
        columns,
        flow(8, 1, "10.0.0.1", 50001, 443, "TCP", 9L, 1024L),
        flow(8, 1, "10.0.0.1", 50001, 443, "TCP", 9L, 1024L),
        flow(8, 2, "10.0.0.2", 50000, 53, "TCP", 1L, 64L),
        flow(8, 2, "10.0.0.2", 50000, 53, "UDP", 1L, 64L),
        flow(8, 3, "10.0.0.2", 50000, 53, null, 1L, 64L),
        flow(8, 4, "10.0.0.4", 50004, 22, "TCP", 7L, 100L),
        flow(8, 4, "10.0.0.4", 50004, 22, "UDP", 100L, 7L),
        flow(8, 5, "10.0.0.5", 50005, 22, "TCP", 1L, 9223372036854775806L),
        flow(8, 6, "10.0.0.6", 70000, 22, "TCP", 1L, 1L));
    day.insert(
        "flow",
        "y = 2016, m = 7, d = 9, h = 3",
        columns,
        flow(9, 1, "10.0.0.1", 50001, 443, "TCP", 9L, 1024L));
  }

  private static Object[] flow(
      int of, int second, String sip, int sport, int dport, String proto, long ipkt, long ibyt) {
    return row(
        String.format("2016-07-%02d 03:00:%02d", of, second),
        2016,
        7,
        of,
        3,
        0,
        second,
        null,
        sip,
        "10.0.0.3",
        sport,
        dport,
        proto,
        ipkt,
        ibyt,
        null,
        0L);
  }

  @BeforeEach
  void clear() {
    day.clear();
  }

  @Test
  void aFileOfTheApi() {
    Path file = day.write("flow", "20160708", WRITTEN, API, WEB);
    assertEquals(figures(1, 0, 1, 0, 0), day.run("flow", "2016-07-08"));
    String event =
        "2016-07-08 03:00:01,2016,7,8,3,0,1,null,10.0.0.1,10.0.0.3,50001,443,TCP,9,1024,null,0,"
            + "443_TCP_3_11_4,-1_443_TCP_3_11_4,";
    assertEquals(
        List.of(
            "["
                + event
                + "2016-07-08,3,ip_word,ml_feedback.csv,2016-07-10 08:30:00,null,"
                + file.toUri().toString().replace("file:///", "file:/")
                + ",2,null,null,"
                + day.partitions("flow_feedback").get(0)
                + "]"),
        day.rows("flow_feedback", day.tables().table("flow_feedback").columns()));
    assertTrue(
        day.partitions("flow_feedback").get(0).matches("file-20160708-[0-9a-f]{16}"),
        () -> "" + day.partitions("flow_feedback"));
    assertEquals(0, day.tables().table("flow_rejected_lines").count());
  }

  /** A file that notebook and API both appended to, from a system that ends lines its own way. */
  @Test
  void separatorsAndOrdersMixed() {
    String packetsFirst = "3,2016-07-08 03:00:01,10.0.0.1,10.0.0.3,50001,443,9,1024";
    String bothOrders = "3,2016-07-08 03:00:04,10.0.0.4,10.0.0.3,50004,22,100,7";
    String[] lines = {
      WEB,
      tabs(packetsFirst),
      // A value that is not where its variant has it, but no event has it there.
      packetsFirst,
      tabs(WEB),
      "0" + WEB.substring(1),
      "",
      bothOrders,
      tabs(bothOrders),
      API,
      TWO_PROTOCOLS,
      NOTEBOOK,
      "2,2016-07-08 03:00:05,10.0.0.5,10.0.0.3,50005,22,9223372036854775806,1",
      // Contradicts the first: the later line has the larger number.
      "1" + WEB.substring(1)
    };
    day.write(
        "flow",
        "20160708",
        WRITTEN,
        ("\uFEFF" + String.join("\r\n", lines)).getBytes(StandardCharsets.UTF_8));
    assertEquals(figures(1, 0, 9, 0, 1), day.run("flow", "2016-07-08"));
    assertEquals(
        List.of(
            "[1,3,443_TCP_3_11_4,-1_443_TCP_3_11_4,9,1024]",
            "[10,1,53_TCP_3_7_1,-1_53_TCP_3_7_1,1,64]",
            "[10,1,53_UDP_3_7_1,-1_53_UDP_3_7_1,1,64]",
            "[12,2,22_TCP_3_63_1,-1_22_TCP_3_63_1,1,9223372036854775806]",
            "[13,1,443_TCP_3_11_4,-1_443_TCP_3_11_4,9,1024]",
            "[2,3,443_TCP_3_11_4,-1_443_TCP_3_11_4,9,1024]",
            "[3,3,443_TCP_3_11_4,-1_443_TCP_3_11_4,9,1024]",
            "[4,3,443_TCP_3_11_4,-1_443_TCP_3_11_4,9,1024]",
            "[7,3,22_TCP_3_7_3,-1_22_TCP_3_7_3,7,100]",
            "[8,3,22_UDP_3_3_7,-1_22_UDP_3_3_7,100,7]"),
        day.rows(
            "flow_feedback", "line_number", "verdict", "src_word", "dst_word", "ipkt", "ibyt"));
  }

  @Test
  void whatIsNoVerdictOnAnEventIsKeptAndReported() {
    Path file =
        day.write(
            "flow",
            "20160708",
            WRITTEN,
            API,
            WEB,
            NO_SUCH,
            "high" + WEB.substring(1),
            "nothing",
            "3,2016-07-08 03:00:03,10.0.0.2,10.0.0.3,50000,53,64,1",
            "3,2016-07-08 03:00:06,10.0.0.6,10.0.0.3,70000,22,1,1",
            "3,2016-07-09 03:00:01,10.0.0.1,10.0.0.3,50001,443,1024,9",
            "3,' OR 1=1; DROP TABLE flow --,${x},10.0.0.3,1,1,1,1");
    assertEquals(figures(1, 0, 1, 7, 0), day.run("flow", "2016-07-08"));
    assertEquals(
        List.of(
            "[3,NO_EVENT]",
            "[4,BAD_VERDICT]",
            "[5,BAD_COLUMNS]",
            "[6,NO_WORD]",
            "[7,BAD_FIELD]",
            "[8,NO_EVENT]",
            "[9,NO_EVENT]"),
        day.rows("flow_rejected_lines", "line_number", "reason"));
    assertTrue(day.rows("flow_rejected_lines", "raw").contains("[" + NO_SUCH + "]"));
    assertEquals(
        List.of("[file:" + file + "]"),
        day.rows("flow_rejected_lines", "file_path").stream()
            .distinct()
            .collect(Collectors.toList()));
    assertEquals(day.partitions("flow_feedback"), day.partitions("flow_rejected_lines"));
    assertTrue(
        day.said()
            .contains(
                "rejected: 1 BAD_COLUMNS, 1 BAD_FIELD, 1 BAD_VERDICT, 3 NO_EVENT, 1 NO_WORD;"),
        day::said);
    assertTrue(day.said().contains("  line 5: BAD_COLUMNS: "), day::said);
    assertTrue(
        day.said()
            .contains("sev 'high' is no verdict: 1 (high risk), 2 or 3 (low): high,2016-07-08"),
        day::said);
  }

  @Test
  void theSameContentAgainChangesNothing() {
    day.write("flow", "20160708", WRITTEN, API, WEB, NO_SUCH);
    day.run("flow", "2016-07-08");
    List<String> before = everything();
    day.write("flow", "20160708", "2016-07-11T00:00:00Z", API, WEB, NO_SUCH);
    assertEquals(
        figures(1, 1, 0, 0, 0), day.run("flow", "2016-07-08", "--author", "ml_feedback.csv"));
    assertEquals(before, everything());
  }

  @Test
  void whatAFileHadBeforeItGrewWasGivenThen() {
    day.write("flow", "20160708", WRITTEN, API, WEB, NO_SUCH);
    day.run(
        "flow", "2016-07-08", "--author", "ann", "--scope", "word", "--expires-after-days", "30");
    day.write(
        "flow", "20160708", "2016-07-11T23:59:59.999Z", API, WEB, NO_SUCH, "1" + WEB.substring(1));
    assertEquals(figures(1, 0, 2, 1, 0), day.run("flow", "2016-07-12"));
    assertEquals(
        List.of(
            "[2,3,word,ann,2016-07-10 08:30:00,2016-08-07]",
            "[4,1,ip_word,ml_feedback.csv,2016-07-11 23:59:59,null]"),
        day.rows(
            "flow_feedback",
            "line_number",
            "verdict",
            "feedback_scope",
            "author",
            "given_at",
            "expires_on"));
    assertEquals(1, day.partitions("flow_feedback").size());
    assertEquals(day.partitions("flow_feedback"), day.partitions("flow_rejected_lines"));
  }

  @Test
  void aLineThatChangedIsANewOne() {
    day.write("flow", "20160708", WRITTEN, API, WEB, TWO_PROTOCOLS);
    day.run("flow", "2016-07-08");
    day.write(
        "flow", "20160708", "2016-07-11T09:00:00Z", API, "2" + WEB.substring(1), TWO_PROTOCOLS);
    assertEquals(figures(1, 0, 2, 0, 0), day.run("flow", "2016-07-08"));
    assertEquals(
        List.of(
            "[2,2,2016-07-11 09:00:00]", "[3,1,2016-07-10 08:30:00]", "[3,1,2016-07-10 08:30:00]"),
        day.rows("flow_feedback", "line_number", "verdict", "given_at"));
    assertEquals(1, day.partitions("flow_feedback").size());
  }

  @Test
  void replaceImportsKnownContentOnNewTermsButGivenAsItWas() {
    day.write("flow", "20160708", WRITTEN, API, WEB);
    day.run("flow", "2016-07-08");
    day.write("flow", "20160708", "2016-07-11T00:00:00Z", API, WEB);
    assertEquals(figures(1, 0, 1, 0, 0), day.run("flow", "2016-07-08", "--replace"));
    assertEquals(
        figures(1, 0, 1, 0, 0),
        day.run(
            "flow", "2016-07-08", "--replace", "--scope", "event", "--expires-after-days", "0"));
    assertEquals(
        List.of("[event,2016-07-10 08:30:00,2016-07-08]"),
        day.rows("flow_feedback", "feedback_scope", "given_at", "expires_on"));
    assertEquals(1, day.partitions("flow_feedback").size());
  }

  @Test
  void filesOfAllDaysUpToTheDate() throws IOException {
    day.write("flow", "20160708", WRITTEN, API, WEB);
    day.write("flow", "20160709", WRITTEN, WEB.replace("07-08", "07-09"));
    day.write("flow", "20160710", WRITTEN, WEB);
    day.write("flow", "20160230", WRITTEN, WEB);
    day.write("flow", "2016-07-08", WRITTEN, WEB);
    day.write("flow", "archive", WRITTEN, WEB);
    Files.createDirectories(day.place("flow", "20160707").getParent());
    assertEquals(figures(1, 0, 1, 0, 0), day.run("flow", "2016-07-08"));
    assertEquals(figures(2, 1, 1, 0, 0), day.run("flow", "2016-07-09"));
    assertEquals(
        List.of("[2016-07-08,2]", "[2016-07-09,1]"),
        day.rows("flow_feedback", "event_day", "line_number"));
    // The event is of the eighth, so that the tenth has none that it can be on.
    assertEquals(figures(3, 2, 0, 1, 0), day.run("flow", "2016-07-11"));
    assertEquals(2, day.partitions("flow_feedback").size());
  }

  @Test
  void withoutFilesThereIsNothingToDo() {
    assertEquals(figures(0, 0, 0, 0, 0), day.run("flow", "2016-07-08"));
    assertTrue(
        day.said().startsWith("no feedback/ml_feedback.csv of a day up to 2016-07-08 in "),
        day::said);
    assertTrue(day.said().contains("/flow/scored_results: nothing to import"), day::said);
  }

  @Test
  void aFileFromElsewhere() throws IOException {
    day.write("flow", "20160708", WRITTEN, API, WEB, NO_SUCH);
    Path elsewhere = day.tables().folder().resolve("of the eighth.csv");
    Files.write(elsewhere, List.of(WEB, TWO_PROTOCOLS));
    assertEquals(
        figures(1, 0, 2, 0, 0), day.run("flow", "2016-07-08", "--file", elsewhere.toString()));
    assertEquals(3, day.tables().table("flow_feedback").count());
    CommandFailure none =
        assertThrows(
            CommandFailure.class, () -> day.run("flow", "2016-07-08", "--file", elsewhere + "x"));
    assertEquals(ExitStatus.NO_DATA, none.status());
    assertEquals("--file " + elsewhere + "x does not exist: check the path", none.getMessage());
    assertEquals(
        ExitStatus.NO_DATA,
        assertThrows(
                CommandFailure.class,
                () -> day.run("flow", "2016-07-08", "--file", elsewhere.getParent().toString()))
            .status());
  }

  @Test
  void aDryRunChangesNothing() {
    day.write("flow", "20160708", WRITTEN, API, WEB, NO_SUCH);
    assertEquals(figures(1, 0, 1, 1, 0), day.run("flow", "2016-07-08", "--dry-run"));
    assertTrue(day.said().contains("rejected: 1 NO_EVENT"), day::said);
    assertEquals(List.of(), day.partitions("flow_feedback"));
    assertEquals(List.of(), day.partitions("flow_rejected_lines"));
    assertEquals(List.of(), folders("flow_feedback"));
    assertEquals(List.of(), folders("flow_rejected_lines"));
  }

  @Test
  void garbageChangesNoVerdict() throws IOException {
    day.write("flow", "20160708", WRITTEN, API, WEB);
    day.run("flow", "2016-07-08");
    List<String> before = day.rows("flow_feedback", "feedback_id", "line_number");
    byte[] web = WEB.getBytes(StandardCharsets.UTF_8);
    byte[] cut = "3,2016-07-08 03:00:01,b\u00fc".getBytes(StandardCharsets.UTF_8);
    byte[] binary = new byte[4096];
    new java.util.Random(6).nextBytes(binary);
    assertGarbage(0, new byte[0]);
    assertGarbage(0, (API + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    ByteArrayOutputStream kinds = new ByteArrayOutputStream();
    for (byte[] line :
        List.of(
            times(5 << 20, "x").getBytes(StandardCharsets.UTF_8),
            times(1 << 20, "3,").getBytes(StandardCharsets.UTF_8),
            new byte[100],
            Arrays.copyOf(web, web.length - 1),
            Arrays.copyOf(cut, cut.length - 1))) {
      kinds.write(line);
      kinds.write('\n');
    }
    assertGarbage(5, kinds.toByteArray());
    int lines = 0;
    for (int i = 0; i < binary.length; i++) {
      lines += binary[i] == '\n' || i == binary.length - 1 ? 1 : 0;
    }
    assertGarbage(lines, binary);
    assertEquals(before, day.rows("flow_feedback", "feedback_id", "line_number"));
    // Only the last garbage's lines are kept, and they are not written anew every day.
    assertEquals(lines, day.tables().table("flow_rejected_lines").count());
    List<String> kept = folders("flow_rejected_lines");
    assertGarbage(lines, binary);
    assertEquals(kept, folders("flow_rejected_lines"));
    assertTrue(day.tables().table("flow_rejected_lines").where("length(raw) > 65536").isEmpty());
  }

  private static void assertGarbage(int rejected, byte[] content) {
    day.write("flow", "20160708", WRITTEN, content);
    assertEquals(figures(1, 0, 0, rejected, 0), day.run("flow", "2016-07-08"));
    assertTrue(day.said().contains("; the table stays as it is; file-20160708-"), day::said);
  }

  @Test
  void whatACrashBeforeTheDropLeftGoesWithTheNextImport() {
    day.write("flow", "20160708", WRITTEN, API, WEB, NO_SUCH);
    day.run("flow", "2016-07-08");
    TablePartition earlier = day.onlyPartition("flow_feedback");
    TablePartition earlierRejected = day.onlyPartition("flow_rejected_lines");
    day.write("flow", "20160708", "2016-07-11T00:00:00Z", API, WEB, NO_SUCH, TWO_PROTOCOLS);
    day.run("flow", "2016-07-08");
    List<String> done = everything();
    TablePartition second = day.onlyPartition("flow_feedback");
    day.add("flow_feedback", earlier);
    day.add("flow_rejected_lines", earlierRejected);
    assertEquals(4, day.tables().table("flow_feedback").count());

    assertEquals(figures(1, 1, 0, 0, 0), day.run("flow", "2016-07-08"));
    assertEquals(done, everything());

    // The same if the file has grown since.
    day.add("flow_feedback", earlier);
    day.write("flow", "20160708", "2016-07-12T00:00:00Z", API, WEB, NO_SUCH, TWO_PROTOCOLS, WEB);
    assertEquals(figures(1, 0, 3, 1, 0), day.run("flow", "2016-07-08"));
    assertNotEquals(
        second.value("feedback_id"), day.onlyPartition("flow_feedback").value("feedback_id"));
    assertEquals(
        List.of(
            "[2,2016-07-10 08:30:00]",
            "[4,2016-07-11 00:00:00]",
            "[4,2016-07-11 00:00:00]",
            "[5,2016-07-12 00:00:00]"),
        day.rows("flow_feedback", "line_number", "given_at"));
  }

  @Test
  void aCrashWhileWritingLeavesTheOld() throws IOException {
    day.write("flow", "20160708", WRITTEN, API, WEB);
    day.run("flow", "2016-07-08");
    List<String> before = everything();
    // Half an import of 2016, never registered, and one that just began.
    Path table = day.tables().folder().resolve("sc/flow_feedback");
    Path old = table.resolve("file-20160708-0123456789abcdef-1467974046000-0123abcd");
    Path young =
        table.resolve("file-20160708-0123456789abcdef-" + System.currentTimeMillis() + "-0123abcd");
    Path foreign = table.resolve("judged-1467974046000");
    for (Path folder : List.of(old, young, foreign)) {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("part-0.parquet"), "half");
    }
    assertEquals(figures(1, 1, 0, 0, 0), day.run("flow", "2016-07-08"));
    assertEquals(before, everything());
    // What replaced the old one is younger than the grace, so it may be read still.
    assertTrue(Files.exists(old));
    TablePartition live = day.onlyPartition("flow_feedback");
    Path aged = table.resolve("file-20160708-fedcba9876543210-1467974047000-0123abcd");
    Files.move(Path.of(live.folder().toUri().getPath()), aged);
    day.tables()
        .warehouse()
        .point("flow_feedback", live.values(), new org.apache.hadoop.fs.Path(aged.toUri()));
    day.run("flow", "2016-07-08");
    assertFalse(Files.exists(old));
    assertTrue(Files.exists(young) && Files.exists(foreign) && Files.exists(aged));
    assertEquals(before, everything());
  }

  @Test
  void twoImportsAtOnce() throws Exception {
    day.write("flow", "20160708", WRITTEN, API, WEB, NO_SUCH);
    Terms terms = new Terms(Scope.IP_WORD, "ann", null);
    JudgedSource flows = new JudgedFlows();
    FileImport one =
        new FileImport(day.tables().warehouse(), flows, terms, Methods.BOTH, false, false);
    FileImport two =
        new FileImport(day.tables().warehouse(), flows, terms, Methods.BOTH, false, false);
    FeedbackFile file =
        new FeedbackFiles(day.tables().warehouse(), flows.source())
            .upTo(java.time.LocalDate.of(2016, 7, 8))
            .get(0);
    java.util.concurrent.ExecutorService both =
        java.util.concurrent.Executors.newFixedThreadPool(2);
    try {
      for (java.util.concurrent.Future<?> done :
          List.of(both.submit(() -> one.run(file)), both.submit(() -> two.run(file)))) {
        done.get();
      }
    } finally {
      both.shutdown();
    }
    one.end();
    assertEquals(
        List.of("[2,3,443_TCP_3_11_4,-1_443_TCP_3_11_4]"), day.rows("flow_feedback", WORDS));
    assertEquals(List.of("[3,NO_EVENT]"), day.rows("flow_rejected_lines", "line_number", "reason"));
    assertEquals(figures(1, 1, 0, 0, 0), day.run("flow", "2016-07-08", "--author", "ann"));
  }

  @Test
  void argumentsThatMeanNothing() {
    assertUsage("--author 'a b' is not allowed", "--author", "a b");
    assertUsage("--author '' is not allowed", "--author", "");
    assertUsage("--expires-after-days -1: it has to be from 0", "--expires-after-days", "-1");
    assertThrows(
        CommandLine.ParameterException.class,
        () -> day.run("flow", "2016-07-08", "--scope", "day"));
    assertThrows(CommandLine.ParameterException.class, () -> day.run("flow", "2016-02-30"));
  }

  private static void assertUsage(String said, String... arguments) {
    CommandFailure failure =
        assertThrows(CommandFailure.class, () -> day.run("flow", "2016-07-08", arguments));
    assertEquals(ExitStatus.USAGE, failure.status());
    assertTrue(failure.getMessage().startsWith(said), failure::getMessage);
  }

  /** All that the tables have, with the folders that their partitions point to. */
  private static List<String> everything() {
    return Stream.of("flow_feedback", "flow_rejected_lines")
        .flatMap(
            table ->
                day
                    .rows(
                        table,
                        TestWarehouse.session()
                            .table(day.tables().database() + "." + table)
                            .columns())
                    .stream())
        .collect(Collectors.toList());
  }

  private static List<String> folders(String table) {
    try (Stream<Path> all = Files.list(day.tables().folder().resolve("sc").resolve(table))) {
      return all.map(path -> path.getFileName().toString()).sorted().collect(Collectors.toList());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String tabs(String line) {
    return line.replace(',', '\t');
  }
}
