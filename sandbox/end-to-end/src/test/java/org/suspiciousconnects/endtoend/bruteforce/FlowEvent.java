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
    long ibyt)
    implements Event {

  @Override
  public boolean isValid() {
    return proto != null && isPort(sport) && isPort(dport) && ipkt >= 0 && ibyt >= 0;
  }

  private static boolean isPort(int port) {
    return port >= 0 && port <= 65_535;
  }

  long time() {
    return day.toEpochDay() * 86_400 + second;
  }

  private String treceived() {
    return day + " " + Rows.time(second);
  }

  @Override
  public String shown() {
    return Rows.shown(treceived(), sip, dip, sport, dport, proto, ipkt, ibyt);
  }

  @Override
  public String row() {
    LocalTime time = LocalTime.ofSecondOfDay(second);
    return Rows.row(
        treceived(),
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
