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

/** A day of flows as who loads it finds it. */
class FlowSampleDayTest {
  private static final int ROWS = 20_000;

  @TempDir static Path folder;

  private static GeneratedDay day;

  @BeforeAll
  static void generate() {
    day = GeneratedDay.of(Source.FLOW, ROWS, 11, folder);
  }

  @AfterAll
  static void stop() {
    day.close();
  }

  @Test
  void columnsAreThoseOfTheTable() throws IOException {
    assertEquals(
        "treceived STRING,unix_tstamp BIGINT,tryear INT,trmonth INT,trday INT,trhour INT,"
            + "trminute INT,trsec INT,tdur FLOAT,sip STRING,dip STRING,sport INT,dport INT,"
            + "proto STRING,flag STRING,fwd INT,stos INT,ipkt BIGINT,ibyt BIGINT,opkt BIGINT,"
            + "obyt BIGINT,input INT,output INT,sas INT,das INT,dtos INT,dir INT,rip STRING",
        day.columns());
  }

  @Test
  void everyRowIsInTheFolderOfItsHour() {
    assertEquals(
        0,
        day.count(
            "y <> 2016 OR m <> 7 OR d <> 8"
                + " OR substr(treceived, 1, 13) <> concat('2016-07-08 ', lpad(h, 2, '0'))"
                + " OR unix_tstamp <> unix_seconds(to_timestamp(concat(treceived, ' UTC'),"
                + " 'yyyy-MM-dd HH:mm:ss z'))"
                + " OR tryear <> 2016 OR trmonth <> 7 OR trday <> 8"
                + " OR trsec <> CAST(substr(treceived, 18, 2) AS INT)"));
  }

  @Test
  void twentyRowsAreInvalidInTenWays() {
    String invalid =
        "trhour IS NULL OR trhour > 23 OR trminute > 59 OR sip IS NULL OR dip IS NULL"
            + " OR proto IS NULL OR dport > 65535 OR sport < 0 OR ibyt < 0 OR ipkt < 0";
    assertEquals(20, day.count(invalid));
    for (String way : invalid.split(" OR ")) {
      assertEquals(2, day.count(way), way);
    }
    assertEquals(
        ROWS - 20,
        day.count(
            "trhour = h AND trminute = CAST(substr(treceived, 15, 2) AS INT)"
                + " AND NOT ("
                + invalid.replace("trhour IS NULL OR ", "")
                + ")"));
  }

  @Test
  void everyLabelIsExactlyOneRow() throws IOException {
    assertEquals("kind\ttreceived\tsip\tdip\tsport\tdport\tproto\tipkt\tibyt", day.labelHeader());
    assertEquals(
        "[[beacon,48], [exfiltration,8], [lateral,30], [scan,64]]",
        day.labelsOfOneRow().toString());
  }

  @Test
  void attacksLookLikeWhatTheyAreCalled() {
    Row scan = distinct("scan");
    assertEquals("[1,1,64,1]", scan.toString(), "a scan tries many ports of one host");
    Row lateral = distinct("lateral");
    assertEquals(1, lateral.getLong(0));
    assertTrue(lateral.getLong(1) > 20, "lateral movement goes to many hosts");
    assertTrue(lateral.getLong(2) <= 4);
    assertEquals("[1,1,1,24]", distinct("beacon").toString(), "a beacon calls in all hours");
    assertEquals("[1,1,1,1]", distinct("exfiltration").toString());
    long stolen =
        day.sql("SELECT SUM(ibyt) FROM labels WHERE kind = 'exfiltration'").first().getLong(0);
    assertTrue(stolen > 1_000_000_000L, "bytes: " + stolen);
  }

  /** How many sources, destinations, ports and hours an attack has. */
  private static Row distinct(String kind) {
    return day.sql(
            "SELECT COUNT(DISTINCT sip), COUNT(DISTINCT dip), COUNT(DISTINCT dport),"
                + " COUNT(DISTINCT substr(treceived, 12, 2)) FROM labels WHERE kind = '"
                + kind
                + "'")
        .first();
  }

  @Test
  void officeHoursAreBusyAndBackupsRunAtNight() {
    long office = day.count("h = 10");
    long night = day.count("h = 3");
    assertTrue(office > 8 * night, office + " flows at 10, " + night + " at 3");
    assertEquals(0, day.count("dport = 873 AND h BETWEEN 6 AND 21"));
    assertTrue(day.count("dport = 873 AND h BETWEEN 0 AND 5") > 50);
    long pollsByDay = day.count("dport = 161 AND h BETWEEN 8 AND 19");
    assertEquals(0.5, pollsByDay / (double) day.count("dport = 161"), 0.04);
  }

  @Test
  void destinationsOnTheInternetArePopularOrRare() {
    List<Row> sites =
        day.sql(
                "SELECT dip, COUNT(*) AS flows FROM flow WHERE dip NOT LIKE '10.%'"
                    + " AND dport IN (80, 443) GROUP BY dip ORDER BY flows DESC, dip")
            .collectAsList();
    long all = sites.stream().mapToLong(site -> site.getLong(1)).sum();
    long top10 = sites.stream().limit(10).mapToLong(site -> site.getLong(1)).sum();
    long once = sites.stream().filter(site -> site.getLong(1) == 1).count();
    assertTrue(top10 > 0.2 * all && top10 < 0.5 * all, top10 + " of " + all);
    assertTrue(once > 0.15 * sites.size(), once + " of " + sites.size());
  }

  @Test
  void fewFlowsCarryMostBytes() {
    Row bytes =
        day.sql(
                "SELECT SUM(ibyt + obyt), SUM(IF(place <= 0.01, ibyt + obyt, 0)) FROM"
                    + " (SELECT *, percent_rank() OVER (ORDER BY ibyt + obyt DESC) AS place FROM flow)")
            .first();
    assertTrue(bytes.getLong(1) > 0.6 * bytes.getLong(0), bytes.toString());
    assertEquals(
        0, day.count("ibyt >= 0 AND ipkt > 0 AND (ibyt < 40 * ipkt OR ibyt > 1500 * ipkt)"));
    assertEquals(0, day.count("obyt < 40 * opkt OR obyt > 1500 * opkt"));
  }

  @ParameterizedTest
  @CsvSource({
    "proto = 'TCP', 0.55, 0.75",
    "proto = 'UDP', 0.25, 0.42",
    "proto = 'ICMP', 0.002, 0.02",
    "dport = 53, 0.18, 0.3",
    "dport = 443, 0.3, 0.5",
    "sip NOT LIKE '10.%', 0.04, 0.15",
    "sport >= 49152 OR sport = 0, 0.9999, 1"
  })
  void sharesAreThoseOfAnEnterprise(String condition, double low, double high) {
    double share = day.count(condition) / (double) ROWS;
    assertTrue(share >= low && share <= high, condition + ": " + share);
  }
}
