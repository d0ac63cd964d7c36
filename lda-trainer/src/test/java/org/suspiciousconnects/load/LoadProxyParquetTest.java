/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suspiciousconnects.warehouse.TestWarehouse;

/** The command with Parquet of proxy requests. Each test loads clients of its own. */
class LoadProxyParquetTest {
  private static final String REQUEST =
      "SELECT '2016-07-08' AS p_date, '03:20:30' AS p_time, '%s' AS clientip,"
          + " 'example.com' AS host, 'GET' AS reqmethod, 'curl' AS useragent,"
          + " 'text/html' AS resconttype, '200' AS respcode, 'example.com/a' AS fulluri";

  private static TestWarehouse tables;

  @TempDir Path folder;

  @BeforeAll
  static void createTables() {
    tables = TestWarehouse.create("load_proxy_parquet_test");
  }

  @Test
  void partitionsAreTextOfTwoDigits() {
    write(String.format(REQUEST, "10.4.1.1"), "in");
    LoadRun run = load("in");
    assertEquals(0, run.status(), run.toString());
    assertEquals(
        Arrays.asList(
            "[2016-07-08,03:20:30,10.4.1.1,example.com,GET,curl,text/html,null,null,null,null,null,"
                + "null,null,200,null,null,null,null,null,null,null,null,null,null,null,null,"
                + "example.com/a,2016,07,08,03]"),
        rows(
            "SELECT * FROM load_proxy_parquet_test.proxy WHERE clientip = '10.4.1.1'"
                + " AND y = '2016' AND m = '07' AND d = '08' AND h = '03'"));
    assertTrue(Files.isDirectory(tables.folder().resolve("proxy/hive/y=2016/m=07/d=08/h=03")));
    assertTrue(
        rows("SHOW PARTITIONS load_proxy_parquet_test.proxy").contains("[y=2016/m=07/d=08/h=03]"));
  }

  @Test
  void theHourIsThatOfTheFoldersElseOfDateAndTime() {
    String request = String.format(REQUEST, "10.4.2.1");
    write(request, "in/y=2016/m=07/d=09/h=00");
    write(request.replace("03:20:30", "23:59:59.999"), "in/b");
    // The folders say it where the columns do not.
    write(request.replace("03:20:30", "-"), "in/y=2016/m=12/d=31/h=23");
    LoadRun run = load("in");
    assertEquals(0, run.status(), run.toString());
    assertEquals(
        Arrays.asList(
            "[2016,07,08,23,23:59:59.999]", "[2016,07,09,00,03:20:30]", "[2016,12,31,23,-]"),
        rows(
            "SELECT y, m, d, h, p_time FROM load_proxy_parquet_test.proxy"
                + " WHERE clientip = '10.4.2.1' ORDER BY m, d, h"));
    LoadRun one = load("in", "--replace", "--date", "2016-12-31");
    assertEquals(0, one.status(), one.toString());
    assertEquals(
        Arrays.asList("[12]"),
        rows("SELECT m FROM load_proxy_parquet_test.proxy WHERE clientip = '10.4.2.1'"));
  }

  @Test
  void rowsWithoutAnHourAreRejected() {
    String request = String.format(REQUEST, "10.4.3.1");
    write(
        Stream.of(
                request,
                request.replace("'2016-07-08'", "CAST(NULL AS STRING)"),
                request.replace("2016-07-08", "08/Jul/2016"),
                request.replace("03:20:30", "03:20:30+02:00"),
                request.replace("03:20:30", "24:00:00"))
            .collect(Collectors.joining(" UNION ALL ")),
        "in");
    LoadRun run = load("in");
    assertTrue(run.out().contains(": 1 rows loaded, 4 rejected, 0 lines"), run.toString());
    String remedy = " are no time as yyyy-MM-dd and HH:mm:ss]";
    assertEquals(
        Arrays.asList(
            "[2,p_date 'null' and p_time '03:20:30'" + remedy,
            "[3,p_date '08/Jul/2016' and p_time '03:20:30'" + remedy,
            "[4,p_date '2016-07-08' and p_time '03:20:30+02:00'" + remedy,
            "[5,p_date '2016-07-08' and p_time '24:00:00'" + remedy),
        rows(
            "SELECT line_number, reason FROM load_proxy_parquet_test.proxy_rejected_lines"
                + " WHERE raw LIKE '%10.4.3.1%' ORDER BY line_number"));
  }

  @Test
  void codesMayBeNumbers() {
    write(
        String.format(REQUEST, "10.4.4.1").replace("'200'", "404")
            + ", 443L AS uriport, 12Y AS webcat, CAST(7 AS DECIMAL(10, 0)) AS virusid,"
            + " 1500L AS duration, 10000000000L AS scbytes, 5S AS csbytes"
            + " UNION ALL "
            + String.format(REQUEST, "10.4.4.1").replace("'200'", "-1")
            + ", NULL, 12Y, NULL, 1L, 2L, 3S",
        "in");
    LoadRun run = load("in");
    assertTrue(run.out().contains(": 1 rows loaded, 1 rejected, 0 lines"), run.toString());
    assertEquals(
        Arrays.asList("[-1,null,12,null,1,2,3]"),
        rows(
            "SELECT respcode, uriport, webcat, virusid, duration, scbytes, csbytes"
                + " FROM load_proxy_parquet_test.proxy WHERE clientip = '10.4.4.1'"));
    assertEquals(
        Arrays.asList("[1,scbytes '10000000000' does not fit INT]"),
        rows(
            "SELECT line_number, reason FROM load_proxy_parquet_test.proxy_rejected_lines"
                + " WHERE raw LIKE '%10.4.4.1%'"));
  }

  @Test
  void missingColumnsAreNamed() {
    write("SELECT '2016-07-08' AS p_date, '10.4.9.1' AS clientip, '200' AS respcode", "in");
    assertFails(
        ": has no column p_time, host, reqmethod, useragent, resconttype, fulluri: a request needs"
            + " p_date, p_time, clientip, host, reqmethod, useragent, resconttype, respcode,"
            + " fulluri; nothing was loaded\n");
  }

  @Test
  void aTypeThatCannotBeTakenIsNamed() {
    write(String.format(REQUEST, "10.4.9.1").replace("'2016-07-08'", "DATE '2016-07-08'"), "in");
    assertFails(": has the column p_date as DATE, STRING is needed; nothing was loaded\n");
  }

  private void assertFails(String message) {
    LoadRun run = load("in");
    assertEquals(3, run.status());
    assertTrue(run.err().startsWith("load: file:" + folder.resolve("in") + "/"), run.err());
    assertTrue(run.err().endsWith(message), run.err());
    assertEquals(
        Arrays.asList("[0]"),
        rows("SELECT COUNT(*) FROM load_proxy_parquet_test.proxy WHERE clientip = '10.4.9.1'"));
  }

  private LoadRun load(String name, String... more) {
    Stream<String> args =
        Stream.of(
            "proxy",
            "--database",
            "load_proxy_parquet_test",
            "--format",
            "parquet",
            folder.resolve(name).toString());
    return LoadRun.of(Stream.concat(args, Arrays.stream(more)).toArray(String[]::new));
  }

  private void write(String sql, String name) {
    TestWarehouse.session().sql(sql).coalesce(1).write().parquet(folder.resolve(name).toString());
  }

  private static List<String> rows(String sql) {
    return TestWarehouse.session().sql(sql).collectAsList().stream()
        .map(Row::toString)
        .collect(Collectors.toList());
  }
}
