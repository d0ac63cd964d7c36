/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import static org.suspiciousconnects.endtoend.KilledStep.list;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.suspiciousconnects.endtoend.KilledStep.Content;

/**
 * Counting, training, scoring and exporting one day of flows, each with two contents: with the
 * flows of the day's last hour or before they arrived, with one seed or another, and of one scored
 * day or the other.
 */
final class KilledSteps {
  private static final String DAY = "y = 2016, m = 7, d = 8";
  private static final String RESULTS = DAY + ", score_method = 'spot'";
  private static final List<String> MODEL_TABLES =
      List.of("flow_topic_mix", "flow_word_topics", "flow_topics", "flow_topic_top_words");

  private final Operator operator;
  private final HiveConnection hive;
  private final String database;
  private final Map<Content, Path> scored = new EnumMap<>(Content.class);
  private String model;

  /**
   * @param hive for what is done between runs and seen of them; not for the reader's thread
   */
  KilledSteps(Operator operator, HiveConnection hive, String database) {
    this.operator = operator;
    this.hive = hive;
    this.database = database;
  }

  /** The step of that name: count, train, score or export. */
  KilledStep step(String name) {
    return switch (name) {
      case "count" -> new Count();
      case "train" -> new Train();
      case "score" -> new Score();
      case "export" -> new Export();
      default -> throw new IllegalArgumentException("no step " + name);
    };
  }

  /** The folder of a table in {@code HUSER/sc}. */
  Path folder(String table) {
    return operator.home().resolve("user/" + database + "/sc").resolve(table);
  }

  /** The table with the name of its database. */
  String table(String table) {
    return database + "." + table;
  }

  /** The model of the first training, with which all is scored. */
  void scoreWith(String modelId) {
    model = modelId;
  }

  /** Remembers where the results are which a run has just written, to export them. */
  void remember(Content content) throws SQLException {
    scored.put(content, hive.folder(table("flow_scored_results"), RESULTS));
  }

  private List<String> sql(String file, String... more) {
    List<String> command =
        List.of(
            "run_sql.sh",
            "--format",
            "tsv",
            operator.root().resolve("sql").resolve(file).toString(),
            "--hivevar",
            "dbname=" + database,
            "--hivevar",
            "y=2016",
            "--hivevar",
            "m=7",
            "--hivevar",
            "d=8");
    return list(command, List.of(more));
  }

  /** The flows of the last hour are there or have not arrived yet: the files stay in any case. */
  private void arriveUpTo(Content content) throws SQLException {
    String lastHour = " PARTITION (" + DAY + ", h = 23)";
    String change = content == Content.ONE ? " ADD IF NOT EXISTS" : " DROP IF EXISTS";
    hive.does("ALTER TABLE " + table("flow") + change + lastHour);
  }

  /** Whole rows, which Hive reads without a job. */
  private List<String> day(HiveConnection reader, String columns, String table, String more)
      throws SQLException {
    List<String> rows =
        reader.rows(
            "SELECT %s FROM %s WHERE %s"
                .formatted(columns, table(table), (DAY + more).replace(", ", " AND ")));
    Collections.sort(rows);
    return rows;
  }

  private final class Count extends KilledStep {
    Count() {
      super("count");
    }

    @Override
    void prepare(Content content) throws Exception {
      arriveUpTo(content);
    }

    @Override
    List<String> command(Content content) {
      return sql("count_words_flow.sql");
    }

    @Override
    Path writesTo() {
      return folder("flow_word_counts_staging");
    }

    @Override
    boolean isWritten(String name) {
      return name.startsWith("run_id=");
    }

    @Override
    Map<String, List<String>> rows(HiveConnection reader) throws Exception {
      return Map.of(
          "flow_word_counts", day(reader, "*", "flow_word_counts", ", score_method = 'spot'"));
    }

    @Override
    List<String> progress(List<String> said) throws Exception {
      return List.of(
          "" + hive.rows("SHOW PARTITIONS " + table("flow_word_counts_staging")),
          "" + hive.folder(table("flow_word_counts"), RESULTS));
    }
  }

  private final class Train extends KilledStep {
    Train() {
      super("train");
    }

