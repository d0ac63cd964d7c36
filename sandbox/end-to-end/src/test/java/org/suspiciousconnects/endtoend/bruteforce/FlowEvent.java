/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A flow of a hand-made day.
 *
 * @param second of the day
 * @param proto NULL makes the flow invalid
 * @param flag letters such as .AP.SF, or NULL
 */
public record FlowEvent(
    LocalDate day,
    int second,
    String sip,
    int sport,
    String dip,
    int dport,
    String proto,
    String flag,
    long ipkt,
    long ibyt) {

  boolean isValid() {
    return proto != null && sport >= 0 && dport >= 0 && ipkt >= 0 && ibyt >= 0;
  }

  long time() {
    return day.toEpochDay() * 86_400 + second;
  }

  /** The row, with the columns of flow and its partition y, m, d, h. */
  public String row() {
    LocalTime time = LocalTime.ofSecondOfDay(second);
    return Rows.row(
        day + " " + time.toString().concat(":00").substring(0, 8),
        time(),
        day.getYear(),
        day.getMonthValue(),
        day.getDayOfMonth(),
        time.getHour(),
        time.getMinute(),
        time.getSecond(),
        null,
        sip,
        dip,
        sport,
        dport,
        proto,
        flag,
        0,
        0,
        ipkt,
        ibyt,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        0,
        null,
        day.getYear(),
        day.getMonthValue(),
        day.getDayOfMonth(),
        time.getHour());
  }
}
