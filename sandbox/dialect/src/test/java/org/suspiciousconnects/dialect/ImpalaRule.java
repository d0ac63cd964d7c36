/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.dialect;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.suspiciousconnects.dialect.SqlToken.Kind;

/**
 * What Hive or Spark accept and Impala 4 refuses or understands otherwise, and what to write
 * instead.
 */
enum ImpalaRule {
  LATERAL_VIEW("Impala has none: join, or use one row per element", phrase("LATERAL", "VIEW")),
  SORT_BY("Impala has none: ROW_NUMBER() in a subquery", phrase("SORT", "BY")),
  DISTRIBUTE_BY("Impala has none: leave it out", phrase("DISTRIBUTE", "BY")),
  CLUSTER_BY("Impala has none: leave it out", phrase("CLUSTER", "BY")),
  TABLESAMPLE("Impala samples by percent of bytes only: filter", phrase("TABLESAMPLE")),
  OR_REPLACE("Impala has none: DROP … IF EXISTS, then CREATE", phrase("OR", "REPLACE")),
  TEMPORARY("Impala has none: a table partitioned by run_id", phrase("TEMPORARY")),
  CACHE_TABLE("Spark's alone: leave it out", start("CACHE")),
  MSCK("Impala says RECOVER PARTITIONS: a file of sql/engine/", start("MSCK")),
  ANALYZE("Impala says COMPUTE STATS: a file of sql/engine/", start("ANALYZE")),
  SET("settings differ by engine: a file of sql/engine/", start("SET")),
  ADD_RESOURCE("Impala registers functions by LOCATION: a file of ddl/functions/", start("ADD")),
  CLIENT_COMMAND("Beeline's alone: scripts do this", start("!")),
  ROW_CHANGE(
      "Impala changes rows of Kudu and Iceberg tables only: INSERT OVERWRITE",
      start("MERGE", "UPDATE", "DELETE")),
  DIRECTORY("Impala writes tables only", phrase("DIRECTORY")),
  EXCHANGE("Impala has none: SET LOCATION", phrase("EXCHANGE")),
  TRANSFORM("Impala runs no scripts: a function", phrase("TRANSFORM")),
  QUALIFY("Impala has none: a subquery with WHERE", phrase("QUALIFY")),
  PATTERN(
      "patterns are Java's here, RE2's there: LIKE",
      each(token -> token.is("RLIKE") || token.is("REGEXP"))),
  FROM_FIRST("Impala has no FROM … INSERT: INSERT … SELECT", start("FROM")),
  SECOND_INSERT(
      "Impala has no multi-insert: one statement each",
      statement -> statement.tokens().stream().filter(token -> token.is("INSERT")).skip(1)),
  DOUBLE_EQUALS("Impala has none: =", phrase("==")),
  BACKSLASH(
      "escapes differ by engine: leave it out, or use a character class in a pattern",
      each(token -> token.kind() == Kind.STRING && token.text().contains("\\"))),
  DOUBLE_QUOTES(
      "a name for some engines, a string for others: single quotes",
      each(token -> token.kind() == Kind.STRING && token.text().startsWith("\""))),
  BACKTICKS(
      "a name that needs them is reserved: another name",
      each(token -> token.kind() == Kind.QUOTED && !Names.OF_APACHE_SPOT.contains(token.name()))),
  FUNCTION(
      "not the same on all three engines: one of those in ImpalaRule, or one of ours",
      at(ImpalaRule::isOtherFunction)),
  UNIX_TIMESTAMP(
      "of a text or time it depends on the session's time zone: keep seconds as BIGINT",
      at((tokens, i) -> is(tokens, i, "UNIX_TIMESTAMP") && !is(tokens, i + 2, ")"))),
  UNORDERED_INSERT(
      "ORDER BY without LIMIT has no effect here: ROW_NUMBER() in a subquery, or leave it out",
      at(ImpalaRule::ordersNothing)),
  RANKING_OF_NULLS(
      "NULL is first here, last there: NULLS FIRST or NULLS LAST for each expression",
      at(ImpalaRule::leavesNullsOpen)),
  NAME("reserved by an engine: another name", Names::reserved);

