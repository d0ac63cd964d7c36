/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suspiciousconnects.warehouse.TestWarehouse;

/** The command with text files, on a real warehouse. Each test loads contents of its own. */
class LoadTest {
  private static final String HEADER = "ts,sa,da,sp,dp,pr,ipkt,ibyt\n";
  private static final Path RESOURCES = Path.of("src/test/resources/load");

  private static TestWarehouse tables;

  @TempDir Path folder;

  @BeforeAll
  static void createTables() {
    tables = TestWarehouse.create("load_test");
  }

  @Test
  void loadsEventsIntoTheHoursOfTheirTimeAndSaysWhatItDid() throws IOException {
    Path csv = RESOURCES.resolve("nfdump.csv").toAbsolutePath();
    Path days = folder.resolve("days");
    LoadRun run = load("nfdump-csv", csv, "--days-file", days.toString());
    assertEquals(0, run.status(), run.toString());
    String loadId = sha256(csv).substring(0, 16);
    assertEquals(
        "file:"
            + csv
            + ": 5 rows loaded, 6 rejected, 4 lines without an event, 0 rows of other days;"
            + " days 2016-07-08 2016-07-09; load_id "
            + loadId
            + "\nin all: 5 rows loaded, 6 rejected, from 1 files\n",
        run.out());
    assertEquals("2016-07-08\n2016-07-09\n", Files.readString(days));
    assertEquals(
        Arrays.asList("[2016,7,8,10,4]", "[2016,7,9,0,1]"),
        rows(
            "SELECT y, m, d, h, COUNT(*) FROM load_test.flow WHERE rip = '10.0.0.254'"
                + " GROUP BY y, m, d, h ORDER BY y, m, d, h"));
    assertTrue(
        Files.exists(
            tables.folder().resolve("flow/hive/y=2016/m=7/d=9/h=0/" + loadId + "-1.parquet")));
    assertEquals(
        Arrays.asList("[file:" + csv + "," + Files.size(csv) + "," + sha256(csv) + ",5,6,flow]"),
        rows(
            "SELECT file_path, file_bytes, sha256, rows_loaded, rows_rejected, source"
                + " FROM load_test.loaded_files WHERE load_id = '"
                + loadId
                + "'"));
    assertEquals(
        Arrays.asList("[PORT_RANGE,dport,70000]"),
        rows(
            "SELECT reason, field_name, field_value FROM load_test.flow_events"
                + " WHERE rip = '10.0.0.254' AND reason IS NOT NULL"));
  }

  @Test
  void keepsRejectedLinesWithTheirPlaceAndReason() throws IOException {
    String tooWide = "x".repeat(70 << 10);
    Path csv = file("rejected.csv", HEADER + line("10.1.1.1", "1") + "\nü,\u0000\n" + tooWide);
    LoadRun run = load("nfdump-csv", csv);
    assertTrue(run.out().contains(": 1 rows loaded, 2 rejected, 1 lines without"), run.toString());
    List<Row> rejected =
        TestWarehouse.session()
            .sql(
                "SELECT file_path, line_number, reason, raw FROM load_test.flow_rejected_lines"
                    + " WHERE load_id = '"
                    + sha256(csv).substring(0, 16)
                    + "' ORDER BY line_number")
            .collectAsList();
    assertEquals(2, rejected.size());
    assertEquals("file:" + csv, rejected.get(0).getString(0));
    assertEquals(3L, rejected.get(0).getLong(1));
    assertEquals("has 2 columns, the header has 8", rejected.get(0).getString(2));
    assertEquals("ü,\u0000", rejected.get(0).getString(3));
    assertEquals(4L, rejected.get(1).getLong(1));
    assertEquals("x".repeat(64 << 10), rejected.get(1).getString(3));
  }

  @Test
  void gzipIsToldByItsContentAndMayHaveMembers() throws IOException {
    ByteArrayOutputStream both = new ByteArrayOutputStream();
    both.write(gzip(HEADER + line("10.1.2.1", "1")));
    both.write(gzip("\n" + line("10.1.2.2", "2") + "\n"));
    Path csv = folder.resolve("conn.00:00:00-01:00:00 é%20.csv");
    Files.write(csv, both.toByteArray());
    LoadRun run = load("nfdump-csv", csv);
    assertTrue(run.out().contains(": 2 rows loaded, 0 rejected"), run.toString());
    assertEquals(
        Arrays.asList("[10.1.2.1]", "[10.1.2.2]"),
        rows("SELECT sip FROM load_test.flow WHERE sip LIKE '10.1.2.%' ORDER BY sip"));
  }

