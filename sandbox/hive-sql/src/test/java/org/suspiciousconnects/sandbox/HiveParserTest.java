/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.hive.ql.parse.ParseDriver;
import org.apache.hadoop.hive.ql.parse.ParseException;
import org.apache.hadoop.hive.ql.processors.HiveCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suspiciousconnects.dialect.Engine;
import org.suspiciousconnects.dialect.SqlFile;
import org.suspiciousconnects.dialect.SqlStatement;

/** Hive parses every statement of the SQL files that it runs. */
class HiveParserTest {
  private static final ParseDriver PARSER = new ParseDriver();

  static List<SqlFile> files() throws IOException {
    return SqlFile.all(HiveSql.repository()).stream()
        .filter(file -> file.engines().contains(Engine.HIVE))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void isParsed(SqlFile file) {
    file.statements().stream()
        .filter(statement -> !isCommand(statement))
        .forEach(
            statement ->
                assertDoesNotThrow(() -> PARSER.parse(statement.text()), statement::place));
  }

  @Test
  void whatHiveDoesNotKnowIsRefused() {
    assertThrows(ParseException.class, () -> PARSER.parse("COMPUTE STATS flow"));
    assertThrows(ParseException.class, () -> PARSER.parse("SELECT a FROM t WHERE"));
  }

  /** Such as SET and ADD JAR, which have a reader of their own. */
  private static boolean isCommand(SqlStatement statement) {
    return HiveCommand.find(statement.text().split("\\s+")) != null;
  }
}
