/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.TestWarehouse;
import picocli.CommandLine;

/** On a real session, metastore and the finished functions' jar. */
class RunSqlTest {
  private static final String DATABASE = "run_sql_test";

  @TempDir static Path temp;
  private static int files;

  @BeforeAll
  static void makeTables() {
    TestWarehouse.create(DATABASE);
  }

  @Test
  void rowsAreTabsInTheOrderOfTheFiles() throws IOException {
    Path first = file("SELECT '${hivevar:a}', NULL, CAST(0.1 AS FLOAT), 1.0E-5D;");
    Path second = file("SELECT 'tab\\ttab' AS t UNION ALL SELECT '😀' ORDER BY t;");
    assertEquals("x,y\tNULL\t0.1\t1.0E-5\ntab\ttab\n😀\n", tsv("a=x,y", first, second));
  }

  @Test
  void tablesAreForPeople() throws IOException {
    Path query =
        file("SELECT 'a\\nb\\u001b[31mc' AS bad, REPEAT('é', 101) AS wide, NULL AS nothing;");
    String wide = "é".repeat(99) + "…";
    String rule = "+" + "-".repeat(11) + "+" + "-".repeat(102) + "+" + "-".repeat(9) + "+\n";
    assertEquals(
        rule
            + "| bad       | wide"
            + " ".repeat(97)
            + "| nothing |\n"
            + rule
            + "| a b [31mc | "
            + wide
            + " | NULL    |\n"
            + rule,
        run("a=1", "table", query));
  }

  @Test
  void whatIsNoQueryPrintsNothing() throws IOException {
    Path script =
        file("SET spark.sql.ansi.enabled=false; USE " + DATABASE + "; DROP TABLE IF EXISTS none;");
    assertEquals("", tsv("a=1", script));
  }

  @Test
  void eachFileHasARunIdOfItsOwnUnlessItIsGiven() throws IOException {
    Path script = file("SELECT '${hivevar:run_id}';");
    String[] ids = tsv("a=1", script, script).split("\n");
    assertEquals(2, ids.length);
    assertTrue(ids[0].matches("[0-9]{13}") && ids[0].compareTo(ids[1]) < 0, Arrays.toString(ids));
    assertEquals("7\n7\n", tsv("run_id=7", script, script));
  }

  @Test
  void allFilesAreRunForOneDayAfterTheOtherEachTimeWithAnotherRunId() throws IOException {
    Path first = file("SELECT 'first', '${hivevar:y}', '${hivevar:m}', '${hivevar:run_id}';");
    Path second = file("SELECT 'second', '${hivevar:d}', '${hivevar:a}', '${hivevar:run_id}';");
    String[] rows = ofDays("a=1", List.of("2016-07-08", "2015-12-31"), first, second).split("\n");
    assertEquals(
        List.of("first\t2016\t07", "second\t08\t1", "first\t2015\t12", "second\t31\t1"),
        Arrays.stream(rows)
            .map(row -> row.replaceAll("\t[0-9]{13}$", ""))
            .collect(Collectors.toList()));
    List<String> ids =
        Arrays.stream(rows).map(row -> row.replaceAll(".*\t", "")).collect(Collectors.toList());
    assertEquals(ids.stream().distinct().sorted().collect(Collectors.toList()), ids);
    assertEquals(4, ids.size());
  }

  @Test
  void aDayIsGivenInOneWay() throws IOException {
    Path query = file("SELECT ${hivevar:d};");
    CommandFailure failure =
        assertThrows(CommandFailure.class, () -> ofDays("d=7", List.of("2016-07-08"), query));
    assertEquals(ExitStatus.USAGE, failure.status());
    assertEquals("--day sets y, m and d: leave --hivevar d out", failure.getMessage());
    String file = query.toString();
    assertEquals(1, Application.run(new RunSql(), "--file", file, "--day", "2016-02-30"));
    assertEquals(1, Application.run(new RunSql(), "--file", file));
  }

  @Test
  void aRequirementThatDoesNotHoldIsTheWholeMessageAndNothingAfterItIsRun() throws IOException {
    Path script =
        file(
            "USE "
                + DATABASE
                + ";\n\n-- A guard; of rows.\nSELECT sc_require(COUNT(*) > 0,\n 'no domains of ${hivevar:a}')\n"
                + "FROM top_domains;\nINSERT INTO user_domains VALUES ('x');\n");
    CommandFailure failure = assertThrows(CommandFailure.class, () -> tsv("a=me", script));
    assertEquals(ExitStatus.ENGINE, failure.status());
    assertEquals(script + ", line 4: no domains of me", failure.getMessage());
    assertEquals("0\n", tsv("a=1", file("SELECT COUNT(*) FROM " + DATABASE + ".user_domains;")));
  }

  @Test
  void anUnknownTableIsNamedWithoutThePlan() throws IOException {
    Path script = file("SELECT * FROM " + DATABASE + ".nowhere;");
    CommandFailure failure = assertThrows(CommandFailure.class, () -> tsv("a=1", script));
    assertTrue(failure.getMessage().contains("nowhere"), failure.getMessage());
    assertFalse(failure.getMessage().contains("'Project"), failure.getMessage());
  }

  @Test
  void aVariableWithoutAValueIsFoundBeforeAnythingIsRun() throws IOException {
    Path writes = file("INSERT INTO " + DATABASE + ".user_domains VALUES ('y');");
    Path lacks = file("SELECT 1;\nSELECT '${hivevar:b}';");
    CommandFailure failure = assertThrows(CommandFailure.class, () -> tsv("a=1", writes, lacks));
    assertEquals(ExitStatus.USAGE, failure.status());
    assertTrue(
        failure.getMessage().startsWith(lacks + ", line 2: the variable b"), failure.getMessage());
    assertEquals("0\n", tsv("a=1", file("SELECT COUNT(*) FROM " + DATABASE + ".user_domains;")));
  }

  @Test
  void wrongArgumentsAreRefusedBeforeSparkStarts() throws IOException {
    String query = file("SELECT 1;").toString();
    assertEquals(1, Application.run(new RunSql()));
    assertEquals(1, Application.run(new RunSql(), "--file", temp + "/none.sql"));
    assertEquals(1, Application.run(new RunSql(), "--file", query, "--format", "xml"));
    assertEquals(1, Application.run(new RunSql(), "--file", query, "--hivevar", "a='"));
    assertEquals(2, TestWarehouse.session().range(2).count());
  }

  private static Path file(String sql) throws IOException {
    return Files.writeString(temp.resolve(++files + ".sql"), sql);
  }

  private static String tsv(String variable, Path... scripts) {
    return run(variable, "tsv", scripts);
  }

  private static String ofDays(String variable, List<String> days, Path... scripts) {
    return run(
        Stream.concat(
            Stream.of("--hivevar", variable, "--format", "tsv"),
            days.stream().flatMap(day -> Stream.of("--day", day))),
        scripts);
  }

  private static String run(String variable, String format, Path... scripts) {
    return run(Stream.of("--hivevar", variable, "--format", format), scripts);
  }

  private static String run(Stream<String> options, Path... scripts) {
    List<String> arguments =
        Stream.concat(
                options,
                Arrays.stream(scripts).flatMap(script -> Stream.of("--file", script.toString())))
            .collect(Collectors.toList());
    RunSql command = new RunSql();
    new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(arguments.toArray(new String[0]));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    command.run(TestWarehouse.session(), new PrintStream(out, true, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
