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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.ByteType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.LogLines;

/**
 * Turns stored columns into those of an event table. A number may be stored as any numeric type; a
 * value that the table's type does not hold rejects the row. Missing columns are null, where the
 * {@link EventTable} does not know better.
 */
final class EventParquet {
  private final EventTable table;
  private final String path;
  private final Dataset<Row> stored;
  private final Map<EventColumn, Column> values = new HashMap<>();
  private final List<Column> reasons = new ArrayList<>();

  /**
   * @param table where the rows go
   * @param path one of the files, for errors
   * @param stored the rows as they are stored
   * @throws CommandFailure if a column is missing or has a type that can't be taken
   */
  EventParquet(EventTable table, String path, Dataset<Row> stored) {
    this.table = table;
    this.path = path;
    this.stored = stored;
    requireNeeded();
    for (EventColumn column : table.columns()) {
      StructField field = field(column);
      if (field != null) {
        values.put(column, present(column, field));
      }
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
    Column hour = coalesce(folder, table.hour(values));
    List<Column> all = new ArrayList<>();
    all.add(file.col("load_id"));
    for (String part : EventTable.HOUR.fieldNames()) {
      all.add(hour.getField(part).as(part));
    }
    for (EventColumn column : table.columns()) {
      Column value = values.get(column);
      all.add((value == null ? table.absent(column, values) : value).as(column.id()));
    }
    all.add(file.col("file_path"));
    all.add(file.col("line_number"));
    all.add(reason(hour).as("reason"));
    all.add(raw().as("raw"));
    return all.toArray(new Column[0]);
  }

  private void requireNeeded() {
    String missing =
        table.needed().stream()
            .filter(column -> field(column) == null)
            .map(EventColumn::id)
            .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      String needed =
          table.needed().stream().map(EventColumn::id).collect(Collectors.joining(", "));
      throw failure("has no column " + missing + ": " + table.event() + " needs " + needed);
    }
  }

  /** The stored column of that name in whatever case, or null. */
  private StructField field(EventColumn column) {
    return Arrays.stream(stored.schema().fields())
        .filter(field -> field.name().equalsIgnoreCase(column.id()))
        .findFirst()
        .orElse(null);
  }

  private Column present(EventColumn column, StructField field) {
    Column value = stored.col("`" + field.name().replace("`", "``") + "`");
    DataType from = field.dataType();
    if (column.type() instanceof StringType) {
      boolean text = from instanceof StringType || from instanceof BinaryType;
      if (text || (isWhole(from) && table.textOrNumber().contains(column))) {
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

  private static boolean isWhole(DataType type) {
    return type instanceof ByteType
        || type instanceof ShortType
        || type instanceof IntegerType
        || type instanceof LongType
        || (type instanceof DecimalType && ((DecimalType) type).scale() == 0);
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
    all.add(when(hour.isNull(), table.noHour(values)));
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
}
