/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.analysis.UnresolvedIdentifier;
import org.apache.spark.sql.catalyst.plans.logical.CreateTable;
import org.apache.spark.sql.catalyst.plans.logical.CreateView;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.suspiciousconnects.warehouse.Source;

/**
 * What has to be there, as the files of {@code ddl/} say it, which the build packs into the jar.
 * Being generated, they have comments in lines of their own and statements that end with a line.
 */
final class Ddl {
  private static final Pattern FUNCTION =
      Pattern.compile("CREATE FUNCTION [^ ]+\\.(sc_[a-z0-9_]+) AS .*", Pattern.DOTALL);

  private final List<NeededTable> tables = new ArrayList<>();
  private final Map<String, String> views = new LinkedHashMap<>();
  private final List<String> functions = new ArrayList<>();

  /**
   * Reads the files with Spark's own parser.
   *
   * @param database an identifier, in place of {@code dbname}
   */
  Ddl(SparkSession spark, Source source, String database) {
    for (String file : new String[] {"common.sql", source + ".sql"}) {
      for (String statement : statements(file)) {
        if (statement.startsWith("CREATE ")) {
          add(
              spark,
              statement
                  .replace("${hivevar:dbname}", database)
                  // Where the files are does not matter here.
                  .replace("${hivevar:huser}", "/"));
        }
      }
    }
    for (String statement : statements("functions/hive.sql")) {
      Matcher function = FUNCTION.matcher(statement);
      if (function.matches()) {
        functions.add(function.group(1));
      }
    }
  }

  private void add(SparkSession spark, String statement) {
    LogicalPlan plan;
    try {
      plan = spark.sessionState().sqlParser().parsePlan(statement);
    } catch (Exception e) {
      // Spark's parser declares none, being Scala.
      throw new IllegalStateException(
          "Spark can't parse what this jar has of ddl/: " + statement, e);
    }
    if (plan instanceof CreateTable) {
      CreateTable table = (CreateTable) plan;
      tables.add(
          new NeededTable(
              name(table.name()), table.tableSchema(), table.partitioning().iterator()));
    } else if (plan instanceof CreateView) {
      CreateView view = (CreateView) plan;
      views.put(name(view.child()), view.originalText().get());
    } else {
      throw new IllegalStateException("neither a table nor a view: " + statement);
    }
  }

  private static String name(LogicalPlan plan) {
    return ((UnresolvedIdentifier) plan).nameParts().last();
  }

  private static List<String> statements(String file) {
    try (InputStream stream = Ddl.class.getResourceAsStream("/ddl/" + file)) {
      String text =
          new String(stream.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.strip().startsWith("--"))
              .collect(Collectors.joining("\n"));
      return Pattern.compile(";\\s*(\\n|$)")
          .splitAsStream(text)
          .map(String::strip)
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tables, in the order of the files. */
  List<NeededTable> tables() {
    return Collections.unmodifiableList(tables);
  }

  /** The views and their queries, in the order of the files, in which each reads earlier ones. */
  Map<String, String> views() {
    return Collections.unmodifiableMap(views);
  }

  /** The names of the functions, without that of the database. */
  List<String> functions() {
    return Collections.unmodifiableList(functions);
  }
}
