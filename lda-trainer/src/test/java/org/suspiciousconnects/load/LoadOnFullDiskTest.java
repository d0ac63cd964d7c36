/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suspiciousconnects.warehouse.FullDisk;
import org.suspiciousconnects.warehouse.TestWarehouse;

/** A load whose disk is full leaves what was loaded before; the same load later brings all rows. */
class LoadOnFullDiskTest {
  private static final String DATABASE = "load_on_full_disk_test";
  private static final int ROWS = 50;
  private static TestWarehouse tables;

  @TempDir Path folder;

  @BeforeAll
  static void onTheDisk() {
    tables = TestWarehouse.create(DATABASE);
    place("flow", "flow/hive");
    place("flow_rejected_lines", "sc/flow_rejected_lines");
    place("loaded_files", "sc/loaded_files");
  }

  private static void place(String table, String below) {
    TestWarehouse.session()
        .sql(
            String.format(
                "ALTER TABLE %s.%s SET LOCATION '%s'",
                DATABASE, table, FullDisk.uri(tables.folder().resolve(below))));
    TestWarehouse.session().catalog().refreshTable(DATABASE + "." + table);
  }

  @AfterEach
  void roomAgain() {
    FullDisk.takes(Long.MAX_VALUE);
  }

  @Test
  void theSameLoadBringsAllRowsLater() throws IOException {
    LoadRun first = load(file(0));
    assertEquals(0, first.status(), first.toString());
    long bytes = Long.MAX_VALUE - FullDisk.left();
    assertEquals(ROWS, rows(0));
    Random random = new Random(6);
    for (int i = 1; i <= 4; i++) {
      Path file = file(i);
      long room = i == 1 ? 0 : (long) (random.nextDouble() * bytes * 0.95);
      FullDisk.takes(room);
      LoadRun full = load(file);
      String when = "with room for " + room + " of " + bytes + " bytes: " + full;
      assertEquals(4, full.status(), when);
      assertTrue(full.err().contains(tables.folder() + "/"), when);
      assertTrue(
          full.err().strip().endsWith("make room there or raise the quota, and run it again"),
          when);
      for (int earlier = 0; earlier < i; earlier++) {
        assertEquals(ROWS, rows(earlier), when);
      }
      FullDisk.takes(Long.MAX_VALUE);
      LoadRun again = load(file);
      assertEquals(0, again.status(), when + again);
      assertEquals(ROWS, rows(i), when);
    }
  }

  /** A file whose flows all come from one host, which tells them from those of other files. */
  private Path file(int host) throws IOException {
    StringBuilder csv = new StringBuilder("ts,sa,da,sp,dp,pr,ipkt,ibyt\n");
    for (int i = 0; i < ROWS; i++) {
      csv.append(
          String.format(
              "2016-07-08 03:%02d:00,10.9.9.%d,10.0.0.3,%d,443,TCP,1,64%n", i, host, 50000 + i));
    }
    // A line that is rejected.
    return Files.writeString(folder.resolve(host + ".csv"), csv + "no flow\n");
  }

  private static long rows(int host) {
    TestWarehouse.session().catalog().refreshTable(DATABASE + ".flow");
    return tables.table("flow").where("sip = '10.9.9." + host + "'").count();
  }

  private static LoadRun load(Path file) {
    return LoadRun.of("flow", "--database", DATABASE, "--format", "nfdump-csv", file.toString());
  }
}
