/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables and views for people who query them, read from the files that make them. */
final class TableDocumentation {
  private static final String STAGING = "_staging";

  private final List<String> definitions;
  private final ColumnMeanings meanings = new ColumnMeanings();
  private final RelationUsers users;

  /** Of these files, in this order. */
  TableDocumentation(TableFiles files, List<String> names) {
    definitions = names.stream().map(files::hive).toList();
    users = new RelationUsers(definitions);
  }

  /** As Markdown. */
  String text() {
    StringBuilder text =
        new StringBuilder(
            """
            # Tables, columns and views

            `ddl/` makes them on Hive and Spark SQL, `ddl/impala/` on Impala, with the same names, columns and types. All tables are
            external and hold Parquet; days are UTC. A view has the columns of its statement there. A vector is base64 of
            little-endian float64, K of them: `sc_vector_to_array` shows it. `scripts/check.sh` reads all of them.

            A table whose partitions a step replaces has a second one beside it: the same columns, its name and `_staging`,
            partitioned by `run_id STRING`. The step writes there and then points the partition to what it wrote.
            """);
    definitions.forEach(definition -> text.append(section(definition)));
    Set<String> unused = meanings.unused();
    if (!unused.isEmpty()) {
      throw new IllegalStateException("ddl/templates/columns.tsv: no table has " + unused);
    }
    return text + "\n<!-- Generated from ddl/templates/: change that, not this file. -->\n";
  }

  private String section(String sql) {
    List<Relation> relations = Relation.of(sql);
    String title = sql.lines().skip(3).findFirst().orElseThrow().replaceFirst("^-- (.*)\\.$", "$1");
    return "\n## %s\n".formatted(title)
        + relations.stream()
            .filter(relation -> !relation.name().endsWith(STAGING))
            .map(this::entry)
            .collect(Collectors.joining());
  }

  private String entry(Relation relation) {
    return "\n### %s%s\n".formatted(relation.name(), relation.isView() ? ", a view" : "")
        + String.join("\n", relation.comment()).replace("<", "\\<")
        + "\n"
        + list("Written by", users.writers(relation.name()))
        + list("Read by", users.readers(relation.name()))
        + (relation.isView() ? "" : columns(relation));
  }

  private static String list(String what, Set<String> who) {
    return who.isEmpty()
        ? ""
        : "\n%s: %s\n"
            .formatted(
                what, who.stream().map(w -> "`" + w + "`").collect(Collectors.joining(", ")));
  }

  private String columns(Relation relation) {
    return "\n| column | type | unit or values | meaning |\n|---|---|---|---|\n"
        + relation.columns().stream()
            .map(column -> row(relation.name(), column, ""))
            .collect(Collectors.joining())
        + relation.partitions().stream()
            .map(column -> row(relation.name(), column, ", partition"))
            .collect(Collectors.joining());
  }

  private String row(String table, String column, String kind) {
    String[] nameAndType = column.split(" ", 2);
    ColumnMeanings.Meaning meaning = meanings.of(table, nameAndType[0]);
    return "| `%s` | %s%s | %s | %s |\n"
        .formatted(
            nameAndType[0], nameAndType[1], kind, cell(meaning.unit()), cell(meaning.text()));
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
