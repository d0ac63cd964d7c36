/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a request's URI, in the form of Blue Coat's log fields, which are Apache Spot's
 * columns: no scheme before the host, the query with its question mark. Nothing is decoded and no
 * text is refused, as it may be an attack. User and password before the host are left out.
 */
final class RequestUri {
  /** Stands for a part that is missing. */
  static final String NONE = "-";

  private static final String ROOT = "/";
  private static final Pattern SCHEME = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]{0,31}):");
  private static final Pattern PORT_OR_NOTHING = Pattern.compile("[0-9]{0,9}(?:[/?#]|$)");

  private final String scheme;
  private final String host;
  private final String port;
  private final String rest;

  private RequestUri(String scheme, String host, String port, String rest) {
    this.scheme = scheme;
    this.host = host;
    this.port = port;
    this.rest = rest;
  }

  /**
   * Reads what names the host too: {@code http://user@host:80/path?query}, without a scheme {@code
   * host/path}, {@code host:443} of a CONNECT, {@code [2001:db8::1]:443}. A text such as {@code
   * error:invalid-request} has a scheme and no host. What begins with a slash or is {@code *} is a
   * path.
   */
  static RequestUri ofUrl(String text) {
    Matcher scheme = SCHEME.matcher(text);
    if (scheme.lookingAt()) {
      String name = scheme.group(1).toLowerCase(Locale.ROOT);
      if (text.startsWith("//", scheme.end())) {
        return ofAuthority(name, text.substring(scheme.end() + 2));
      }
      String after = text.substring(scheme.end());
      if (!PORT_OR_NOTHING.matcher(after).lookingAt() && !hasUser(after)) {
        return new RequestUri(name, null, null, after);
      }
    }
    boolean path = text.isEmpty() || text.startsWith(ROOT) || text.equals("*");
    return path ? new RequestUri(null, null, null, text) : ofAuthority(null, text);
  }

  /** Reads a request's target: a path, or a URI if it begins with a scheme and two slashes. */
  static RequestUri ofTarget(String text) {
    Matcher scheme = SCHEME.matcher(text);
    return scheme.lookingAt() && text.startsWith("//", scheme.end())
        ? ofUrl(text)
        : new RequestUri(null, null, null, text);
  }

  private static RequestUri ofAuthority(String scheme, String text) {
    int end = endOfAuthority(text);
    String authority = text.substring(text.lastIndexOf('@', end - 1) + 1, end);
    String rest = text.substring(end);
    int colon = authority.lastIndexOf(':');
    boolean hasPort =
        colon >= 0
            && isDigits(authority, colon + 1)
            // Of an IPv6 address without brackets the last group looks like a port.
            && (authority.indexOf(':') == colon || authority.charAt(Math.max(0, colon - 1)) == ']');
    String host = hasPort ? authority.substring(0, colon) : authority;
    String port = hasPort ? authority.substring(colon + 1) : "";
    if (host.startsWith("[") && host.indexOf(']') == host.length() - 1) {
      host = host.substring(1, host.length() - 1);
    }
    return new RequestUri(scheme, host.isEmpty() ? null : host, port.isEmpty() ? null : port, rest);
  }

  private static int endOfAuthority(String text) {
    int end = 0;
    while (end < text.length() && "/?#".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static boolean hasUser(String text) {
    int at = text.indexOf('@');
    return at >= 0 && at < endOfAuthority(text);
  }

  private static boolean isDigits(String text, int from) {
    return text.chars().skip(from).allMatch(c -> c >= '0' && c <= '9');
  }

  /** In lower case; null without one. */
  String scheme() {
    return scheme;
  }

  /** An IPv6 address has no brackets here; null without a host. */
  String host() {
    return host;
  }

  /** The port, the scheme's own if none is written; null if that is unknown too. */
  String port() {
    if (port != null || scheme == null) {
      return port;
    }
    switch (scheme) {
      case "http":
        return "80";
      case "https":
        return "443";
      case "ftp":
        return "21";
      default:
        return null;
    }
  }

  /** What comes behind the host, as it is written; may be empty. */
  String rest() {
    return rest;
  }

  /** The path; a slash if it is empty. */
  String path() {
    int query = rest.indexOf('?');
    String path = query < 0 ? rest : rest.substring(0, query);
    return path.isEmpty() ? ROOT : path;
  }

  /** The query and its question mark, or {@link #NONE}. */
  String query() {
    int query = rest.indexOf('?');
    return query < 0 ? NONE : rest.substring(query);
  }

  /** What follows the last dot of a path's last segment, or {@link #NONE}. */
  static String extension(String path) {
    int dot = path.lastIndexOf('.');
    return dot <= path.lastIndexOf('/') || dot == path.length() - 1
        ? NONE
        : path.substring(dot + 1);
  }

  /** The host as it stands in a URI: an IPv6 address has brackets around it. */
  static String inUri(String host) {
    int colon = host.indexOf(':');
    return colon >= 0 && host.indexOf(':', colon + 1) >= 0 && !host.startsWith("[")
        ? "[" + host + "]"
        : host;
  }

  /**
   * Apache Spot's fulluri: host, path and query, of which the last two are left out if they have
   * one character only, a slash or {@link #NONE}. No scheme, no port. A query without its question
   * mark, as some servers log it, gets one.
   *
   * @param path may be null
   * @param query may be null
   */
  static String full(String host, String path, String query) {
    StringBuilder uri = new StringBuilder(inUri(host));
    if (path != null && path.length() > 1) {
      uri.append(path);
    }
    if (query != null && query.length() > 1) {
      uri.append(query.startsWith("?") ? "" : "?").append(query);
    }
    return uri.toString();
  }
}
