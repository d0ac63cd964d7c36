/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.time.LocalDate;

/**
 * An answer of a hand-made day.
 *
 * @param second of the day
 * @param client ip_dst
 * @param name NULL or empty makes the answer invalid
 * @param type NULL if missing
 * @param rcode NULL if missing
 */
public record DnsEvent(
    LocalDate day,
    int second,
    String client,
    String name,
    Integer type,
    Integer rcode,
    int frameLength)
    implements Event {

  @Override
  public boolean isValid() {
    return name != null && !name.isEmpty() && frameLength >= 0;
  }

  private String frameTime() {
    return "Jul  " + day.getDayOfMonth() + " 2016 " + Rows.time(second) + ".000000000 UTC";
  }

  @Override
  public String shown() {
    return Rows.shown(frameTime(), frameLength, client, name, type, rcode);
  }

  @Override
  public String row() {
    return Rows.row(
        frameTime(),
        day.toEpochDay() * 86_400 + second,
        frameLength,
        client,
        "10.0.0.53",
        name,
        "0x00000001",
        type,
        rcode,
        null,
        day.getYear(),
        day.getMonthValue(),
        day.getDayOfMonth(),
        second / 3600);
  }
}
