/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

/**
 * What is requested, in parts.
 *
 * @param port as text, as the log has it
 * @param path with its slash; {@code -} for a tunnel
 * @param query with its question mark; {@code -} if there is none
 */
record ProxyUri(String scheme, String host, String port, String path, String query) {
  private static final String NONE = "-";

  static ProxyUri http(String host, String path, String query) {
    return new ProxyUri("http", host, "80", path, query.isEmpty() ? NONE : query);
  }

  /** Of what goes through a tunnel, the proxy sees the host alone. */
  static ProxyUri tunnel(String host) {
    return new ProxyUri("tcp", host, "443", NONE, NONE);
  }

  /** What is after the last dot of the path's last part; {@code -} if there is nothing. */
  String extension() {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') && dot < path.length() - 1 ? path.substring(dot + 1) : NONE;
  }

  /** Host, path and query, without the scheme. */
  String full() {
    return host + (path.equals(NONE) ? "" : path) + (query.equals(NONE) ? "" : query);
  }
}
