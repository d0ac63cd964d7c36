/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.TimeZone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.apache.hadoop.io.Text;
import org.junit.jupiter.api.Test;

class UtcTimeUDFTest {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
  private final UtcTimeUDF function = new UtcTimeUDF();

  @Property
  void isTheTimeInUtc(@ForAll @LongRange(min = 0, max = 253402300799L) long seconds) {
    assertEquals(
        FORM.format(Instant.ofEpochSecond(seconds)), function.evaluate(seconds).toString());
  }

  @Test
  void theEndsOfTheRange() {
    assertEquals(new Text("1970-01-01 00:00:00"), function.evaluate(0L));
    assertEquals(new Text("9999-12-31 23:59:59"), function.evaluate(253402300799L));
    assertNull(function.evaluate(253402300800L));
    assertNull(function.evaluate(-1L));
    assertNull(function.evaluate(Long.MIN_VALUE));
    assertNull(function.evaluate(Long.MAX_VALUE));
    assertNull(function.evaluate(null));
  }

  @Test
  void theMachinesZoneAndLanguageMakeNoDifference() {
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(new Text("2016-07-08 06:58:45"), function.evaluate(1467961125L));
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
    }
  }
}
