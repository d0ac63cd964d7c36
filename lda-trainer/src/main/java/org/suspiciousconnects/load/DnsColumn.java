/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The columns of the table {@code dns} in their order, as {@code ddl/dns.sql} has them. */
public enum DnsColumn implements EventColumn {
  FRAME_TIME(DataTypes.StringType),
  UNIX_TSTAMP(DataTypes.LongType),
  FRAME_LEN(DataTypes.IntegerType),
  IP_DST(DataTypes.StringType),
  IP_SRC(DataTypes.StringType),
  DNS_QRY_NAME(DataTypes.StringType),
  DNS_QRY_CLASS(DataTypes.StringType),
  DNS_QRY_TYPE(DataTypes.IntegerType),
  DNS_QRY_RCODE(DataTypes.IntegerType),
  DNS_A(DataTypes.StringType);

  private final DataType type;

  DnsColumn(DataType type) {
    this.type = type;
  }

  @Override
  public DataType type() {
    return type;
  }

  /** A row with the time filled in and the other columns null. */
  static Object[] row(UtcTime time, String frameTime) {
    Object[] row = new Object[values().length];
    row[FRAME_TIME.ordinal()] = frameTime;
    row[UNIX_TSTAMP.ordinal()] = time.epochSecond();
    return row;
  }
}
