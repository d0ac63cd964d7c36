/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A table or view, read from the SQL that makes it.
 *
 * @param comment the lines of the comment above it, without their hyphens
 * @param columns such as {@code ip STRING}, in their order; none are read of a view
 * @param partitions the partition columns, likewise
 * @param location the folder, in quotes; null for a view
 */
record Relation(
    String name,
    List<String> comment,
    List<String> columns,
    List<String> partitions,
    String location) {
  private static final Pattern CREATE =
      Pattern.compile(
          """
          (?<comment>(?:--.*\\n)*)(?:DROP VIEW IF EXISTS \\w+;\\s+)*\
          (?:CREATE VIEW (?<view>\\w+) AS\
          |CREATE EXTERNAL TABLE IF NOT EXISTS (?<table>\\w+) \\(
          (?<columns>(?:  .*\\n)+)\\)
          (?:PARTITIONED BY \\((?<partitions>.*)\\)\\n)?STORED AS PARQUET
          LOCATION (?<location>'.*')(?:\\nTBLPROPERTIES .*)?;\
          )\
          """);

  /** All that a script makes, in its order. */
  static List<Relation> of(String sql) {
    List<Relation> relations = new ArrayList<>();
    Matcher create = CREATE.matcher(sql);
    while (create.find()) {
      boolean view = create.group("view") != null;
      relations.add(
          new Relation(
              create.group(view ? "view" : "table"),
              create.group("comment").lines().map(l -> l.replaceFirst("^-- ?", "")).toList(),
              list(create.group("columns")),
              list(create.group("partitions")),
              create.group("location")));
    }
    return relations;
  }

  boolean isView() {
    return location == null;
  }

  private static List<String> list(String columns) {
    return columns == null ? List.of() : List.of(columns.replace("`", "").strip().split(",\\s+"));
  }
}
