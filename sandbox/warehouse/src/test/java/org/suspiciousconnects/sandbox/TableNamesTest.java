/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names that one engine takes for a keyword would make a table unusable there. */
class TableNamesTest {
  private static final Pattern TABLE =
      Pattern.compile("CREATE (?:EXTERNAL TABLE|VIEW)(?: IF NOT EXISTS)? (\\w+)");
  private static final Pattern COLUMN = Pattern.compile("(?m)^  (\\w+) (?!ALL$)[A-Z]+,?$");
  private static final Pattern PARTITION_COLUMNS = Pattern.compile("PARTITIONED BY \\((.*)\\)");

  @Test
  void noTableOrColumnIsAKeyword() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Path file : ddl()) {
      names.addAll(names(Files.readString(file)));
    }
    assertTrue(
        names.containsAll(
            List.of("flow", "model_runs", "treceived", "score_method", "dns_qry_name", "fulluri")),
        names.toString());
    names.retainAll(reserved());
    assertEquals(Set.of(), names);
  }

  @Test
  void namesAreFoundWhereverDdlHasThem() {
    assertEquals(
        Set.of("t", "method", "n", "scope"),
        names(
            "CREATE EXTERNAL TABLE IF NOT EXISTS t (\n  method STRING,\n  n INT\n)\nPARTITIONED BY (scope STRING)"));
  }

  private static Set<String> names(String ddl) {
    Set<String> names = new TreeSet<>();
    for (Pattern pattern : List.of(TABLE, COLUMN)) {
      Matcher matcher = pattern.matcher(ddl);
      while (matcher.find()) {
        names.add(matcher.group(1).toLowerCase(Locale.ROOT));
      }
    }
    Matcher partitions = PARTITION_COLUMNS.matcher(ddl);
    while (partitions.find()) {
      for (String column : partitions.group(1).split(",")) {
        names.add(column.strip().split(" ")[0].toLowerCase(Locale.ROOT));
      }
    }
    return names;
  }

  private static List<Path> ddl() throws IOException {
    try (Stream<Path> files = Files.list(HiveSql.repository().resolve("ddl"))) {
      return files.filter(f -> f.toString().endsWith(".sql")).toList();
    }
  }

  private static Set<String> reserved() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("src/test/resources/reserved-words.txt"))) {
      return lines
          .filter(l -> !l.startsWith("#"))
          .flatMap(l -> Arrays.stream(l.split(" ")))
          .collect(Collectors.toSet());
    }
  }
}