  /**
   * Of LENGTH, SUBSTR and LPAD only for ASCII: Impala counts bytes. Of DATE_SUB only for a DATE: of
   * a text each engine returns another type. Of LEAST only without NULL, which Spark leaves out.
   */
  private static final Set<String> FUNCTIONS =
      Set.of(
          ("abs cast coalesce concat count date_sub lag least length lpad max min rank regexp_extract "
                  + "round row_number substr sum unix_timestamp")
              .split(" "));

  /** What a parenthesis may follow without a call. */
  private static final Set<String> KEYWORDS =
      Set.of(
          ("all and as by decimal else exists from in join not on or over "
                  + "partition select tablesample tblproperties then values when where")
              .split(" "));

  /** What comes before a name whose parenthesis holds columns. */
  private static final Set<String> NOT_BEFORE_A_FUNCTION =
      Set.of("table", "view", "exists", "into");

  private final String remedy;
  private final Function<SqlStatement, Stream<SqlToken>> breaches;

  ImpalaRule(String remedy, Function<SqlStatement, Stream<SqlToken>> breaches) {
    this.remedy = remedy;
    this.breaches = breaches;
  }

  /** One line for each place where a statement breaks a rule: file, line, what, and the remedy. */
  static List<String> violations(SqlStatement statement) {
    return Arrays.stream(values()).flatMap(rule -> rule.in(statement)).toList();
  }

  private Stream<String> in(SqlStatement statement) {
    return breaches
        .apply(statement)
        .map(
            token ->
                "%s: %s at '%s': %s".formatted(statement.place(token), this, token.text(), remedy));
  }

  private static Function<SqlStatement, Stream<SqlToken>> phrase(String... words) {
    return at(
        (tokens, i) ->
            IntStream.range(0, words.length).allMatch(word -> is(tokens, i + word, words[word])));
  }

  private static Function<SqlStatement, Stream<SqlToken>> start(String... words) {
    return statement ->
        statement.tokens().stream()
            .limit(1)
            .filter(token -> Arrays.stream(words).anyMatch(token::is));
  }

  private static Function<SqlStatement, Stream<SqlToken>> each(Predicate<SqlToken> breach) {
    return statement -> statement.tokens().stream().filter(breach);
  }

  private static Function<SqlStatement, Stream<SqlToken>> at(
      BiPredicate<List<SqlToken>, Integer> breach) {
    return statement ->
        IntStream.range(0, statement.tokens().size())
            .filter(i -> breach.test(statement.tokens(), i))
            .mapToObj(statement.tokens()::get);
  }

  private static boolean isOtherFunction(List<SqlToken> tokens, int i) {
    SqlToken token = tokens.get(i);
    int before = i - 1;
    while (is(tokens, before, ".")) {
      before -= 2;
    }
    boolean isCall =
        token.kind() == Kind.WORD
            && is(tokens, i + 1, "(")
            && !(before >= 0 && NOT_BEFORE_A_FUNCTION.contains(tokens.get(before).name()));
    return isCall
        && !KEYWORDS.contains(token.name())
        && !FUNCTIONS.contains(token.name())
        && !token.name().startsWith("sc_");
  }

  /** In a subquery, an INSERT or a view; at the top of a query it orders what is shown. */
  private static boolean ordersNothing(List<SqlToken> tokens, int i) {
    int open = Groups.opening(tokens, i);
    return isOrderBy(tokens, i)
        && !is(tokens, open - 1, "OVER")
        && (open >= 0
            || tokens.stream().anyMatch(token -> token.is("INSERT"))
            || is(tokens, 0, "CREATE"))
        && Groups.level(tokens, i).stream().noneMatch(token -> token.is("LIMIT"));
  }

  private static boolean leavesNullsOpen(List<SqlToken> tokens, int i) {
    if (!isOrderBy(tokens, i) || !is(tokens, Groups.opening(tokens, i) - 1, "OVER")) {
      return false;
    }
    List<SqlToken> level = Groups.level(tokens, i);
    long expressions = 1 + level.stream().filter(token -> token.is(",")).count();
    return level.stream().filter(token -> token.is("NULLS")).count() < expressions;
  }

  private static boolean isOrderBy(List<SqlToken> tokens, int i) {
    return is(tokens, i, "ORDER") && is(tokens, i + 1, "BY");
  }

  private static boolean is(List<SqlToken> tokens, int i, String word) {
    return i >= 0 && i < tokens.size() && tokens.get(i).is(word);
  }
}
