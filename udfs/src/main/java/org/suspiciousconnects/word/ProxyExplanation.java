/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/** What a {@link ProxyWord} says. */
final class ProxyExplanation {
  private static final int METHOD = 2;
  private static final int LAST_LENGTH_BIN = 30;
  private static final int LAST_AGENT_BIN = 63;

  private ProxyExplanation() {}

  /**
   * The explanation, or null if it is no word of proxy.
   *
   * <p>Method, content type and response code are free text and may look like the numbers between
   * them. Of several readings this is the one with the shortest method and, of those, the shortest
   * response code: HTTP has no methods and codes that would be read wrongly.
   *
   * @param zone what to say after the hour
   */
  static String of(String word, String zone) {
    WordFields fields = new WordFields(word);
    if (!fields.isNumber(0, 0, 2) || !fields.isNumber(1, 0, 23)) {
      return null;
    }
    int entropy = METHOD + 1;
    while (entropy < fields.count() && !fields.isNumber(entropy, 0, Entropy.LAST_BIN)) {
      entropy++;
    }
    int agent = fields.count() - 3;
    while (agent > entropy + 1 && !areAgentAndLength(fields, agent)) {
      agent--;
    }
    if (agent <= entropy + 1 || !areAgentAndLength(fields, agent)) {
      return null;
    }
    return WordFields.shown(fields.text(METHOD, entropy))
        + " at "
        + fields.number(1)
        + "h"
        + zone
        + ", "
        + DomainClass.explained(fields.number(0))
        + ", URI of "
        + CountRange.ofLog2(fields.number(agent + 1), Integer.MAX_VALUE).of("character")
        + " with "
        + Entropy.explained(fields.number(entropy))
        + ", "
        + contentType(fields.text(entropy + 1, agent))
        + ", user agent of "
        + CountRange.ofLog2(fields.number(agent), Long.MAX_VALUE).of("request")
        + " that day, "
        + StatusCodes.explained(fields.text(agent + 2, fields.count()));
  }

  private static boolean areAgentAndLength(WordFields fields, int agent) {
    return fields.isNumber(agent, 0, LAST_AGENT_BIN)
        && fields.isNumber(agent + 1, 0, LAST_LENGTH_BIN);
  }

  private static String contentType(String type) {
    return type.equals("-") || type.equals(ProxyWord.NO_CONTENT_TYPE)
        ? "no content type"
        : "content type " + WordFields.shown(type);
  }
}
