/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.dialect;

import java.util.ArrayList;
import java.util.List;
import org.suspiciousconnects.dialect.SqlToken.Kind;

/**
 * One statement of a file.
 *
 * @param file where it is, such as {@code sql/score_flow.sql}
 * @param text as an engine gets it, without the semicolon
 * @param tokens its tokens without comments; lines are those of the file
 */
public record SqlStatement(String file, String text, List<SqlToken> tokens) {
  /** The statements of an SQL text, split at semicolons. */
  public static List<SqlStatement> of(String file, String sql) {
    List<SqlStatement> statements = new ArrayList<>();
    List<SqlToken> tokens = new ArrayList<>();
    for (SqlToken token : SqlToken.of(sql)) {
      if (token.is(";")) {
        add(statements, file, sql, tokens, token.start());
        tokens = new ArrayList<>();
      } else if (token.kind() != Kind.COMMENT) {
        tokens.add(token);
      }
    }
    add(statements, file, sql, tokens, sql.length());
    return statements;
  }

  private static void add(
      List<SqlStatement> statements, String file, String sql, List<SqlToken> tokens, int end) {
    if (!tokens.isEmpty()) {
      String text = sql.substring(tokens.get(0).start(), end).strip();
      statements.add(new SqlStatement(file, text, List.copyOf(tokens)));
    }
  }

  /** Such as {@code sql/score_flow.sql:57}. */
  public String place(SqlToken token) {
    return file + ":" + token.line();
  }

  /** Where it begins. */
  public String place() {
    return place(tokens.get(0));
  }
}
