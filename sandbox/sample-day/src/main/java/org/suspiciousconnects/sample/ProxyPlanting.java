/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;

/** Plants requests. */
abstract class ProxyPlanting extends Planting {
  ProxyPlanting(Setting setting, LocalDate scored) {
    super(setting, scored);
  }

  /** A server on the internet. */
  record Server(String host, String address) {}

  /** What came back. */
  record Response(int status, String contentType, double bytes) {}

  /**
   * Adds a request.
   *
   * @param client index of the workstation
   * @param sent bytes, with headers
   */
  final void request(
      Kind kind,
      long second,
      int client,
      String method,
      ProxyUri uri,
      String address,
      String agent,
      String referer,
      Response response,
      double sent,
      Draw today) {
    int received = (int) Math.max(100, Math.min(2e9, response.bytes()));
    int sentBytes = (int) Math.max(100, Math.min(2e9, sent));
    add(
        kind,
        new ProxyRequest(
            second,
            address(client),
            ProxyDay.user(client),
            method,
            uri,
            agent,
            referer,
            ProxyDay.category(address),
            response.status(),
            response.contentType(),
            method.equals("CONNECT") ? "TCP_TUNNELED" : "TCP_NC_MISS",
            address,
            (int) (today.logNormal(90, 0.9) + (received + (double) sentBytes) / 1_250),
            received,
            sentBytes));
  }

  /** What the browser of a workstation says it is. */
  final String browser(int client, Draw today) {
    return UserAgents.browser(setting.seed(), client, today);
  }
}
