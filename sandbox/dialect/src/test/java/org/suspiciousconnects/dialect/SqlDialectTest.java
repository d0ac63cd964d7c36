/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.suspiciousconnects.dialect.SqlToken.Kind;

/** Every SQL file keeps to what Impala understands as Hive and Spark do, and Spark parses it. */
class SqlDialectTest {
  private static final Path REPOSITORY = Path.of("../..");

  /** Files of one engine's statements are that engine's business. */
  static List<SqlFile> files() throws IOException {
    return SqlFile.all(REPOSITORY).stream()
        .filter(file -> !file.path().startsWith("sql/engine/"))
        .filter(file -> file.engines().contains(Engine.IMPALA))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void impalaUnderstands(SqlFile file) {
    assertEquals(
        List.of(),
        file.statements().stream()
            .flatMap(statement -> ImpalaRule.violations(statement).stream())
            .toList());
  }

  /** Impala's shell would look for their values. */
  @ParameterizedTest
  @MethodSource("files")
  void noVariableIsInAComment(SqlFile file) {
    List<String> found =
        SqlToken.of(file.text()).stream()
            .filter(token -> token.kind() == Kind.COMMENT && token.text().contains("${"))
            .map(token -> file + ":" + token.line() + ": " + token.text())
            .toList();
    assertEquals(List.of(), found);
  }

  @Test
  void theNamesOfAllFilesAreRead() throws IOException {
    Set<String> names =
        files().stream()
            .flatMap(file -> file.statements().stream())
            .flatMap(statement -> Names.given(statement).stream())
            .map(SqlToken::name)
            .collect(Collectors.toSet());
    assertTrue(
        names.containsAll(
            List.of(
                "flow",
                "model_runs",
                "treceived",
                "score_method",
                "dns_qry_name",
                "fulluri",
                "known_domains_psl",
                "is_top",
                "mixes",
                "score_rank",
                "events_in",
                "w")),
        names.toString());
  }
}
