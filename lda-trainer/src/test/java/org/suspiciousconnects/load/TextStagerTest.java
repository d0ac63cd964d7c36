/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.TestWarehouse;

/** Text of whatever format on its way into each event table. */
class TextStagerTest {
  private static TestWarehouse tables;

  @TempDir Path folder;

  @BeforeAll
  static void createTables() {
    tables = TestWarehouse.create("text_stager_test");
  }

  @Test
  void flowsGoToPartitionsOfNumbers() throws IOException {
    load(Source.FLOW, FlowColumn.SIP, FlowColumn.IBYT);
    assertEquals(
        Arrays.asList("[10.6.0.1,7,2016,7,8,3]", "[10.6.0.2,8,2016,12,31,23]"),
        rows("SELECT sip, ibyt, y, m, d, h FROM text_stager_test.flow ORDER BY m"));
  }

  @Test
  void answersGoToPartitionsOfNumbers() throws IOException {
    load(Source.DNS, DnsColumn.IP_DST, DnsColumn.UNIX_TSTAMP);
    assertEquals(
        Arrays.asList("[10.6.0.1,7,2016,7,8,3]", "[10.6.0.2,8,2016,12,31,23]"),
        rows("SELECT ip_dst, unix_tstamp, y, m, d, h FROM text_stager_test.dns ORDER BY m"));
  }

  @Test
  void requestsGoToPartitionsOfText() throws IOException {
    load(Source.PROXY, ProxyColumn.CLIENTIP, null);
    assertEquals(
        Arrays.asList("[10.6.0.1,null,2016,07,08,03]", "[10.6.0.2,null,2016,12,31,23]"),
        rows("SELECT clientip, fulluri, y, m, d, h FROM text_stager_test.proxy ORDER BY m"));
  }

  private void load(Source source, EventColumn text, EventColumn number) throws IOException {
    Path log =
        Files.writeString(
            folder.resolve("log"),
            "2016-07-08 03:00:00 10.6.0.1 7\n2016-12-31 23:59:59 10.6.0.2 8\n");
    String path = log.toUri().toString();
    List<LogFile> files =
        Collections.singletonList(
            new LogFile(path, Files.size(log), Contents.sha256(path, new Configuration()), null));
    EventTable table = EventTable.of(source);
    int columns = table.columns().size();
    Staging staging = new Staging(tables.warehouse(), table, files);
    staging.begin();
    List<FileOutcome> outcomes =
        new TextStager(
                TestWarehouse.session(),
                table,
                () -> line -> event(line.split(" "), columns, text, number))
            .stage(files, null, staging);
    staging.moveToTable();
    staging.end(Collections.emptySet());
    assertEquals(1, outcomes.size());
    assertEquals(0, outcomes.get(0).rejected(), outcomes.get(0).firstRejection());
    TestWarehouse.session().catalog().refreshTable("text_stager_test." + source);
  }

  /** The third word of the line as one column, the fourth as another. */
  private static Event event(String[] words, int columns, EventColumn text, EventColumn number) {
    Object[] row = new Object[columns];
    text.set(row, words[2]);
    if (number != null) {
      number.set(row, Long.valueOf(words[3]));
    }
    return new Event(UtcTime.parse(words[0] + " " + words[1]), row);
  }

  private static List<String> rows(String sql) {
    return TestWarehouse.session().sql(sql).collectAsList().stream()
        .map(Row::toString)
        .collect(Collectors.toList());
  }
}
