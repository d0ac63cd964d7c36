/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.isnan;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/**
 * Turns stored columns into those of the table {@code flow}. A number may be stored as any numeric
 * type; a value that the table's type does not hold rejects the row. Where columns of the time are
 * missing they come from {@code treceived}; other missing columns are null.
 */
final class FlowParquet {
  private static final Set<FlowColumn> NEEDED =
      EnumSet.of(
          FlowColumn.TRECEIVED,
          FlowColumn.SIP,
          FlowColumn.DIP,
          FlowColumn.SPORT,
          FlowColumn.DPORT,
          FlowColumn.PROTO,
          FlowColumn.IPKT,
          FlowColumn.IBYT);

  private static final StructType TIME =
      new StructType()
          .add("unix_tstamp", DataTypes.LongType)
          .add("tryear", DataTypes.IntegerType)
          .add("trmonth", DataTypes.IntegerType)
          .add("trday", DataTypes.IntegerType)
          .add("trhour", DataTypes.IntegerType)
          .add("trminute", DataTypes.IntegerType)
          .add("trsec", DataTypes.IntegerType);

  private static final StructType HOUR =
      new StructType()
          .add("y", DataTypes.IntegerType)
          .add("m", DataTypes.IntegerType)
          .add("d", DataTypes.IntegerType)
          .add("h", DataTypes.IntegerType);

  private final String path;
  private final Dataset<Row> stored;
  private final Map<FlowColumn, Column> columns = new EnumMap<>(FlowColumn.class);
  private final List<Column> reasons = new ArrayList<>();

  /**
   * @param path one of the files, for errors
   * @param stored the rows as they are stored
   * @throws CommandFailure if a column is missing or has a type that can't be taken
   */
  FlowParquet(String path, Dataset<Row> stored) {
    this.path = path;
    this.stored = stored;
    requireNeeded();
    for (FlowColumn column : FlowColumn.values()) {
      StructField field = field(column);
      columns.put(column, field == null ? absent(column) : present(column, field));
    }
  }

  /**
   * The staged columns, then file_path, line_number, reason (null for an event) and raw.
   *
   * @param file the columns of the file a row comes from: load_id, file_path, line_number and
   *     folder_y, folder_m, folder_d, folder_h
   */
  Column[] staged(Dataset<Row> file) {
    Column folder =
        when(
            file.col("folder_y").isNotNull(),
            struct(
                file.col("folder_y").as("y"),
                file.col("folder_m").as("m"),
                file.col("folder_d").as("d"),
                file.col("folder_h").as("h")));
    Column hour =
        coalesce(
            folder,
            udf((UDF5<Integer, Integer, Integer, Integer, String, Row>) FlowParquet::hour, HOUR)
                .apply(
                    columns.get(FlowColumn.TRYEAR),
                    columns.get(FlowColumn.TRMONTH),
                    columns.get(FlowColumn.TRDAY),
                    columns.get(FlowColumn.TRHOUR),
                    columns.get(FlowColumn.TRECEIVED)));
    List<Column> all = new ArrayList<>();
    all.add(file.col("load_id"));
    for (String part : HOUR.fieldNames()) {
      all.add(hour.getField(part).as(part));
    }
    columns.forEach((column, value) -> all.add(value.as(column.id())));
    all.add(file.col("file_path"));
    all.add(file.col("line_number"));
    all.add(reason(hour).as("reason"));
    all.add(raw().as("raw"));
    return all.toArray(new Column[0]);
  }

