/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.time.LocalDate;

/**
 * A request of a hand-made day.
 *
 * @param second of the day
 * @param client NULL makes the request invalid, as does the host
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
    String uri)
    implements Event {

  @Override
  public boolean isValid() {
    return client != null && host != null;
  }

  long time() {
    return day.toEpochDay() * 86_400 + second;
  }

  @Override
  public String shown() {
    return Rows.shown(day, Rows.time(second), client, host, method, agent, status, uri);
  }

  @Override
  public String row() {
    return Rows.row(
        "" + day,
        Rows.time(second),
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
