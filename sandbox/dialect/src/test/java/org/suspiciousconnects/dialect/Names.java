/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.dialect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suspiciousconnects.dialect.SqlToken.Kind;

/** The names that a statement gives: to tables, views, columns, by AS, and to what it reads. */
final class Names {
  /** Columns of Apache Spot's front end that are keywords: theirs, so that it finds them. */
  static final Set<String> OF_APACHE_SPOT = Set.of("`rank`", "`time`");

  private static final Set<String> RESERVED = read();

  /** What may follow a table in FROM, and so is no name for it. */
  private static final Set<String> AFTER_A_TABLE =
      Set.of(
          ("where join left right inner full cross on group order union limit "
                  + "having partition set lateral tablesample cluster distribute sort "
                  + "insert select as intersect except")
              .split(" "));

  private Names() {}

  /** The given names that an engine may take for a keyword. */
  static Stream<SqlToken> reserved(SqlStatement statement) {
    return given(statement).stream().filter(token -> RESERVED.contains(token.name()));
  }

  /** All given names, in the order of the statement. */
  static List<SqlToken> given(SqlStatement statement) {
    List<SqlToken> tokens = statement.tokens();
    List<SqlToken> names = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      SqlToken token = tokens.get(i);
      if (token.is("AS") && !isType(tokens, i)) {
        byAs(tokens, i, names);
      } else if (token.is("FROM") || token.is("JOIN")) {
        ofATableThatIsRead(tokens, i + 1, names);
      } else if (i == 0 && token.is("CREATE")) {
        created(tokens, names);
      }
    }
    return names;
  }

  /** Whether this AS is that of CAST(… AS type) or STORED AS format. */
  private static boolean isType(List<SqlToken> tokens, int as) {
    int open = Groups.opening(tokens, as);
    return (open > 0 && tokens.get(open - 1).is("CAST"))
        || (as > 0 && tokens.get(as - 1).is("STORED"));
  }

  private static void byAs(List<SqlToken> tokens, int as, List<SqlToken> names) {
    if (isWord(tokens, as + 1)
        && !tokens.get(as + 1).is("SELECT")
        && !tokens.get(as + 1).is("WITH")) {
      names.add(tokens.get(as + 1));
    } else if (Groups.opensAt(tokens, as + 1) && isWord(tokens, as - 1)) {
      names.add(tokens.get(as - 1));
    }
  }

  private static void ofATableThatIsRead(List<SqlToken> tokens, int table, List<SqlToken> names) {
    int after =
        Groups.opensAt(tokens, table)
            ? Groups.closing(tokens, table) + 1
            : afterQualifiedName(tokens, table);
    if (isWord(tokens, after) && !AFTER_A_TABLE.contains(tokens.get(after).name())) {
      names.add(tokens.get(after));
    }
  }

  private static void created(List<SqlToken> tokens, List<SqlToken> names) {
    int i = 1;
    while (i < tokens.size() && !tokens.get(i).is("TABLE") && !tokens.get(i).is("VIEW")) {
      i++;
    }
    i++;
    if (i < tokens.size() && tokens.get(i).is("IF")) {
      i += 3;
    }
    if (!isWord(tokens, i)) {
      return;
    }
    int end = afterQualifiedName(tokens, i);
    names.add(tokens.get(end - 1));
    columns(tokens, end, names);
    for (int by = end; by + 2 < tokens.size(); by++) {
      if (tokens.get(by).is("PARTITIONED") && tokens.get(by + 1).is("BY")) {
        columns(tokens, by + 2, names);
      }
    }
  }

  private static void columns(List<SqlToken> tokens, int open, List<SqlToken> names) {
    if (Groups.opensAt(tokens, open)) {
      Groups.items(tokens, open).stream().map(item -> item.get(0)).forEach(names::add);
    }
  }

  private static int afterQualifiedName(List<SqlToken> tokens, int name) {
    int after = name + 1;
    while (after + 1 < tokens.size() && tokens.get(after).is(".")) {
      after += 2;
    }
    return after;
  }

  private static boolean isWord(List<SqlToken> tokens, int i) {
    return i >= 0 && i < tokens.size() && tokens.get(i).kind() == Kind.WORD;
  }

  private static Set<String> read() {
    try (Stream<String> lines = Files.lines(Path.of("src/test/resources/reserved-words.txt"))) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.split(" ")))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
