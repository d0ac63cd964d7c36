/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.suspiciousconnects.load.ProxyColumn;

/**
 * One request through the proxy.
 *
 * @param second since 1970, UTC
 * @param user who logged on; {@code -} if nobody did
 * @param referer the page that led here; {@code -} if there is none
 * @param category of the site
 * @param status HTTP's status code
 * @param contentType of the response; {@code -} if there is none
 * @param action what the proxy did
 * @param address of the server; {@code -} if it was not asked
 * @param millis from the request to the end of the response
 * @param received bytes to the client
 * @param sent bytes from the client
 */
record ProxyRequest(
    long second,
    String client,
    String user,
    String method,
    ProxyUri uri,
    String userAgent,
    String referer,
    String category,
    int status,
    String contentType,
    String action,
    String address,
    int millis,
    int received,
    int sent)
    implements Event {

  /** What the log has where there is nothing. */
  static final String NONE = "-";

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  @Override
  public Object[] row() {
    OffsetDateTime time = Instant.ofEpochSecond(second).atOffset(ZoneOffset.UTC);
    Object[] row = new Object[ProxyColumn.values().length];
    ProxyColumn.P_DATE.set(row, time.toLocalDate().toString());
    ProxyColumn.P_TIME.set(row, time.format(TIME));
    ProxyColumn.CLIENTIP.set(row, client);
    ProxyColumn.HOST.set(row, uri.host());
    ProxyColumn.REQMETHOD.set(row, method);
    ProxyColumn.USERAGENT.set(row, userAgent);
    ProxyColumn.RESCONTTYPE.set(row, contentType);
    ProxyColumn.DURATION.set(row, millis);
    ProxyColumn.USERNAME.set(row, user);
    ProxyColumn.AUTHGROUP.set(row, NONE);
    ProxyColumn.EXCEPTIONID.set(row, exception());
    ProxyColumn.FILTERRESULT.set(row, status == 403 ? "DENIED" : "OBSERVED");
    ProxyColumn.WEBCAT.set(row, category);
    ProxyColumn.REFERER.set(row, referer);
    ProxyColumn.RESPCODE.set(row, Integer.toString(status));
    ProxyColumn.ACTION.set(row, action);
    ProxyColumn.URISCHEME.set(row, uri.scheme());
    ProxyColumn.URIPORT.set(row, uri.port());
    ProxyColumn.URIPATH.set(row, uri.path());
    ProxyColumn.URIQUERY.set(row, uri.query());
    ProxyColumn.URIEXTENSION.set(row, uri.extension());
    ProxyColumn.SERVERIP.set(row, address);
    ProxyColumn.SCBYTES.set(row, received);
    ProxyColumn.CSBYTES.set(row, sent);
    ProxyColumn.VIRUSID.set(row, NONE);
    ProxyColumn.BCAPPNAME.set(row, NONE);
    ProxyColumn.BCAPPOPER.set(row, NONE);
    ProxyColumn.FULLURI.set(row, uri.full());
    return row;
  }

  private String exception() {
    switch (status) {
      case 403:
        return "policy_denied";
      case 407:
        return "authentication_failed";
      case 503:
        return "dns_unresolved_hostname";
      default:
        return NONE;
    }
  }
}
