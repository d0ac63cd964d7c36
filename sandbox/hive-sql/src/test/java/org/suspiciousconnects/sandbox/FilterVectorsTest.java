/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Apache Spot loses events that are neither kept nor reported as invalid; here each event is in
 * exactly one of scored and invalid. Most of the vectors are about the borders.
 */
class FilterVectorsTest {
  @RegisterExtension static final HiveSql hive = HiveSql.onMapReduce();

  private static final String MODEL = "00000000000000aa";
  private static final SourceSql dns = new SourceSql(hive, "dns");
  private static final SourceSql proxy = new SourceSql(hive, "proxy");
  private static FilterVectors dnsVectors;
  private static FilterVectors proxyVectors;

  @BeforeAll
  static void aDayOfVectors() throws IOException {
    dns.create();
    hive.run("ddl/proxy.sql", proxy.vars());
    dnsVectors = FilterVectors.read("dns_filter.tsv");
    dnsVectors.createTable(hive, "dns_vectors");
    // What says which vector a row is stands in a column that nothing looks at.
    hive.execute(
        "INSERT INTO spot.dns PARTITION (y = 2016, m = 7, d = 8, h = 0) SELECT frame_time,"
            + " CAST(unix_tstamp AS BIGINT), CAST(frame_len AS INT), ip_dst, '', dns_qry_name, dns_qry_class,"
            + " CAST(dns_qry_type AS INT), CAST(dns_qry_rcode AS INT), number FROM dns_vectors");
    proxyVectors = FilterVectors.read("proxy_filter.tsv");
    proxyVectors.createTable(hive, "proxy_vectors");
    hive.execute(
        "INSERT INTO spot.proxy PARTITION (y = '2016', m = '07', d = '08', h = '00') SELECT p_date, p_time,"
            + " clientip, host, reqmethod, useragent, resconttype, 0, '', '', '', '', '', '', respcode, '', '', '',"
            + " '', '', '', '', 0, 0, number, '', '', fulluri FROM proxy_vectors");
    for (SourceSql source : List.of(dns, proxy)) {
      source.count(Map.of());
      source.modelRun(MODEL, "spot");
      source.score(MODEL, Map.of());
    }
  }

  @Test
  void everyDnsAnswerIsScoredOrInvalid() {
    String valid =
        "SELECT dns_a FROM spot.dns_events_spot WHERE y = 2016 AND m = 7 AND d = 8 AND field_name IS NULL";
    String invalid =
        "SELECT dns_a, reason FROM spot.dns_invalid WHERE y = 2016 AND m = 7 AND d = 8";
    assertEquals(List.of(MODEL + "\t391\t124\t267\t0\t0\t0\t0\t124\t124\t124"), dns.fates());
    assertEquals(124, dns.results("score").size());
    assertEquals(
        Map.of(
            "kept -> scored", 124,
            // An hour that is none: Spot's word_error.
            "kept -> TIME_RANGE", 19,
            "reported -> NULL_FIELD", 202,
            "reported -> TIME_RANGE", 14,
            "reported -> NEGATIVE_COUNT", 9,
            "lost -> NULL_FIELD", 1,
            "lost -> TIME_RANGE", 12,
            "lost -> NEGATIVE_COUNT", 10),
        fates(dnsVectors, hive.rows(valid), hive.rows(invalid)));
  }

  @Test
  void everyRequestIsScoredOrInvalid() {
    String valid =
        "SELECT virusid FROM spot.proxy_events_spot WHERE y = '2016' AND m = '07' AND d = '08' AND field_name IS NULL";
    String invalid =
        "SELECT virusid, reason FROM spot.proxy_invalid WHERE y = 2016 AND m = 7 AND d = 8";
    assertEquals(List.of(MODEL + "\t213\t47\t166\t0\t0\t0\t0\t47\t47\t47"), proxy.fates());
    assertEquals(47, proxy.results("score").size());
    assertEquals(
        Map.of(
            "kept -> scored", 47,
            "kept -> TIME_RANGE", 7,
            // A date, time or client that is empty or '-'.
            "kept -> NULL_FIELD", 73,
            "reported -> NULL_FIELD", 86),
        fates(proxyVectors, hive.rows(valid), hive.rows(invalid)));
  }

  /** How many vectors went from where in Spot to where here; each has to be in one place. */
  private static Map<String, Integer> fates(
      FilterVectors vectors, List<String> valid, List<String> invalid) {
    List<List<String>> places = new ArrayList<>();
    for (int row = 0; row < vectors.size(); row++) {
      places.add(new ArrayList<>());
    }
    valid.forEach(number -> places.get(Integer.parseInt(number)).add("scored"));
    for (String row : invalid) {
      String[] numberAndReason = row.split("\t");
      places.get(Integer.parseInt(numberAndReason[0])).add(numberAndReason[1]);
    }
    Map<String, Integer> fates = new TreeMap<>();
    for (int row = 0; row < vectors.size(); row++) {
      assertEquals(1, places.get(row).size(), "vector " + row + " is in " + places.get(row));
      fates.merge(vectors.inSpot(row) + " -> " + places.get(row).get(0), 1, Integer::sum);
    }
    return fates;
  }
}
