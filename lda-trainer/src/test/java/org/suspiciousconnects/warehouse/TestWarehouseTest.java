/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class TestWarehouseTest {
  @Test
  void scriptsMakeEveryTableAndTheView() {
    TestWarehouse tables = TestWarehouse.create("test_warehouse");
    assertEquals(0, tables.table("flow").count());
    assertEquals(0, tables.table("flow_events").count());
    assertEquals(5, tables.table("network_context").count());
    assertTrue(
        tables.warehouse().location("flow").toString().endsWith("/test_warehouse/flow/hive"));
  }

  /** Of IANA's registries as of 2016, and what came since; each name is joined to, so once. */
  @Test
  void numbersHaveOneNameEachHoweverOftenTheScriptRuns() {
    TestWarehouse tables = TestWarehouse.create("test_names");
    tables.run(Path.of("..", "ddl", "common.sql"));
    Dataset<Row> names = tables.table("iana_names");
    assertEquals(
        Map.of("dns_class", 6L, "dns_type", 91L, "dns_rcode", 20L, "http_status", 71L),
        names.groupBy("kind").count().collectAsList().stream()
            .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1))));
    assertEquals(names.count(), names.select("kind", "code").distinct().count());
    assertEquals(0, names.where("name IS NULL OR trim(name) <> name OR name = ''").count());
    for (String known :
        List.of(
            "dns_class 1 Internet (IN)",
            "dns_class 255 QCLASS * (ANY)",
            "dns_type 1 A",
            "dns_type 28 AAAA",
            "dns_type 65 HTTPS",
            "dns_type 255 ANY",
            "dns_type 32769 DLV",
            "dns_rcode 0 NoError",
            "dns_rcode 3 NXDomain",
            "dns_rcode 16 BADVERS",
            "http_status 200 OK",
            "http_status 404 Not Found",
            "http_status 502 Bad Gateway")) {
      String[] parts = known.split(" ", 3);
      assertEquals(
          parts[2],
          names
              .where("kind = '" + parts[0] + "' AND code = " + parts[1])
              .select("name")
              .first()
              .getString(0));
    }
  }

  @Test
  void creatingAgainStartsEmpty() {
    TestWarehouse.create("test_again");
    TestWarehouse.session()
        .sql(
            "INSERT INTO test_again.loaded_files PARTITION (source = 'flow', load_id = 'x') SELECT 'f', 1L, 's', 1L, 0L, 't'");
    assertEquals(1, TestWarehouse.session().table("test_again.loaded_files").count());
    assertEquals(0, TestWarehouse.create("test_again").table("loaded_files").count());
  }
}
