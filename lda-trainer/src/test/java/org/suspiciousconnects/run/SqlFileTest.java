/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.suspiciousconnects.command.CommandFailure;

class SqlFileTest {
  @Test
  void semicolonsEndStatementsAndTheLastNeedsNone() {
    assertEquals(List.of("SELECT 1", "SELECT 2"), texts("SELECT 1;\n\nSELECT 2\n"));
    assertEquals(List.of("SELECT 1"), texts(";;SELECT 1 ; \n;"));
    assertEquals(List.of(), texts(""));
  }

  @Test
  void inStringsNamesAndCommentsTheyDoNot() {
    assertEquals(List.of("SELECT 'a;b'", "SELECT 2"), texts("SELECT 'a;b'; SELECT 2"));
    assertEquals(List.of("SELECT \"a;'\"", "SELECT 2"), texts("SELECT \"a;'\"; SELECT 2"));
    assertEquals(List.of("SELECT 'it\\';s'", "SELECT 2"), texts("SELECT 'it\\';s'; SELECT 2"));
    assertEquals(List.of("SELECT 'it'';s'", "SELECT 2"), texts("SELECT 'it'';s'; SELECT 2"));
    assertEquals(List.of("SELECT 'a\\\\'", "SELECT 2"), texts("SELECT 'a\\\\'; SELECT 2"));
    assertEquals(List.of("SELECT `a;\\`", "SELECT 2"), texts("SELECT `a;\\`; SELECT 2"));
    assertEquals(List.of("SELECT 1 -- it's; one", "x"), texts("SELECT 1 -- it's; one\n; x"));
    assertEquals(List.of("SELECT /* ';\n */ 1", "x"), texts("SELECT /* ';\n */ 1; x"));
    assertEquals(List.of("SELECT '--'", "SELECT '/*'"), texts("SELECT '--'; SELECT '/*'"));
  }

  @Test
  void commentsBeforeAStatementAreNoneOfIt() {
    assertEquals(
        List.of("USE a", "USE b"), texts("-- One; two\n\nUSE a;\n/* three; */ -- 4\nUSE b;"));
    assertEquals(List.of(), texts("-- only this\n/* and this"));
  }

  @Test
  void aStringThatDoesNotEndIsLeftToTheEngine() {
    assertEquals(List.of("SELECT 1", "SELECT 'a; b"), texts("SELECT 1; SELECT 'a; b"));
    assertEquals(List.of("SELECT 'a\\"), texts("SELECT 'a\\"));
  }

  @Test
  void aStatementKnowsItsLine() {
    SqlFile file = SqlFile.of(Path.of("a.sql"), "-- head\n\nUSE a;\nSELECT\n  '\n', x; USE c");
    assertEquals(
        List.of("a.sql, line 3", "a.sql, line 4", "a.sql, line 6"),
        file.statements().stream().map(SqlStatement::place).collect(Collectors.toList()));
    SqlStatement select = file.statements().get(1);
    assertEquals("a.sql, line 6", select.place(select.text().indexOf('x')));
  }

  @Test
  void aMissingFileIsNamed() {
    CommandFailure failure =
        assertThrows(CommandFailure.class, () -> SqlFile.read(Path.of("no-such-file.sql")));
    assertTrue(failure.getMessage().contains("no-such-file.sql"), failure.getMessage());
  }

  /** They end each statement with a semicolon at the end of a line and hold no other such line. */
  @Test
  void theProjectsFilesAreCutWhereTheirLinesSay() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(Path.of("..", "sql"))) {
      files = all.filter(path -> path.toString().endsWith(".sql")).collect(Collectors.toList());
    }
    assertFalse(files.isEmpty());
    for (Path path : files) {
      long ends =
          Files.readAllLines(path).stream()
              .filter(line -> line.endsWith(";") && !line.strip().startsWith("--"))
              .count();
      assertEquals(ends, SqlFile.read(path).statements().size(), path.toString());
    }
  }

  private static List<String> texts(String sql) {
    return SqlFile.of(Path.of("a.sql"), sql).statements().stream()
        .map(SqlStatement::text)
        .collect(Collectors.toList());
  }
}
