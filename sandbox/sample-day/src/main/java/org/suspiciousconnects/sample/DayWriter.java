/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.load.EventColumn;

/**
 * Writes a day as Parquet, {@code y=/m=/d=/h=/part-<n>.parquet}, a file a task. A file has at most
 * a million normal events in the order of time; an hour's first file ends with what was planted in
 * the hour.
 */
final class DayWriter {
  private static final long ROWS_A_FILE = 1_000_000;
  private static final String TEMPORARY = ".generating";

  private final SparkSession spark;

  DayWriter(SparkSession spark) {
    this.spark = spark;
  }

  /** The part of an hour that goes into one file. */
  private record Part(int hour, int number, long first, long end) implements java.io.Serializable {}

  /**
   * Writes a day in place of whatever day the folder holds.
   *
   * @param folder new, empty or written by this class
   */
  void write(DayRecipe recipe, Path folder) {
    SampleDay day = recipe.day();
    List<Part> parts = parts(day);
    JavaRDD<Row> events =
        JavaSparkContext.fromSparkContext(spark.sparkContext())
            .parallelize(parts, parts.size())
            .mapPartitions(one -> rows(recipe.day(), one.next()));
    try {
      FileSystem fs = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
      requireReplaceable(fs, folder);
      Path temporary = new Path(folder, TEMPORARY);
      fs.delete(temporary, true);
      spark
          .createDataFrame(events, schema(day))
          .write()
          .partitionBy("h", "part")
          .parquet(temporary.toString());
      for (FileStatus old : fs.listStatus(folder)) {
        if (!old.getPath().getName().equals(TEMPORARY)) {
          fs.delete(old.getPath(), true);
        }
      }
      publish(recipe, parts, temporary, folder);
      fs.delete(temporary, true);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.ENGINE, "can't write to " + folder + ": " + e.getMessage(), e);
    }
  }

  /** Copies what Spark wrote to names that do not change from run to run, a file a task. */
  private void publish(DayRecipe recipe, List<Part> parts, Path temporary, Path folder) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    Broadcast<SerializableConfiguration> conf =
        context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
    String from = temporary.toString();
    String to = folder.toString();
    context
        .parallelize(parts, parts.size())
        .foreach(
            part -> {
              Path written = new Path(from, "h=" + part.hour() + "/part=" + part.number());
              Path hour = new Path(to, recipe.day().folder(part.hour()));
              FileSystem fs = written.getFileSystem(conf.value().value());
              StableParquet.copy(
                  fs,
                  fs.listStatus(written)[0].getPath(),
                  new Path(hour, "part-" + part.number() + ".parquet"));
            });
  }

  private static List<Part> parts(SampleDay day) {
    List<Part> parts = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      int number = 0;
      long first = day.first(hour);
      long end = day.first(hour + 1);
      do {
        long next = Math.min(end, first + ROWS_A_FILE);
        parts.add(new Part(hour, number++, first, next));
        first = next;
      } while (first < end);
    }
    return parts;
  }

  private static Iterator<Row> rows(SampleDay day, Part part) {
    Stream<Object[]> normal =
        LongStream.range(part.first(), part.end()).mapToObj(i -> day.row(part.hour(), i));
    Stream<Object[]> planted = part.number() == 0 ? planted(day, part.hour()) : Stream.empty();
    return Stream.concat(normal, planted).map(columns -> withPart(part, columns)).iterator();
  }

  private static Stream<Object[]> planted(SampleDay day, int hour) {
    return day.planted().stream()
        .filter(event -> Math.floorMod(event.second(), 86_400L) / 3_600 == hour)
        .map(Event::row);
  }

  private static Row withPart(Part part, Object[] columns) {
    Object[] all = new Object[columns.length + 2];
    all[0] = part.hour();
    all[1] = part.number();
    System.arraycopy(columns, 0, all, 2, columns.length);
    return new GenericRow(all);
  }

  private static StructType schema(SampleDay day) {
    StructType schema =
        new StructType().add("h", DataTypes.IntegerType).add("part", DataTypes.IntegerType);
    for (EventColumn column : day.columns()) {
      schema = schema.add(column.id(), column.type());
    }
    return schema;
  }

  /** Does not let a mistyped path cost anything but a day of ours. */
  static void requireReplaceable(FileSystem fs, Path folder) throws IOException {
    if (!fs.exists(folder)) {
      return;
    }
    for (FileStatus child : fs.listStatus(folder)) {
      String name = child.getPath().getName();
      if (!name.startsWith("y=") && !name.equals(TEMPORARY)) {
        throw new CommandFailure(
            ExitStatus.USAGE,
            folder + " has something else in it, " + name + ": give a new or empty folder");
      }
    }
  }
}
