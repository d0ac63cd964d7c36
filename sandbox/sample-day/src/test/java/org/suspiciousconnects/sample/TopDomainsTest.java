/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.word.HostName;

class TopDomainsTest {
  @TempDir Path folder;

  @Test
  void mostOfWhatIsLookedUpOutsideIsPopular() throws IOException {
    Path list = folder.resolve("top-domains.csv");
    Path day = folder.resolve("day");
    try (SparkSession spark = GeneratedDay.session("local[2]")) {
      assertEquals(
          0,
          Application.run(
              new GenerateSampleDay(),
              "dns",
              "--rows",
              "5000",
              "--output",
              day.toString(),
              "--labels",
              folder.resolve("labels.tsv").toString(),
              "--top-domains",
              list.toString()));
      List<String> lines = Files.readAllLines(list);
      assertEquals(1_000, lines.size());
      assertEquals("1,lookfor.com", lines.get(0));
      Set<String> popular = new HashSet<>();
      for (int i = 0; i < lines.size(); i++) {
        String[] line = lines.get(i).split(",");
        assertEquals(i + 1, Integer.parseInt(line[0]));
        popular.add(line[1]);
      }
      List<String> asked =
          spark
              .read()
              .parquet(day.toString())
              .where("dns_qry_type = 1 AND dns_qry_rcode = 0 AND dns_qry_name NOT LIKE '%.example'")
              .select("dns_qry_name")
              .collectAsList()
              .stream()
              .map((Row row) -> HostName.of(row.getString(0)).registeredDomain())
              .collect(Collectors.toList());
      double share = asked.stream().filter(popular::contains).count() / (double) asked.size();
      assertTrue(share > 0.75 && share < 0.99, "share " + share);
    }
  }
}
