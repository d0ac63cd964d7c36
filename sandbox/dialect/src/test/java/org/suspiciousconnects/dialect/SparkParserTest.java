/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.dialect;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.execution.SparkSqlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spark parses every statement of the SQL files that it runs. */
class SparkParserTest {
  private static final SparkSqlParser PARSER = new SparkSqlParser();

  static List<SqlFile> files() throws IOException {
    return SqlFile.all(Path.of("../..")).stream()
        .filter(file -> file.engines().contains(Engine.SPARK))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void isParsed(SqlFile file) {
    file.statements()
        .forEach(
            statement ->
                assertDoesNotThrow(() -> PARSER.parsePlan(statement.text()), statement::place));
  }

  @Test
  void whatSparkDoesNotKnowIsRefused() {
    assertThrows(
        ParseException.class, () -> PARSER.parsePlan("CREATE FUNCTION f LOCATION 'f.jar'"));
    assertThrows(ParseException.class, () -> PARSER.parsePlan("SELECT (a FROM t"));
  }
}
