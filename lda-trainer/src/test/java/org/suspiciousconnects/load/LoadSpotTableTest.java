/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suspiciousconnects.warehouse.TestWarehouse;

/** The command on tables that Apache Spot made and filled before. */
class LoadSpotTableTest {
  @TempDir Path folder;

  /** As spot-setup/hive/create_proxy_parquet.hql makes it and bluecoat.py fills it. */
  @Test
  void proxyRowsJoinThePartitionsThatSpotWrote() {
    TestWarehouse tables = TestWarehouse.create("load_spot_proxy_test");
    sql("DROP TABLE load_spot_proxy_test.proxy");
    sql(
        "CREATE EXTERNAL TABLE load_spot_proxy_test.proxy (p_date STRING, p_time STRING,"
            + " clientip STRING, host STRING, reqmethod STRING, useragent STRING,"
            + " resconttype STRING, duration INT, username STRING, authgroup STRING,"
            + " exceptionid STRING, filterresult STRING, webcat STRING, referer STRING,"
            + " respcode STRING, action STRING, urischeme STRING, uriport STRING, uripath STRING,"
            + " uriquery STRING, uriextension STRING, serverip STRING, scbytes INT, csbytes INT,"
            + " virusid STRING, bcappname STRING, bcappoper STRING, fulluri STRING)"
            + " PARTITIONED BY (y STRING, m STRING, d STRING, h STRING) STORED AS PARQUET LOCATION '"
            + tables.folder().resolve("proxy/hive").toUri()
            + "'");
    String rest =
        "'example.com', 'GET', 'curl', 'text/html', 1, '-', '-', '-', 'OBSERVED', '-', '-', '200',"
            + " 'TCP_HIT', 'http', '80', '/', '-', '-', '10.5.0.9', 1, 2, '-', '-', '-',"
            + " 'example.com/'";
    sql("SET hive.exec.dynamic.partition.mode=nonstrict");
    try {
      sql(
          "INSERT INTO load_spot_proxy_test.proxy SELECT '2016-07-08', '03:00:00', '10.5.1.1', "
              + rest
              + ", '2016', '07', '08', '03'");
    } finally {
      sql("RESET hive.exec.dynamic.partition.mode");
    }
    TestWarehouse.session()
        .sql(
            "SELECT '2016-07-08' AS p_date, hour || ':30:00' AS p_time, '10.5.1.2' AS clientip,"
                + " 'example.com' AS host, 'GET' AS reqmethod, 'curl' AS useragent,"
                + " 'text/html' AS resconttype, '200' AS respcode, 'example.com/' AS fulluri"
                + " FROM VALUES ('03'), ('04') AS hours(hour)")
        .coalesce(1)
        .write()
        .parquet(folder.resolve("in").toString());

    LoadRun run =
        LoadRun.of(
            "proxy",
            "--database",
            "load_spot_proxy_test",
            "--format",
            "parquet",
            folder.resolve("in").toString());
    assertEquals(0, run.status(), run.toString());
    assertEquals(
        Arrays.asList("[10.5.1.1,03]", "[10.5.1.2,03]", "[10.5.1.2,04]"),
        rows(
            "SELECT clientip, h FROM load_spot_proxy_test.proxy"
                + " WHERE y = '2016' AND m = '07' AND d = '08' ORDER BY h, clientip"));
    assertEquals(
        Arrays.asList("[y=2016/m=07/d=08/h=03]", "[y=2016/m=07/d=08/h=04]"),
        rows("SHOW PARTITIONS load_spot_proxy_test.proxy"));
  }

  private static void sql(String statement) {
    TestWarehouse.session().sql(statement);
  }

  private static List<String> rows(String sql) {
    return TestWarehouse.session().sql(sql).collectAsList().stream()
        .map(Row::toString)
        .collect(Collectors.toList());
  }
}
