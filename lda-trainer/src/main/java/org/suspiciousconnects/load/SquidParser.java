/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.util.regex.Pattern;

/**
 * Squid's native access.log: {@code time elapsed client action/code size method URL ident
 * hierarchy/from content-type}. The time is in seconds since 1970 with a fraction; elapsed is in
 * milliseconds; numbers that exceed INT become its largest one.
 *
 * <ul>
 *   <li>Squid may write a URL with blanks: it is what stands between the method and the last three
 *       fields.
 *   <li>fulluri is host, path and query, as in Apache Spot; of a CONNECT host and port; of a URL
 *       without a host, such as {@code error:invalid-request}, that text, and the host is {@code
 *       -}.
 *   <li>uriport is the scheme's if the URL has none; serverip is {@code from}, username {@code
 *       ident}.
 * </ul>
 */
final class SquidParser implements LineParser {
  private static final int BEFORE_URL = 6;
  private static final int BEHIND_URL = 3;
  private static final Pattern HIERARCHY = Pattern.compile("[A-Z][A-Z0-9_]*+/.+", Pattern.DOTALL);

  @Override
  public Event parse(String line) throws RejectedLine {
    if (line.isBlank()) {
      return null;
    }
    String[] start = new String[BEFORE_URL];
    int from = 0;
    for (int i = 0; i < start.length; i++) {
      from = skip(line, from, true);
      int end = skip(line, from, false);
      start[i] = line.substring(from, end);
      from = end;
    }
    String[] end = new String[BEHIND_URL];
    int to = line.length();
    for (int i = end.length - 1; i >= 0; i--) {
      to = skipBack(line, to, true);
      int begin = skipBack(line, to, false);
      end[i] = line.substring(begin, to);
      to = begin;
    }
    from = skip(line, from, true);
    to = skipBack(line, to, true);
    if (from >= to) {
      throw new RejectedLine("has fewer than " + (BEFORE_URL + 1 + BEHIND_URL) + " fields");
    }
    return event(start, line.substring(from, to), end);
  }

  private static Event event(String[] start, String url, String[] end) throws RejectedLine {
    UtcTime time = UtcTime.parseEpoch(start[0]);
    if (time == null) {
      throw new RejectedLine("time", start[0], "is no time from 1970 to 9999");
    }
    int slash = start[3].lastIndexOf('/');
    if (slash < 0) {
      throw new RejectedLine("action/code", start[3], "has no slash");
    }
    if (!HIERARCHY.matcher(end[1]).matches()) {
      throw new RejectedLine("hierarchy/from", end[1], "is no code, slash and address");
    }
    Object[] row = ProxyColumn.row(time);
    ProxyColumn.DURATION.set(row, Values.atMostInt32("elapsed", start[1]));
    ProxyColumn.CLIENTIP.set(row, start[2]);
    ProxyColumn.ACTION.set(row, start[3].substring(0, slash));
    ProxyColumn.RESPCODE.set(row, Values.string(start[3].substring(slash + 1)));
    ProxyColumn.SCBYTES.set(row, Values.atMostInt32("size", start[4]));
    ProxyColumn.REQMETHOD.set(row, start[5]);
    setUri(row, url, start[5]);
    ProxyColumn.USERNAME.set(row, end[0]);
    ProxyColumn.SERVERIP.set(row, end[1].substring(end[1].indexOf('/') + 1));
    ProxyColumn.RESCONTTYPE.set(row, end[2]);
    return new Event(time, row);
  }

  private static void setUri(Object[] row, String url, String method) {
    RequestUri uri = RequestUri.ofUrl(url);
    String host = uri.host();
    String port = uri.port();
    ProxyColumn.HOST.set(row, host == null ? RequestUri.NONE : host);
    ProxyColumn.URISCHEME.set(row, uri.scheme() == null ? RequestUri.NONE : uri.scheme());
    ProxyColumn.URIPORT.set(row, port == null ? RequestUri.NONE : port);
    ProxyColumn.URIPATH.set(row, uri.path());
    ProxyColumn.URIQUERY.set(row, uri.query());
    ProxyColumn.URIEXTENSION.set(row, RequestUri.extension(uri.path()));
    if (host == null) {
      ProxyColumn.FULLURI.set(row, url);
    } else if (method.equalsIgnoreCase("CONNECT") && port != null) {
      ProxyColumn.FULLURI.set(row, RequestUri.inUri(host) + ":" + port);
    } else {
      ProxyColumn.FULLURI.set(row, RequestUri.full(host, uri.path(), uri.query()));
    }
  }

  /** The index of the first character from a place on that is no blank, or that is one. */
  private static int skip(String line, int from, boolean blanks) {
    int at = from;
    while (at < line.length() && line.charAt(at) == ' ' == blanks) {
      at++;
    }
    return at;
  }

  /** The index behind the last character before a place that is no blank, or that is one. */
  private static int skipBack(String line, int to, boolean blanks) {
    int at = to;
    while (at > 0 && line.charAt(at - 1) == ' ' == blanks) {
      at--;
    }
    return at;
  }
}
