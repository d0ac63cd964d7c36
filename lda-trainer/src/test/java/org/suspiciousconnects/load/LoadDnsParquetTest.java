/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

/** The command with Parquet of DNS answers. Each test loads names of its own. */
class LoadDnsParquetTest {
  /** 1467973230 is 2016-07-08 10:20:30 UTC. */
  private static final String ANSWER =
      "SELECT 'Jul  8, 2016 10:20:30.000000000 UTC' AS frame_time, 1467973230L AS unix_tstamp,"
          + " 120 AS frame_len, '10.3.0.1' AS ip_dst, '%s' AS dns_qry_name,"
          + " '0x00000001' AS dns_qry_class, 1 AS dns_qry_type, 0 AS dns_qry_rcode";

  @TempDir Path folder;

  @BeforeAll
  static void createTables() {
    TestWarehouse.create("load_dns_parquet_test");
  }

  @Test
  void theHourIsThatOfTheFoldersElseOfTheTime() {
    write(String.format(ANSWER, "hour.example"), "in/a");
    write(String.format(ANSWER, "hour.example").replace("120", "122"), "in/y=2016/m=7/d=9/h=3");
    // Spot's own folders say the hour of answers that have no time.
    write(
        String.format(ANSWER, "hour.example")
            .replace("1467973230L", "CAST(NULL AS BIGINT)")
            .replace("120", "121"),
        "in/y=2016/m=07/d=09/h=04");
    LoadRun run = load("in");
    assertEquals(0, run.status(), run.toString());
    assertEquals(
        Arrays.asList(
            "[Jul  8, 2016 10:20:30.000000000 UTC,1467973230,120,10.3.0.1,null,hour.example,"
                + "0x00000001,1,0,null,2016,7,8,10]",
            "[Jul  8, 2016 10:20:30.000000000 UTC,1467973230,122,10.3.0.1,null,hour.example,"
                + "0x00000001,1,0,null,2016,7,9,3]",
            "[Jul  8, 2016 10:20:30.000000000 UTC,null,121,10.3.0.1,null,hour.example,"
                + "0x00000001,1,0,null,2016,7,9,4]"),
        rows(
            "SELECT * FROM load_dns_parquet_test.dns WHERE dns_qry_name = 'hour.example' ORDER BY d, h"));
  }

  @Test
  void theClassMayBeANumberAndAllNumbersOfAnyType() {
    write(
        "SELECT 1 AS DNS_QRY_CLASS, 28L AS dns_qry_type, 3Y AS dns_qry_rcode,"
            + " 1467973230.0D AS unix_tstamp, 90L AS frame_len, '10.0.0.53' AS ip_src,"
            + " 'types.example' AS dns_qry_name, '10.3.0.2' AS ip_dst, '93.184.216.34' AS dns_a,"
            + " 'Jul  8, 2016' AS frame_time",
        "in");
    LoadRun run = load("in");
    assertEquals(0, run.status(), run.toString());
    assertEquals(
        Arrays.asList(
            "[Jul  8, 2016,1467973230,90,10.3.0.2,10.0.0.53,types.example,1,28,3,93.184.216.34,"
                + "2016,7,8,10]"),
        rows("SELECT * FROM load_dns_parquet_test.dns WHERE dns_qry_name = 'types.example'"));
  }

  @Test
  void rowsWithoutAnHourAreRejected() {
    String answer = String.format(ANSWER, "lost.example");
    write(
        Stream.of(
                answer,
                answer.replace("1467973230L", "CAST(NULL AS BIGINT)"),
                answer.replace("1467973230L", "-1L"),
                answer.replace("1467973230L", "253402300800L"))
            .collect(Collectors.joining(" UNION ALL ")),
        "in");
    LoadRun run = load("in");
    assertTrue(run.out().contains(": 1 rows loaded, 3 rejected, 0 lines"), run.toString());
    assertEquals(
        Arrays.asList(
            "[2,unix_tstamp 'null' is no time in seconds, from 1970 to 9999]",
            "[3,unix_tstamp '-1' is no time in seconds, from 1970 to 9999]",
            "[4,unix_tstamp '253402300800' is no time in seconds, from 1970 to 9999]"),
        rows(
            "SELECT line_number, reason FROM load_dns_parquet_test.dns_rejected_lines"
                + " WHERE raw LIKE '%lost.example%' ORDER BY line_number"));
  }

  @Test
  void replaceReplacesWhatTheSameContentBrought() {
    write(String.format(ANSWER, "again.example"), "in");
    assertEquals(0, load("in").status());
    assertEquals(3, load("in").status());
    LoadRun run = load("in", "--replace");
    assertEquals(0, run.status(), run.toString());
    assertEquals(
        Arrays.asList("[1]"),
        rows(
            "SELECT COUNT(*) FROM load_dns_parquet_test.dns WHERE dns_qry_name = 'again.example'"));
    assertEquals(
        Arrays.asList("[dns,1]"),
        rows(
            "SELECT source, rows_loaded FROM load_dns_parquet_test.loaded_files WHERE file_path LIKE '%"
                + folder.getFileName()
                + "%'"));
  }

  @Test
  void missingColumnsAreNamed() {
    write("SELECT 1467973230L AS unix_tstamp, '10.3.0.1' AS ip_dst, 1 AS dns_qry_type", "in");
    assertFails(
        ": has no column frame_time, frame_len, dns_qry_name, dns_qry_class, dns_qry_rcode:"
            + " a DNS answer needs frame_time, unix_tstamp, frame_len, ip_dst, dns_qry_name,"
            + " dns_qry_class, dns_qry_type, dns_qry_rcode; nothing was loaded\n");
  }

  @Test
  void anAddressIsNoNumber() {
    write(String.format(ANSWER, "wrong.example").replace("'10.3.0.1'", "167968769"), "in");
    assertFails(": has the column ip_dst as INT, STRING is needed; nothing was loaded\n");
  }

  @Test
  void aClassWithAFractionIsNoNumberOfOurs() {
    write(String.format(ANSWER, "wrong.example").replace("'0x00000001'", "1.0D"), "in");
    assertFails(": has the column dns_qry_class as DOUBLE, STRING is needed; nothing was loaded\n");
  }

  private void assertFails(String message) {
    LoadRun run = load("in");
    assertEquals(3, run.status());
    assertTrue(run.err().startsWith("load: file:" + folder.resolve("in") + "/"), run.err());
    assertTrue(run.err().endsWith(message), run.err());
    assertEquals(
        Arrays.asList("[0]"),
        rows(
            "SELECT COUNT(*) FROM load_dns_parquet_test.dns WHERE dns_qry_name = 'wrong.example'"));
  }

  private LoadRun load(String name, String... more) {
    Stream<String> args =
        Stream.of(
            "dns",
            "--database",
            "load_dns_parquet_test",
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