  @Test
  void timeZonesOfMachineAndSessionHaveNoSay() throws IOException {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
    TestWarehouse.session().conf().set("spark.sql.session.timeZone", "America/New_York");
    try {
      // In Berlin the clock goes from 02:00 to 03:00 and from 03:00 to 02:00 on these days.
      load(
          "nfdump-csv",
          file(
              "dst.csv",
              HEADER
                  + "2016-03-27 02:30:00,10.1.3.1,10.0.0.1,1,2,TCP,1,1\n"
                  + "2016-10-30 02:30:00,10.1.3.1,10.0.0.1,1,2,TCP,1,2\n"));
      assertEquals(
          Arrays.asList(
              "[2016-03-27 02:30:00,1459045800,27,2,27,2]",
              "[2016-10-30 02:30:00,1477794600,30,2,30,2]"),
          rows(
              "SELECT treceived, unix_tstamp, trday, trhour, d, h FROM load_test.flow"
                  + " WHERE sip = '10.1.3.1' ORDER BY ibyt"));
    } finally {
      TestWarehouse.session().conf().unset("spark.sql.session.timeZone");
      TimeZone.setDefault(before);
    }
  }

  @Test
  void dateLoadsThatDayOnly() throws IOException {
    Path csv =
        file(
            "days.csv",
            HEADER
                + "2016-07-07 23:59:59,10.1.4.1,10.0.0.1,1,2,TCP,1,1\n"
                + "2016-07-08 00:00:00,10.1.4.1,10.0.0.1,1,2,TCP,1,2\n"
                + "2016-07-09 00:00:00,10.1.4.1,10.0.0.1,1,2,TCP,1,3\n");
    LoadRun none = load("nfdump-csv", csv, "--date", "2016-07-10");
    assertEquals(3, none.status());
    assertEquals(
        "load: no event is of 2016-07-10, the files have [2016-07-07, 2016-07-08, 2016-07-09];"
            + " nothing was loaded\n",
        none.err());
    LoadRun run = load("nfdump-csv", csv, "--date", "2016-07-08");
    assertTrue(
        run.out()
            .contains(
                "1 rows loaded, 0 rejected, 1 lines without an event,"
                    + " 2 rows of other days [2016-07-07, 2016-07-09]; days 2016-07-08;"),
        run.toString());
    assertEquals(
        Arrays.asList("[2]"), rows("SELECT ibyt FROM load_test.flow WHERE sip = '10.1.4.1'"));
  }

  @Test
  void sameContentIsLoadedOnceAndReplaceReplacesIt() throws IOException {
    Path csv = file("once.csv", HEADER + line("10.1.5.1", "1") + "\nbad");
    assertEquals(0, load("nfdump-csv", csv).status());
    Path copy = Files.copy(csv, folder.resolve("copy.csv"));
    String loadId = sha256(csv).substring(0, 16);
    List<String> before = snapshot();

    LoadRun again = load("nfdump-csv", copy);
    assertEquals(3, again.status());
    assertTrue(
        again
            .err()
            .matches(
                "load: file:"
                    + copy
                    + ": the same content was loaded at \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC"
                    + " from file:"
                    + csv
                    + ", 1 rows, load_id "
                    + loadId
                    + "; nothing was loaded: add --replace to load it again\n"),
        again.err());
    assertEquals(before, snapshot());

    for (int i = 0; i < 2; i++) {
      LoadRun replaced = load("nfdump-csv", copy, "--replace");
      assertEquals(0, replaced.status(), replaced.toString());
      assertEquals(before, snapshot());
      assertEquals(
          Arrays.asList("[1]"), rows("SELECT ibyt FROM load_test.flow WHERE sip = '10.1.5.1'"));
      assertEquals(
          Arrays.asList("[file:" + copy + "]"),
          rows("SELECT file_path FROM load_test.loaded_files WHERE load_id = '" + loadId + "'"));
      assertEquals(
          Arrays.asList("[bad]"),
          rows("SELECT raw FROM load_test.flow_rejected_lines WHERE load_id = '" + loadId + "'"));
    }
  }

