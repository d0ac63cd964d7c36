/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suspiciousconnects.warehouse.TestWarehouse;

/** The command with Parquet, on a real warehouse. Each test loads contents of its own. */
class LoadParquetTest {
  private static final String FLOW =
      "SELECT '2016-07-08 10:20:30' AS treceived, '%1$s' AS sip, '10.0.0.1' AS dip,"
          + " 50000 AS sport, 443 AS dport, 'TCP' AS proto, 2L AS ipkt, 100L AS ibyt";

  private static TestWarehouse tables;

  @TempDir Path folder;

  @BeforeAll
  static void createTables() {
    tables = TestWarehouse.create("load_parquet_test");
  }

  @Test
  void fillsInTheColumnsOfTheTimeAndNulls() {
    write(String.format(FLOW, "10.2.1.1"), "in");
    LoadRun run = load("in");
    assertEquals(0, run.status(), run.toString());
    assertTrue(run.out().contains(": 1 rows loaded, 0 rejected, 0 lines"), run.out());
    assertEquals(
        Arrays.asList(
            "[2016-07-08 10:20:30,1467973230,2016,7,8,10,20,30,null,10.2.1.1,10.0.0.1,50000,443,"
                + "TCP,null,null,null,2,100,null,null,null,null,null,null,null,null,null,"
                + "2016,7,8,10]"),
        rows("SELECT * FROM load_parquet_test.flow WHERE sip = '10.2.1.1'"));
  }

  @Test
  void takesOtherTypesAndAnyOrder() {
    write(
        "SELECT 100Y AS ibyt, 2.0D AS ipkt, CAST(443 AS DECIMAL(20, 0)) AS DPort, 50000L AS sport,"
            + " CAST('TCP' AS BINARY) AS proto, '10.0.0.1' AS dip, '10.2.2.1' AS sip,"
            + " 0.1D AS tdur, 2016.0F AS tryear, 7L AS trmonth, 8S AS trday, 23Y AS trhour,"
            + " 'not a column of ours' AS note, '2016-07-08 10:20:30' AS treceived",
        "in");
    assertEquals(0, load("in").status());
    assertEquals(
        Arrays.asList("[100,2,443,50000,TCP,0.1,2016,7,8,23,20,23]"),
        rows(
            "SELECT ibyt, ipkt, dport, sport, proto, tdur, tryear, trmonth, trday, trhour, trminute,"
                + " h FROM load_parquet_test.flow WHERE sip = '10.2.2.1'"));
  }

  @Test
  void foldersSayTheHourElseItsColumnsElseTheTime() {
    String event = String.format(FLOW, "10.2.3.1") + ", 2016 AS tryear, 7 AS trmonth, 9 AS trday,";
    write(event + " CAST(NULL AS INT) AS trhour, 1 AS sas", "in/y=2016/m=7/d=10/h=03");
    write(event + " 23 AS trhour, 2 AS sas", "in/b");
    write(event + " CAST(NULL AS INT) AS trhour, 3 AS sas", "in/c d%20é");
    write(event + " 99 AS trhour, 4 AS sas", "in/y=2016/m=13/d=10/h=03");
    LoadRun run = load("in");
    assertEquals(0, run.status(), run.toString());
    assertEquals(
        Arrays.asList("[1,10,3,null]", "[2,9,23,23]", "[3,8,10,null]", "[4,8,10,99]"),
        rows(
            "SELECT sas, d, h, trhour FROM load_parquet_test.flow WHERE sip = '10.2.3.1'"
                + " ORDER BY sas"));
  }

  @Test
  void dateLoadsThatDayOnlyAndTheRestIsCounted() {
    write(
        String.format(FLOW, "10.2.4.1")
            + " UNION ALL "
            + String.format(FLOW, "10.2.4.2").replace("07-08", "07-09"),
        "in");
    LoadRun run = load("in", "--date", "2016-07-09");
    assertTrue(
        run.out()
            .contains(
                ": 1 rows loaded, 0 rejected, 0 lines without an event,"
                    + " 1 rows of other days [2016-07-08]; days 2016-07-09;"),
        run.toString());
    assertEquals(
        Arrays.asList("[10.2.4.2]"),
        rows("SELECT sip FROM load_parquet_test.flow WHERE sip LIKE '10.2.4.%'"));
  }

  @Test
  void rejectsRowsThatDoNotFitOrHaveNoDay() throws IOException {
    String event = String.format(FLOW, "10.2.5.1");
    write(
        Stream.of(
                event.replace("443", "CAST(70000 AS BIGINT)"),
                event.replace("443", "3000000000L"),
                event.replace("443", "443L").replace("2016-07-08 10:20:30", "soon"),
                event.replace("443", "443L").replace("100L", "-1L"))
            .collect(Collectors.joining(" UNION ALL ")),
        "in");
    LoadRun run = load("in");
    assertTrue(run.out().contains(": 2 rows loaded, 2 rejected, 0 lines"), run.toString());
    assertEquals(
        Arrays.asList("[-1,443]", "[100,70000]"),
        rows(
            "SELECT ibyt, dport FROM load_parquet_test.flow WHERE sip = '10.2.5.1' ORDER BY ibyt"));
    assertEquals(
        Arrays.asList(
            "[2,dport '3000000000' does not fit INT,{\"treceived\":\"2016-07-08 10:20:30\","
                + "\"sip\":\"10.2.5.1\",\"dip\":\"10.0.0.1\",\"sport\":50000,\"dport\":3000000000,"
                + "\"proto\":\"TCP\",\"ipkt\":2,\"ibyt\":100}]",
            "[3,treceived 'soon' is no time as yyyy-MM-dd HH:mm:ss,{\"treceived\":\"soon\","
                + "\"sip\":\"10.2.5.1\",\"dip\":\"10.0.0.1\",\"sport\":50000,\"dport\":443,"
                + "\"proto\":\"TCP\",\"ipkt\":2,\"ibyt\":100}]"),
        rows(
            "SELECT line_number, reason, raw FROM load_parquet_test.flow_rejected_lines"
                + " WHERE file_path LIKE '%"
                + folder.getFileName()
                + "%' ORDER BY line_number"));
  }

