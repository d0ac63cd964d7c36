/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function0;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.CollectionAccumulator;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Stages text files, one task each: a line's number and what the header said are known to who reads
 * from the start only.
 */
final class TextStager implements Stager {
  private final SparkSession spark;
  private final EventTable table;
  private final Function0<LineParser> parsers;

  /**
   * @param parsers makes a parser for each file, where the file is read
   */
  TextStager(SparkSession spark, EventTable table, Function0<LineParser> parsers) {
    this.spark = spark;
    this.table = table;
    this.parsers = parsers;
  }

  @Override
  public List<FileOutcome> stage(List<LogFile> files, LocalDate date, Staging staging) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> conf =
        context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    // Tasks that succeed count once, so that a retry leaves no second outcome.
    CollectionAccumulator<FileOutcome> outcomes =
        context.sc().collectionAccumulator("outcome of each file");
    Function0<LineParser> newParser = parsers;
    String rejectedFolder = staging.rejected().toString();
    JavaRDD<Row> rows =
        context
            .parallelize(files, files.size())
            .mapPartitions(
                one -> {
                  LogFile file = one.next();
                  TaskContext task = TaskContext.get();
                  LogRows events =
                      new LogRows(
                          file,
                          newParser.call(),
                          date,
                          new Path(
                              rejectedFolder,
                              file.loadId() + "-" + task.taskAttemptId() + ".parquet"),
                          outcomes::add,
                          conf.value().value());
                  task.addTaskCompletionListener((TaskCompletionListener) ended -> close(events));
                  return events;
                });
    spark
        .createDataFrame(rows, StagedColumns.of(table))
        .write()
        .partitionBy(StagedColumns.PARTITIONS)
        .parquet(staging.events().toString());
    return outcomes.value();
  }

  private static void close(LogRows events) {
    try {
      events.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
