/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

class HiveVariablesTest {
  @Test
  void namesAreReplacedAlsoInStrings() {
    assertEquals(
        "SELECT '2016-7', a_2016 FROM spot.t",
        replaced(
            "SELECT '${hivevar:y}-${hivevar:m}', a_${hivevar:y} FROM ${hivevar:db}.t",
            "y=2016",
            "m=7",
            "db=spot"));
  }

  @Test
  void otherBracesStay() {
    assertEquals("${y} $x {y} ${hiveconf:y}", replaced("${y} $x {y} ${hiveconf:y}", "y=2016"));
  }

  @Test
  void ofTwoTheLatterCountsAndADefaultOnlyWithoutAny() {
    assertEquals("b", replaced("${hivevar:a}", "a=a", "a=b"));
    assertEquals("", replaced("${hivevar:a}", "a="));
    HiveVariables variables = HiveVariables.of(List.of("a=1"));
    assertEquals(
        "1 2",
        variables
            .withDefault("a", "3")
            .withDefault("b", "2")
            .in(only("${hivevar:a} ${hivevar:b}")));
  }

  @Test
  void aVariableWithoutAValueIsNamedWithItsPlace() {
    CommandFailure failure =
        assertThrows(
            CommandFailure.class,
            () -> replaced("SELECT\n  '${hivevar:y}' + '${hivevar:m}'", "y=1"));
    assertEquals(ExitStatus.USAGE, failure.status());
    assertEquals(
        "a.sql, line 2: the variable m has no value: add --hivevar m=VALUE; nothing was run",
        failure.getMessage());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"y", "=1", "1y=1", "y=a b", "y=a;b", "y='", "y=\\", "y=${hivevar:y}", "y=\n"})
  void whatCouldChangeAStatementIsRefused(String variable) {
    CommandFailure failure =
        assertThrows(CommandFailure.class, () -> HiveVariables.of(List.of(variable)));
    assertEquals(ExitStatus.USAGE, failure.status());
  }

  private static String replaced(String sql, String... variables) {
    return HiveVariables.of(List.of(variables)).in(only(sql));
  }

  private static SqlStatement only(String sql) {
    return new SqlStatement(Path.of("a.sql"), 1, sql);
  }
}
