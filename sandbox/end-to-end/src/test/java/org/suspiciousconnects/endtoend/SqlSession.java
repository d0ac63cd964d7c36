/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.suspiciousconnects.endtoend.Operator.Answer;

/**
 * SQL files in one call of {@code run_sql.sh}, which starts an engine once. A file's variables are
 * the call's; here each file may have a day and limits of its own, which copies of it have in their
 * place. For one thread and one run.
 */
final class SqlSession {
  private final Operator operator;
  private final Path folder;
  private final String database;
  private final List<Path> files = new ArrayList<>();

  SqlSession(Operator operator, String database) throws IOException {
    this.operator = operator;
    this.database = database;
    this.folder = Files.createTempDirectory(operator.home().getParent(), "sql");
  }

  /** A file of {@code sql/}, for a day. */
  SqlSession file(String name, LocalDate day, Map<String, ?> variables) throws IOException {
    Map<String, Object> all = new LinkedHashMap<>(variables);
    all.put("y", day.getYear());
    // Two digits, for the folders of proxy.
    all.put("m", String.format("%02d", day.getMonthValue()));
    all.put("d", String.format("%02d", day.getDayOfMonth()));
    String text = Files.readString(operator.root().resolve("sql").resolve(name + ".sql"));
    for (Map.Entry<String, Object> variable : all.entrySet()) {
      text = text.replace("${hivevar:" + variable.getKey() + "}", "" + variable.getValue());
    }
    return add(text);
  }

  /** Statements. */
  SqlSession does(String... statements) throws IOException {
    return add(String.join(";\n", statements) + ";\n");
  }

  /**
   * Queries whose rows are kept.
   *
   * @param queries by a name that no other of the session has
   */
  SqlSession shows(Map<String, String> queries) throws IOException {
    StringBuilder text = new StringBuilder();
    queries.forEach(
        (name, query) ->
            text.append(query.replaceFirst("^SELECT ", "SELECT 'shown " + name + "' AS part, "))
                .append(";\n"));
    return add(text.toString());
  }

  private SqlSession add(String text) throws IOException {
    files.add(
        Files.writeString(
            folder.resolve(String.format("%03d.sql", files.size())),
            "USE " + database + ";\n" + text));
    return this;
  }

  /** Runs the files, whatever comes of it. */
  Answer ends(String engine) throws Exception {
    return operator.runs(engine, files, Map.of("dbname", database));
  }

  /** Runs the files; the rows of the queries by their names, columns separated by tabs, sorted. */
  Map<String, List<String>> runs(String engine) throws Exception {
    Answer answer = ends(engine);
    assertEquals(0, answer.status(), answer.err());
    Map<String, List<String>> shown = new TreeMap<>();
    answer
        .out()
        .lines()
        .filter(line -> line.startsWith("shown "))
        .sorted()
        .forEach(
            line -> {
              int end = line.indexOf('\t');
              shown
                  .computeIfAbsent(line.substring("shown ".length(), end), k -> new ArrayList<>())
                  .add(line.substring(end + 1));
            });
    return shown;
  }
}
