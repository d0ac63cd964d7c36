/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import static org.suspiciousconnects.sample.Rhythm.ALWAYS;
import static org.suspiciousconnects.sample.Rhythm.NIGHT;
import static org.suspiciousconnects.sample.Rhythm.OFFICE;
import static org.suspiciousconnects.sample.Role.APPLICATION;
import static org.suspiciousconnects.sample.Role.WORKSTATION;

import java.util.List;

/**
 * The requests of a normal day: how often, when, by whom, with which method, what comes back. Sizes
 * are bytes as median and sigma of a log-normal distribution. {@link ProxyUris} knows the URIs.
 */
enum ProxyTraffic implements Activity {
  TUNNEL(330, OFFICE, WORKSTATION, "CONNECT", 200, "-", 9_000, 1.8, 2_500),
  PAGE(65, OFFICE, WORKSTATION, "GET", 200, "text/html", 14_000, 1.1, 700),
  PICTURE(120, OFFICE, WORKSTATION, "GET", 200, "image/jpeg", 16_000, 1.4, 600),
  ICON(45, OFFICE, WORKSTATION, "GET", 200, "image/png", 3_000, 1.2, 600),
  SCRIPT(50, OFFICE, WORKSTATION, "GET", 200, "application/javascript", 22_000, 1.2, 580),
  STYLE(25, OFFICE, WORKSTATION, "GET", 200, "text/css", 9_000, 1.1, 570),
  FONT(8, OFFICE, WORKSTATION, "GET", 200, "application/font-woff", 30_000, 0.6, 590),
  DATA(45, OFFICE, WORKSTATION, "GET", 200, "application/json", 2_500, 1.4, 750),
  PIXEL(32, OFFICE, WORKSTATION, "GET", 200, "image/gif", 320, 0.2, 950),
  VIDEO(8, OFFICE, WORKSTATION, "GET", 206, "video/mp4", 900_000, 1.2, 620),
  DOCUMENT(3, OFFICE, WORKSTATION, "GET", 200, "application/pdf", 400_000, 1.3, 600),
  /** People install what they find. */
  PROGRAM(0.6, OFFICE, WORKSTATION, "GET", 200, "application/x-msdownload", 9_000_000, 1.2, 600),
  UNCHANGED(38, OFFICE, WORKSTATION, "GET", 304, "-", 260, 0.2, 680),
  REDIRECTED(22, OFFICE, WORKSTATION, "GET", 302, "text/html", 500, 0.4, 700),
  MISSING(6, OFFICE, WORKSTATION, "GET", 404, "text/html", 1_600, 0.8, 600),
  UNRESOLVED(3, OFFICE, WORKSTATION, "GET", 503, "text/html", 1_100, 0.1, 500),
  DENIED(6, OFFICE, WORKSTATION, "GET", 403, "text/html", 2_300, 0.1, 600),
  LOGON(12, OFFICE, WORKSTATION, "CONNECT", 407, "text/html", 1_400, 0.1, 300),
  FORM(14, OFFICE, WORKSTATION, "POST", 200, "text/html", 6_000, 1.2, 1_500),
  CALL(30, OFFICE, WORKSTATION, "POST", 200, "application/json", 900, 1.1, 1_800),
  /** People put their files on the internet. */
  UPLOAD(2, OFFICE, WORKSTATION, "POST", 200, "application/json", 500, 0.3, 700_000),
  UPLOAD_WHOLE(1, OFFICE, WORKSTATION, "PUT", 201, "text/plain", 400, 0.3, 1_500_000),
  PREVIEW(4, OFFICE, WORKSTATION, "HEAD", 200, "text/html", 350, 0.3, 420),
  INTRANET(28, OFFICE, WORKSTATION, "GET", 200, "text/html", 11_000, 1.0, 650),
  /** Office programs find out what a server of documents can do. */
  DOCUMENT_SERVER(2.5, OFFICE, WORKSTATION, "OPTIONS", 200, "-", 420, 0.2, 380),
  DOCUMENT_FOLDER(1.5, OFFICE, WORKSTATION, "PROPFIND", 207, "text/xml", 2_600, 0.7, 600),
  REVOCATION(12, OFFICE, WORKSTATION, "GET", 200, "application/ocsp-response", 1_900, 0.1, 420),
  REVOCATION_POST(
      5, OFFICE, WORKSTATION, "POST", 200, "application/ocsp-response", 1_900, 0.1, 500),
  UPDATE_CHECK(14, ALWAYS, WORKSTATION, "GET", 200, "text/xml", 1_200, 0.8, 450),
  UPDATE_HEAD(5, NIGHT, WORKSTATION, "HEAD", 200, "application/octet-stream", 330, 0.2, 400),
  UPDATE(8, NIGHT, WORKSTATION, "GET", 206, "application/octet-stream", 1_200_000, 1.1, 480),
  UPDATE_PROGRAM(1.5, NIGHT, WORKSTATION, "GET", 200, "application/x-msdownload", 3e6, 1.2, 450),
  TELEMETRY(22, ALWAYS, WORKSTATION, "POST", 200, "application/json", 350, 0.3, 3_000),
  /** The small programs that only a few people have. */
  NICHE(5, ALWAYS, WORKSTATION, "GET", 200, "text/plain", 400, 0.8, 320),
  PARTNER(14, ALWAYS, APPLICATION, "POST", 200, "application/json", 2_200, 1.2, 2_400),
  FEED(5, ALWAYS, APPLICATION, "GET", 200, "text/xml", 16_000, 1.2, 350),

