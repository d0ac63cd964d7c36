/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;
import java.util.List;

/**
 * The attacks of a series in requests. Their sizes and paths resemble harmless ones, and hosts,
 * URIs, programs, intervals and numbers of requests are drawn.
 */
final class ProxySeriesAttacks extends ProxyPlanting {
  private static final String LETTERS = Sites.ALPHANUMERIC.substring(0, 26);
  private static final String HEX = "0123456789abcdef";
  private static final String NONE = ProxyRequest.NONE;

  ProxySeriesAttacks(Setting setting, LocalDate scored) {
    super(setting, scored);
    exploit();
    beacon(Attack.BEACON, false);
    beacon(Attack.BROWSER_BEACON, true);
    exfiltrate();
    download();
    scanSites();
    talkToAddress();
  }

  /** One request of an exploit kit. */
  private record Step(
      Server server, String path, String contentType, double bytes, String referer) {}

  /** Event: a page sends browsers on to hosts that look for a hole and deliver a program. */
  private void exploit() {
    Draw plan = plan(Attack.EXPLOIT_KIT, 0);
    Draw today = today(Attack.EXPLOIT_KIT, 0);
    Server gate = unknown(plan);
    Server kit = unknown(plan);
    String hole =
        plan.oneOf("application/x-shockwave-flash", "application/java-archive", "application/pdf");
    for (int client : workstations(plan.between(2, 4), plan)) {
      String agent = browser(client, today);
      long second = atWork(today);
      String landing = path(today, ".html");
      List<Step> steps =
          List.of(
              new Step(gate, path(today, ".php"), "text/html", 2_000, NONE),
              new Step(kit, landing, "text/html", 40_000, "http://" + gate.host() + "/"),
              new Step(kit, path(today, ""), hole, 60_000, "http://" + kit.host() + landing),
              new Step(kit, path(today, ""), "application/octet-stream", 250_000, NONE),
              new Step(kit, path(today, ".gif"), "image/gif", 300, NONE));
      for (Step step : steps) {
        second += today.between(1, 9);
        request(
            Attack.EXPLOIT_KIT,
            second,
            client,
            "GET",
            ProxyUri.http(step.server().host(), step.path(), ""),
            step.server().address(),
            agent,
            step.referer(),
            new Response(200, step.contentType(), today.logNormal(step.bytes(), 0.5)),
            today.logNormal(500, 0.3),
            today);
      }
    }
  }

  /** Pair: a program calls a host that nobody knows, at an interval that varies. */
  private void beacon(Attack kind, boolean asBrowser) {
    Draw plan = plan(kind, 0);
    Draw today = today(kind, 0);
    int victim = workstation(plan);
    Server home = unknown(plan);
    String agent = asBrowser ? browser(victim, plan) : UserAgents.newProgram(plan);
    String method = plan.oneOf("GET", "POST");
    String path = path(plan, plan.oneOf(".php", "", "", ".js"));
    double period = plan.between(240, 2_400);
    double heard = plan.logNormal(700, 0.8);
    String contentType = plan.oneOf("text/html", "application/json", "text/plain");
    for (long second : regular(today.between(25, 50), period, 0.1 + 0.4 * plan.uniform(), today)) {
      String query = "?id=" + today.text(HEX, 8);
      request(
          kind,
          second,
          victim,
          method,
          ProxyUri.http(home.host(), path, query),
          home.address(),
          agent,
          NONE,
          new Response(200, contentType, today.logNormal(heard, 0.15)),
          today.logNormal(method.equals("GET") ? 420 : 900, 0.1),
          today);
    }
  }

