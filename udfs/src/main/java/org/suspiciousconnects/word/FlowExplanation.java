/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What a {@link FlowWord} says. */
final class FlowExplanation {
  private static final String SERVER = "-1_";
  private static final int BOTH_SERVICE_PORTS = 111111;
  private static final int NO_SERVICE_PORT = 333333;
  private static final int LAST_SERVICE_PORT = 1024;
  private static final int LAST_PORT = 65535;
  private static final int LAST_BIN = 63;

  /** Of other protocols, loggers use the ports for types and codes: nobody offers a service. */
  private static final Set<String> WITH_PORTS =
      new HashSet<>(Arrays.asList("TCP", "UDP", "SCTP", "DCCP"));

  private FlowExplanation() {}

  /** The explanation, or null if it is no word of flow. */
  static String of(String word) {
    boolean server = word.startsWith(SERVER);
    WordFields fields = new WordFields(server ? word.substring(SERVER.length()) : word);
    int hour = fields.count() - 3;
    if (hour < 2
        || !fields.isNumber(0, 0, NO_SERVICE_PORT)
        || !fields.isNumber(hour, 0, 23)
        || !fields.isNumber(hour + 1, 0, LAST_BIN)
        || !fields.isNumber(hour + 2, 0, LAST_BIN)) {
      return null;
    }
    String role = role(server, fields.number(0), fields.text(1, hour));
    if (role == null) {
      return null;
    }
    return role
        + ", "
        + fields.number(hour)
        + "h, "
        + CountRange.ofBits(fields.number(hour + 1)).ofBytes()
        + " in "
        + CountRange.ofBits(fields.number(hour + 2)).of("packet");
  }

  private static String role(boolean server, int port, String protocol) {
    String ports = ports(port);
    if (ports != null) {
      return server ? null : ports + " (" + WordFields.shown(protocol) + ")";
    }
    if (port > LAST_PORT) {
      return null;
    }
    if (!hasPorts(protocol)) {
      return (server ? "own port " : "other side's port ")
          + port
          + " ("
          + WordFields.shown(protocol)
          + ")";
    }
    String service = ServiceNames.of(protocol.toUpperCase(Locale.ROOT), port);
    String portOfProtocol = protocol + " " + port;
    return (server ? "server of " : "client of ")
        + (service == null ? portOfProtocol : service + " (" + portOfProtocol + ")")
        + unlikely(server, port);
  }

  /** Whether the ports of a protocol are of services. */
  static boolean hasPorts(String protocol) {
    return WITH_PORTS.contains(protocol.toUpperCase(Locale.ROOT));
  }

  /** What is said of the ports where they do not tell a service. */
  private static String ports(int port) {
    switch (port) {
      case 0:
        return "both ports 0";
      case BOTH_SERVICE_PORTS:
        return "both ports up to " + LAST_SERVICE_PORT;
      case NO_SERVICE_PORT:
        return "both ports above " + LAST_SERVICE_PORT;
      default:
        return null;
    }
  }

  /** A port above 1024 is in a word only if the other one is 0. */
  private static String unlikely(boolean server, int port) {
    if (port <= LAST_SERVICE_PORT) {
      return "";
    }
    return server ? " to port 0" : " from port 0";
  }
}
