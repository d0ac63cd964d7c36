/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

/** What a word of {@link ProxyProfileWords} says. */
final class ProxyProfileExplanation {
  private ProxyProfileExplanation() {}

  /** The explanation, or null if it is no word of proxy. */
  static String of(ProfileFields word) {
    if (word.is(ProfileWord.EVENT, 9)) {
      return event(word);
    }
    if (word.is(ProfileWord.PAIR, 5)) {
      return pair(word);
    }
    return word.is(ProfileWord.FAN, 3)
        ? ProfileFields.sentence(
            word.known(0, "a day of a user agent", "used"),
            word.counts(1, "p", 1, Long.MAX_VALUE, "domain"),
            word.counts(2, "n", 1, Long.MAX_VALUE, "request"))
        : null;
  }

  private static String event(ProfileFields word) {
    String up = word.bytes(6, "b", ProxyProfileWords.UP_STEP, Integer.MAX_VALUE);
    String down = word.bytes(7, "w", ProxyProfileWords.DOWN_STEP, Integer.MAX_VALUE);
    String uri = word.counts(8, "u", ProxyProfileWords.URI_STEP, Integer.MAX_VALUE, "character");
    return ProfileFields.sentence(
        told("method", word.text(0), word.text(0)),
        told("content type", word.text(1), "content type " + word.text(1)),
        host(word, 2, ""),
        word.known(3, "user agent", "used"),
        StatusCodes.explained(word.text(4)),
        told("port", word.text(5), "port " + word.text(5)),
        up == null ? null : up + " up",
        down == null ? null : down + " down",
        uri == null ? null : "URI of " + uri);
  }

  private static String pair(ProfileFields word) {
    String up = word.bytes(3, "b", ProxyProfileWords.UP_STEP, Long.MAX_VALUE);
    return ProfileFields.sentence(
        host(word, 0, "a day with "),
        word.counts(4, "n", 1, Long.MAX_VALUE, "request"),
        Regularity.explained(word.text(2)),
        up == null ? null : up + " up",
        word.known(1, "rarest user agent", "used"));
  }

  private static String told(String what, String value, String text) {
    return value.equals(ProfileWord.MISSING) ? "no " + what : text;
  }

  private static String host(ProfileFields word, int field, String before) {
    String kind = kind(word.behindHyphen(field));
    return ProfileFields.known(
        word.beforeHyphen(field), kind == null ? null : before + kind, "knew");
  }

  private static String kind(String kind) {
    switch (kind) {
      case ProxyProfileWords.IP:
        return "a host given as IP address";
      case ProxyProfileWords.NAME:
        return "a host name";
      case ProfileWord.MISSING:
        return "a missing host";
      default:
        return null;
    }
  }
}
