/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What Hive does that the pipeline relies on. */
class HiveBehaviourTest {
  @RegisterExtension static final HiveSql hive = HiveSql.onMapReduce();

  @BeforeAll
  static void database() {
    hive.registerFunctions("spot");
  }

  private static void createTable(String name) {
    hive.execute(
        """
        CREATE EXTERNAL TABLE spot.%s (i INT, s STRING) PARTITIONED BY (d INT) STORED AS PARQUET LOCATION '%s'
        """
            .formatted(name, hive.folder(name)));
  }

  /** Every kind of answer Hive could take from statistics instead of the rows. */
  private static List<String> read(String table) {
    return hive.rows(
        """
        SELECT COUNT(*) FROM spot.%1$s;
        SELECT COUNT(*), MIN(i), MAX(i) FROM spot.%1$s WHERE d = 1;
        SELECT COUNT(DISTINCT d), MAX(d) FROM spot.%1$s;
        SELECT i, s FROM spot.%1$s WHERE d = 1 ORDER BY i;
        """
            .formatted(table));
  }

  private static final List<String> TWO_ROWS = List.of("2", "2\t1\t2", "1\t1", "1\ta", "2\tb");
  private static final List<String> THREE_ROWS =
      List.of("3", "3\t7\t9", "1\t1", "7\tx", "8\ty", "9\tz");

  /** The swap: rows are written beside, then the partition is pointed at them. */
  @Test
  void aPartitionThatMovedShowsTheRowsOfItsNewFolder() {
    createTable("swapped");
    createTable("beside");
    hive.execute(
        """
        INSERT OVERWRITE TABLE spot.swapped PARTITION (d = 1) VALUES (1, 'a'), (2, 'b');
        ANALYZE TABLE spot.swapped PARTITION (d) COMPUTE STATISTICS;
        ANALYZE TABLE spot.swapped PARTITION (d) COMPUTE STATISTICS FOR COLUMNS;
        """);
    assertEquals(TWO_ROWS, read("swapped"));
    hive.execute(
        """
        INSERT OVERWRITE TABLE spot.beside PARTITION (d = 1) VALUES (7, 'x'), (8, 'y'), (9, 'z');
        ALTER TABLE spot.swapped PARTITION (d = 1) SET LOCATION '%s';
        """
            .formatted(hive.folder("beside/d=1")));
    assertEquals(THREE_ROWS, read("swapped"));
    hive.execute(
        "ALTER TABLE spot.swapped PARTITION (d = 1) SET LOCATION '%s'"
            .formatted(hive.folder("swapped/d=1")));
    assertEquals(TWO_ROWS, read("swapped"));
  }

  @Test
  void aPartitionAddedWithALocationShowsItsRows() {
    createTable("added");
    createTable("source");
    hive.execute(
        """
        INSERT OVERWRITE TABLE spot.source PARTITION (d = 1) VALUES (7, 'x'), (8, 'y'), (9, 'z');
        ALTER TABLE spot.added ADD IF NOT EXISTS PARTITION (d = 1) LOCATION '%1$s';
        """
            .formatted(hive.folder("source/d=1")));
    assertEquals(THREE_ROWS, read("added"));
    hive.execute(
        "ALTER TABLE spot.added ADD IF NOT EXISTS PARTITION (d = 1) LOCATION '%s'"
            .formatted(hive.folder("elsewhere")));
    assertEquals(THREE_ROWS, read("added"), "IF NOT EXISTS must leave the partition where it is");
  }

  @Test
  void filesAddedByAnotherEngineAreCounted() throws Exception {
    createTable("shared");
    createTable("writer");
    hive.execute(
        """
        INSERT OVERWRITE TABLE spot.shared PARTITION (d = 1) VALUES (1, 'a'), (2, 'b');
        INSERT OVERWRITE TABLE spot.writer PARTITION (d = 1) VALUES (7, 'x');
        """);
    // As Spark does when it appends below the folder of a partition.
    java.nio.file.Files.copy(
        java.nio.file.Path.of(hive.folder("writer/d=1/000000_0")),
        java.nio.file.Path.of(hive.folder("shared/d=1/part-0.parquet")));
    assertEquals(List.of("3", "3\t1\t7", "1\t1", "1\ta", "2\tb", "7\tx"), read("shared"));
  }

  @Test
  void overwritingAPartitionReplacesItsRowsOnly() {
    createTable("overwritten");
    hive.execute(
        """
        INSERT OVERWRITE TABLE spot.overwritten PARTITION (d = 1) VALUES (7, 'x'), (8, 'y'), (9, 'z');
        INSERT OVERWRITE TABLE spot.overwritten PARTITION (d = 2) VALUES (5, 'e');
        INSERT OVERWRITE TABLE spot.overwritten PARTITION (d = 1) VALUES (1, 'a');
        """);
    assertEquals(
        List.of("1\ta\t1", "5\te\t2"),
        hive.rows("SELECT i, s, d FROM spot.overwritten ORDER BY d, i"));
    hive.execute(
        "INSERT OVERWRITE TABLE spot.overwritten PARTITION (d = 1) SELECT 1, 'a' WHERE FALSE");
    assertEquals(
        List.of("5\te\t2"), hive.rows("SELECT i, s, d FROM spot.overwritten ORDER BY d, i"));
    assertEquals(List.of("1"), hive.rows("SELECT COUNT(*) FROM spot.overwritten"));
  }

  /** With two map tasks at a time in one process, their rows get mixed up. */
  @Test
  void aJobOfManyTasksReadsEachRowOnce() {
    hive.execute(
        """
        CREATE TABLE spot.numbers (i INT, s STRING);
        INSERT INTO spot.numbers
        SELECT pos, SHA2(CAST(pos AS STRING), 256) FROM (SELECT posexplode(split(space(19999), ' ')) AS (pos, x)) p;
        """);
    assertEquals(
        List.of("20000\t20000\t199990000"),
        hive.rows(
            """
            SET mapreduce.input.fileinputformat.split.maxsize=100000;
            SELECT SUM(n), COUNT(*), SUM(i)
            FROM (SELECT s, i, COUNT(*) AS n FROM spot.numbers WHERE SHA2(CAST(i AS STRING), 256) = s GROUP BY s, i) g
            """));
  }

  @Test
  void functionsAreFoundWithoutTheDatabasesNameAfterUse() {
    hive.execute("CREATE TABLE spot.words (w STRING); INSERT INTO spot.words VALUES ('a')");
    List<String> qualified = hive.rows("SELECT spot.sc_version()");
    assertEquals(qualified, hive.rows("USE spot; SELECT sc_version()"));
    assertEquals(qualified, hive.rows("USE spot; SELECT MAX(sc_version()) FROM words GROUP BY w"));
  }

  /**
   * Not so without the name of the database: Hive looks that up in the database of the session that
   * asks.
   */
  @Test
  void aViewFindsFunctionsThatItNamesWithTheirDatabaseFromAnywhere() {
    hive.execute(
        """
        CREATE TABLE spot.flows (ip STRING);
        INSERT INTO spot.flows VALUES ('10.1.2.3'), ('192.0.2.1');
        USE spot;
        CREATE VIEW inner_flows AS SELECT ip, spot.sc_ip_in_cidr(ip, '10.0.0.0/8') AS is_inner FROM flows;
        """);
    assertEquals(
        List.of("10.1.2.3\ttrue", "192.0.2.1\tfalse"),
        hive.rows("SELECT ip, is_inner FROM spot.inner_flows ORDER BY ip"));
    assertEquals(List.of("1"), hive.rows("SELECT COUNT(*) FROM spot.inner_flows WHERE is_inner"));
  }
}
