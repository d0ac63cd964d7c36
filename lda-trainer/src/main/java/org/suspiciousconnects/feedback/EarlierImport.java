/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.suspiciousconnects.warehouse.Warehouse;

/**
 * What an earlier content of a day's file brought. A line that it had already keeps its groups: one
 * with verdict 3 is on no list any more once the day was scored again, and could not be found.
 */
final class EarlierImport {
  private final Warehouse warehouse;
  private final Path folder;
  private final KnownLines lines = new KnownLines();
  private Map<Long, List<Row>> groups;

  /**
   * @param folder of the import's partition
   */
  EarlierImport(Warehouse warehouse, Path folder) {
    this.warehouse = warehouse;
    this.folder = folder;
    lines.read(warehouse.fileSystem(folder), folder);
  }

  /** When and by whom a line was given; null if it was not there. */
  Given given(Judgement judgement) {
    return lines.get(judgement);
  }

  /**
   * The rows of a line that are on groups; empty if it was not there.
   *
   * @param columns those of {@code <source>_feedback}
   */
  List<Row> groups(Judgement judgement, StructType columns) {
    if (given(judgement) == null) {
      return Collections.emptyList();
    }
    if (groups == null) {
      groups = new HashMap<>();
      // With the columns told, as those of earlier versions have no groups.
      warehouse
          .spark()
          .read()
          .schema(columns)
          .parquet(folder.toString())
          .where("group_word IS NOT NULL")
          .collectAsList()
          .forEach(
              row ->
                  groups
                      .computeIfAbsent(row.<Long>getAs("line_number"), n -> new ArrayList<>())
                      .add(row));
    }
    return groups.getOrDefault(judgement.line(), Collections.emptyList());
  }
}
