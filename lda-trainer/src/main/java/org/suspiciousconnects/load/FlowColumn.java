/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The columns of the table {@code flow} in their order, as {@code ddl/flow.sql} has them. */
public enum FlowColumn implements EventColumn {
  TRECEIVED(DataTypes.StringType),
  UNIX_TSTAMP(DataTypes.LongType),
  TRYEAR(DataTypes.IntegerType),
  TRMONTH(DataTypes.IntegerType),
  TRDAY(DataTypes.IntegerType),
  TRHOUR(DataTypes.IntegerType),
  TRMINUTE(DataTypes.IntegerType),
  TRSEC(DataTypes.IntegerType),
  TDUR(DataTypes.FloatType),
  SIP(DataTypes.StringType),
  DIP(DataTypes.StringType),
  SPORT(DataTypes.IntegerType),
  DPORT(DataTypes.IntegerType),
  PROTO(DataTypes.StringType),
  FLAG(DataTypes.StringType),
  FWD(DataTypes.IntegerType),
  STOS(DataTypes.IntegerType),
  IPKT(DataTypes.LongType),
  IBYT(DataTypes.LongType),
  OPKT(DataTypes.LongType),
  OBYT(DataTypes.LongType),
  INPUT(DataTypes.IntegerType),
  OUTPUT(DataTypes.IntegerType),
  SAS(DataTypes.IntegerType),
  DAS(DataTypes.IntegerType),
  DTOS(DataTypes.IntegerType),
  DIR(DataTypes.IntegerType),
  RIP(DataTypes.StringType);

  private final DataType type;

  FlowColumn(DataType type) {
    this.type = type;
  }

  @Override
  public DataType type() {
    return type;
  }

  /** A row with all columns of its time filled in and the others null. */
  static Object[] row(UtcTime time) {
    Object[] row = new Object[values().length];
    row[TRECEIVED.ordinal()] = time.toString();
    row[UNIX_TSTAMP.ordinal()] = time.epochSecond();
    row[TRYEAR.ordinal()] = time.date().getYear();
    row[TRMONTH.ordinal()] = time.date().getMonthValue();
    row[TRDAY.ordinal()] = time.date().getDayOfMonth();
    row[TRHOUR.ordinal()] = time.hour();
    row[TRMINUTE.ordinal()] = time.minute();
    row[TRSEC.ordinal()] = time.second();
    return row;
  }
}
