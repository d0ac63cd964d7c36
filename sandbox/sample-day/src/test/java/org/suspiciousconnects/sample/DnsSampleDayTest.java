/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suspiciousconnects.warehouse.Source;

/** A day of DNS answers as who loads it finds it. */
class DnsSampleDayTest {
  private static final int ROWS = 20_000;

  private static final String INVALID =
      "frame_time IS NULL OR frame_time = '' OR unix_tstamp IS NULL OR unix_tstamp < 0"
          + " OR frame_len IS NULL OR frame_len < 0 OR ip_dst IS NULL OR dns_qry_name IS NULL"
          + " OR dns_qry_name = '-'"
          + " OR coalesce(dns_qry_class, dns_qry_type, dns_qry_rcode) IS NULL";

  @TempDir static Path folder;

  private static GeneratedDay day;

  @BeforeAll
  static void generate() {
    day = GeneratedDay.of(Source.DNS, ROWS, 11, folder);
  }

  @AfterAll
  static void stop() {
    day.close();
  }

  @Test
  void columnsAreThoseOfTheTable() throws IOException {
    assertEquals(
        "frame_time STRING,unix_tstamp BIGINT,frame_len INT,ip_dst STRING,ip_src STRING,"
            + "dns_qry_name STRING,dns_qry_class STRING,dns_qry_type INT,dns_qry_rcode INT,"
            + "dns_a STRING",
        day.columns());
  }

  @Test
  void everyRowIsInTheFolderOfItsHour() {
    String valid = "NOT coalesce(" + INVALID + ", false)";
    assertEquals(ROWS - 20, day.count(valid));
    assertEquals(
        ROWS - 20,
        day.count(
            valid
                + " AND y = 2016 AND m = 7 AND d = 8 AND frame_time LIKE 'Jul 8 2016 % UTC'"
                + " AND split(frame_time, ' ')[3] RLIKE '^[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{6}000$'"
                + " AND CAST(substr(split(frame_time, ' ')[3], 1, 2) AS INT) = h"
                + " AND unix_tstamp = unix_seconds(to_timestamp(concat('2016-07-08 ',"
                + " substr(split(frame_time, ' ')[3], 1, 8))))"));
  }

  @Test
  void twentyRowsAreInvalidInTenWays() {
    assertEquals(20, day.count(INVALID));
    for (String way : INVALID.split(" OR ")) {
      assertEquals(2, day.count(way), way);
    }
  }

  @Test
  void everyLabelIsExactlyOneRow() throws IOException {
    assertEquals(
        "kind\tframe_time\tunix_tstamp\tframe_len\tip_dst\tdns_qry_name\tdns_qry_type\tdns_qry_rcode",
        day.labelHeader());
    assertEquals("[[dga,52], [tunnel,90], [zone_transfer,8]]", day.labelsOfOneRow().toString());
  }

  @Test
  void aTunnelIsLongNamesBelowDomainsOfOneWorkstation() {
    assertEquals(
        "[1,com info xyz,5 10 16,90]",
        day.sql(
                "SELECT COUNT(DISTINCT ip_dst),"
                    + " array_join(array_sort(collect_set(substring_index(dns_qry_name, '.', -1))), ' '),"
                    + " array_join(array_sort(collect_set(dns_qry_type)), ' '),"
                    + " COUNT(DISTINCT dns_qry_name)"
                    + " FROM labels WHERE kind = 'tunnel' AND length(dns_qry_name) BETWEEN 90 AND 253")
            .first()
            .toString());
  }

  @Test
  void generatedDomainsMostlyDoNotExist() {
    Row dga =
        day.sql(
                "SELECT COUNT(DISTINCT ip_dst), COUNT(DISTINCT dns_qry_name),"
                    + " COUNT(DISTINCT substring_index(dns_qry_name, '.', -1)),"
                    + " SUM(IF(dns_qry_rcode = 3, 1, 0)) FROM labels WHERE kind = 'dga'"
                    + " AND dns_qry_name RLIKE '^[a-z]{12,22}[.][a-z]+$'")
            .first();
    assertEquals("[1,52]", "[" + dga.get(0) + "," + dga.get(1) + "]");
    assertTrue(dga.getLong(2) >= 4, dga.toString());
    assertTrue(dga.getLong(3) >= 40, dga.toString());
  }

