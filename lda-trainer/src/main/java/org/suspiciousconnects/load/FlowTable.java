/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.suspiciousconnects.warehouse.Source;

/**
 * The table {@code flow}. The hour is that of {@code tryear … trhour}, else of {@code treceived},
 * from which missing columns of the time come too.
 */
final class FlowTable extends EventTable {
  private static final StructType TIME =
      new StructType()
          .add("unix_tstamp", DataTypes.LongType)
          .add("tryear", DataTypes.IntegerType)
          .add("trmonth", DataTypes.IntegerType)
          .add("trday", DataTypes.IntegerType)
          .add("trhour", DataTypes.IntegerType)
          .add("trminute", DataTypes.IntegerType)
          .add("trsec", DataTypes.IntegerType);

  // Each made once: Spark computes what is equal once, and two made alike are not equal to it.
  private static final UserDefinedFunction TIME_OF = udf((UDF1<String, Row>) FlowTable::time, TIME);
  private static final UserDefinedFunction HOUR_OF =
      udf((UDF5<Integer, Integer, Integer, Integer, String, Row>) FlowTable::hour, HOUR);

  FlowTable() {
    super(Source.FLOW, FlowColumn.values());
  }

  @Override
  String event() {
    return "a flow";
  }

  @Override
  Set<FlowColumn> needed() {
    return EnumSet.of(
        FlowColumn.TRECEIVED,
        FlowColumn.SIP,
        FlowColumn.DIP,
        FlowColumn.SPORT,
        FlowColumn.DPORT,
        FlowColumn.PROTO,
        FlowColumn.IPKT,
        FlowColumn.IBYT);
  }

  /** None: a protocol is loaded by its name, and the other texts are a time and addresses. */
  @Override
  Set<FlowColumn> textOrNumber() {
    return EnumSet.noneOf(FlowColumn.class);
  }

  @Override
  Column hour(Map<EventColumn, Column> values) {
    return HOUR_OF.apply(
        value(FlowColumn.TRYEAR, values),
        value(FlowColumn.TRMONTH, values),
        value(FlowColumn.TRDAY, values),
        value(FlowColumn.TRHOUR, values),
        values.get(FlowColumn.TRECEIVED));
  }

  @Override
  Column noHour(Map<EventColumn, Column> values) {
    return concat(
        lit("treceived '"),
        shown(values.get(FlowColumn.TRECEIVED)),
        lit("' is no time as yyyy-MM-dd HH:mm:ss"));
  }

  @Override
  Column absent(EventColumn column, Map<EventColumn, Column> values) {
    if (Arrays.asList(TIME.fieldNames()).contains(column.id())) {
      return TIME_OF.apply(values.get(FlowColumn.TRECEIVED)).getField(column.id());
    }
    return super.absent(column, values);
  }

  private Column value(FlowColumn column, Map<EventColumn, Column> values) {
    Column stored = values.get(column);
    return stored == null ? absent(column, values) : stored;
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
    return PartitionFolders.isHour(tryear, trmonth, trday, trhour)
        ? RowFactory.create(tryear, trmonth, trday, trhour)
        : hour(UtcTime.parse(treceived));
  }
}
