/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFileTest {
  @TempDir Path repository;

  @ParameterizedTest
  @CsvSource({
    "ddl/functions/hive.sql, HIVE",
    "ddl/functions/hive-temporary.sql, HIVE",
    "ddl/functions/spark.sql, SPARK",
    "ddl/impala/flow.sql, IMPALA",
    "sql/engine/hive/after.sql, HIVE"
  })
  void aFileIsOfTheEngineItIsNamedAfter(String path, Engine engine) {
    assertEquals(EnumSet.of(engine), new SqlFile(path, "").engines());
  }

  @Test
  void otherFilesAreForAll() {
    assertEquals(EnumSet.allOf(Engine.class), new SqlFile("sql/score_flow.sql", "").engines());
  }

  @Test
  void filesOfAllFoldersAreFound() throws IOException {
    for (String file :
        List.of("ddl/a.sql", "ddl/impala/b.sql", "sql/engine/hive/c.sql", "sql/d.txt")) {
      Path path = repository.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, "SELECT 1");
    }
    assertEquals(
        List.of("ddl/a.sql", "ddl/impala/b.sql", "sql/engine/hive/c.sql"),
        SqlFile.all(repository).stream().map(SqlFile::path).toList());
  }

  @Test
  void variablesGetEachOfTheirValues() {
    SqlFile file =
        new SqlFile("a.sql", "USE ${hivevar:dbname};\n\nSELECT a FROM dns_${hivevar:vocabulary};");
    assertEquals(
        List.of("USE spot", "SELECT a FROM dns_spot", "SELECT a FROM dns_psl"),
        file.statements().stream().map(SqlStatement::text).distinct().toList());
    assertEquals("a.sql:3", file.statements().get(1).place());
  }

  @Test
  void aVariableWithoutASampleValueIsNamed() {
    SqlFile file = new SqlFile("sql/a.sql", "SELECT ${hivevar:nobody}");
    String message = assertThrows(IllegalArgumentException.class, file::statements).getMessage();
    assertTrue(message.contains("sql/a.sql") && message.contains("[nobody]"), message);
  }

  @Test
  void semicolonsInStringsAndCommentsSplitNothing() {
    assertEquals(
        List.of("SELECT 'a;''b' -- c;\n FROM t", "SELECT \"; \\\" ;\""),
        new SqlFile(
                "a.sql",
                "-- d;\nSELECT 'a;''b' -- c;\n FROM t;\n/* ; */ SELECT \"; \\\" ;\" ;\n-- e")
            .statements().stream().map(SqlStatement::text).toList());
  }
}
