/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

/** What is new in the requests of the scored day and harmless, {@value #NOVELTIES} things. */
final class ProxyNovelties extends ProxyPlanting {
  static final int NOVELTIES = 46;

  private static final int SITES = 12;
  private static final int CDNS = 6;
  private static final int UPLOADS = 8;
  private static final int USER_AGENTS = 8;
  private static final int APPLICATIONS = 8;
  private static final int DOWNLOADS =
      NOVELTIES - SITES - CDNS - UPLOADS - USER_AGENTS - APPLICATIONS;

  private static final String HEX = "0123456789abcdef";
  private static final String NONE = ProxyRequest.NONE;

  ProxyNovelties(Setting setting) {
    super(setting, setting.date());
    for (int i = 0; i < SITES; i++) {
      site(i);
    }
    for (int i = 0; i < CDNS; i++) {
      cdn(i);
    }
    for (int i = 0; i < UPLOADS; i++) {
      upload(i);
    }
    for (int i = 0; i < USER_AGENTS; i++) {
      userAgent(i);
    }
    for (int i = 0; i < APPLICATIONS; i++) {
      application(i);
    }
    for (int i = 0; i < DOWNLOADS; i++) {
      download(i);
    }
  }

  /** A site that a few take up. */
  private void site(int number) {
    Draw draw = today(Novelty.SITE, number);
    int site = Newcomer.NOVELTY.rank(network, draw);
    for (int client : workstations(draw.between(1, 5), draw)) {
      browse(Novelty.SITE, draw.between(1, 10), client, site, browser(client, draw), draw);
    }
  }

  /** A network that delivers content for known sites, from hosts with names like numbers. */
  private void cdn(int number) {
    Draw draw = today(Novelty.CDN, number);
    int site = Newcomer.NOVELTY.rank(network, draw);
    for (int client : workstations(draw.between(2, 6), draw)) {
      String agent = browser(client, draw);
      int requests = draw.between(2, 10);
      for (int i = 0; i < requests; i++) {
        String host = Sites.below("d" + draw.text(Sites.ALPHANUMERIC, 13), Sites.domain(site));
        String path = "/" + draw.text(HEX, 12) + ".jpg";
        String page = "http://www." + Sites.domain(draw.between(0, 200)) + "/";
        Response picture = new Response(200, "image/jpeg", draw.logNormal(16_000, 1.4));
        get(Novelty.CDN, client, site, host, path, agent, page, picture, draw);
      }
    }
  }

  /** Somebody sends files to a place for them that nobody used before. */
  private void upload(int number) {
    Draw draw = today(Novelty.UPLOAD, number);
    int site = Newcomer.NOVELTY.rank(network, draw);
    int client = workstation(draw);
    String agent = browser(client, draw);
    int files = draw.between(1, 5);
    for (int i = 0; i < files; i++) {
      request(
          Novelty.UPLOAD,
          atWork(draw),
          client,
          draw.oneOf("POST", "POST", "PUT"),
          ProxyUri.http(Sites.below("upload", Sites.domain(site)), "/" + draw.text(HEX, 16), ""),
          network.address(Role.INTERNET, site),
          agent,
          "http://www." + Sites.domain(site) + "/",
          new Response(200, "application/json", draw.logNormal(500, 0.3)),
          draw.logNormal(1.5e6, 1.3),
          draw);
    }
  }

  /** A version of a browser that a few have since this morning: they go where they always go. */
  private void userAgent(int number) {
    Draw draw = today(Novelty.USER_AGENT, number);
    String agent = UserAgents.nextBrowser(draw);
    for (int client : workstations(draw.between(1, 4), draw)) {
      int sites = draw.between(2, 5);
      for (int i = 0; i < sites; i++) {
        int site = setting.habits().favourite(client, draw);
        browse(Novelty.USER_AGENT, draw.between(1, 4), client, site, agent, draw);
      }
    }
  }

  /** A program that a few install, with its own name and its maker's host. */
  private void application(int number) {
    Draw draw = today(Novelty.APPLICATION, number);
    int site = Newcomer.NOVELTY.rank(network, draw);
    String agent = UserAgents.newProgram(draw);
    String host = Sites.below(draw.oneOf("api", "app", "update"), Sites.domain(site));
    double period = draw.oneOf(900.0, 1_800.0, 3_600.0);
    for (int client : workstations(draw.between(1, 4), draw)) {
      for (long second : regular(draw.between(2, 8), period, 0.1, draw)) {
        request(
            Novelty.APPLICATION,
            second,
            client,
            draw.oneOf("GET", "GET", "POST"),
            ProxyUri.http(host, "/v" + draw.between(1, 2) + "/sync", ""),
            network.address(Role.INTERNET, site),
            agent,
            NONE,
            new Response(200, "application/json", draw.logNormal(900, 0.8)),
            draw.logNormal(450, 0.3),
            draw);
      }
    }
  }

  /** A program that somebody fetches from its maker. */
  private void download(int number) {
    Draw draw = today(Novelty.DOWNLOAD, number);
    int site = Newcomer.NOVELTY.rank(network, draw);
    for (int client : workstations(draw.between(1, 3), draw)) {
      String host = Sites.below(draw.oneOf("www", "download"), Sites.domain(site));
      Response program = new Response(200, "application/x-msdownload", draw.logNormal(5e6, 1.2));
      String page = "http://" + host + "/";
      String path = "/setup-" + draw.between(1, 9) + "." + draw.between(0, 9) + ".exe";
      get(Novelty.DOWNLOAD, client, site, host, path, browser(client, draw), page, program, draw);
    }
  }

  private void browse(Kind kind, int requests, int client, int site, String agent, Draw draw) {
    for (int i = 0; i < requests; i++) {
      String host = Sites.host(site, draw);
      String page = "http://www." + Sites.domain(site) + "/";
      if (draw.chance(0.4)) {
        request(
            kind,
            atWork(draw),
            client,
            "CONNECT",
            ProxyUri.tunnel(host),
            network.address(Role.INTERNET, site),
            agent,
            NONE,
            new Response(200, NONE, draw.logNormal(9_000, 1.8)),
            draw.logNormal(2_500, 0.4),
            draw);
      } else {
        String type = draw.oneOf("text/html", "image/jpeg", "application/javascript");
        Response part = new Response(200, type, draw.logNormal(15_000, 1.2));
        get(kind, client, site, host, "/" + draw.text(HEX, 10), agent, page, part, draw);
      }
    }
  }

  private void get(
      Kind kind,
      int client,
      int site,
      String host,
      String path,
      String agent,
      String referer,
      Response response,
      Draw draw) {
    request(
        kind,
        atWork(draw),
        client,
        "GET",
        ProxyUri.http(host, path, ""),
        network.address(Role.INTERNET, site),
        agent,
        referer,
        response,
        draw.logNormal(650, 0.4),
        draw);
  }
}