  @Test
  void numbersAtTheEdgeOfTheirType() {
    String event = String.format(FLOW, "10.2.6.1");
    write(
        Stream.of(
                "9223372036854775807BD", "9223372036854775808BD", "1.5BD", "-9223372036854775808BD")
            .map(count -> event.replace("100L", "CAST(" + count + " AS DECIMAL(30, 2))"))
            .collect(Collectors.joining(" UNION ALL ")),
        "decimals");
    write(
        Stream.of("9.3E18D", "'NaN'", "'Infinity'", "1.5D", "4D")
            .map(count -> event.replace("100L", "CAST(" + count + " AS DOUBLE)"))
            .collect(Collectors.joining(" UNION ALL ")),
        "doubles");
    assertEquals(0, load("decimals").status());
    assertEquals(0, load("doubles").status());
    assertEquals(
        Arrays.asList("[-9223372036854775808]", "[4]", "[9223372036854775807]"),
        rows("SELECT ibyt FROM load_parquet_test.flow WHERE sip = '10.2.6.1' ORDER BY ibyt"));
  }

  @Test
  void filesOfDifferentSchemasLoadTogetherAndEmptyOnesAreIgnored() {
    write(String.format(FLOW, "10.2.7.1"), "in/a");
    write(String.format(FLOW, "10.2.7.2").replace("443", "443L"), "in/b");
    write(String.format(FLOW, "10.2.7.3") + " WHERE FALSE", "in/c");
    write(String.format(FLOW, "10.2.7.3") + " WHERE FALSE", "in/d");
    LoadRun run = load("in");
    assertEquals(0, run.status(), run.toString());
    assertTrue(run.out().endsWith("in all: 2 rows loaded, 0 rejected, from 2 files\n"), run.out());
    assertEquals(3, run.out().lines().count(), run.out());
    assertEquals(
        Arrays.asList("[10.2.7.1]", "[10.2.7.2]"),
        rows("SELECT sip FROM load_parquet_test.flow WHERE sip LIKE '10.2.7.%' ORDER BY sip"));
    LoadRun empty = load("in/c");
    assertEquals(3, empty.status());
    assertEquals(
        "load: " + folder.resolve("in/c") + ": has no rows; nothing was loaded\n", empty.err());
  }

  @Test
  void replaceIsIdempotent() {
    write(String.format(FLOW, "10.2.8.1"), "in");
    assertEquals(0, load("in").status());
    assertEquals(3, load("in").status());
    assertEquals(0, load("in", "--replace").status());
    assertEquals(
        Arrays.asList("[1]"),
        rows("SELECT COUNT(*) FROM load_parquet_test.flow WHERE sip = '10.2.8.1'"));
  }

  @Test
  void missingColumnsAreNamed() {
    write("SELECT '10.2.9.1' AS sip, '10.0.0.1' AS dip, 1 AS sport, 2L AS ipkt", "in");
    assertFails(
        ": has no column treceived, dport, proto, ibyt: a flow needs treceived, sip, dip, sport,"
            + " dport, proto, ipkt, ibyt; nothing was loaded\n");
  }

  @Test
  void aTypeThatCannotBeTakenIsNamed() {
    write(String.format(FLOW, "10.2.9.2").replace("443", "'https'"), "in");
    assertFails(": has the column dport as STRING, INT is needed; nothing was loaded\n");
  }

  @Test
  void textIsNoParquet() throws IOException {
    Files.createDirectory(folder.resolve("in"));
    Files.writeString(folder.resolve("in/flows.parquet"), "ts,te,td\n1,2,3\n");
    assertFails(": is no Parquet file: give the folder or files of a table; nothing was loaded\n");
  }

  @Test
  void aFolderWithoutFilesSaysSo() throws IOException {
    Files.createDirectories(folder.resolve("in/_temporary"));
    Files.createFile(folder.resolve("in/_SUCCESS"));
    LoadRun run = load("in");
    assertEquals(3, run.status());
    assertEquals(
        "load: " + folder.resolve("in") + ": has no files in it; nothing was loaded\n", run.err());
  }

  private void assertFails(String message) {
    List<String> before = rows("SELECT COUNT(*) FROM load_parquet_test.flow");
    LoadRun run = load("in");
    assertEquals(3, run.status());
    assertTrue(run.err().startsWith("load: file:" + folder.resolve("in") + "/"), run.err());
    assertTrue(run.err().endsWith(message), run.err());
    assertEquals(before, rows("SELECT COUNT(*) FROM load_parquet_test.flow"));
  }

  private LoadRun load(String name, String... more) {
    Stream<String> args =
        Stream.of("flow", "--database", "load_parquet_test", "--format", "parquet");
    return LoadRun.of(
        Stream.of(args, Stream.of(folder.resolve(name).toString()), Arrays.stream(more))
            .flatMap(stream -> stream)
            .toArray(String[]::new));
  }

  private void write(String sql, String name) {
    SparkSession session = TestWarehouse.session();
    Dataset<Row> rows = session.sql(sql);
    rows.coalesce(1).write().parquet(folder.resolve(name).toString());
  }

  private static List<String> rows(String sql) {
    return TestWarehouse.session().sql(sql).collectAsList().stream()
        .map(Row::toString)
        .collect(Collectors.toList());
  }
}
