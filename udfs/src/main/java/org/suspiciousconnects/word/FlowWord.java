/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/**
 * The two words of a flow, one as its source sees it and one as its destination does.
 *
 * <p>A word is {@code port_protocol_hour_bits(bytes)_bits(packets)}, {@code -1_} in front where the
 * host itself offers the service. The port stands for the service: the only port where the other is
 * 0; the only one up to 1024; {@code 111111} where both are up to 1024, {@code 333333} where both
 * are above, {@code 0} where both are 0. Source: {@code FlowWordCreator} of Apache Spot.
 */
public final class FlowWord {
  private static final int LAST_SERVICE_PORT = 1024;
  private static final int BOTH_SERVICE_PORTS = 111111;
  private static final int NO_SERVICE_PORT = 333333;

  private FlowWord() {}

  /**
   * The word for the flow's source address.
   *
   * @param hour hour of the day, 0-23
   * @param sport source port, 0-65535
   * @param dport destination port, 0-65535
   * @param proto protocol, taken over as it is; not null
   * @param ibyt bytes, 0 to 2<sup>63</sup> - 2
   * @param ipkt packets, 0 to 2<sup>63</sup> - 2
   * @return the word, or null if a number is out of range
   */
  public static String source(int hour, int sport, int dport, String proto, long ibyt, long ipkt) {
    return word(hour, sport, dport, proto, ibyt, ipkt);
  }

  /**
   * The word for the flow's destination address; arguments and result as for {@link #source}.
   *
   * @param hour hour of the day, 0-23
   * @param sport source port, 0-65535
   * @param dport destination port, 0-65535
   * @param proto protocol, taken over as it is; not null
   * @param ibyt bytes, 0 to 2<sup>63</sup> - 2
   * @param ipkt packets, 0 to 2<sup>63</sup> - 2
   * @return the word, or null if a number is out of range
   */
  public static String destination(
      int hour, int sport, int dport, String proto, long ibyt, long ipkt) {
    return word(hour, dport, sport, proto, ibyt, ipkt);
  }

  private static String word(int hour, int own, int peer, String proto, long ibyt, long ipkt) {
    if (hour < 0
        || hour > 23
        || !isPort(own)
        || !isPort(peer)
        || !isCount(ibyt)
        || !isCount(ipkt)) {
      return null;
    }
    StringBuilder word = new StringBuilder(24 + proto.length());
    if (offersService(own, peer)) {
      word.append("-1_");
    }
    return word.append(service(own, peer))
        .append('_')
        .append(proto)
        .append('_')
        .append(hour)
        .append('_')
        .append(LogBins.bits(ibyt))
        .append('_')
        .append(LogBins.bits(ipkt))
        .toString();
  }

  private static boolean isPort(int port) {
    return port >= 0 && port <= 65535;
  }

  private static boolean isCount(long count) {
    return count >= 0 && count < Long.MAX_VALUE;
  }

  private static boolean offersService(int own, int peer) {
    return own > 0 && (peer == 0 || own <= LAST_SERVICE_PORT && peer > LAST_SERVICE_PORT);
  }

  private static int service(int own, int peer) {
    int lower = Math.min(own, peer);
    int upper = Math.max(own, peer);
    if (lower == 0) {
      return upper;
    }
    if (upper <= LAST_SERVICE_PORT) {
      return BOTH_SERVICE_PORTS;
    }
    return lower <= LAST_SERVICE_PORT ? lower : NO_SERVICE_PORT;
  }
}
