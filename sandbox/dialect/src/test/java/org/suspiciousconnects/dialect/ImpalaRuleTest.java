/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImpalaRuleTest {
  /** For each rule what breaks it, and what only looks like it. */
  static Stream<Arguments> snippets() {
    return Stream.of(
        of(
            ImpalaRule.LATERAL_VIEW,
            "SELECT e FROM t LATERAL VIEW posexplode(a) x",
            "SELECT 'LATERAL VIEW' AS e"),
        of(ImpalaRule.SORT_BY, "SELECT a FROM t SORT BY a", "SELECT a -- SORT BY\nFROM t"),
        of(
            ImpalaRule.DISTRIBUTE_BY,
            "SELECT a FROM t DISTRIBUTE BY a",
            "SELECT distribute, a AS by_a FROM t"),
        of(
            ImpalaRule.CLUSTER_BY,
            "SELECT a FROM t cluster\nby a",
            "/* CLUSTER BY */ SELECT a FROM t"),
        of(
            ImpalaRule.TABLESAMPLE,
            "SELECT a FROM t TABLESAMPLE (1 ROWS)",
            "SELECT a FROM tablesamples"),
        of(
            ImpalaRule.OR_REPLACE,
            "CREATE OR REPLACE VIEW v AS SELECT 1 AS a",
            "DROP VIEW IF EXISTS v"),
        of(
            ImpalaRule.TEMPORARY,
            "CREATE TEMPORARY TABLE t (a INT)",
            "CREATE TABLE temporary_t (a INT)"),
        of(ImpalaRule.CACHE_TABLE, "CACHE TABLE t", "SELECT cache_hits FROM t"),
        of(ImpalaRule.MSCK, "MSCK REPAIR TABLE t", "SELECT 'MSCK' AS a"),
        of(ImpalaRule.ANALYZE, "ANALYZE TABLE t COMPUTE STATISTICS", "SELECT analyzed FROM t"),
        of(
            ImpalaRule.SET,
            "SET hive.execution.engine=mr",
            "ALTER TABLE t PARTITION (a = 1) SET LOCATION '/b'"),
        of(
            ImpalaRule.ADD_RESOURCE,
            "ADD JAR x.jar",
            "ALTER TABLE t ADD IF NOT EXISTS PARTITION (a = 1)"),
        of(ImpalaRule.CLIENT_COMMAND, "!connect x", "SELECT a FROM t WHERE a != 1"),
        of(ImpalaRule.ROW_CHANGE, "MERGE INTO t USING s ON t.a = s.a", "SELECT merged FROM t"),
        of(ImpalaRule.ROW_CHANGE, "UPDATE t SET a = 1", "SELECT updated FROM t"),
        of(ImpalaRule.ROW_CHANGE, "DELETE FROM t", "SELECT deleted FROM t"),
        of(
            ImpalaRule.DIRECTORY,
            "INSERT OVERWRITE LOCAL DIRECTORY '/a' SELECT 1",
            "INSERT INTO t SELECT 'DIRECTORY' AS a"),
        of(
            ImpalaRule.EXCHANGE,
            "ALTER TABLE t EXCHANGE PARTITION (a = 1) WITH TABLE s",
            "SELECT exchanges FROM t"),
        of(
            ImpalaRule.TRANSFORM,
            "SELECT TRANSFORM a USING 'cat' FROM t",
            "SELECT transformed FROM t"),
        of(ImpalaRule.QUALIFY, "SELECT a FROM t QUALIFY a = 1", "SELECT qualified FROM t"),
        of(
            ImpalaRule.PATTERN,
            "SELECT a FROM t WHERE a RLIKE 'b'",
            "SELECT a FROM t WHERE a LIKE 'b%'"),
        of(
            ImpalaRule.PATTERN,
            "SELECT a FROM t WHERE a REGEXP 'b'",
            "SELECT REGEXP_EXTRACT(a, '^b', 0) AS a FROM t"),
        of(ImpalaRule.FROM_FIRST, "FROM t INSERT INTO s SELECT a", "SELECT a FROM t"),
        of(
            ImpalaRule.SECOND_INSERT,
            "WITH u AS (SELECT a FROM t) INSERT INTO s SELECT a FROM u INSERT INTO r SELECT a FROM u",
            "INSERT INTO s SELECT 'INSERT' AS a"),
        of(
            ImpalaRule.DOUBLE_EQUALS,
            "SELECT a FROM t WHERE a == 1",
            "SELECT a FROM t WHERE a = '=='"),
        of(
            ImpalaRule.BACKSLASH,
            "SELECT REGEXP_EXTRACT(a, '\\\\d', 0) AS a FROM t",
            "SELECT REGEXP_EXTRACT(a, '[0-9]', 0) AS a FROM t"),
        of(
            ImpalaRule.DOUBLE_QUOTES,
            "SELECT a FROM t WHERE a = \"b\"",
            "SELECT a FROM t WHERE a = '\"b\"'"),
        of(
            ImpalaRule.BACKTICKS,
            "SELECT `date` FROM t",
            "SELECT p_date, `rank`, t.`time` FROM t WHERE a = '`'"),
        of(
            ImpalaRule.FUNCTION,
            "SELECT split(a, ',') AS b FROM t",
            "INSERT INTO t (a, b) SELECT spot.sc_domain(COALESCE(a, '')), COUNT(*) FROM s WHERE a IN ('b') AND (1 = 1)"),
        of(
            ImpalaRule.UNIX_TIMESTAMP,
            "SELECT UNIX_TIMESTAMP(a) AS b FROM t",
            "SELECT UNIX_TIMESTAMP() - 1 AS b"),
        of(
            ImpalaRule.UNORDERED_INSERT,
            "INSERT INTO t SELECT a FROM s ORDER BY a",
            "INSERT INTO t SELECT a FROM (SELECT a FROM s ORDER BY a LIMIT 3) r"),
        of(
            ImpalaRule.RANKING_OF_NULLS,
            "SELECT ROW_NUMBER() OVER (PARTITION BY a ORDER BY b NULLS LAST, c) AS n FROM t",
            "SELECT ROW_NUMBER() OVER (ORDER BY b NULLS LAST, COALESCE(c, 1) DESC NULLS FIRST) AS n FROM t ORDER BY n"),
        of(
            ImpalaRule.NAME,
            "SELECT a AS model_fits, b AS method FROM t",
            "SELECT CAST(a AS DATE) AS a_date FROM t"));
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void findsWhatBreaksItAndNothingElse(ImpalaRule rule, String wrong, String right) {
    List<String> found = violations("-- a comment\n" + wrong);
    assertEquals(1, found.size(), found::toString);
    assertTrue(found.get(0).matches("a\\.sql:[23]: " + rule + " at '.+': .+"), found.get(0));
    assertEquals(List.of(), violations(right));
  }

  @Test
  void everyRuleHasASnippet() {
    Set<Object> rules = snippets().map(arguments -> arguments.get()[0]).collect(Collectors.toSet());
    assertEquals(EnumSet.allOf(ImpalaRule.class), rules);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE VIEW v AS SELECT a FROM t ORDER BY a",
        "SELECT a FROM (SELECT a FROM s ORDER BY a) r LIMIT 3",
        "WITH u AS (SELECT a FROM t) INSERT INTO s SELECT a FROM u ORDER BY a"
      })
  void anOrderThatImpalaForgetsIsFound(String sql) {
    assertEquals(1, violations(sql).size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date   | SELECT a AS Date FROM t",
        "scope  | WITH scope AS (SELECT 1 AS a) SELECT a FROM scope",
        "method | CREATE TABLE IF NOT EXISTS spot.method (a INT)",
        "view   | CREATE VIEW view AS SELECT 1 AS a",
        "offset | CREATE EXTERNAL TABLE t (a DECIMAL(3, 2), offset INT) STORED AS PARQUET",
        "hash   | CREATE TABLE t (a INT) PARTITIONED BY (b INT, hash STRING)",
        "query  | SELECT query.a FROM spot.t query WHERE query.a = 1",
        "range  | SELECT 1 AS a FROM t b JOIN (SELECT 1 AS a FROM s) range ON b.a = range.a",
      })
  void reservedNamesAreFoundWhereverTheyAreGiven(String name, String sql) {
    List<String> found = violations(sql);
    assertTrue(found.get(0).toLowerCase().contains("name at '" + name + "'"), found::toString);
    assertEquals(1, found.size(), found::toString);
  }

  @Test
  void stringsAndCommentsAreNoCode() {
    assertEquals(List.of(), violations("SELECT 'it''s; \" == -- no' AS a -- SORT BY ';\n FROM t"));
  }

  private static List<String> violations(String sql) {
    return SqlStatement.of("a.sql", sql).stream()
        .flatMap(statement -> ImpalaRule.violations(statement).stream())
        .toList();
  }

  private static Arguments of(ImpalaRule rule, String wrong, String right) {
    return Arguments.of(rule, wrong, right);
  }
}
