/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/**
 * Stages Parquet files that have the columns of the event table, in any order and as any type that
 * holds the values. Files of one schema are read together, in parallel and by column.
 */
final class ParquetStager implements Stager {
  private static final StructType FILE_COLUMNS =
      new StructType()
          .add("file_key", DataTypes.StringType)
          .add("file_path", DataTypes.StringType)
          .add("load_id", DataTypes.StringType)
          .add("folder_y", DataTypes.IntegerType)
          .add("folder_m", DataTypes.IntegerType)
          .add("folder_d", DataTypes.IntegerType)
          .add("folder_h", DataTypes.IntegerType);

  private final SparkSession spark;
  private final EventTable table;

  ParquetStager(SparkSession spark, EventTable table) {
    this.spark = spark;
    this.table = table;
  }

  @Override
  public List<FileOutcome> stage(List<LogFile> files, LocalDate date, Staging staging) {
    Dataset<Row> rows = read(files);
    Column wanted = col("reason").isNull();
    Column ofDate = ofDate(date);
    rows.filter(wanted.and(ofDate))
        .select(
            Arrays.stream(StagedColumns.of(table).fieldNames())
                .map(name -> col(name))
                .toArray(Column[]::new))
        .write()
        .partitionBy(StagedColumns.PARTITIONS)
        .parquet(staging.events().toString());
    return outcomes(files, rows, ofDate, staging);
  }

  private static Column ofDate(LocalDate date) {
    if (date == null) {
      return lit(true);
    }
    return col("y")
        .equalTo(date.getYear())
        .and(col("m").equalTo(date.getMonthValue()))
        .and(col("d").equalTo(date.getDayOfMonth()));
  }

  /** The rows of all files with the staged columns, file_path, line_number, reason and raw. */
  private Dataset<Row> read(List<LogFile> files) {
    Map<String, List<LogFile>> bySchema = new LinkedHashMap<>();
    for (LogFile file : files) {
      bySchema.computeIfAbsent(file.footer().schema(), schema -> new ArrayList<>()).add(file);
    }
    return bySchema.values().stream().map(this::readAlike).reduce(Dataset::union).get();
  }

  private Dataset<Row> readAlike(List<LogFile> files) {
    Dataset<Row> stored =
        spark.read().parquet(files.stream().map(LogFile::path).toArray(String[]::new));
    EventParquet columns = new EventParquet(table, files.get(0).path(), stored);
    Dataset<Row> joined =
        stored
            .select(
                col("*"),
                col("_metadata.file_path").as("file_key"),
                col("_metadata.row_index").plus(1).as("line_number"))
            .join(broadcast(fileTable(files)), "file_key");
    return joined.select(columns.staged(joined));
  }

  /** The files as a table. Spark gives a file's path with or without its blanks escaped. */
  private Dataset<Row> fileTable(List<LogFile> files) {
    List<Row> rows = new ArrayList<>();
    for (LogFile file : files) {
      Path path = new Path(file.path());
      Object[] hour = PartitionFolders.hour(file.path());
      for (String key :
          Arrays.asList(path.toString(), path.toUri().toString()).stream()
              .distinct()
              .collect(Collectors.toList())) {
        rows.add(
            RowFactory.create(key, file.path(), file.loadId(), hour[0], hour[1], hour[2], hour[3]));
      }
    }
    return spark.createDataFrame(rows, FILE_COLUMNS);
  }

  /** What became of the rows that were not staged, found by a second look if there are any. */
  private List<FileOutcome> outcomes(
      List<LogFile> files, Dataset<Row> rows, Column ofDate, Staging staging) {
    Map<String, FileOutcome> outcomes = new LinkedHashMap<>();
    long stored = 0;
    for (LogFile file : files) {
      outcomes.put(file.loadId(), new FileOutcome(file.loadId()));
      stored += file.footer().rows();
    }
    long staged =
        spark
            .read()
            .schema(StagedColumns.partitions())
            .parquet(staging.events().toString())
            .count();
    if (staged == stored) {
      return new ArrayList<>(outcomes.values());
    }
    long others = 0;
    for (Row day :
        rows.filter(col("reason").isNull().and(not(ofDate)))
            .groupBy("load_id", "y", "m", "d")
            .count()
            .collectAsList()) {
      LocalDate date = LocalDate.of(day.getInt(1), day.getInt(2), day.getInt(3));
      outcomes.get(day.getString(0)).addOtherDay(date, day.getLong(4));
      others += day.getLong(4);
    }
    long rejected = reject(rows.filter(col("reason").isNotNull()), outcomes, staging);
    if (staged + others + rejected != stored) {
      throw new CommandFailure(
          ExitStatus.ENGINE,
          String.format(
              "the files hold %d rows, but %d were staged, %d are of other days and %d rejected;"
                  + " nothing was loaded: did a file change?",
              stored, staged, others, rejected));
    }
    return new ArrayList<>(outcomes.values());
  }

  private long reject(Dataset<Row> rows, Map<String, FileOutcome> outcomes, Staging staging) {
    long sum = 0;
    for (Row file :
        rows.groupBy("load_id")
            .agg(count(lit(1)), min(struct(col("line_number"), col("reason"))))
            .collectAsList()) {
      Row first = file.getStruct(2);
      outcomes
          .get(file.getString(0))
          .addRejected(file.getLong(1), "row " + first.get(0) + " " + first.get(1));
      sum += file.getLong(1);
    }
    if (sum > 0) {
      rows.select("load_id", "file_path", "line_number", "reason", "raw")
          .repartition(col("load_id"))
          .write()
          .partitionBy("load_id")
          .parquet(staging.rejected().toString());
      for (FileOutcome outcome : outcomes.values()) {
        if (outcome.rejected() > 0) {
          outcome.setRejectedFile(
              staging
                  .onlyFile(new Path(staging.rejected(), "load_id=" + outcome.loadId()))
                  .toString());
        }
      }
    }
    return sum;
  }
}
