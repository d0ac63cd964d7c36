/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.suspiciousconnects.warehouse.Source;

/** The table {@code dns}. The hour is that of {@code unix_tstamp}. */
final class DnsTable extends EventTable {
  private static final UserDefinedFunction HOUR_OF = udf((UDF1<Long, Row>) DnsTable::hour, HOUR);

  DnsTable() {
    super(Source.DNS, DnsColumn.values());
  }

  @Override
  String event() {
    return "a DNS answer";
  }

  @Override
  Set<DnsColumn> needed() {
    return EnumSet.of(
        DnsColumn.FRAME_TIME,
        DnsColumn.UNIX_TSTAMP,
        DnsColumn.FRAME_LEN,
        DnsColumn.IP_DST,
        DnsColumn.DNS_QRY_NAME,
        DnsColumn.DNS_QRY_CLASS,
        DnsColumn.DNS_QRY_TYPE,
        DnsColumn.DNS_QRY_RCODE);
  }

  @Override
  Set<DnsColumn> textOrNumber() {
    return EnumSet.of(DnsColumn.DNS_QRY_CLASS);
  }

  @Override
  Column hour(Map<EventColumn, Column> values) {
    return HOUR_OF.apply(values.get(DnsColumn.UNIX_TSTAMP));
  }

  @Override
  Column noHour(Map<EventColumn, Column> values) {
    return concat(
        lit("unix_tstamp '"),
        shown(values.get(DnsColumn.UNIX_TSTAMP)),
        lit("' is no time in seconds, from 1970 to 9999"));
  }

  private static Row hour(Long seconds) {
    return seconds == null ? null : hour(UtcTime.ofEpochSecond(seconds));
  }
}
