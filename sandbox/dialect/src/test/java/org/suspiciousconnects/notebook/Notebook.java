/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.notebook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.suspiciousconnects.dialect.SqlStatement;

/**
 * Files of {@code sql/} that an analyst runs one after the other, for tools that show statements
 * and their rows. Their variables are written <code>${name}</code> here.
 *
 * @param source flow, dns or proxy
 * @param kind of the three of a source, such as suspicious
 * @param title such as Suspicious flow
 * @param scripts in their order
 */
record Notebook(String source, String kind, String title, List<Script> scripts) {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{hivevar:(\\w+)}");

  /** What an analyst starts from; months and days of proxy have two digits. */
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("dbname", "spot"),
          Map.entry("y", "2016"),
          Map.entry("m", "07"),
          Map.entry("d", "08"),
          Map.entry("limit_rows", "20"),
          Map.entry("score_rank", "1"),
          Map.entry("score_method", "profile"),
          Map.entry("verdict", "2"),
          Map.entry("feedback_scope", "ip_word"),
          Map.entry("author", "analyst"),
          Map.entry("expires_on", "never"),
          Map.entry("run_id", "0"),
          Map.entry("anchor", "10.0.0.1"),
          Map.entry("model_id", "0123456789abcdef"),
          Map.entry("topic", "0"),
          Map.entry("from_day", "2016-07-01"),
          Map.entry("event_day", "2016-07-08"));

  /**
   * A file.
   *
   * @param path such as sql/why_flow.sql
   * @param about the first sentence of its comment
   * @param refreshing the statements that Impala needs before, without semicolons
   * @param statements without semicolons
   */
  record Script(String path, String about, List<String> refreshing, List<String> statements) {}

  /** All, of each source three. */
  static List<Notebook> all(Path repository) throws IOException {
    List<Notebook> notebooks = new ArrayList<>();
    for (String source : List.of("flow", "dns", "proxy")) {
      notebooks.add(
          of(
              repository,
              source,
              "suspicious",
              "Suspicious connects of " + source,
              "suspicious_SOURCE_profile",
              "suspicious_SOURCE",
              "explanations_SOURCE",
              "score_runs"));
      notebooks.add(
          of(
              repository,
              source,
              "investigation",
              "Threat investigation of " + source,
              "why_SOURCE",
              "group_SOURCE",
              "expanded_search_SOURCE",
              "judge_SOURCE",
              "feedback_SOURCE"));
      notebooks.add(
          of(
              repository,
              source,
              "advanced",
              "Advanced mode of " + source,
              "models",
              "topics",
              "topic_words",
              "event_days",
              "history_days",
              "allow_list"));
    }
    return notebooks;
  }

  /** The variables of all statements and what an analyst starts from, by name as they occur. */
  Map<String, String> variables() {
    Map<String, String> variables = new LinkedHashMap<>();
    for (Script script : scripts) {
      for (String statement : script.statements) {
        Matcher variable = Pattern.compile("\\$\\{(\\w+)}").matcher(statement);
        while (variable.find()) {
          String name = variable.group(1);
          String value = DEFAULTS.get(name);
          if (value == null) {
            throw new IllegalStateException(
                script.path + " has the variable " + name + ", of which Notebook has no default");
          }
          variables.put(name, value);
        }
      }
    }
    return variables;
  }

  private static Notebook of(
      Path repository, String source, String kind, String title, String... names)
      throws IOException {
    List<Script> scripts = new ArrayList<>();
    for (String name : names) {
      String file = name.replace("SOURCE", source) + ".sql";
      Path before = repository.resolve("sql/engine/impala/before").resolve(file);
      scripts.add(
          new Script(
              "sql/" + file,
              about(Files.readString(repository.resolve("sql").resolve(file))),
              Files.exists(before) ? statements(before, source) : List.of(),
              statements(repository.resolve("sql").resolve(file), source)));
    }
    return new Notebook(source, kind, title, scripts);
  }

  /** What Impala's results depend on, without semicolons. */
  static List<String> impalaSession(Path repository) throws IOException {
    return statements(repository.resolve("sql/engine/impala/session.sql"), "");
  }

  private static List<String> statements(Path file, String source) throws IOException {
    String sql =
        VARIABLE
            .matcher(Files.readString(file))
            .replaceAll(
                variable ->
                    variable.group(1).equals("source")
                        ? source
                        : Matcher.quoteReplacement("${" + variable.group(1) + "}"));
    return SqlStatement.of(file.toString(), sql).stream().map(SqlStatement::text).toList();
  }

  private static String about(String text) {
    String comment =
        text.lines()
            .skip(3)
            .takeWhile(line -> line.startsWith("-- "))
            .map(line -> line.substring(3))
            .reduce("", (a, b) -> a.isEmpty() ? b : a + " " + b);
    return comment.replaceFirst("(?<=[.]) .*$", "");
  }
}
