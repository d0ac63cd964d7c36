/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.SimpleTimeZone;
import org.apache.hadoop.hive.ql.exec.Description;
import org.apache.hadoop.hive.ql.exec.UDF;
import org.apache.hadoop.hive.ql.udf.UDFType;
import org.apache.hadoop.io.Text;

/** {@code sc_utc_time}: seconds as a time, whatever the time zone of the session. */
@Description(
    name = "sc_utc_time",
    value = "_FUNC_(unix_tstamp BIGINT) - Returns a time in UTC as yyyy-MM-dd HH:mm:ss",
    extended =
        "unix_tstamp is in seconds since 1970, from 0 to the end of the year 9999. The time zone"
            + " of the session or the server makes no difference, as it does with FROM_UNIXTIME.\n"
            + "NULL if the argument is NULL or out of range; never an error.\n"
            + "Example:\n"
            + "  > SELECT _FUNC_(1467961125);\n"
            + "  2016-07-08 06:58:45\n"
            + "  > SELECT _FUNC_(-1);\n"
            + "  NULL")
@UDFType(deterministic = true)
public class UtcTimeUDF extends UDF {
  /** 9999-12-31 23:59:59. */
  private static final long LAST = 253402300799L;

  /**
   * The time, or null if the argument is null or out of range.
   *
   * @param unixTstamp seconds since 1970
   * @return {@code yyyy-MM-dd HH:mm:ss}, 19 characters; a new object for each call
   */
  public Text evaluate(Long unixTstamp) {
    if (unixTstamp == null || unixTstamp < 0 || unixTstamp > LAST) {
      return null;
    }
    GregorianCalendar time = new GregorianCalendar(new SimpleTimeZone(0, "UTC"), Locale.ROOT);
    time.setTimeInMillis(unixTstamp * 1000);
    return new Text(String.format(Locale.ROOT, "%1$tF %1$tT", time));
  }
}
