/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The columns of the table {@code proxy} in their order, as {@code ddl/proxy.sql} has them. */
public enum ProxyColumn implements EventColumn {
  P_DATE(DataTypes.StringType),
  P_TIME(DataTypes.StringType),
  CLIENTIP(DataTypes.StringType),
  HOST(DataTypes.StringType),
  REQMETHOD(DataTypes.StringType),
  USERAGENT(DataTypes.StringType),
  RESCONTTYPE(DataTypes.StringType),
  DURATION(DataTypes.IntegerType),
  USERNAME(DataTypes.StringType),
  AUTHGROUP(DataTypes.StringType),
  EXCEPTIONID(DataTypes.StringType),
  FILTERRESULT(DataTypes.StringType),
  WEBCAT(DataTypes.StringType),
  REFERER(DataTypes.StringType),
  RESPCODE(DataTypes.StringType),
  ACTION(DataTypes.StringType),
  URISCHEME(DataTypes.StringType),
  URIPORT(DataTypes.StringType),
  URIPATH(DataTypes.StringType),
  URIQUERY(DataTypes.StringType),
  URIEXTENSION(DataTypes.StringType),
  SERVERIP(DataTypes.StringType),
  SCBYTES(DataTypes.IntegerType),
  CSBYTES(DataTypes.IntegerType),
  VIRUSID(DataTypes.StringType),
  BCAPPNAME(DataTypes.StringType),
  BCAPPOPER(DataTypes.StringType),
  FULLURI(DataTypes.StringType);

  private final DataType type;

  ProxyColumn(DataType type) {
    this.type = type;
  }

  @Override
  public DataType type() {
    return type;
  }

  /** A row with date and time filled in, in UTC, and the other columns null. */
  static Object[] row(UtcTime time) {
    Object[] row = new Object[values().length];
    String text = time.toString();
    row[P_DATE.ordinal()] = text.substring(0, 10);
    row[P_TIME.ordinal()] = text.substring(11);
    return row;
  }
}
