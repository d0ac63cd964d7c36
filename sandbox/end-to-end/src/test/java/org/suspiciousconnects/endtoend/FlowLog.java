/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import java.time.Instant;
import java.util.Random;

/** A Zeek conn.log in JSON: a dozen hosts that do the same each day, by a seeded generator. */
final class FlowLog {
  private static final int[] PORTS = {80, 443, 22, 53, 25};

  private final Random random;
  private final StringBuilder lines = new StringBuilder();
  private int size;

  FlowLog(long seed) {
    random = new Random(seed);
  }

  /**
   * Flows of clients 10.0.0.1 to 10.0.0.12 to servers 198.51.100.1 to 198.51.100.5.
   *
   * @param fromHour first hour
   * @param toHour the hour after the last
   */
  FlowLog hosts(String day, int fromHour, int toHour, int howMany) {
    for (int i = 0; i < howMany; i++) {
      int client = 1 + random.nextInt(12);
      int habit = (client + random.nextInt(2)) % PORTS.length;
      flow(
          day,
          fromHour + random.nextInt(toHour - fromHour),
          "10.0.0." + client,
          "198.51.100." + (1 + habit),
          PORTS[habit],
          1L << (6 + random.nextInt(4)));
    }
    return this;
  }

  /** One flow over TCP. */
  FlowLog flow(String day, int hour, String client, String server, int port, long bytes) {
    return line(
        String.format(
            "{\"ts\":%d,\"id.orig_h\":\"%s\",\"id.orig_p\":%d,\"id.resp_h\":\"%s\",\"id.resp_p\":%d,"
                + "\"proto\":\"tcp\",\"orig_pkts\":%d,\"orig_ip_bytes\":%d}",
            Instant.parse(day + "T00:00:00Z").getEpochSecond() + hour * 3600 + random.nextInt(3600),
            client,
            40_000 + random.nextInt(20_000),
            server,
            port,
            bytes / 32,
            bytes));
  }

  /** A flow of the second hour that can't be scored, having no protocol. */
  FlowLog invalid(String day) {
    return invalid(day, 1);
  }

  /** A flow that can't be scored, having no protocol. */
  FlowLog invalid(String day, int hour) {
    return line(
        String.format(
            "{\"ts\":\"%sT%02d:00:00Z\",\"id.orig_h\":\"10.0.0.1\",\"id.orig_p\":40000,\"id.resp_h\":\"198.51.100.1\","
                + "\"id.resp_p\":80,\"proto\":null,\"orig_pkts\":1,\"orig_ip_bytes\":64}",
            day, hour));
  }

  private FlowLog line(String line) {
    lines.append(line).append('\n');
    size++;
    return this;
  }

  /** Number of flows. */
  int size() {
    return size;
  }

  /** The file's content. */
  @Override
  public String toString() {
    return lines.toString();
  }
}
