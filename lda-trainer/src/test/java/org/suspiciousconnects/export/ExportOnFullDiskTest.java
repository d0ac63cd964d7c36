/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suspiciousconnects.warehouse.FullDisk;
import org.suspiciousconnects.warehouse.FullDiskRuns;
import org.suspiciousconnects.warehouse.TestWarehouse;
import picocli.CommandLine;

/** An export whose disk is full leaves the previous file as it was, and nothing else. */
class ExportOnFullDiskTest {
  private static final String DATABASE = "export_on_full_disk_test";

  @TempDir private Path folder;

  @Test
  void thePreviousFileStays() {
    TestWarehouse.create(DATABASE);
    TestWarehouse.session()
        .sparkContext()
        .hadoopConfiguration()
        .set("fs.AbstractFileSystem.full.impl", FullDisk.Context.class.getName());
    TestWarehouse.session()
        .sql(
            "INSERT INTO "
                + DATABASE
                + ".dns_scored_results PARTITION (y = 2016, m = 7, d = 8, score_method = 'spot')"
                + " SELECT 'Jul  8 2016 10:34:06', 1467974046L, 91, '10.10.0.20', repeat('a', 50), '0x00000001', 1, 0, 'w',"
                + " 1.5e-5D, CAST(id AS INT), 'm'"
                + (columns() > 12 ? ", NULL".repeat(columns() - 12) : "")
                + " FROM RANGE(1, 1001)");
    Path file = folder.resolve("dns_results.csv");
    String[] before = {""};
    FullDiskRuns.sweep(
        () -> export(file),
        8,
        (said, when) -> {
          assertEquals(before[0], content(file), when);
          assertEquals(List.of("dns_results.csv"), names(), when);
          assertTrue(said.contains(file + " can't be written, an earlier one is as it was"), when);
          assertTrue(said.endsWith("make room there or raise the quota, and run it again"), when);
        },
        () -> {
          before[0] = content(file);
          assertEquals(1000, before[0].lines().count());
        });
  }

  /** Those of the table, without its partitions'. */
  private static int columns() {
    return TestWarehouse.session().table(DATABASE + ".dns_scored_results").columns().length - 4;
  }

  private static void export(Path file) {
    ExportScores export = new ExportScores();
    new CommandLine(export)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(
            "--source",
            "dns",
            "--database",
            DATABASE,
            "--date",
            "2016-07-08",
            "--output",
            FullDisk.uri(file));
    export.export(TestWarehouse.session());
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> names() {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
