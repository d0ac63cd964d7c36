/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

/** What requests are for: hosts, paths and queries of each kind of traffic. */
final class ProxyUris {
  private static final String LETTERS = Sites.ALPHANUMERIC.substring(0, 26);
  private static final String HEX = "0123456789abcdef";
  private static final String BASE64 = LETTERS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

  private static final String[] SECTIONS = {
    "news",
    "articles",
    "products",
    "blog",
    "help",
    "search",
    "category",
    "profile",
    "de",
    "en",
    "about",
    "support",
    "archive",
    "events",
    "2016/07",
    "2016/06"
  };

  private static final String[] WORDS = {
    "summer", "report", "market", "team", "city", "guide", "review", "offer", "price", "match",
    "health", "travel", "energy", "new", "best", "top", "first", "home", "garden", "budget"
  };

  private final Network network;

  ProxyUris(Network network) {
    this.network = network;
  }

  /** A URI and the address of its host. */
  record Found(ProxyUri uri, String address) {}

  /**
   * What a client requests.
   *
   * @param client index of the client among the hosts of its role
   * @param site rank of the site that the client is at
   */
  Found find(ProxyTraffic traffic, int client, int site, Draw draw) {
    switch (traffic) {
      case TUNNEL:
      case LOGON:
        return at(site, ProxyUri.tunnel(Sites.host(site, draw)));
      case PICTURE:
        return content(site, "/img/" + item(site, draw) + ".jpg", "", draw);
      case ICON:
        return content(
            site, "/static/icons/" + word(draw) + draw.oneOf("", "@2x") + ".png", "", draw);
      case SCRIPT:
        return content(site, "/js/" + word(draw) + "." + hash(site, draw) + ".js", "", draw);
      case STYLE:
        return content(site, "/css/" + word(draw) + "." + hash(site, draw) + ".css", "", draw);
      case FONT:
        return content(site, "/fonts/" + word(draw) + ".woff", "", draw);
      case VIDEO:
        return content(
            site, "/v/" + item(site, draw) + "/seg-" + draw.between(1, 400) + ".mp4", "", draw);
      case UNCHANGED:
        return content(site, "/assets/" + item(site, draw) + ".png", "", draw);
      case DATA:
        return http(site, "/api/v" + draw.between(1, 3) + "/" + word(draw), id(draw), draw);
      case CALL:
        return http(site, "/api/v" + draw.between(1, 3) + "/" + word(draw), "", draw);
      case PIXEL:
        return named(
            Sites.TRACKER,
            "p" + draw.between(1, 9),
            "/b.gif",
            "?u=" + draw.text(HEX, 32) + "&r=" + draw.text(BASE64, draw.between(30, 160)));
      case DOCUMENT:
        return http(site, "/download/" + slug(draw) + ".pdf", "", draw);
      case PROGRAM:
        return http(site, "/download/" + word(draw) + "-setup-" + version(draw) + ".exe", "", draw);
      case FORM:
        return http(site, "/" + draw.oneOf("login", "search", "contact", "cart"), "", draw);
      case UPLOAD:
        return named(Sites.FILES, "upload", "/v2/files", "?session=" + draw.text(HEX, 24));
      case UPLOAD_WHOLE:
        return named(Sites.FILES, "dav", "/home/" + slug(draw) + draw.oneOf(".zip", ".pptx"), "");
      case INTRANET:
        return inside(Role.APPLICATION, "/" + draw.oneOf("portal", "wiki", "hr", "crm"), draw);
      case DOCUMENT_SERVER:
      case DOCUMENT_FOLDER:
        return inside(Role.APPLICATION, "/documents", draw);
      case REVOCATION:
        return named(Sites.REVOCATION, "ocsp", "/MFEwTzBNMEswSTAJ" + draw.text(BASE64, 80), "");
      case REVOCATION_POST:
        return named(Sites.REVOCATION, "ocsp", "/", "");
      case UPDATE_CHECK:
        return named(
            Sites.UPDATES,
            "check",
            "/v3/update.xml",
            "?os=6.1&id=" + new Draw(0, "id", client).text(HEX, 16));
      case UPDATE:
      case UPDATE_HEAD:
        return named(Sites.UPDATES, "dl", "/c/" + patch(draw) + ".cab", "");
      case UPDATE_PROGRAM:
        return named(Sites.UPDATES, "dl", "/c/" + patch(draw) + ".exe", "");
      case TELEMETRY:
        return named(Sites.TELEMETRY, "v10.events", "/collect/v1", "");
      case NICHE:
        return http(site, "/version.txt", "", draw);
      case PARTNER:
        return at(
            site,
            ProxyUri.http(
                Sites.below("api", Sites.domain(site)),
                "/v1/" + draw.oneOf("orders", "stock", "rates", "tracking"),
                ""));
      case DEVICE:
        return at(
            site,
            ProxyUri.http(
                network.address(Role.INTERNET, site), "/" + draw.oneOf("", "status"), ""));
      case SCRIPTED:
        return http(site, "/api/v" + draw.between(1, 3) + "/" + word(draw), id(draw), draw);
      case ARCHIVE:
        return http(site, "/download/" + slug(draw) + ".zip", "", draw);
      case MAIL_ATTACHMENT:
        return http(site, "/mail/attach", "?m=" + draw.text(HEX, 12), draw);
      case FEED:
        return http(site, "/feed.xml", "", draw);
      default:
        return http(site, "/" + draw.oneOf(SECTIONS) + "/" + slug(draw), query(draw), draw);
    }
  }

