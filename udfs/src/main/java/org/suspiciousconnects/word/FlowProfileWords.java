/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/**
 * The words of the method profile for flows: of one flow, of a client's day with one peer, and of
 * its day with one service. A number that is null or negative counts as 0.
 */
public final class FlowProfileWords {
  static final String SOURCE = "src";
  static final String DESTINATION = "dst";
  static final String INTERNAL = "int";
  static final String EXTERNAL = "ext";
  static final String TCP = "TCP";

  /** The flags that a word tells, in its order. */
  static final String FLAGS = "SARF";

  static final int BYTES_STEP = 3;
  static final int PACKET_STEP = 2;

  private FlowProfileWords() {}

  /**
   * The word of a flow at one of its two addresses: side, peer and service; protocol and flags;
   * bytes; prevalence of the peer; bytes a packet.
   *
   * @param isSource 1 if the address is the flow's source, else it is its destination
   * @param peerInternal 1 if the other address is internal
   * @param service what {@link FlowService} gave
   * @param proto protocol, upper or lower case
   * @param flag TCP flags as letters, in any order, such as {@code .AP.SF}
   * @param ipkt packets
   * @param ibyt bytes
   * @param peerClients clients that knew the peer before
   * @return such as {@code event|src-ext-to443|TCP-SA|b4|k0|r3}
   */
  public static String event(
      Integer isSource,
      Integer peerInternal,
      String service,
      String proto,
      String flag,
      Long ipkt,
      Long ibyt,
      Long peerClients) {
    ProfileWordBuilder word =
        new ProfileWordBuilder(ProfileWord.EVENT)
            .field(isOne(isSource) ? SOURCE : DESTINATION)
            .more("-")
            .more(direction(peerInternal))
            .more("-")
            .moreText(service);
    if (TCP.equalsIgnoreCase(proto)) {
      flags(word.field(TCP).more("-"), flag);
    } else {
      word.upperCase(proto);
    }
    return word.field("b", BinaryDigits.of(ibyt) / BYTES_STEP)
        .field(Prevalence.of(peerClients))
        .field("r", BinaryDigits.of(bytesPerPacket(ibyt, ipkt)) / PACKET_STEP)
        .toString();
  }

  /**
   * The word of a client's day with one peer: prevalence and side of the peer; number of services;
   * regularity; bytes; flows.
   *
   * @param peerInternal 1 if the peer is internal
   * @param peerClients clients that knew the peer before
   * @param services number of services
   * @param flows number of flows
   * @param medianGap median of the seconds between flows; null if there are none
   * @param deviation median absolute deviation of these, in seconds; null if there are none
   * @param ibyt bytes of all flows
   * @return such as {@code pair|k0-ext|s1|g0|b7|n9}
   */
  public static String pair(
      Integer peerInternal,
      Long peerClients,
      Long services,
      Long flows,
      Long medianGap,
      Long deviation,
      Long ibyt) {
    return new ProfileWordBuilder(ProfileWord.PAIR)
        .field(Prevalence.of(peerClients))
        .more("-")
        .more(direction(peerInternal))
        .field("s", BinaryDigits.of(services))
        .field(Regularity.of(flows, medianGap, deviation))
        .field("b", BinaryDigits.of(ibyt) / BYTES_STEP)
        .field("n", BinaryDigits.of(flows))
        .toString();
  }

  /**
   * The word of a client's day with one service, inside or outside: number of peers; flows.
   *
   * @param peers number of peers
   * @param flows number of flows
   * @return such as {@code fan|p3|n5}
   */
  public static String fan(Long peers, Long flows) {
    return new ProfileWordBuilder(ProfileWord.FAN)
        .field("p", BinaryDigits.of(peers))
        .field("n", BinaryDigits.of(flows))
        .toString();
  }

  private static boolean isOne(Integer number) {
    return number != null && number == 1;
  }

  private static String direction(Integer peerInternal) {
    return isOne(peerInternal) ? INTERNAL : EXTERNAL;
  }

  private static void flags(ProfileWordBuilder word, String flag) {
    boolean none = true;
    for (int i = 0; flag != null && i < FLAGS.length(); i++) {
      if (flag.indexOf(FLAGS.charAt(i)) >= 0) {
        word.more(FLAGS.substring(i, i + 1));
        none = false;
      }
    }
    if (none) {
      word.more(ProfileWord.MISSING);
    }
  }

  /** 0 without packets. */
  private static long bytesPerPacket(Long ibyt, Long ipkt) {
    return ibyt == null || ipkt == null || ipkt < 1 ? 0 : ibyt / ipkt;
  }
}
