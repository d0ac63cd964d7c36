/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * The attacks of a day, {@value #ROWS} requests however large the day is. Which hosts, URIs and
 * hours is drawn from the seed.
 */
final class ProxyAttacks {
  /** Requests of all attacks. */
  static final int ROWS = 150;

  private static final int BEACON_ROWS = 72;
  private static final int DOWNLOAD_ROWS = 16;
  private static final int EXFILTRATION_ROWS = 30;
  private static final int ODD_METHOD_ROWS = ROWS - BEACON_ROWS - DOWNLOAD_ROWS - EXFILTRATION_ROWS;

  private static final String LETTERS = Sites.ALPHANUMERIC.substring(0, 26);
  private static final String UNKNOWN_SITE = "Uncategorized";

  private final long seed;
  private final long midnight;
  private final Network network;
  private final List<Labelled> requests = new ArrayList<>();

  ProxyAttacks(long seed, LocalDate date, Network network) {
    this.seed = seed;
    this.midnight = date.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    this.network = network;
    beacon();
    download();
    exfiltrate();
    tryMethods();
  }

  /** All requests, in no particular order. */
  List<Labelled> requests() {
    return requests;
  }

  /** One workstation calls home every twenty minutes, day and night, as a program nobody has. */
  private void beacon() {
    Draw draw = new Draw(seed, "proxy beacon", 0);
    int victim = victim(draw);
    Server home = unknown(draw);
    String path = "/" + draw.text(LETTERS, 5) + draw.oneOf(".php", ".asp", "");
    String agent =
        draw.oneOf(
            "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1; SV1)",
            "Mozilla/5.0 (Windows; U)",
            "WinHttpClient");
    String method = draw.oneOf("GET", "POST");
    for (int i = 0; i < BEACON_ROWS; i++) {
      add(
          Attack.BEACON,
          midnight + i * 1200L + draw.between(0, 30),
          victim,
          method,
          home,
          path,
          "?id=" + draw.text("0123456789abcdef", 8),
          agent,
          200,
          "text/html",
          draw.between(180, 260),
          draw.between(300, 420));
    }
  }

  /** A few workstations fetch programs from a host, or a bare address, that nobody knows. */
  private void download() {
    Draw draw = new Draw(seed, "download", 0);
    Server named = unknown(draw);
    String address = network.stranger(draw);
    Server bare = new Server(address, address);
    for (int i = 0; i < DOWNLOAD_ROWS; i++) {
      int victim = victim(draw);
      add(
          Attack.DOWNLOAD,
          midnight + draw.between(0, 86_399),
          victim,
          "GET",
          i % 2 == 0 ? named : bare,
          "/" + draw.text(LETTERS, draw.between(3, 8)) + ".exe",
          "",
          UserAgents.browser(seed, victim, draw),
          200,
          draw.oneOf("application/x-msdownload", "application/octet-stream"),
          (int) draw.logNormal(350_000, 0.6),
          draw.between(250, 500));
    }
  }

  /** One workstation sends large files to a host that nobody knows. */
  private void exfiltrate() {
    Draw draw = new Draw(seed, "proxy exfiltration", 0);
    int victim = victim(draw);
    Server drop = unknown(draw);
    String agent = UserAgents.browser(seed, victim, draw);
    String method = draw.oneOf("PUT", "POST");
    long start = midnight + draw.between(0, 22) * 3600L;
    for (int i = 0; i < EXFILTRATION_ROWS; i++) {
      add(
          Attack.EXFILTRATION,
          start + i * 90L + draw.between(0, 80),
          victim,
          method,
          drop,
          "/u/" + draw.text(Sites.ALPHANUMERIC, 16),
          "",
          agent,
          200,
          "text/plain",
          draw.between(200, 400),
          (int) Math.min(1e9, draw.logNormal(40e6, 0.6)));
    }
  }

  /** One workstation finds out what servers inside and outside let it do. */
  private void tryMethods() {
    Draw draw = new Draw(seed, "odd method", 0);
    int victim = victim(draw);
    long start = midnight + draw.between(0, 22) * 3600L;
    for (int i = 0; i < ODD_METHOD_ROWS; i++) {
      int inside = draw.between(0, network.count(Role.WEB_SERVER) - 1);
      Server target =
          draw.chance(0.5)
              ? unknown(draw)
              : new Server(
                  DnsNames.server(Role.WEB_SERVER, inside),
                  network.address(Role.WEB_SERVER, inside));
      add(
          Attack.ODD_METHOD,
          start + i * 25L + draw.between(0, 20),
          victim,
          draw.oneOf("TRACE", "PROPFIND", "OPTIONS", "DEBUG", "TRACK"),
          target,
          draw.oneOf("/", "/admin/", "/webdav/", "/Default.aspx"),
          "",
          "Mozilla/5.0 (probe)",
          draw.oneOf(200, 405, 405, 501),
          "text/html",
          draw.between(200, 900),
          draw.between(200, 400));
    }
  }

  /** Where attackers are, or what they attack. */
  private record Server(String host, String address) {}

  /** The index of a workstation. */
  private int victim(Draw draw) {
    return draw.between(0, network.count(Role.WORKSTATION) - 1);
  }

  /** A host that the enterprise has nothing to do with. */
  private Server unknown(Draw draw) {
    String host =
        draw.text(LETTERS, draw.between(7, 12))
            + "."
            + draw.oneOf("com", "net", "info", "xyz", "top", "ru");
    return new Server(host, network.stranger(draw));
  }

  private void add(
      Attack attack,
      long second,
      int victim,
      String method,
      Server server,
      String path,
      String query,
      String agent,
      int status,
      String contentType,
      int received,
      int sent) {
    requests.add(
        new Labelled(
            attack,
            new ProxyRequest(
                second,
                network.address(Role.WORKSTATION, victim),
                ProxyDay.user(victim),
                method,
                ProxyUri.http(server.host(), path, query),
                agent,
                ProxyRequest.NONE,
                UNKNOWN_SITE,
                status,
                contentType,
                "TCP_NC_MISS",
                server.address(),
                80 + (int) ((received + (long) sent) / 1_250),
                received,
                sent)));
  }
}