  /** Event and pair: one workstation sends files to a host that nobody knows. */
  private void exfiltrate() {
    Draw plan = plan(Attack.EXFILTRATION, 0);
    Draw today = today(Attack.EXFILTRATION, 0);
    int victim = workstation(plan);
    Server drop = unknown(plan);
    String agent = browser(victim, plan);
    String method = plan.oneOf("PUT", "POST", "POST");
    for (long second : irregular(today.between(8, 20), plan.logNormal(200, 0.8), 0.8, today)) {
      request(
          Attack.EXFILTRATION,
          second,
          victim,
          method,
          ProxyUri.http(drop.host(), path(today, ""), ""),
          drop.address(),
          agent,
          NONE,
          new Response(200, "text/plain", today.logNormal(400, 0.3)),
          today.logNormal(4e6, 1.2),
          today);
    }
  }

  /** Event: a few workstations fetch programs from hosts that nobody knows. */
  private void download() {
    Draw plan = plan(Attack.DOWNLOAD, 0);
    Draw today = today(Attack.DOWNLOAD, 0);
    Server server = unknown(plan);
    for (int client : workstations(plan.between(4, 9), plan)) {
      request(
          Attack.DOWNLOAD,
          anyTime(today),
          client,
          "GET",
          ProxyUri.http(server.host(), path(today, today.oneOf(".exe", ".scr", ".zip", "")), ""),
          server.address(),
          browser(client, today),
          NONE,
          new Response(
              200,
              today.oneOf("application/x-msdownload", "application/octet-stream"),
              today.logNormal(400_000, 0.9)),
          today.logNormal(480, 0.3),
          today);
    }
  }

  /** Fan: one workstation looks for what sites forgot to protect, as a program nobody has. */
  private void scanSites() {
    Draw plan = plan(Attack.SCANNER, 0);
    Draw today = today(Attack.SCANNER, 0);
    int scanner = workstation(plan);
    String agent = UserAgents.newProgram(plan);
    for (long second : irregular(today.between(18, 40), plan.logNormal(15, 1), 0.8, today)) {
      int site = today.zipf(network.count(Role.INTERNET), 1.1);
      String path =
          today.oneOf(
              "/admin/", "/.git/config", "/backup.zip", "/wp-login.php", "/phpinfo.php", "/test");
      request(
          Attack.SCANNER,
          second,
          scanner,
          today.chance(0.85) ? "GET" : today.oneOf("OPTIONS", "PROPFIND", "HEAD"),
          ProxyUri.http(Sites.host(site, today), path, ""),
          network.address(Role.INTERNET, site),
          agent,
          NONE,
          new Response(
              today.oneOf(404, 404, 404, 403, 301, 200), "text/html", today.logNormal(1_500, 0.7)),
          today.logNormal(300, 0.2),
          today);
    }
  }

  /** Event and pair: one workstation talks to a bare address. */
  private void talkToAddress() {
    Draw plan = plan(Attack.ADDRESS_HOST, 0);
    Draw today = today(Attack.ADDRESS_HOST, 0);
    int victim = workstation(plan);
    String address = attacker(plan);
    boolean tunnel = plan.chance(0.5);
    String agent = browser(victim, plan);
    for (long second : irregular(today.between(8, 20), plan.logNormal(400, 0.8), 1, today)) {
      request(
          Attack.ADDRESS_HOST,
          second,
          victim,
          tunnel ? "CONNECT" : "GET",
          tunnel ? ProxyUri.tunnel(address) : ProxyUri.http(address, path(today, ""), ""),
          address,
          agent,
          NONE,
          new Response(200, tunnel ? NONE : "text/html", today.logNormal(6_000, 1.2)),
          today.logNormal(1_200, 0.8),
          today);
    }
  }

  private Server unknown(Draw plan) {
    String domain = attackerDomain(plan);
    return new Server(Sites.below(plan.oneOf("", "www", "cdn", "s1"), domain), attacker(plan));
  }

  private static String path(Draw draw, String ending) {
    return "/"
        + draw.oneOf("", "news/", "img/", "v1/")
        + draw.text(LETTERS, draw.between(4, 14))
        + ending;
  }
}
