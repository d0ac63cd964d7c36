/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.suspiciousconnects.warehouse.ScoreMethod;
import org.suspiciousconnects.warehouse.TablePartition;
import org.suspiciousconnects.warehouse.Warehouse;

/** Looks for the groups that method profile lists events of one day with. */
final class GroupSearch {
  /** Begins the names of what is looked for, so that they are not those of the list. */
  private static final String SOUGHT = "sought_";

  private final Warehouse warehouse;
  private final JudgedSource source;
  private final String table;
  private final List<TablePartition> scored;

  /**
   * @throws org.suspiciousconnects.command.CommandFailure if there is no {@code
   *     <source>_scored_results}
   */
  GroupSearch(Warehouse warehouse, JudgedSource source) {
    this.warehouse = warehouse;
    this.source = source;
    this.table = source.source().table("scored_results");
    this.scored = warehouse.partitions(table);
  }

  /** Whether method profile had scored a day (UTC) when this was made. */
  boolean isScored(LocalDate day) {
    return scored.stream()
        .anyMatch(
            p -> p.isOf(day) && ScoreMethod.PROFILE.toString().equals(p.value("score_method")));
  }

  /**
   * Looks for groups, in one job that reads the day's list only. What the allow-list keeps off the
   * list is in no group.
   *
   * @param events values of {@code columns}; none is null
   * @param columns those of an event that {@code <source>_feedback} and the list have
   * @param day UTC
   * @return for each event that is listed its groups, in order: more than one if events that are
   *     alike in these columns are listed with several
   */
  Map<List<Object>, Set<ListedGroup>> find(
      Set<List<Object>> events, List<StructField> columns, LocalDate day) {
    Map<List<Object>, Set<ListedGroup>> found = new HashMap<>();
    if (events.isEmpty() || !isScored(day)) {
      return found;
    }
    Dataset<Row> sought = sought(events, columns);
    Dataset<Row> list =
        warehouse
            .table(table)
            .where(source.isOf(day))
            .where(
                col("score_method")
                    .equalTo(ScoreMethod.PROFILE.toString())
                    .and(col("score_rank").isNotNull()));
    Column same =
        columns.stream()
            .map(c -> list.col(c.name()).eqNullSafe(sought.col(SOUGHT + c.name())))
            .reduce(Column::and)
            .orElseThrow();
    for (Row row :
        list.join(broadcast(sought), same)
            .select(columnsAnd("group_id", columns))
            .distinct()
            .collectAsList()) {
      List<Object> event =
          columns.stream()
              .map(c -> row.<Object>getAs(SOUGHT + c.name()))
              .collect(Collectors.toList());
      found
          .computeIfAbsent(event, e -> new TreeSet<>())
          .add(ListedGroup.of(row.<String>getAs("group_id")));
    }
    return found;
  }

  private Dataset<Row> sought(Set<List<Object>> events, List<StructField> columns) {
    StructType schema = new StructType();
    for (StructField column : columns) {
      schema = schema.add(SOUGHT + column.name(), column.dataType());
    }
    List<Row> rows =
        events.stream()
            .map(event -> RowFactory.create(event.toArray()))
            .collect(Collectors.toList());
    return warehouse.spark().createDataFrame(rows, schema);
  }

  private static Column[] columnsAnd(String last, List<StructField> columns) {
    List<Column> all =
        columns.stream().map(c -> col(SOUGHT + c.name())).collect(Collectors.toList());
    all.add(col(last));
    return all.toArray(new Column[0]);
  }
}
