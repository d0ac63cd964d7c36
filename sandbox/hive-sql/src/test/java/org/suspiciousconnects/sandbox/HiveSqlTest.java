/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HiveSqlTest {
  @RegisterExtension static final HiveSql hive = HiveSql.onMapReduce();

  @Test
  void runsAJoinAndAnAggregation() {
    hive.execute(
        """
        CREATE TABLE ages (name STRING, age INT);
        -- A comment; with a semicolon.
        INSERT INTO ages VALUES ('a;b', 1), ('c', NULL), ('c', 5);
        """);
    assertEquals(
        List.of("a;b\t1\t1", "c\tNULL\t5"),
        hive.rows(
            """
            SELECT a.name, a.age, s.oldest FROM ages a
            JOIN (SELECT name, MAX(age) AS oldest FROM ages GROUP BY name) s ON a.name = s.name
            WHERE a.age IS NULL OR a.name <> 'c' ORDER BY a.name
            """));
  }

  @Test
  void sessionsShareTablesOnly() {
    hive.execute("CREATE DATABASE other; USE other; CREATE TABLE t (i INT)");
    assertEquals(List.of("default"), hive.rows("SELECT current_database()"));
    assertEquals(
        List.of("other", "t"), hive.rows("USE other; SELECT current_database(); SHOW TABLES"));
  }

  @Test
  void anErrorNamesStatementAndCause() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> hive.rows("SELECT 1; SELECT nope"));
    assertTrue(e.getMessage().startsWith("SELECT nope\n"), e.getMessage());
    assertTrue(
        e.getMessage().contains("Invalid table alias or column reference 'nope'"), e.getMessage());
  }
}
