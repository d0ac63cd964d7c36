/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRowsTest {
  private static final String EVENT = "{\"ts\":1467936000,\"id.orig_h\":\"10.0.0.1\"}\n";

  private final List<FileOutcome> outcomes = new ArrayList<>();
  private final Configuration conf = new Configuration();

  @TempDir Path folder;

  @Test
  void countsEveryLineOnceAndReportsOnce() throws IOException {
    Path log = Files.writeString(folder.resolve("conn.log"), EVENT + "\nbad\n" + EVENT);
    try (LogRows rows = open(log)) {
      assertEquals("10.0.0.1", rows.next().getString(5 + FlowColumn.SIP.ordinal()));
      assertTrue(rows.hasNext());
      assertTrue(outcomes.isEmpty());
      rows.next();
      assertFalse(rows.hasNext());
      assertFalse(rows.hasNext());
      assertThrows(NoSuchElementException.class, rows::next);
    }
    assertEquals(1, outcomes.size());
    FileOutcome outcome = outcomes.get(0);
    assertNull(outcome.failure());
    assertEquals(1, outcome.rejected());
    assertEquals(1, outcome.skipped());
    assertTrue(outcome.firstRejection().startsWith("line 3 "), outcome.firstRejection());
    assertTrue(Files.exists(folder.resolve("rejected.parquet")));
  }

  @Test
  void aFileThatGrowsWhileItIsReadIsNotLoaded() throws IOException {
    Path log = Files.writeString(folder.resolve("conn.log"), EVENT);
    try (LogRows rows = open(log)) {
      Files.writeString(log, EVENT + EVENT);
      while (rows.hasNext()) {
        rows.next();
      }
    }
    assertEquals(
        "changed while it was read: load it when nobody writes to it any more",
        outcomes.get(0).failure());
  }

  @Test
  void withoutRejectedLinesNoFileIsWritten() throws IOException {
    Path log = Files.writeString(folder.resolve("conn.log"), EVENT);
    try (LogRows rows = open(log)) {
      rows.next();
      assertFalse(rows.hasNext());
    }
    assertNull(outcomes.get(0).rejectedFile());
    assertFalse(Files.exists(folder.resolve("rejected.parquet")));
  }

  private LogRows open(Path log) throws IOException {
    String path = log.toUri().toString();
    LogFile file = new LogFile(path, Files.size(log), Contents.sha256(path, conf), null);
    return new LogRows(
        file,
        Format.ZEEK_CONN.newParser(),
        null,
        new org.apache.hadoop.fs.Path(folder.resolve("rejected.parquet").toUri()),
        outcomes::add,
        conf);
  }
}
