/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

/**
 * Zeek's http.log, tab-separated or JSON, as requests through a proxy.
 *
 * <ul>
 *   <li>The host is that of the request's header, else that of the URI, else the server's address.
 *   <li>fulluri is the host and the URI as the client sent it; of a URI with a scheme it is what
 *       follows that, without user and port; of a CONNECT it is host and port. Without a URI it is
 *       the host.
 *   <li>resconttype is the first of {@code resp_mime_types}, {@code -} if there is none.
 *   <li>scbytes and csbytes are the lengths of the bodies; what exceeds INT becomes its largest
 *       number.
 *   <li>Where Zeek saw only the answer there is no method: such an event is loaded as it is.
 *   <li>duration is NULL, as are the columns that only a proxy can know.
 * </ul>
 */
final class ZeekHttpParser implements LineParser {
  private static final int NEEDED = 7;
  private static final String[] FIELDS = {
    "ts",
    "id.orig_h",
    "id.resp_h",
    "id.resp_p",
    "method",
    "host",
    "uri",
    "referrer",
    "user_agent",
    "request_body_len",
    "response_body_len",
    "status_code",
    "username",
    "resp_mime_types"
  };

  private final ZeekLog log = new ZeekLog("http", NEEDED, FIELDS);

  @Override
  public Event parse(String line) throws RejectedLine {
    ZeekEntry entry = log.read(line);
    if (entry == null) {
      return null;
    }
    UtcTime time = entry.time(0);
    Object[] row = ProxyColumn.row(time);
    ProxyColumn.CLIENTIP.set(row, Values.string(entry.text(1)));
    ProxyColumn.SERVERIP.set(row, Values.string(entry.text(2)));
    Integer port = entry.int32(3);
    ProxyColumn.URIPORT.set(row, port == null ? null : port.toString());
    setUri(row, entry);
    ProxyColumn.REFERER.set(row, Values.string(entry.text(7)));
    ProxyColumn.USERAGENT.set(row, Values.string(entry.text(8)));
    ProxyColumn.CSBYTES.set(row, Values.atMostInt32(entry.name(9), entry.text(9)));
    ProxyColumn.SCBYTES.set(row, Values.atMostInt32(entry.name(10), entry.text(10)));
    ProxyColumn.RESPCODE.set(row, Values.string(entry.text(11)));
    ProxyColumn.USERNAME.set(row, Values.string(entry.text(12)));
    ProxyColumn.RESCONTTYPE.set(row, entry.list(13).stream().findFirst().orElse(RequestUri.NONE));
    return new Event(time, row);
  }

  private static void setUri(Object[] row, ZeekEntry entry) throws RejectedLine {
    String method = Values.string(entry.text(4));
    String host = Values.string(entry.text(5));
    String text = Values.string(entry.text(6));
    boolean tunnel = "CONNECT".equalsIgnoreCase(method);
    RequestUri uri =
        tunnel && text != null
            ? RequestUri.ofUrl(text)
            : RequestUri.ofTarget(text == null ? "" : text);
    if (host == null) {
      host = uri.host() == null ? Values.string(entry.text(2)) : uri.host();
    }
    ProxyColumn.REQMETHOD.set(row, method);
    ProxyColumn.HOST.set(row, host);
    ProxyColumn.URISCHEME.set(
        row, uri.host() == null || uri.scheme() == null ? "http" : uri.scheme());
    if (text != null) {
      ProxyColumn.URIPATH.set(row, uri.path());
      ProxyColumn.URIQUERY.set(row, uri.query());
      ProxyColumn.URIEXTENSION.set(row, RequestUri.extension(uri.path()));
    }
    if (uri.host() != null) {
      String port = tunnel && uri.port() != null ? ":" + uri.port() : "";
      ProxyColumn.FULLURI.set(row, RequestUri.inUri(uri.host()) + port + uri.rest());
    } else if (host != null) {
      ProxyColumn.FULLURI.set(row, RequestUri.inUri(host) + (text == null ? "" : text));
    }
  }
}
