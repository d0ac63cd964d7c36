/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What {@code sql/engine/} adds to the files of {@code sql/}: the right names, and that Impala
 * looks again at every table that a file reads or swaps.
 */
class EngineFilesTest {
  private static final Path SQL = HiveSql.repository().resolve("sql");
  private static final List<String> ENGINES = List.of("hive", "spark", "impala");
  private static final Pattern VIEW =
      Pattern.compile("CREATE VIEW (\\w+) AS(.*?);\\R", Pattern.DOTALL);
  private static final Pattern TABLE =
      Pattern.compile("CREATE EXTERNAL TABLE IF NOT EXISTS (\\w+)");
  private static final Pattern FROM =
      Pattern.compile("\\b(?:FROM|JOIN) (?:\\$\\{hivevar:dbname}\\.)?([\\w${}:]+)");
  private static final Pattern SWAP =
      Pattern.compile("ALTER TABLE (\\w+)\\s+PARTITION [^;]*SET LOCATION");
  private static final String OWN =
      ".*_(staging|scoring|judged|day_words|groups|suspicious)|flow_ends|dns_answers|proxy_requests"
          + "|scoring_models|allow_list_in_force|allow_listed_values"
          + "|address_networks|address_context|name_context|listed_words|word_occurrences";
  private static final Pattern REFRESH =
      Pattern.compile("REFRESH \\$\\{hivevar:dbname}\\.([\\w${}:]+);");

  static Stream<Path> shared() throws IOException {
    return files(SQL).stream();
  }

  @Test
  void namesAreThoseOfTheSharedFiles() throws IOException {
    Set<String> shared = new TreeSet<>();
    shared().forEach(file -> shared.add(file.getFileName().toString()));
    for (String engine : ENGINES) {
      for (String when : List.of("before", "after")) {
        for (Path file : files(SQL.resolve("engine").resolve(engine).resolve(when))) {
          assertTrue(shared.contains(file.getFileName().toString()), file + " is never run");
        }
      }
    }
  }

  @Test
  void everyEngineHasTheSameFilesToCallByName() throws IOException {
    Set<String> expected =
        Set.of("session.sql", "partitions_flow.sql", "partitions_dns.sql", "partitions_proxy.sql");
    for (String engine : ENGINES) {
      Set<String> names = new TreeSet<>();
      for (Path file : files(SQL.resolve("engine").resolve(engine))) {
        names.add(file.getFileName().toString());
      }
      assertEquals(new TreeSet<>(expected), names, engine);
    }
  }

  @Test
  void headsSayWhatAFileDoes() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(SQL)) {
      all = files.filter(file -> file.toString().endsWith(".sql")).toList();
    }
    for (Path file : all) {
      String head = head(file);
      for (String part : List.of("Reads: ", "Writes", "Variables: ", "Example: ")) {
        assertTrue(head.contains(part), file + " has no " + part);
      }
      assertTrue(head.contains(file.getFileName().toString()), file + " has another's example");
      assertFalse(head.contains("${"), file + ": no variable is to be in a comment");
    }
  }

  @ParameterizedTest
  @MethodSource("shared")
  void impalaRefreshesWhatAFileReads(Path file) throws IOException {
    for (String source : sources(file)) {
      Set<String> needed = new TreeSet<>();
      for (String name : words(reads(head(file)).replace("flow", source))) {
        addTables(name, needed);
      }
      String sql = body(file).replace("${hivevar:source}", source);
      for (String vocabulary : List.of("spot", "psl")) {
        for (String name : found(FROM, sql.replace("${hivevar:vocabulary}", vocabulary))) {
          addTables(name, needed);
        }
      }
      needed.addAll(found(SWAP, sql));
      // Its own: no other engine writes what this run has just written.
      needed.removeIf(table -> table.matches(OWN));
      Path before = SQL.resolve("engine/impala/before").resolve(file.getFileName());
      assertTrue(Files.exists(before), "no " + before);
      Set<String> refreshed = found(REFRESH, body(before).replace("${hivevar:source}", source));
      Set<String> forgotten = new TreeSet<>(needed);
      forgotten.removeAll(refreshed);
      assertEquals(Set.of(), forgotten, before + " forgets");
      refreshed.removeAll(tables());
      assertEquals(Set.of(), refreshed, before + " refreshes what is no table");
    }
  }

  /** That of the file's name, or some if it has source as a variable. */
  private static List<String> sources(Path file) {
    String name = file.getFileName().toString();
    return name.matches(".*_(flow|dns|proxy)(_profile)?\\.sql")
        ? List.of(name.replaceAll(".*_(?!profile)|(_profile)?\\.sql", ""))
        : List.of("flow", "dns");
  }

  /** The table of that name, or all below the view of that name. */
  private static void addTables(String name, Set<String> tables) throws IOException {
    if (tables().contains(name)) {
      tables.add(name);
    } else if (views().containsKey(name)) {
      for (String below : found(FROM, views().get(name))) {
        addTables(below, tables);
      }
    }
  }

  private static Set<String> tables() throws IOException {
    return found(TABLE, ddl());
  }

  private static Map<String, String> views() throws IOException {
    Map<String, String> views = new TreeMap<>();
    Matcher matcher = VIEW.matcher(ddl());
    while (matcher.find()) {
      views.put(matcher.group(1), matcher.group(2));
    }
    return views;
  }

  private static String ddl() throws IOException {
    StringBuilder ddl = new StringBuilder();
    for (Path file : files(HiveSql.repository().resolve("ddl"))) {
      ddl.append(body(file));
    }
    return ddl.toString();
  }

  private static Set<String> found(Pattern pattern, String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  private static Set<String> words(String text) {
    return new TreeSet<>(List.of(text.split("\\W+")));
  }

  private static String reads(String head) {
    return head.substring(head.indexOf("Reads: "), head.indexOf("Writes"));
  }

  /** The comment that a file opens with. */
  private static String head(Path file) throws IOException {
    String text = Files.readString(file);
    return text.substring(0, text.indexOf("\n\n"));
  }

  /** A file without its comments. */
  private static String body(Path file) throws IOException {
    return Files.readString(file).replaceAll("(?m)^\\s*--.*\\R", "");
  }

  /** The SQL files of a folder itself, if there is one. */
  private static List<Path> files(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
  }
}
