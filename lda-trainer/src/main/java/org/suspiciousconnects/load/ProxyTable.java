/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.suspiciousconnects.warehouse.Source;

/**
 * The table {@code proxy}. The hour is that of {@code p_date} and {@code p_time}. Its partitions
 * are text of two digits, as Apache Spot writes them and its front end asks for them.
 */
final class ProxyTable extends EventTable {
  private static final UserDefinedFunction HOUR_OF =
      udf((UDF2<String, String, Row>) ProxyTable::hour, HOUR);

  ProxyTable() {
    super(Source.PROXY, ProxyColumn.values());
  }

  @Override
  String event() {
    return "a request";
  }

  @Override
  Set<ProxyColumn> needed() {
    return EnumSet.of(
        ProxyColumn.P_DATE,
        ProxyColumn.P_TIME,
        ProxyColumn.CLIENTIP,
        ProxyColumn.HOST,
        ProxyColumn.REQMETHOD,
        ProxyColumn.USERAGENT,
        ProxyColumn.RESCONTTYPE,
        ProxyColumn.RESPCODE,
        ProxyColumn.FULLURI);
  }

  /** All that may be a code or a name: what says when, who and where has a form of its own. */
  @Override
  Set<ProxyColumn> textOrNumber() {
    return EnumSet.complementOf(
        EnumSet.of(
            ProxyColumn.P_DATE,
            ProxyColumn.P_TIME,
            ProxyColumn.CLIENTIP,
            ProxyColumn.HOST,
            ProxyColumn.SERVERIP,
            ProxyColumn.FULLURI));
  }

  @Override
  Column hour(Map<EventColumn, Column> values) {
    return HOUR_OF.apply(values.get(ProxyColumn.P_DATE), values.get(ProxyColumn.P_TIME));
  }

  @Override
  Column noHour(Map<EventColumn, Column> values) {
    return concat(
        lit("p_date '"),
        shown(values.get(ProxyColumn.P_DATE)),
        lit("' and p_time '"),
        shown(values.get(ProxyColumn.P_TIME)),
        lit("' are no time as yyyy-MM-dd and HH:mm:ss"));
  }

  @Override
  Map<String, Object> partition(int... hour) {
    Map<String, Object> text = new LinkedHashMap<>();
    super.partition(hour)
        .forEach((column, number) -> text.put(column, String.format(Locale.ROOT, "%02d", number)));
    return text;
  }

  /** A fraction of the second does no harm; a zone would put the event into another hour. */
  private static Row hour(String date, String time) {
    return date != null && date.length() == 10 && time != null && time.matches("[0-9:.]{8,}")
        ? hour(UtcTime.parse(date + " " + time))
        : null;
  }
}
