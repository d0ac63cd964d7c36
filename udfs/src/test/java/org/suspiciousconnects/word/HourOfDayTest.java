/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.suspiciousconnects.golden.GoldenFile;
import org.suspiciousconnects.golden.GoldenFile.Row;

class HourOfDayTest {
  private static final int NONE = -1;

  @ParameterizedTest
  @CsvSource({
    "Jul  8 2016 06:58:45.765735000 UTC, 6",
    "Jul 8 2016 23, 23",
    "a b c 5, 5",
    "' Jul  8 2016 06:58:45 UTC', 6",
    "'   Jul  8   2016   06:58:45', 6",
    "Jul  8 2016 25:00:00 UTC, -1",
    "Jul  8 2016 -3:00:00 UTC, -1",
    "Jul  8 2016, -1",
    "'Jul  8 2016 ', -1",
    "'', -1",
    "' ', -1",
    "-, -1",
    "bad, -1",
  })
  void isInTheFourthFieldOfAFrameTime(String frameTime, int hour) {
    assertEquals(hour, HourOfDay.ofFrameTime(frameTime));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Jul\t8 2016 06:58:45 UTC", "Jul\u00a08 2016 06:58:45 UTC"})
  void onlyBlanksSeparateFields(String frameTime) {
    assertEquals(NONE, HourOfDay.ofFrameTime(frameTime));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "3599, 0",
    "3600, 1",
    "86399, 23",
    "86400, 0",
    "1467961125, 6",
    "9223372036854775807, 15",
    "-1, -1",
    "-9223372036854775808, -1",
  })
  void isThatOfUtcForSecondsSince1970(long seconds, int hour) {
    assertEquals(hour, HourOfDay.ofEpochSecond(seconds));
  }

  @Property
  void agreesWithTheCalendar(@ForAll @LongRange(max = 253402300799L) long seconds) {
    assertEquals(
        Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC).getHour(),
        HourOfDay.ofEpochSecond(seconds));
  }

  @ParameterizedTest
  @CsvSource({
    "2016-07-08, 06:58:45, 6",
    "2016-02-29, 23:59:59.999999999999999999, 23",
    "0001-01-01, 00:00:00.0, 0",
    "2015-02-29, 06:58:45, -1",
    "2016-13-01, 06:58:45, -1",
    "2016-00-01, 06:58:45, -1",
    "2016-07-32, 06:58:45, -1",
    "2016-7-8, 06:58:45, -1",
    "16-07-08, 06:58:45, -1",
    "2016/07/08, 06:58:45, -1",
    "-016-07-08, 06:58:45, -1",
    "2016-07-08T, 06:58:45, -1",
    "-, 06:58:45, -1",
    "'', 06:58:45, -1",
    "2016-07-08, 24:00:00, -1",
    "2016-07-08, 06:60:00, -1",
    "2016-07-08, 06:00:60, -1",
    "2016-07-08, 6:58:45, -1",
    "2016-07-08, 06:58, -1",
    "2016-07-08, 06:58:45., -1",
    "2016-07-08, 06:58:45.1x, -1",
    "2016-07-08, 06:58:45Z, -1",
    "2016-07-08, +6:58:45, -1",
    "2016-07-08, ٠٦:58:45, -1",
    "2016-07-08, ' 6:58:45', -1",
    "2016-07-08, -, -1",
    "2016-07-08, '', -1",
  })
  void needsADateAndATimeThatExist(String date, String time, int hour) {
    assertEquals(hour, HourOfDay.ofDateAndTime(date, time));
  }

  @Property
  void neverThrows(@ForAll String date, @ForAll String time) {
    for (int hour :
        new int[] {
          HourOfDay.ofTime(time),
          HourOfDay.ofFrameTime(time),
          HourOfDay.ofFrameTime(date + " 8 2016 " + time),
          HourOfDay.ofDateAndTime(date, time),
        }) {
      assertEquals(hour, Math.max(NONE, Math.min(hour, 23)));
    }
  }

  @Test
  void equalsSpot() {
    GoldenFile golden = GoldenFile.read("time.tsv");
    for (Row row : golden.rows()) {
      String time = row.text("time");
      String hour = row.raw("hour");
      if (time == null) {
        golden.count("excluded: no text");
      } else if (hour.startsWith("!")) {
        assertEquals(NONE, HourOfDay.ofTime(time), row::toString);
        golden.count("excluded: no hour, an exception in Spot");
      } else if (!hour.matches("1?[0-9]|2[0-3]")) {
        assertEquals(NONE, HourOfDay.ofTime(time), row::toString);
        golden.count("excluded: hour out of range");
      } else {
        assertEquals(Integer.parseInt(hour), HourOfDay.ofTime(time), row::toString);
        golden.count("compared");
      }
    }
    golden.assertCounts(
        Map.of(
            "compared", 11,
            "excluded: hour out of range", 4,
            "excluded: no hour, an exception in Spot", 11,
            "excluded: no text", 1));
  }
}
