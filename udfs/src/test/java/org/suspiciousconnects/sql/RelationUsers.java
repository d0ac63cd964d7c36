/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who writes and who reads each table and view: the files of {@code sql/} and the views by what
 * their statements name, the commands by {@code ddl/templates/commands.tsv}.
 */
final class RelationUsers {
  private static final Path SQL = Path.of("..", "sql");
  private static final Pattern COMMENT = Pattern.compile("(?m)^--.*$");
  private static final Pattern WRITTEN =
      Pattern.compile(
          "INSERT (?:OVERWRITE|INTO)(?: TABLE)? (\\w+)"
              + "|ALTER TABLE (\\w+)\\s+(?:PARTITION [^;]*SET|ADD PARTITION [^;]*)\\s+LOCATION");
  private static final Pattern VIEW = Pattern.compile("CREATE VIEW (\\w+) AS");
  private static final Pattern READ = Pattern.compile("(?:FROM|JOIN)\\s+(\\w+)");

  private final Set<String> names = new TreeSet<>();
  private final Map<String, Set<String>> writers = new HashMap<>();
  private final Map<String, Set<String>> readers = new HashMap<>();

  /** Of these tables and views, whose definitions are these scripts. */
  RelationUsers(List<String> definitions) {
    for (String sql : definitions) {
      Relation.of(sql).forEach(relation -> names.add(relation.name()));
    }
    definitions.forEach(this::addViews);
    addFiles();
    addCommands();
  }

  /** Those that write a relation, sorted; none of a view. */
  Set<String> writers(String relation) {
    return writers.getOrDefault(relation, Set.of());
  }

  /** Those that read a relation, sorted. */
  Set<String> readers(String relation) {
    return readers.getOrDefault(relation, Set.of());
  }

  private void addViews(String definition) {
    for (String statement : COMMENT.matcher(definition).replaceAll("").split(";")) {
      Matcher view = VIEW.matcher(statement);
      if (view.find()) {
        add(readers, READ.matcher(statement), view.group(1));
      }
    }
  }

  private void addFiles() {
    try (Stream<Path> files = Files.list(SQL)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).toList()) {
        String who = "sql/" + file.getFileName();
        for (String sql : filledIn(COMMENT.matcher(Files.readString(file)).replaceAll(""))) {
          add(writers, WRITTEN.matcher(sql), who);
          add(readers, READ.matcher(sql), who);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The script with each value of the variables that are part of a name. */
  private static List<String> filledIn(String sql) {
    String local = sql.replace("${hivevar:dbname}.", "");
    return Stream.of("flow", "dns", "proxy")
        .map(source -> local.replace("${hivevar:source}", source))
        .flatMap(one -> Stream.of("spot", "psl").map(v -> one.replace("${hivevar:vocabulary}", v)))
        .distinct()
        .toList();
  }

  private void add(Map<String, Set<String>> users, Matcher named, String who) {
    while (named.find()) {
      String name = named.group(1) == null ? named.group(named.groupCount()) : named.group(1);
      add(users, name, who);
    }
  }

  private void addCommands() {
    for (String[] row : Tsv.rows("commands.tsv")) {
      addCommand(readers, row[1], row[0]);
      addCommand(writers, row[2], row[0]);
    }
  }

  private void addCommand(Map<String, Set<String>> users, String relations, String who) {
    for (String relation : relations.split(" ")) {
      for (String source : List.of("flow", "dns", "proxy")) {
        String name = relation.replace("SOURCE", source);
        if (!name.isEmpty() && !add(users, name, who)) {
          throw new IllegalStateException("ddl/templates/commands.tsv: there is no " + name);
        }
      }
    }
  }

  /** Whether there is such a relation; the common table expressions of a statement are none. */
  private boolean add(Map<String, Set<String>> users, String name, String who) {
    if (!names.contains(name)) {
      return false;
    }
    users.computeIfAbsent(name, n -> new TreeSet<>()).add(who);
    return true;
  }
}
