/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expected seconds are those of {@code date -u +%s}. */
class UtcTimeTest {
  @ParameterizedTest
  @CsvSource({
    "1970-01-01 00:00:00, 0",
    "2016-07-08 00:00:00, 1467936000",
    "2016-07-08T00:00:00.999, 1467936000",
    "2016-02-29 12:34:56Z, 1456749296",
    "2016-07-08T02:00:00+02:00, 1467936000",
    "2016-07-07T18:30:00.5-0530, 1467936000",
    "9999-12-31 23:59:59, 253402300799"
  })
  void readsTimes(String text, long second) {
    assertEquals(second, UtcTime.parse(text).epochSecond());
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "yesterday",
        "2016-07-08",
        "2016-07-08 00:00",
        "2016-07-08 24:00:00",
        "2016-07-08 00:60:00",
        "2016-07-08 00:00:60",
        "2015-02-29 00:00:00",
        "2016-13-01 00:00:00",
        "2016-07-08 00:00:00 PST",
        "2016-07-08 00:00:00+2",
        "2016-07-08 00:00:00x",
        "1969-12-31 23:59:59",
        "1970-01-01 00:00:00+01:00",
        "２016-07-08 00:00:00"
      })
  void anythingElseIsNoTime(String text) {
    assertNull(UtcTime.parse(text));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1588205199.82437, 1588205199",
    "1467936000.999999, 1467936000",
    "1.467936000E9, 1467936000",
    "253402300799, 253402300799"
  })
  void readsSecondsSince1970(String text, long second) {
    assertEquals(second, UtcTime.parseEpoch(text).epochSecond());
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "-1",
        "NaN",
        ".5",
        "1e",
        "1e99",
        "253402300800",
        "99999999999999999999999999",
        "1588205199.8x",
        "1,5",
        "٣"
      })
  void anythingElseIsNoSecond(String text) {
    assertNull(UtcTime.parseEpoch(text));
  }

  @Test
  void knowsItsParts() {
    UtcTime time = UtcTime.parse("2016-07-08 09:05:03");
    assertEquals(LocalDate.of(2016, 7, 8), time.date());
    assertEquals(9, time.hour());
    assertEquals(5, time.minute());
    assertEquals(3, time.second());
    assertEquals("2016-07-08 09:05:03", time.toString());
  }

  /** Berlin: the hour that clocks leave out, and the hour that they go through twice. */
  @ParameterizedTest
  @CsvSource({
    "2016-07-08 01:30:00, 2016-07-07 23:30:00",
    "2016-12-08 01:30:00.5, 2016-12-08 00:30:00",
    "2016-03-27 02:30:00, 2016-03-27 01:30:00",
    "2016-10-30 02:30:00, 2016-10-30 00:30:00",
    "2016-07-08 01:30:00Z, 2016-07-08 01:30:00",
    "2016-07-08 01:30:00-05:00, 2016-07-08 06:30:00"
  })
  void aTimeWithoutOffsetIsOfTheZone(String text, String utc) {
    assertEquals(utc, UtcTime.parse(text, ZoneId.of("Europe/Berlin")).toString());
  }

  @Test
  void aZoneDoesNotTurnNonsenseIntoATime() {
    assertNull(UtcTime.parse("2016-02-30 01:30:00", ZoneId.of("Europe/Berlin")));
    assertNull(UtcTime.parse(null, ZoneId.of("Europe/Berlin")));
    assertNull(UtcTime.parse("1970-01-01 00:30:00", ZoneId.of("Europe/Berlin")));
  }
}
