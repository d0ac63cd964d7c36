/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suspiciousconnects.warehouse.Source;

/** A day of requests through the proxy as who loads it finds it. */
class ProxySampleDayTest {
  private static final int ROWS = 20_000;

  private static final String INVALID =
      "p_date IS NULL OR p_time IS NULL OR p_time = '' OR p_time = '24:00:00'"
          + " OR p_time = '25:00:00' OR clientip IS NULL OR clientip = '-' OR host IS NULL"
          + " OR reqmethod IS NULL OR fulluri IS NULL";

  private static final String VALID = "NOT coalesce(" + INVALID + ", false)";

  @TempDir static Path folder;

  private static GeneratedDay day;

  @BeforeAll
  static void generate() {
    day = GeneratedDay.of(Source.PROXY, ROWS, 11, folder);
  }

  @AfterAll
  static void stop() {
    day.close();
  }

  @Test
  void columnsAreThoseOfTheTable() throws IOException {
    assertEquals(
        "p_date STRING,p_time STRING,clientip STRING,host STRING,reqmethod STRING,"
            + "useragent STRING,resconttype STRING,duration INT,username STRING,"
            + "authgroup STRING,exceptionid STRING,filterresult STRING,webcat STRING,"
            + "referer STRING,respcode STRING,action STRING,urischeme STRING,uriport STRING,"
            + "uripath STRING,uriquery STRING,uriextension STRING,serverip STRING,scbytes INT,"
            + "csbytes INT,virusid STRING,bcappname STRING,bcappoper STRING,fulluri STRING",
        day.columns());
  }

  @Test
  void everyRowIsInTheFolderOfItsHour() {
    assertEquals(
        ROWS - 20,
        day.count(
            VALID
                + " AND p_date = '2016-07-08' AND p_time RLIKE '^[0-9]{2}(:[0-5][0-9]){2}$'"
                + " AND CAST(substr(p_time, 1, 2) AS INT) = CAST(h AS INT)"));
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
    assertEquals("kind\tp_date\tp_time\tclientip\thost\treqmethod\tfulluri", day.labelHeader());
    assertEquals(
        "[[beacon,72], [download,16], [exfiltration,30], [odd_method,32]]",
        day.labelsOfOneRow().toString());
  }

  @Test
  void aBeaconCallsInAllHoursAsAProgramOfItsOwn() {
    assertEquals("[1,1,1,24]", attack("beacon", "reqmethod", "substr(e.p_time, 1, 2)"));
    String agent = day.sql(joined("SELECT MIN(e.useragent)", "beacon")).first().getString(0);
    assertEquals(72, day.count("useragent = '" + agent + "'"), agent);
  }

  @Test
  void downloadsArePrograms() {
    Row downloads =
        day.sql(
                joined(
                    "SELECT COUNT(DISTINCT e.host), SUM(IF(e.uriextension = 'exe', 1, 0)),"
                        + " SUM(IF(e.host = e.serverip, 1, 0)), COUNT(DISTINCT e.clientip)",
                    "download"))
            .first();
    assertEquals(
        "[2,16,8]", "[" + downloads.get(0) + "," + downloads.get(1) + "," + downloads.get(2) + "]");
    assertTrue(downloads.getLong(3) > 8, downloads.toString());
  }

  @Test
  void exfiltrationSendsALotToOneHost() {
    Row sent =
        day.sql(joined("SELECT COUNT(DISTINCT e.clientip, e.host), SUM(e.csbytes)", "exfiltration"))
            .first();
    assertEquals(1, sent.getLong(0));
    assertTrue(sent.getLong(1) > 500_000_000L, sent.toString());
  }

  @Test
  void oddMethodsAreTriedInsideAndOutside() {
    Row tried =
        day.sql(
                joined(
                    "SELECT COUNT(DISTINCT e.clientip), COUNT(DISTINCT e.reqmethod),"
                        + " SUM(IF(e.host LIKE '%.corp.example', 1, 0)),"
                        + " SUM(IF(e.reqmethod IN ('GET', 'POST', 'CONNECT', 'HEAD'), 1, 0))",
                    "odd_method"))
            .first();
    assertEquals(1, tried.getLong(0));
    assertTrue(tried.getLong(1) >= 4, tried.toString());
    assertTrue(tried.getLong(2) > 4 && tried.getLong(2) < 28, tried.toString());
    assertEquals(0, tried.getLong(3));
  }