    @Override
    List<String> command(Content content) {
      return List.of(
          "train.sh",
          "--source",
          "flow",
          "--database",
          database,
          "--date",
          "2016-07-08",
          "--topics",
          "4",
          "--tolerance",
          "0",
          "--max-iterations",
          "5",
          "--seed",
          content == Content.ONE ? "1" : "2");
    }

    @Override
    Path writesTo() {
      return folder("flow_topic_mix");
    }

    /** The current model, and the rows of it in all its tables. */
    @Override
    Map<String, List<String>> rows(HiveConnection reader) throws Exception {
      List<String> rows =
          new ArrayList<>(
              reader.rows(
                  "SELECT model_id FROM " + table("current_models") + " WHERE source = 'flow'"));
      String id = rows.isEmpty() ? "none" : rows.get(0);
      String ofIt = " WHERE model_id = '" + id + "'";
      rows.addAll(
          reader.rows(
              "SELECT documents, words, pairs, tokens, topics, seed, log_posterior, heldout_perplexity FROM "
                  + table("model_runs")
                  + ofIt));
      for (String table : MODEL_TABLES) {
        List<String> more = reader.rows("SELECT * FROM " + table(table) + ofIt);
        Collections.sort(more);
        rows.addAll(more);
      }
      return Map.of("the current model", rows);
    }

    @Override
    List<String> progress(List<String> said) {
      return said.stream()
          .filter(line -> line.startsWith("writing ") || line.startsWith("registering "))
          .toList();
    }
  }

  private final class Score extends KilledStep {
    Score() {
      super("score");
    }

    @Override
    void prepare(Content content) throws Exception {
      arriveUpTo(content);
    }

    @Override
    List<String> command(Content content) {
      return sql(
          "score_flow.sql",
          "--hivevar",
          "threshold=1",
          "--hivevar",
          "max_results=500",
          "--hivevar",
          "model_id=" + model);
    }

    @Override
    Path writesTo() {
      return folder("score_runs_staging");
    }

    @Override
    boolean isWritten(String name) {
      return name.startsWith("run_id=");
    }

    @Override
    Map<String, List<String>> rows(HiveConnection reader) throws Exception {
      Map<String, List<String>> rows = new LinkedHashMap<>();
      rows.put("flow_invalid", day(reader, "*", "flow_invalid", ""));
      // All but the seconds.
      String figures =
          "model_id, events_in, events_scored, events_invalid, beyond_max_results, kept";
      rows.put("score_runs", day(reader, figures, "score_runs", ", source = 'flow'"));
      rows.put(
          "flow_scored_results",
          day(reader, "*", "flow_scored_results", ", score_method = 'spot'"));
      return rows;
    }

    @Override
    List<String> progress(List<String> said) throws Exception {
      return List.of(
          "" + hive.rows("SHOW PARTITIONS " + table("score_runs_staging")),
          "" + hive.folder(table("flow_invalid"), DAY),
          "" + hive.folder(table("score_runs"), "source = 'flow', " + RESULTS),
          "" + hive.folder(table("flow_scored_results"), RESULTS));
    }
  }

  private final class Export extends KilledStep {
    private static final String FILE = "flow_results.csv";

    Export() {
      super("export");
    }

    /** The day was scored again. */
    @Override
    void prepare(Content content) throws Exception {
      hive.does(
          "ALTER TABLE %s PARTITION (%s) SET LOCATION 'file://%s'"
              .formatted(table("flow_scored_results"), RESULTS, scored.get(content)));
    }

    @Override
    List<String> command(Content content) {
      return List.of(
          "export.sh", "--source", "flow", "--database", database, "--date", "2016-07-08");
    }

    @Override
    Path writesTo() {
      return operator.home().resolve("user/" + database + "/flow/scored_results/20160708/scores");
    }

    @Override
    boolean isWritten(String name) {
      return name.endsWith(".writing");
    }

    @Override
    Map<String, List<String>> rows(HiveConnection reader) throws Exception {
      return Map.of(FILE, Files.readAllLines(writesTo().resolve(FILE)));
    }

    @Override
    List<String> progress(List<String> said) throws Exception {
      return List.of("" + Files.getLastModifiedTime(writesTo().resolve(FILE)));
    }
  }
}
