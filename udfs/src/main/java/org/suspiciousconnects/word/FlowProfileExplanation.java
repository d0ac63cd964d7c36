/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/** What a word of {@link FlowProfileWords} says. */
final class FlowProfileExplanation {
  private static final String[] FLAG_NAMES = {"SYN", "ACK", "RST", "FIN"};

  private FlowProfileExplanation() {}

  /** The explanation, or null if it is no word of flow. */
  static String of(ProfileFields word) {
    if (word.is(ProfileWord.EVENT, 5)) {
      return event(word);
    }
    if (word.is(ProfileWord.PAIR, 5)) {
      return pair(word);
    }
    return word.is(ProfileWord.FAN, 2)
        ? ProfileFields.sentence(
            "one service in a day",
            word.counts(0, "p", 1, Long.MAX_VALUE, "peer"),
            word.counts(1, "n", 1, Long.MAX_VALUE, "flow"))
        : null;
  }

  private static String event(ProfileFields word) {
    String flags = flags(word.text(1));
    String protocol = flags == null ? word.text(1) : FlowProfileWords.TCP;
    String packet = word.bytes(4, "r", FlowProfileWords.PACKET_STEP, Long.MAX_VALUE);
    return ProfileFields.sentence(
        word.known(3, role(word.text(0), protocol), "knew"),
        flags == null ? protocol(protocol) : flags,
        word.bytes(2, "b", FlowProfileWords.BYTES_STEP, Long.MAX_VALUE),
        packet == null ? null : packet + " a packet");
  }

  private static String pair(ProfileFields word) {
    String peer = peer(word.behindHyphen(0));
    return ProfileFields.sentence(
        ProfileFields.known(
            word.beforeHyphen(0), peer == null ? null : "a day with " + peer, "knew"),
        word.counts(1, "s", 1, Long.MAX_VALUE, "service"),
        word.counts(4, "n", 1, Long.MAX_VALUE, "flow"),
        Regularity.explained(word.text(2)),
        word.bytes(3, "b", FlowProfileWords.BYTES_STEP, Long.MAX_VALUE));
  }

  /** Such as {@code client of HTTPS (port 443) at an outside address}; null if it is no role. */
  private static String role(String field, String protocol) {
    int side = field.indexOf('-');
    int direction = side < 0 ? -1 : field.indexOf('-', side + 1);
    if (direction < 0) {
      return null;
    }
    boolean source = field.startsWith(FlowProfileWords.SOURCE + "-");
    String peer = peer(field.substring(side + 1, direction));
    String service = field.substring(direction + 1);
    if (peer == null || !source && !field.startsWith(FlowProfileWords.DESTINATION + "-")) {
      return null;
    }
    if (service.startsWith(FlowService.AT_DESTINATION)) {
      String port = service.substring(FlowService.AT_DESTINATION.length());
      return ofService(!source, port, protocol, peer);
    }
    if (service.startsWith(FlowService.AT_SOURCE)) {
      String port = service.substring(FlowService.AT_SOURCE.length());
      return ofService(source, port, protocol, peer);
    }
    String flow = source ? "source of a flow" : "destination of a flow";
    String way = source ? " to " : " from ";
    if (service.equals(FlowService.NONE)) {
      return flow + (FlowExplanation.hasPorts(protocol) ? " of no known service" : "") + way + peer;
    }
    return service.equals(ProfileWord.MISSING) ? flow + " of unknown service" + way + peer : null;
  }

  private static String ofService(boolean server, String digits, String protocol, String peer) {
    int port = ProfileFields.number(digits, FlowService.LAST_PORT);
    if (port < 1) {
      return null;
    }
    if (!FlowExplanation.hasPorts(protocol)) {
      return (server ? "own port " : "other side's port ") + port + " with " + peer;
    }
    String name = serviceName(protocol, port);
    return (server ? "server of " : "client of ")
        + (name == null ? "port " + port : name + " (port " + port + ")")
        + (server ? " for " : " at ")
        + peer;
  }

  private static String serviceName(String protocol, int port) {
    String name = ServiceNames.of(protocol, port);
    return name == null ? RegisteredServices.of(protocol, port) : name;
  }

  private static String peer(String direction) {
    if (direction.equals(FlowProfileWords.INTERNAL)) {
      return "an inside address";
    }
    return direction.equals(FlowProfileWords.EXTERNAL) ? "an outside address" : null;
  }

  private static String protocol(String protocol) {
    return protocol.equals(ProfileWord.MISSING) ? "no protocol" : protocol;
  }

  /** Such as {@code TCP with SYN ACK}; null if the field is not TCP and its flags. */
  private static String flags(String field) {
    String start = FlowProfileWords.TCP + "-";
    if (field.equals(start + ProfileWord.MISSING)) {
      return "TCP without SYN, ACK, RST and FIN";
    }
    StringBuilder names = new StringBuilder("TCP with");
    int at = start.length();
    for (int i = 0; i < FLAG_NAMES.length; i++) {
      if (at < field.length() && field.charAt(at) == FlowProfileWords.FLAGS.charAt(i)) {
        names.append(' ').append(FLAG_NAMES[i]);
        at++;
      }
    }
    boolean isFlags = field.startsWith(start) && at > start.length() && at == field.length();
    return isFlags ? names.toString() : null;
  }
}
