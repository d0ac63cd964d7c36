/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.suspiciousconnects.warehouse.FullDisk;
import org.suspiciousconnects.warehouse.FullDiskRuns;
import org.suspiciousconnects.warehouse.TestWarehouse;
import picocli.CommandLine;

/** A training whose disk is full leaves the previous model as it was and current. */
class TrainOnFullDiskTest {
  private static final String DATABASE = "train_on_full_disk_test";
  private static final List<String> TABLES =
      List.of(
          "flow_topic_mix",
          "flow_word_topics",
          "flow_topics",
          "flow_topic_top_words",
          "model_runs",
          "current_models");

  @Test
  void thePreviousModelStays() {
    TestWarehouse tables = TestWarehouse.create(DATABASE);
    for (String table : TABLES) {
      sql(
          String.format(
              "ALTER TABLE %s.%s SET LOCATION '%s'",
              DATABASE, table, FullDisk.uri(tables.folder().resolve("sc").resolve(table))));
      TestWarehouse.session().catalog().refreshTable(DATABASE + "." + table);
    }
    sql(
        "INSERT INTO "
            + DATABASE
            + ".flow_word_counts PARTITION (y = 2016, m = 7, d = 8, score_method = 'spot')"
            + " VALUES ('10.0.0.1', 'web', 10L, 'spot'), ('10.0.0.1', 'dns', 10L, 'spot'), ('10.0.0.2', 'web', 9L, 'spot')");
    // Each training has another seed, and so another model.
    int[] seed = {0};
    List<String> before = new ArrayList<>();
    FullDiskRuns.sweep(
        () -> train(++seed[0]),
        4,
        (said, when) -> {
          assertEquals(before, model(tables), when);
          assertTrue(said.matches(".*" + tables.folder() + "/sc/[a-z_]+/.*"), when);
          assertTrue(said.contains("No space left on device"), when);
          assertTrue(said.endsWith("make room there or raise the quota, and run it again"), when);
        },
        () -> {
          before.clear();
          before.addAll(model(tables));
          assertTrue(before.contains("[" + seed[0] + "]"), before.toString());
        });
  }

  /** All rows of the current model. */
  private static List<String> model(TestWarehouse tables) {
    List<String> rows = new ArrayList<>();
    for (String table : TABLES) {
      TestWarehouse.session().catalog().refreshTable(DATABASE + "." + table);
    }
    String id = tables.table("current_models").head().getString(0);
    for (String table : TABLES) {
      rows.addAll(
          tables.table(table).where("model_id = '" + id + "'").collectAsList().stream()
              .map(Row::toString)
              .sorted()
              .collect(Collectors.toList()));
    }
    rows.add(
        tables.table("model_runs").where("model_id = '" + id + "'").select("seed").head() + "");
    return rows;
  }

  private static void train(int seed) {
    TrainLda command = new TrainLda();
    new CommandLine(command)
        .parseArgs(
            "--source",
            "flow",
            "--database",
            DATABASE,
            "--date",
            "2016-07-08",
            "--topics",
            "2",
            "--max-iterations",
            "2",
            "--no-held-out",
            "--seed",
            "" + seed);
    command.train(TestWarehouse.session());
  }

  private static void sql(String statement) {
    TestWarehouse.session().sql(statement);
  }
}