  @Test
  void whatACrashLeftIsRemovedByTheNextLoad() throws IOException {
    Path csv = file("crash.csv", HEADER + line("10.1.6.1", "1") + "\n");
    assertEquals(0, load("nfdump-csv", csv).status());
    List<String> whole = snapshot();
    String loadId = sha256(csv).substring(0, 16);
    // As if it had died after moving files that this load does not have.
    Path table = tables.folder().resolve("flow/hive");
    Path moved = table.resolve("y=2016/m=7/d=8/h=10/" + loadId + "-0.parquet");
    Files.copy(moved, moved.resolveSibling(loadId + "-7.parquet"));
    Files.createDirectories(table.resolve(".loading-0123456789abcdef/events/_temporary"));
    Files.createFile(table.resolve(".loading-0123456789abcdef/" + loadId));
    TestWarehouse.session().catalog().refreshTable("load_test.flow");
    assertEquals(
        Arrays.asList("[2]"), rows("SELECT COUNT(*) FROM load_test.flow WHERE sip = '10.1.6.1'"));

    LoadRun run = load("nfdump-csv", csv);
    assertEquals(0, run.status(), run.toString());
    assertEquals(whole, snapshot());
    assertEquals(
        Arrays.asList("[1]"), rows("SELECT COUNT(*) FROM load_test.flow WHERE sip = '10.1.6.1'"));
    assertEquals(3, load("nfdump-csv", csv).status());
  }

  @Test
  void anInterruptedLoadOfManyFilesIsRememberedForEachOfThem() throws IOException {
    Path first = file("first.csv", HEADER + line("10.1.11.1", "1") + "\n");
    Path second = file("second.csv", HEADER + line("10.1.11.2", "1") + "\n");
    assertEquals(0, load("nfdump-csv", first, second.toString()).status());
    List<String> whole = snapshot();
    // As if the load of both had died before the second's row of loaded_files was known.
    Path staging = tables.folder().resolve("flow/hive/.loading-" + sha256(first).substring(0, 16));
    Files.createDirectories(staging.resolve("events"));
    Files.createFile(staging.resolve(sha256(first).substring(0, 16)));
    Path mark = Files.createFile(staging.resolve(sha256(second).substring(0, 16)));

    assertEquals(0, load("nfdump-csv", first).status());
    assertTrue(Files.exists(mark), "the second is still incomplete");
    assertEquals(3, load("nfdump-csv", first).status(), "the first is not");
    // A file that can't be loaded does not hide it either.
    Path bad = file("worse.csv", HEADER + "bad\n");
    assertEquals(3, load("nfdump-csv", second, bad.toString()).status());
    assertEquals(0, load("nfdump-csv", second).status());
    assertEquals(whole, snapshot());
    assertEquals(3, load("nfdump-csv", second).status());
    assertEquals(
        Arrays.asList("[2]"),
        rows("SELECT COUNT(*) FROM load_test.flow WHERE sip LIKE '10.1.11.%'"));
  }

  @Test
  void oneBadFileKeepsAllOut() throws IOException {
    Path good = file("good.csv", HEADER + line("10.1.7.1", "1") + "\n");
    Path bad = file("bad.csv", HEADER + "\u0001\u0002\n\u0003,4\n");
    List<String> before = snapshot();
    LoadRun run = load("nfdump-csv", good, bad.toString());
    assertEquals(3, run.status());
    assertEquals(
        "load: file:"
            + bad
            + ": none of its 2 lines is an event of the format nfdump-csv, the first: line 2 has 1"
            + " columns, the header has 8; nothing was loaded\n",
        run.err());
    assertEquals(before, snapshot());
    assertEquals("", run.out());
  }

