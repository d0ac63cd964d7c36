/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A request of a hand-made day.
 *
 * @param second of the day
 * @param client NULL makes the request invalid
 * @param agent NULL if missing, as are the texts behind
 */
public record ProxyEvent(
    LocalDate day,
    int second,
    String client,
    String host,
    String method,
    String agent,
    String contentType,
    String status,
    String port,
    Integer csbytes,
    Integer scbytes,
    String uri) {

  boolean isValid() {
    return client != null;
  }

  long time() {
    return day.toEpochDay() * 86_400 + second;
  }

  /** The row, with the columns of proxy and its partition y, m, d, h. */
  public String row() {
    String time = LocalTime.ofSecondOfDay(second).toString().concat(":00").substring(0, 8);
    return Rows.row(
        "" + day,
        time,
        client,
        host,
        method,
        agent,
        contentType,
        1,
        null,
        null,
        null,
        null,
        null,
        null,
        status,
        null,
        "http",
        port,
        "/",
        null,
        null,
        "192.0.2.1",
        scbytes,
        csbytes,
        null,
        null,
        null,
        uri,
        "" + day.getYear(),
        String.format("%02d", day.getMonthValue()),
        String.format("%02d", day.getDayOfMonth()),
        String.format("%02d", second / 3600));
  }
}
