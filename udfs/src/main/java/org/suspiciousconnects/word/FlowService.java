/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/**
 * The service of a flow: one of its two ports, or none.
 *
 * <p>A port is a service if it is below 1024, or a {@linkplain RegisteredServices registered} one,
 * or was seen at 20 clients or more; the first kind goes before the second, and that before the
 * third. Of two ports of a kind it is the lower, of two equal ones the destination's.
 */
public final class FlowService {
  /** What a flow has that goes between two ports of no service. */
  static final String NONE = "dyn";

  static final String AT_DESTINATION = "to";
  static final String AT_SOURCE = "from";
  static final int LAST_PORT = 65535;

  private static final int FIRST_FREE_PORT = 1024;
  private static final int OFTEN_SEEN = 20;

  private static final int LOW = 0;
  private static final int REGISTERED = 1;
  private static final int KNOWN = 2;
  private static final int NO_SERVICE = 3;

  private FlowService() {}

  /**
   * The service, with the side that has it.
   *
   * @param sport source port, 0-65535; 0 is no port
   * @param dport destination port, 0-65535; 0 is no port
   * @param sportClients clients that met the source port as a peer's port before; null is 0
   * @param dportClients clients that met the destination port so; null is 0
   * @return such as {@code to443} (the destination has it), {@code from443} (the source) or {@code
   *     dyn}; null if a port is null or out of range
   */
  public static String of(Integer sport, Integer dport, Long sportClients, Long dportClients) {
    if (!isPort(sport) || !isPort(dport)) {
      return null;
    }
    int source = kind(sport, sportClients);
    int destination = kind(dport, dportClients);
    if (source == NO_SERVICE && destination == NO_SERVICE) {
      return NONE;
    }
    boolean isSources = source < destination || source == destination && sport < dport;
    return isSources ? AT_SOURCE + sport : AT_DESTINATION + dport;
  }

  private static boolean isPort(Integer port) {
    return port != null && port >= 0 && port <= LAST_PORT;
  }

  private static int kind(int port, Long clients) {
    if (port == 0) {
      return NO_SERVICE;
    }
    if (port < FIRST_FREE_PORT) {
      return LOW;
    }
    if (RegisteredServices.has(port)) {
      return REGISTERED;
    }
    return clients != null && clients >= OFTEN_SEEN ? KNOWN : NO_SERVICE;
  }
}