  @Test
  void truncatedGzipIsNotLoaded() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 0; i < 20_000; i++) {
      text.append(line("10.1.8.1", Integer.toString(i * 7919 % 100_003))).append('\n');
    }
    byte[] gzip = gzip(text.toString());
    for (byte[] damaged :
        new byte[][] {Arrays.copyOf(gzip, gzip.length / 2), Arrays.copyOf(gzip, gzip.length - 3)}) {
      Path csv = folder.resolve("truncated.csv.gz");
      Files.write(csv, damaged);
      List<String> before = snapshot();
      LoadRun run = load("nfdump-csv", csv);
      assertEquals(3, run.status());
      assertEquals(
          "load: file:"
              + csv
              + ": is damaged or truncated gzip (Unexpected end of input stream): fetch it again;"
              + " nothing was loaded\n",
          run.err());
      assertEquals(before, snapshot());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "missing.csv | FILE: does not exist: check the path; nothing was loaded",
        "empty.csv   | file:FILE: is empty; nothing was loaded",
        "folder      | FILE: is a folder: give the files in it; nothing was loaded",
        "folder/x/y  | FILE: does not exist: check the path; nothing was loaded",
        "header.csv  | file:FILE: has no events; nothing was loaded",
        "wrong.csv   | file:FILE: line 1: the header has no column sa, da, sp, dp, pr, ipkt, ibyt:"
            + " write the file with nfdump -o csv, release 1.6; nothing was loaded",
      })
  void aFileThatCannotBeLoadedSaysWhy(String name, String message) throws IOException {
    file("empty.csv", "");
    file("header.csv", HEADER + "Summary\nflows,bytes\n0,0\n");
    file("wrong.csv", "ts,source,target\n1,2,3\n");
    Files.createDirectory(folder.resolve("folder"));
    List<String> before = snapshot();
    Path path = folder.resolve(name);
    LoadRun run = load("nfdump-csv", path);
    assertEquals(3, run.status());
    assertEquals("load: " + message.replace("FILE", path.toString()) + "\n", run.err());
    assertEquals(before, snapshot());
  }

  @Test
  void theSameContentTwiceInOneCommandIsRefused() throws IOException {
    Path one = file("one.csv", HEADER + line("10.1.9.1", "1"));
    Path two = file("two.csv", HEADER + line("10.1.9.1", "1"));
    LoadRun run = load("nfdump-csv", one, two.toString());
    assertEquals(3, run.status());
    assertEquals(
        "load: file:"
            + two
            + ": has the same content as file:"
            + one
            + ": leave one away; nothing was loaded\n",
        run.err());
  }

  @Test
  void wrongArgumentsAreUsage() throws IOException {
    String file = file("any.csv", HEADER).toString();
    assertEquals(1, LoadRun.of("flow", file).status());
    assertEquals(1, LoadRun.of("flow", "--format", "nfdump-csv").status());
    assertEquals(1, LoadRun.of("mail", "--format", "mbox", file).status());
    assertEquals(1, LoadRun.of("flow", "--format", "zeek-conn", "--date", "8.7.", file).status());
    LoadRun format = LoadRun.of("flow", "--format", "pcap", file);
    assertEquals(1, format.status());
    assertEquals(
        "load: unknown format 'pcap' for flow: one of nfdump-csv, zeek-conn, parquet\n",
        format.err());
  }

  @Test
  void withoutTablesNothingIsTouched() throws IOException {
    Path csv = file("any.csv", HEADER + line("10.1.10.1", "1"));
    LoadRun database = LoadRun.of("flow", "--format", "nfdump-csv", "--database", "none", "" + csv);
    assertEquals(2, database.status());
    assertEquals(
        "load: there is no database none in this metastore: run ddl/database.sql\n",
        database.err());
    TestWarehouse.session().sql("CREATE DATABASE IF NOT EXISTS load_test_bare");
    LoadRun bare =
        LoadRun.of("flow", "--format", "nfdump-csv", "--database", "load_test_bare", "" + csv);
    assertEquals(2, bare.status());
    assertTrue(bare.err().startsWith("load: there is no table load_test_bare."), bare.err());
  }

  @Test
  void zeekFilesTogether() {
    LoadRun run =
        load("zeek-conn", RESOURCES.resolve("conn.log"), RESOURCES.resolve("conn.json").toString());
    assertEquals(0, run.status(), run.toString());
    assertTrue(run.out().contains("conn.log: 4 rows loaded, 2 rejected, 15 lines without"));
    assertTrue(run.out().endsWith("in all: 9 rows loaded, 12 rejected, from 2 files\n"), run.out());
    assertTrue(run.out().contains("conn.json: 5 rows loaded, 10 rejected, 1 lines without"));
    assertEquals(
        Arrays.asList("[2016-07-08 00:00:00,0,9223372036854775807]"),
        rows(
            "SELECT MIN(treceived), MIN(obyt), MAX(obyt) FROM load_test.flow"
                + " WHERE m = 7 AND d = 8 AND h <= 1"));
  }

  private static LoadRun load(String format, Path file, String... more) {
    Stream<String> args =
        Stream.of("flow", "--database", "load_test", "--format", format, file.toString());
    return LoadRun.of(Stream.concat(args, Arrays.stream(more)).toArray(String[]::new));
  }

  private static String line(String sip, String ibyt) {
    return "2016-07-08 10:00:00," + sip + ",10.0.0.1,50000,443,TCP,1," + ibyt;
  }

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }

  private static List<String> rows(String sql) {
    return TestWarehouse.session().sql(sql).collectAsList().stream()
        .map(Row::toString)
        .collect(Collectors.toList());
  }

  /** All files of the three tables; a load that fails leaves none behind and takes none away. */
  private static List<String> snapshot() throws IOException {
    try (Stream<Path> all = Files.walk(tables.folder())) {
      return all.filter(path -> Files.isRegularFile(path) || path.toString().contains(".loading"))
          .map(Path::toString)
          .filter(path -> !path.endsWith(".crc"))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  private static String sha256(Path file) throws IOException {
    try {
      byte[] digest =
          java.security.MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
      return String.format("%064x", new java.math.BigInteger(1, digest));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
