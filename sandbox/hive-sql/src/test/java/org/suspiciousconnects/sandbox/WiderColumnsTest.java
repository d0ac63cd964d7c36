/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Flows and DNS answers in tables that others made, with BIGINT and DOUBLE where ours are INT and
 * FLOAT.
 */
class WiderColumnsTest {
  @RegisterExtension static final HiveSql hive = HiveSql.onMapReduce();

  @Test
  void wordsAreTheSameAndWhatNoIntHoldsIsInvalid() {
    hive.execute(
        "CREATE DATABASE spot; CREATE TABLE spot.flow (treceived STRING, unix_tstamp BIGINT, tryear BIGINT, trmonth BIGINT,"
            + " trday BIGINT, trhour BIGINT, trminute BIGINT, trsec BIGINT, tdur DOUBLE, sip STRING, dip STRING,"
            + " sport BIGINT, dport BIGINT, proto STRING, flag STRING, fwd BIGINT, stos BIGINT, ipkt BIGINT, ibyt BIGINT,"
            + " opkt BIGINT, obyt BIGINT, input BIGINT, output BIGINT, sas BIGINT, das BIGINT, dtos BIGINT, dir BIGINT,"
            + " rip STRING) PARTITIONED BY (y INT, m INT, d INT, h INT) STORED AS PARQUET;"
            + "CREATE TABLE spot.dns (frame_time STRING, unix_tstamp BIGINT, frame_len BIGINT, ip_dst STRING,"
            + " ip_src STRING, dns_qry_name STRING, dns_qry_class STRING, dns_qry_type BIGINT, dns_qry_rcode BIGINT,"
            + " dns_a STRING) PARTITIONED BY (y INT, m INT, d INT, h INT) STORED AS PARQUET");
    SourceSql flow = new SourceSql(hive, "flow");
    flow.create();
    SourceSql dns = new SourceSql(hive, "dns");
    Map<String, String> vars = dns.vars();
    hive.run("ddl/dns.sql", vars);
    String flowOf =
        "SELECT '2016-07-08 06:00:00', 1467957600, 2016, 7, 8, 6, 0, 0, 1.5, '10.0.0.1', '10.0.0.2', %s, 443, 'TCP', 'S', 0, 0,"
            + " 10, 1000, 1, 1, 0, 0, 0, 0, 0, 0, NULL";
    hive.execute(
        "INSERT INTO spot.flow PARTITION (y = 2016, m = 7, d = 8, h = 6) "
            + flowOf.formatted("52100")
            + " UNION ALL "
            // Cut to 32 bits it would be port 80.
            + flowOf.formatted("4294967376")
            + "; INSERT INTO spot.dns PARTITION (y = 2016, m = 7, d = 8, h = 6)"
            + " SELECT 'Jul  8 2016 06:58:45.765735000 UTC', 1467961125, 253, '10.0.0.3', '10.0.0.4', 'www.google.com', '1', 1, 0, NULL");

    assertEquals(
        List.of("443_TCP_6_10_4\t-1_443_TCP_6_10_4", "null field sport"),
        hive.rows(
            "SELECT CASE WHEN field_name IS NULL THEN CONCAT(src_word, '\t', dst_word) ELSE CONCAT('null field ', field_name) END AS said"
                + " FROM spot.flow_events ORDER BY said"));
    assertEquals(List.of("0_7_6_1_0_1_1_0"), hive.rows("SELECT word FROM spot.dns_events_spot"));
    flow.count(Map.of());
    dns.count(Map.of());
    assertEquals(2, flow.wordCounts().size());
    assertEquals(List.of("10.0.0.3\t0_7_6_1_0_1_1_0\t1\tspot"), dns.wordCounts());
  }
}
