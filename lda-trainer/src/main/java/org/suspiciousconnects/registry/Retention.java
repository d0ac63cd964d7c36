/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.registry;

import static org.apache.spark.sql.functions.col;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.suspiciousconnects.warehouse.ModelFolder;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.TablePartition;
import org.suspiciousconnects.warehouse.Warehouse;

/**
 * Drops what is too old. A model leaves {@code model_runs} first, where those who score look it up,
 * and then the other tables: after a crash it is whole or not listed, and the next run, which drops
 * what is not listed, goes on.
 */
final class Retention {
  /** Far longer than the metastore calls that end a training. */
  private static final Duration REGISTERING = Duration.ofMinutes(10);

  private final Warehouse warehouse;
  private final Grace grace;
  private final int keep;
  private final boolean dryRun;
  private final Consumer<String> say;
  private final UnusedFolders unused;
  private final ModelFolders folders;
  private final Map<String, List<TablePartition>> droppedPartitions = new HashMap<>();
  private int dropped;
  private int kept;

  /**
   * @param keep how many models of each source, method and vocabulary stay, the newest; at least 0
   * @param dryRun whether to say everything and do nothing
   * @param say told a line for each model and each folder
   */
  Retention(Warehouse warehouse, Grace grace, int keep, boolean dryRun, Consumer<String> say) {
    this.warehouse = warehouse;
    this.grace = grace;
    this.keep = keep;
    this.dryRun = dryRun;
    this.say = say;
    this.unused = new UnusedFolders(warehouse, grace, dryRun, say);
    this.folders = new ModelFolders(warehouse, grace, unused);
  }

  /** Drops old models of these sources, and folders that nothing uses; says what it did. */
  void run(Collection<Source> sources) {
    for (Source source : sources) {
      dropOldModels(source);
      dropUnlisted(source);
    }
    for (Source source : sources) {
      ModelFolder.tables(source).forEach(this::sweep);
    }
    sweep("model_runs");
    sweep("current_models");
    folders.sweepScratch();
    say.accept(
        String.format(
            "%s%d models dropped, %d kept; %d folders removed, %d found unused",
            dryRun ? "dry run, nothing was changed: " : "",
            dropped,
            kept,
            unused.removed(),
            unused.marked()));
  }

  private void sweep(String table) {
    folders.sweep(table, droppedPartitions.getOrDefault(table, List.of()));
  }

  private void dropOldModels(Source source) {
    for (List<RegisteredModel> group : groups(source)) {
      for (int i = 0; i < group.size(); i++) {
        RegisteredModel model = group.get(i);
        String why = i < keep ? "one of the newest " + keep : inUse(source, model);
        if (why == null) {
          say.accept("dropped: " + model);
          dropped++;
          List<String> tables = new ArrayList<>(List.of("model_runs"));
          tables.addAll(ModelFolder.tables(source));
          tables.forEach(table -> drop(table, model.id()));
        } else {
          say.accept("kept, " + why + ": " + model);
          kept++;
        }
      }
    }
  }

  /** By source, method and vocabulary, each list from the newest on. */
  private Collection<List<RegisteredModel>> groups(Source source) {
    TreeMap<String, List<RegisteredModel>> groups = new TreeMap<>();
    for (Row row :
        warehouse
            .table("model_runs")
            .where(col("source").equalTo(source.id()))
            .select("model_id", "source", "score_method", "vocabulary", "trained_at")
            .collectAsList()) {
      RegisteredModel model =
          new RegisteredModel(
              row.getString(0),
              row.getString(1),
              row.getString(2),
              row.getString(3),
              row.getString(4));
      if (ModelFolder.isModelId(model.id())) {
        groups.computeIfAbsent(model.group(), x -> new ArrayList<>()).add(model);
      }
    }
    groups.values().forEach(group -> group.sort(RegisteredModel.NEWEST_FIRST));
    return groups.values();
  }

  /** Why an old model has to stay, or null. */
  private String inUse(Source source, RegisteredModel model) {
    // Looked up for each model: trainings end and scoring runs begin while others are dropped.
    if (current(source).contains(model.id())) {
      return "the current one";
    }
    String run = modelsInUse().get(model.id());
    if (run != null) {
      return "scoring run " + run + " reads it";
    }
    // Between its last two calls a training has a model that is listed and not yet current.
    if (folders.writtenWithin(model.id(), grace.atMost(REGISTERING))) {
      return "written just now";
    }
    return null;
  }

  private Set<String> current(Source source) {
    return warehouse
        .table("current_models")
        .where(col("source").equalTo(source.id()))
        .select("model_id")
        .collectAsList()
        .stream()
        .map(row -> row.getString(0))
        .collect(Collectors.toSet());
  }

  /**
   * The models that scoring runs in flight read, each with the id of a run. A run that began before
   * the grace was stopped; one whose id does not tell when it began counts as in flight.
   */
  private Map<String, String> modelsInUse() {
    Map<String, String> inUse = new HashMap<>();
    for (Row row : warehouse.table("scoring_models").select("model_id", "run_id").collectAsList()) {
      String run = row.getString(1);
      if (RunId.startedAt(run).filter(grace::isOver).isEmpty()) {
        inUse.put(row.getString(0), run);
      }
    }
    return inUse;
  }

  /** What a run of this command or of a trainer that was stopped left in the metastore. */
  private void dropUnlisted(Source source) {
    Set<String> listed = new HashSet<>(modelsInUse().keySet());
    warehouse.partitions("model_runs").forEach(p -> listed.add(p.value("model_id")));
    Map<String, List<String>> tablesOf = new LinkedHashMap<>();
    for (String table : ModelFolder.tables(source)) {
      for (TablePartition partition : warehouse.partitions(table)) {
        String model = partition.value("model_id");
        // A training at work points these tables to its folders before it is listed.
        if (ModelFolder.isModelId(model)
            && !listed.contains(model)
            && folders.isOld(table, partition)) {
          tablesOf.computeIfAbsent(model, x -> new ArrayList<>()).add(table);
        }
      }
    }
    tablesOf.forEach(
        (model, tables) -> {
          say.accept(
              "dropped, not in model_runs: model "
                  + model
                  + " ("
                  + String.join(", ", tables)
                  + ")");
          tables.forEach(table -> drop(table, model));
        });
  }

  private void drop(String table, String modelId) {
    for (TablePartition partition : warehouse.partitions(table)) {
      if (modelId.equals(partition.value("model_id"))) {
        if (!dryRun) {
          warehouse.dropPartition(table, partition.values());
        }
        droppedPartitions.computeIfAbsent(table, x -> new ArrayList<>()).add(partition);
        folders.dropped(table, partition);
      }
    }
  }
}
