/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of STIX 2.1 (section 9) that is made of comparisons joined by OR, such as {@code
 * [ipv4-addr:value = '192.0.2.7' OR domain-name:value = 'example.com'] OR [url:value =
 * 'x.example']}. Each of them is an indicator by itself.
 */
final class StixPattern {
  private static final String PATTERN = "pattern";

  private final String text;
  private final List<Comparison> comparisons = new ArrayList<>();
  private int at;

  private StixPattern(String text) {
    this.text = text;
  }

  /** An object path, an operator that is = or ISSUBSET, and a text. */
  static final class Comparison {
    private final String path;
    private final boolean subset;
    private final String value;

    private Comparison(String path, boolean subset, String value) {
      this.path = path;
      this.subset = subset;
      this.value = value;
    }

    /** Such as {@code ipv4-addr:value}. */
    String path() {
      return path;
    }

    /** The text, without quotes and escapes. */
    String value() {
      return value;
    }

    /**
     * What is compared.
     *
     * @throws RejectedLine if that is no address, domain or URL, or a subset of one
     */
    IocType type() throws RejectedLine {
      switch (path) {
        case "ipv4-addr:value":
        case "ipv6-addr:value":
          return value.indexOf('/') >= 0 ? IocType.CIDR : IocType.IP;
        case "domain-name:value":
          return ofNames(IocType.DOMAIN);
        case "url:value":
          return ofNames(IocType.URL);
        default:
          throw new RejectedLine(
              PATTERN,
              path,
              "is none of ipv4-addr:value, ipv6-addr:value, domain-name:value, url:value");
      }
    }

    private IocType ofNames(IocType type) throws RejectedLine {
      if (subset) {
        throw new RejectedLine(PATTERN, path, "has no ISSUBSET, which is for IP addresses");
      }
      return type;
    }
  }

  /**
   * Reads a pattern.
   *
   * @throws RejectedLine if there is anything else in it: AND, FOLLOWEDBY, NOT, parentheses, other
   *     operators and values, qualifiers such as WITHIN
   */
  static List<Comparison> parse(String text) throws RejectedLine {
    StixPattern pattern = new StixPattern(text);
    do {
      pattern.observation();
    } while (pattern.skip("OR"));
    if (pattern.at < text.length()) {
      throw pattern.unexpected("OR or the end");
    }
    return pattern.comparisons;
  }

  private void observation() throws RejectedLine {
    expect("[");
    do {
      comparison();
    } while (skip("OR"));
    expect("]");
  }

  private void comparison() throws RejectedLine {
    blanks();
    int from = at;
    while (at < text.length() && " \t\r\n=<>!()".indexOf(text.charAt(at)) < 0) {
      // A step of a path may be in quotes, as in file:hashes.'SHA-256'.
      at = text.charAt(at) == '\'' ? Math.max(text.indexOf('\'', at + 1), at) + 1 : at + 1;
    }
    String path = text.substring(from, at);
    if (path.indexOf(':') <= 0) {
      at = from;
      throw unexpected("an object path such as ipv4-addr:value");
    }
    boolean subset = skip("ISSUBSET");
    if (!subset) {
      expect("=");
    }
    comparisons.add(new Comparison(path, subset, value()));
  }

  private String value() throws RejectedLine {
    expect("'");
    StringBuilder value = new StringBuilder();
    while (at < text.length() && text.charAt(at) != '\'') {
      if (text.charAt(at) == '\\' && at + 1 < text.length()) {
        at++;
      }
      value.append(text.charAt(at++));
    }
    if (at == text.length()) {
      throw unexpected("a closing quote");
    }
    at++;
    return value.toString();
  }

  private void expect(String token) throws RejectedLine {
    if (!skip(token)) {
      throw unexpected(token);
    }
  }

  /** Goes on behind a token if it is the next; a word has to end there. */
  private boolean skip(String token) {
    blanks();
    int end = at + token.length();
    boolean next =
        text.startsWith(token, at)
            && !(Character.isLetter(token.charAt(0))
                && end < text.length()
                && Character.isLetterOrDigit(text.charAt(end)));
    at = next ? end : at;
    return next;
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private RejectedLine unexpected(String expected) {
    return new RejectedLine(
        PATTERN,
        at < text.length() ? text.substring(at) : "",
        "is not "
            + expected
            + ", at character "
            + (at + 1)
            + ": only comparisons with = joined by OR can be loaded");
  }
}
