/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