  private Found at(int site, ProxyUri uri) {
    return new Found(uri, network.address(Role.INTERNET, site));
  }

  private Found http(int site, String path, String query, Draw draw) {
    return at(site, ProxyUri.http(Sites.host(site, draw), path, query));
  }

  /** Content comes from the site or from where it is delivered for it. */
  private Found content(int site, String path, String query, Draw draw) {
    return draw.chance(0.3)
        ? at(Sites.rank(Sites.EDGE), ProxyUri.http(Sites.edge(site, draw), path, query))
        : http(site, path, query, draw);
  }

  private Found named(String domain, String host, String path, String query) {
    return at(Sites.rank(domain), ProxyUri.http(Sites.below(host, domain), path, query));
  }

  private Found inside(Role role, String path, Draw draw) {
    int index = draw.zipf(network.count(role), 1.1);
    return new Found(
        ProxyUri.http(DnsNames.server(role, index), path + "/" + slug(draw), ""),
        network.address(role, index));
  }

  private static String word(Draw draw) {
    return draw.oneOf(WORDS);
  }

  private static String slug(Draw draw) {
    return word(draw) + "-" + word(draw) + "-" + draw.between(1, 999);
  }

  private static String query(Draw draw) {
    return draw.chance(0.25) ? "?page=" + draw.between(1, 20) + "&q=" + word(draw) : "";
  }

  private static String id(Draw draw) {
    return "?id=" + draw.between(1_000, 9_999_999) + "&t=" + draw.text(HEX, 13);
  }

  /** One of a site's pictures and videos, some of them seen more than others. */
  private static String item(int site, Draw draw) {
    return new Draw(0, "item", site * 50L + draw.zipf(50, 1.2)).text(Sites.ALPHANUMERIC, 10);
  }

  /** The version of a site's script. */
  private static String hash(int site, Draw draw) {
    return new Draw(0, "hash", site * 10L + draw.between(0, 9)).text(HEX, 8);
  }

  private static String version(Draw draw) {
    return draw.between(1, 12) + "." + draw.between(0, 9) + "." + draw.between(0, 30);
  }

  /** An update that many machines fetch. */
  private static String patch(Draw draw) {
    return "kb" + (3_150_000 + draw.zipf(200, 1.2)) + "-x64";
  }
}
