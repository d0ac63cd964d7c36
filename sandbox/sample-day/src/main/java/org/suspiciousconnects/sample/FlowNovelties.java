/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

/** What is new in the flows of the scored day and harmless, {@value #NOVELTIES} things. */
final class FlowNovelties extends Planting {
  static final int NOVELTIES = 44;

  private static final int SITES = 14;
  private static final int APPLICATIONS = 8;
  private static final int PORTS = 8;
  private static final int SERVERS = 4;
  private static final int UPLOADS = NOVELTIES - SITES - APPLICATIONS - PORTS - SERVERS;

  /** Addresses of servers that were not there before: 10.0.200.0/22. */
  private static final String NEW_SERVERS = "10.0.";

  FlowNovelties(Setting setting) {
    super(setting, setting.date());
    for (int i = 0; i < SITES; i++) {
      site(i);
    }
    for (int i = 0; i < APPLICATIONS; i++) {
      application(i);
    }
    for (int i = 0; i < PORTS; i++) {
      port(i);
    }
    for (int i = 0; i < SERVERS; i++) {
      server(i);
    }
    for (int i = 0; i < UPLOADS; i++) {
      upload(i);
    }
  }

  /** A site, or a network that delivers content, that a few take up. */
  private void site(int number) {
    Draw draw = today(Novelty.SITE, number);
    String site = newcomer(draw);
    FlowService like = draw.oneOf(FlowService.HTTPS, FlowService.HTTPS, FlowService.QUIC);
    for (int client : workstations(draw.between(1, 5), draw)) {
      like(Novelty.SITE, like, draw.between(1, 14), client, site, like.port(draw), draw);
    }
  }

  /** An application inside, on a port of its own, that a department takes up. */
  private void application(int number) {
    Draw draw = today(Novelty.APPLICATION, number);
    String server = newServer(draw);
    int port = draw.oneOf(7001, 8000, 8081, 8090, 9000, 9090, 9443, draw.between(2_000, 20_000));
    for (int client : workstations(draw.between(2, 6), draw)) {
      like(
          Novelty.APPLICATION,
          FlowService.INTRANET,
          draw.between(1, 12),
          client,
          server,
          port,
          draw);
    }
  }

  /** A port of a known site, such as a program's own, that a few take up. */
  private void port(int number) {
    Draw draw = today(Novelty.PORT, number);
    int port = draw.oneOf(1194, 4443, 5061, 5223, 7443, 9001, draw.between(1_100, 48_000));
    String site = network.address(Role.INTERNET, draw.zipf(network.count(Role.INTERNET), 1.1));
    FlowService like = draw.oneOf(FlowService.HTTPS, FlowService.CALLS);
    for (int client : workstations(draw.between(1, 4), draw)) {
      like(Novelty.PORT, like, draw.between(1, 10), client, site, port, draw);
    }
  }

  /** A server in the network, of a service that others have too. */
  private void server(int number) {
    Draw draw = today(Novelty.SERVER, number);
    String server = newServer(draw);
    FlowService like =
        draw.oneOf(
            FlowService.INTRANET, FlowService.FILES, FlowService.QUERY, FlowService.REMOTE_DESKTOP);
    for (int client : workstations(draw.between(3, 9), draw)) {
      like(Novelty.SERVER, like, draw.between(1, 10), client, server, like.port(draw), draw);
    }
  }

  /** Somebody sends files to a place for them that nobody used before. */
  private void upload(int number) {
    Draw draw = today(Novelty.UPLOAD, number);
    String site = newcomer(draw);
    int client = workstation(draw);
    int flows = draw.between(1, 4);
    for (int i = 0; i < flows; i++) {
      conversation(
          Novelty.UPLOAD,
          client,
          site,
          draw.oneOf(443, 443, 443, 22),
          "TCP",
          draw.logNormal(8e6, 1.2),
          draw.logNormal(9_000, 0.8),
          draw);
    }
  }

  private String newcomer(Draw draw) {
    return network.address(Role.INTERNET, Newcomer.NOVELTY.rank(network, draw));
  }

  private static String newServer(Draw draw) {
    return NEW_SERVERS + draw.between(200, 203) + "." + draw.between(1, 254);
  }

  private void like(
      Novelty kind, FlowService like, int flows, int client, String server, int port, Draw draw) {
    for (int i = 0; i < flows; i++) {
      conversation(
          kind, client, server, port, like.proto(), like.sent(draw), like.received(draw), draw);
    }
  }

  private void conversation(
      Novelty kind,
      int client,
      String server,
      int port,
      String proto,
      double sent,
      double received,
      Draw draw) {
    add(
        kind,
        Flow.conversation(
            atWork(draw),
            draw.logNormal(8, 1),
            address(client),
            server,
            draw.between(FlowDay.FIRST_EPHEMERAL_PORT, 65_535),
            port,
            proto,
            sent,
            received));
  }
}