  private void requireNeeded() {
    String missing =
        NEEDED.stream()
            .filter(column -> field(column) == null)
            .map(FlowColumn::id)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw failure("has no column " + missing + ": a flow needs " + names(NEEDED));
    }
  }

  /** The stored column of that name in whatever case, or null. */
  private StructField field(FlowColumn column) {
    return Arrays.stream(stored.schema().fields())
        .filter(field -> field.name().equalsIgnoreCase(column.id()))
        .findFirst()
        .orElse(null);
  }

  private Column absent(FlowColumn column) {
    if (Arrays.asList(TIME.fieldNames()).contains(column.id())) {
      return udf((UDF1<String, Row>) FlowParquet::time, TIME)
          .apply(columns.get(FlowColumn.TRECEIVED))
          .getField(column.id());
    }
    return lit(null).cast(column.type());
  }

  private Column present(FlowColumn column, StructField field) {
    Column value = stored.col("`" + field.name().replace("`", "``") + "`");
    DataType from = field.dataType();
    if (column.type() instanceof StringType) {
      if (from instanceof StringType || from instanceof BinaryType) {
        return value.cast(DataTypes.StringType);
      }
    } else if (from instanceof NumericType) {
      if (from.equals(column.type()) || isNarrower(from, column.type())) {
        return value.cast(column.type());
      }
      Column fits = fits(value, from, column.type());
      reasons.add(
          when(
              value.isNotNull().and(fits.equalTo(false)),
              concat(
                  lit(column.id() + " '"),
                  value.cast(DataTypes.StringType),
                  lit("' does not fit " + column.type().sql()))));
      return when(fits, value.cast(column.type()));
    }
    throw failure(
        String.format(
            "has the column %s as %s, %s is needed", column.id(), from.sql(), column.type().sql()));
  }

  private static boolean isNarrower(DataType from, DataType to) {
    boolean small = from instanceof ByteType || from instanceof ShortType;
    return small || (from instanceof IntegerType && !(to instanceof IntegerType));
  }

  /** Whether the type holds a value; a fraction of a whole number does not count as held. */
  private static Column fits(Column value, DataType from, DataType to) {
    boolean isFloat = from instanceof DoubleType || from instanceof FloatType;
    if (to instanceof FloatType) {
      Column finite = abs(value.cast(DataTypes.DoubleType)).leq((double) Float.MAX_VALUE);
      return isFloat ? finite.or(isnan(value)) : finite;
    }
    if (isFloat) {
      // As a double the largest BIGINT is 2^63, which is too large.
      double beyond = to instanceof IntegerType ? 0x1p31 : 0x1p63;
      return value.geq(-beyond).and(value.lt(beyond)).and(value.equalTo(floor(value)));
    }
    Column low = lit(to instanceof IntegerType ? Integer.MIN_VALUE : Long.MIN_VALUE);
    Column high = lit(to instanceof IntegerType ? Integer.MAX_VALUE : Long.MAX_VALUE);
    return value.between(low, high).and(value.equalTo(floor(value)));
  }

  private Column reason(Column hour) {
    List<Column> all = new ArrayList<>(reasons);
    all.add(
        when(
            hour.isNull(),
            concat(
                lit("treceived '"),
                coalesce(columns.get(FlowColumn.TRECEIVED).substr(1, 100), lit("null")),
                lit("' is no time as yyyy-MM-dd HH:mm:ss"))));
    return coalesce(all.toArray(new Column[0]));
  }

  private Column raw() {
    Column[] all =
        Arrays.stream(stored.columns())
            .map(name -> stored.col("`" + name.replace("`", "``") + "`"))
            .toArray(Column[]::new);
    return udf((UDF1<String, String>) LogLines::raw, DataTypes.StringType)
        .apply(to_json(struct(all)));
  }

  private CommandFailure failure(String what) {
    return new CommandFailure(ExitStatus.NO_DATA, path + ": " + what + "; nothing was loaded");
  }

  private static String names(Set<FlowColumn> columns) {
    return columns.stream().map(FlowColumn::id).collect(Collectors.joining(", "));
  }

  /** The time columns of a treceived, or null if it is no time. */
  private static Row time(String treceived) {
    UtcTime time = UtcTime.parse(treceived);
    if (time == null) {
      return null;
    }
    return RowFactory.create(
        time.epochSecond(),
        time.date().getYear(),
        time.date().getMonthValue(),
        time.date().getDayOfMonth(),
        time.hour(),
        time.minute(),
        time.second());
  }

  /** The hour of an event by its own columns, else by treceived; null if neither tells. */
  private static Row hour(
      Integer tryear, Integer trmonth, Integer trday, Integer trhour, String treceived) {
    if (PartitionFolders.isHour(tryear, trmonth, trday, trhour)) {
      return RowFactory.create(tryear, trmonth, trday, trhour);
    }
    UtcTime time = UtcTime.parse(treceived);
    if (time == null) {
      return null;
    }
    return RowFactory.create(
        time.date().getYear(),
        time.date().getMonthValue(),
        time.date().getDayOfMonth(),
        time.hour());
  }
}