  // In a series only, as all that follows: the demo's day stays what it is.
  /** Devices on the internet that some people look at, by their addresses. */
  DEVICE(3, OFFICE, WORKSTATION, "GET", 200, "text/html", 4_000, 1.0, 420),
  /** Developers' scripts. */
  SCRIPTED(4, OFFICE, WORKSTATION, "GET", 200, "application/json", 3_000, 1.4, 300),
  ARCHIVE(2, OFFICE, WORKSTATION, "GET", 200, "application/zip", 2e6, 1.6, 600),
  MAIL_ATTACHMENT(4, OFFICE, WORKSTATION, "POST", 200, "text/html", 900, 0.5, 300_000);

  private final double weight;
  private final Rhythm rhythm;
  private final Role client;
  private final String method;
  private final int status;
  private final String contentType;
  private final double received;
  private final double receivedSigma;
  private final double sent;

  ProxyTraffic(
      double weight,
      Rhythm rhythm,
      Role client,
      String method,
      int status,
      String contentType,
      double received,
      double receivedSigma,
      double sent) {
    this.weight = weight;
    this.rhythm = rhythm;
    this.client = client;
    this.method = method;
    this.status = status;
    this.contentType = contentType;
    this.received = received;
    this.receivedSigma = receivedSigma;
    this.sent = sent;
  }

  @Override
  public double weight(int hour) {
    return weight * rhythm.share(hour);
  }

  /** The traffic of a day. */
  static List<ProxyTraffic> of(Setting setting) {
    List<ProxyTraffic> all = List.of(values());
    return setting.inSeries() ? all : all.subList(0, FEED.ordinal() + 1);
  }

  @Override
  public double users() {
    switch (this) {
      case DEVICE:
      case SCRIPTED:
        return 0.06;
      case MAIL_ATTACHMENT:
        return 0.3;
      default:
        return 1;
    }
  }

  @Override
  public Rhythm rhythm() {
    return rhythm;
  }

  @Override
  public Role client() {
    return client;
  }

  String method() {
    return method;
  }

  int status() {
    return status;
  }

  String contentType() {
    return contentType;
  }

  /** Bytes to the client, headers included. */
  int received(Draw draw) {
    return bytes(draw.logNormal(received, receivedSigma));
  }

  /** Bytes from the client, headers included. */
  int sent(Draw draw) {
    return bytes(draw.logNormal(sent, sent > 100_000 ? 1.3 : 0.4));
  }

  /** The log's columns of bytes are 32 bits wide. */
  private static int bytes(double drawn) {
    return (int) Math.max(100, Math.min(2e9, drawn));
  }

  /** What the proxy did. */
  String action(Draw draw) {
    switch (status) {
      case 304:
        return "TCP_CLIENT_REFRESH";
      case 403:
        return "TCP_DENIED";
      case 407:
        return "TCP_AUTH_FAILED";
      case 503:
        return "TCP_ERR_MISS";
      default:
        if (method.equals("CONNECT")) {
          return "TCP_TUNNELED";
        }
        return method.equals("GET") && draw.chance(0.3) ? "TCP_HIT" : "TCP_NC_MISS";
    }
  }

  /** The server was asked, so that its address is known. */
  boolean askedServer() {
    return status != 403 && status != 407 && status != 503;
  }

  /** Part of a page, which is its referer. */
  boolean partOfPage() {
    switch (this) {
      case PICTURE:
      case ICON:
      case SCRIPT:
      case STYLE:
      case FONT:
      case DATA:
      case PIXEL:
      case VIDEO:
      case UNCHANGED:
      case CALL:
      case FORM:
        return true;
      default:
        return false;
    }
  }
}