  @Test
  void zonesAreTransferredByAWorkstation() {
    assertEquals(8, day.count("dns_qry_type = 252"));
    assertEquals(
        "[1,4]",
        day.sql(
                "SELECT COUNT(DISTINCT ip_dst), COUNT(DISTINCT dns_qry_name) FROM labels"
                    + " WHERE kind = 'zone_transfer' AND dns_qry_type = 252"
                    + " AND ip_dst RLIKE '^10[.]1[0-4][.]'")
            .first()
            .toString());
  }

  /**
   * So that whoever looks for long or random names, or for names that don't exist, finds others.
   */
  @ParameterizedTest
  @CsvSource({
    "dns_qry_name RLIKE '^[0-9a-f]{40}[.]', 100",
    "dns_qry_name RLIKE '^[0-9a-f]{32}[.][0-9a-f]{24}[.]' AND dns_qry_type = 16, 100",
    "dns_qry_name RLIKE '^[a-z]{7}[a-z]*[.]corp[.]example$' AND dns_qry_rcode = 3, 100",
    "dns_qry_name LIKE '%.info' AND length(dns_qry_name) < 60 AND dns_qry_rcode = 0, 50",
    "dns_qry_name LIKE '%.xyz' AND length(dns_qry_name) < 60, 10",
    "dns_qry_name LIKE '%xn--%', 20"
  })
  void whatLooksStrangeIsMostlyHarmless(String condition, int atLeast) {
    assertTrue(day.count(condition) >= atLeast, condition + ": " + day.count(condition));
  }

  @ParameterizedTest
  @CsvSource({
    "dns_qry_type = 1, 0.6, 0.78",
    "dns_qry_type = 28, 0.12, 0.25",
    "dns_qry_type = 12, 0.02, 0.08",
    "dns_qry_type = 15, 0.003, 0.02",
    "dns_qry_type = 16, 0.01, 0.05",
    "dns_qry_type = 33, 0.02, 0.06",
    "dns_qry_type = 5, 0.003, 0.02",
    "dns_qry_rcode = 0, 0.85, 0.95",
    "dns_qry_rcode = 3, 0.05, 0.15",
    "dns_qry_rcode = 2, 0.001, 0.01",
    "dns_qry_class = '1', 0.9998, 1",
    "ip_dst LIKE '10.%', 0.9998, 1",
    "ip_src LIKE '10.0.20.%', 0.9, 0.98",
    "dns_a IS NOT NULL, 0.55, 0.7"
  })
  void sharesAreThoseOfAnEnterprise(String condition, double low, double high) {
    double share = day.count(condition) / (double) ROWS;
    assertTrue(share >= low && share <= high, condition + ": " + share);
  }

  @Test
  void framesAreAsLongAsTheirNamesAndAnswers() {
    assertEquals(
        0, day.count("frame_len >= 0 AND frame_len < 14 + 20 + 8 + 12 + 5 + length(dns_qry_name)"));
    assertEquals(0, day.count("frame_len > 1514"));
    assertEquals(0, day.count("dns_a IS NOT NULL AND (dns_qry_type <> 1 OR dns_qry_rcode <> 0)"));
  }

  @Test
  void officeHoursAreBusyButTelemetryNeverSleeps() {
    assertTrue(day.count("h = 10") > 8 * day.count("h = 3"));
    String telemetry = "dns_qry_name LIKE '%.os-telemetry.com' AND ip_dst NOT LIKE '10.0.%'";
    assertTrue(day.count(telemetry + " AND h < 6") > 100);
  }

  @Test
  void aSiteHasOneAddress() {
    List<Row> addresses =
        day.sql(
                "SELECT COUNT(DISTINCT dns_a) FROM dns WHERE dns_qry_name IN"
                    + " ('www.lookfor.com', 'www.clipstream.com', 'www.friendlist.com')"
                    + " GROUP BY dns_qry_name")
            .collectAsList();
    assertTrue(addresses.stream().allMatch(row -> row.getLong(0) == 1), addresses.toString());
  }
}