  /** How many clients, hosts and other things an attack has. */
  private static String attack(String kind, String column, String other) {
    return day.sql(
            joined(
                "SELECT COUNT(DISTINCT e.clientip), COUNT(DISTINCT e.host), COUNT(DISTINCT e."
                    + column
                    + "), COUNT(DISTINCT "
                    + other
                    + ")",
                kind))
        .first()
        .toString();
  }

  /** A query of the rows of an attack. */
  private static String joined(String select, String kind) {
    return select
        + " FROM labels l JOIN proxy e ON e.p_time = l.p_time AND e.clientip = l.clientip"
        + " AND e.fulluri = l.fulluri WHERE l.kind = '"
        + kind
        + "'";
  }

  /** So that whoever looks for these finds others than attackers. */
  @ParameterizedTest
  @CsvSource({
    "uriextension = 'exe', 30",
    "reqmethod = 'OPTIONS', 20",
    "reqmethod = 'PROPFIND', 15",
    "reqmethod = 'PUT', 8",
    "csbytes > 1000000, 20",
    "useragent LIKE '%-helper/%', 60",
    "host LIKE 'ocsp.%' AND length(fulluri) > 100, 100",
    "host LIKE '%.info' AND useragent LIKE 'Mozilla%', 100"
  })
  void whatLooksStrangeIsMostlyHarmless(String condition, int atLeast) {
    assertTrue(day.count(condition) >= atLeast, condition + ": " + day.count(condition));
  }

  @ParameterizedTest
  @CsvSource({
    "reqmethod = 'GET', 0.5, 0.65",
    "reqmethod = 'CONNECT', 0.28, 0.4",
    "reqmethod = 'POST', 0.06, 0.14",
    "reqmethod = 'HEAD', 0.004, 0.02",
    "respcode = '200', 0.85, 0.93",
    "respcode = '304', 0.02, 0.06",
    "respcode = '407', 0.005, 0.02",
    "useragent LIKE 'Mozilla%', 0.85, 0.93",
    "clientip LIKE '10.%', 0.9997, 1",
    "username LIKE 'CORP%', 0.94, 0.98"
  })
  void sharesAreThoseOfAnEnterprise(String condition, double low, double high) {
    double share = day.count(condition) / (double) ROWS;
    assertTrue(share >= low && share <= high, condition + ": " + share);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fulluri <> concat(host, IF(uripath = '-', '', uripath), IF(uriquery = '-', '', uriquery))",
        "fulluri LIKE '%://%'",
        "(urischeme = 'tcp') <> (reqmethod = 'CONNECT')",
        "uriport <> IF(urischeme = 'tcp', '443', '80')",
        "uriextension <> '-' AND NOT uripath LIKE concat('%.', uriextension)",
        "uriquery <> '-' AND uriquery NOT LIKE '?%'",
        "scbytes <= 0 OR csbytes <= 0 OR duration < 0",
        "(filterresult = 'DENIED') <> (respcode = '403')",
        "(serverip = '-') <> (respcode IN ('403', '407', '503'))",
        "serverip <> '-' AND serverip NOT RLIKE '^[0-9]+([.][0-9]+){3}$'",
      })
  void columnsAgree(String disagreement) {
    assertEquals(0, day.count(VALID + " AND (" + disagreement + ")"));
  }

  @Test
  void noColumnIsNullButInInvalidRows() throws IOException {
    StringBuilder any = new StringBuilder("false");
    for (String column : day.columns().split(",")) {
      any.append(" OR ").append(column.split(" ")[0]).append(" IS NULL");
    }
    assertEquals(12, day.count(any.toString()));
  }

  @Test
  void officeHoursAreBusyAndUpdatesComeAtNight() {
    assertTrue(day.count("h = '10'") > 8 * day.count("h = '03'"));
    String updates = "host = 'dl.softwareupdates.com'";
    assertTrue(day.count(updates + " AND h < '06'") > 100);
    assertEquals(0, day.count(updates + " AND h BETWEEN '06' AND '21'"));
  }

  @Test
  void aWorkstationHasOneUserAndABrowserOrTwo() {
    assertEquals(
        "[1,2]",
        day.sql(
                "SELECT MAX(users), MAX(browsers) FROM (SELECT clientip, COUNT(DISTINCT username)"
                    + " AS users, COUNT(DISTINCT useragent) AS browsers FROM proxy WHERE "
                    + VALID
                    + " AND username <> '-' AND reqmethod = 'CONNECT' GROUP BY clientip)")
            .first()
            .toString());
  }
}
