/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;

/**
 * The attacks of a series in flows. Sizes resemble those of harmless services, and hosts, ports,
 * intervals and numbers of flows are drawn.
 */
final class FlowSeriesAttacks extends Planting {
  FlowSeriesAttacks(Setting setting, LocalDate scored) {
    super(setting, scored);
    scanHosts();
    scanPorts();
    guessPasswords();
    beacon();
    exfiltrate();
    controlOnOddPort();
    moveLaterally();
    tunnelInPings();
    tunnelInDnsPort();
  }

  /** Fan: one workstation tries one service of many hosts. */
  private void scanHosts() {
    Draw plan = plan(Attack.HORIZONTAL_SCAN, 0);
    Draw today = today(Attack.HORIZONTAL_SCAN, 0);
    String scanner = address(workstation(plan));
    int port = plan.oneOf(22, 23, 135, 445, 1433, 3306, 3389, 5900, 5985, 6379, 8080, 9200);
    for (long second : irregular(today.between(18, 40), plan.logNormal(25, 1), 0.8, today)) {
      add(Attack.HORIZONTAL_SCAN, knock(second, scanner, anyHost(today), port, today));
    }
  }

  /** Event and fan: one workstation tries many services of one server. */
  private void scanPorts() {
    Draw plan = plan(Attack.VERTICAL_SCAN, 0);
    Draw today = today(Attack.VERTICAL_SCAN, 0);
    String scanner = address(workstation(plan));
    Role role = plan.oneOf(Role.DATABASE, Role.APPLICATION, Role.FILE_SERVER);
    String target = network.address(role, plan.between(0, network.count(role) - 1));
    for (long second : irregular(today.between(12, 30), plan.logNormal(15, 1), 0.8, today)) {
      int port = today.chance(0.2) ? today.between(1, 1_024) : today.between(1_025, 49_151);
      add(Attack.VERTICAL_SCAN, knock(second, scanner, target, port, today));
    }
  }

  /** Pair: one workstation tries passwords at one server, slowly. */
  private void guessPasswords() {
    Draw plan = plan(Attack.BRUTE_FORCE, 0);
    Draw today = today(Attack.BRUTE_FORCE, 0);
    String intruder = address(workstation(plan));
    String target = anyHost(plan);
    int port = plan.oneOf(22, 3389, 5900, 1433);
    for (long second : irregular(today.between(20, 45), plan.logNormal(150, 0.6), 0.5, today)) {
      talk(
          Attack.BRUTE_FORCE,
          second,
          today.logNormal(3, 0.5),
          intruder,
          target,
          port,
          "TCP",
          today.logNormal(1_900, 0.15),
          today.logNormal(2_400, 0.15),
          today);
    }
  }

  /** Pair: one workstation calls a host that nobody knows, at an interval that varies. */
  private void beacon() {
    Draw plan = plan(Attack.BEACON, 0);
    Draw today = today(Attack.BEACON, 0);
    String infected = address(workstation(plan));
    String home = attacker(plan);
    int port = plan.oneOf(443, 443, 80, 8443, 53);
    double period = plan.between(240, 2_400);
    double said = plan.logNormal(1_000, 0.6);
    double heard = plan.logNormal(2_500, 0.8);
    for (long second : regular(today.between(25, 60), period, 0.1 + 0.4 * plan.uniform(), today)) {
      talk(
          Attack.BEACON,
          second,
          today.logNormal(1, 0.5),
          infected,
          home,
          port,
          "TCP",
          today.logNormal(said, 0.1),
          today.logNormal(heard, 0.3),
          today);
    }
  }

  /** Event: one workstation sends a lot to a host that nobody knows. */
  private void exfiltrate() {
    Draw plan = plan(Attack.EXFILTRATION, 0);
    Draw today = today(Attack.EXFILTRATION, 0);
    String thief = address(workstation(plan));
    String drop = attacker(plan);
    int port = plan.oneOf(443, 443, 22, 21, 8443);
    for (long second : irregular(today.between(5, 12), plan.logNormal(600, 0.7), 0.7, today)) {
      talk(
          Attack.EXFILTRATION,
          second,
          today.logNormal(90, 0.7),
          thief,
          drop,
          port,
          "TCP",
          today.logNormal(30e6, 1),
          today.logNormal(20e3, 0.6),
          today);
    }
  }

  /** Event and pair: one workstation is told what to do, through a port of no service. */
  private void controlOnOddPort() {
    Draw plan = plan(Attack.ODD_PORT, 0);
    Draw today = today(Attack.ODD_PORT, 0);
    String infected = address(workstation(plan));
    String home = attacker(plan);
    int port = plan.between(1_025, 49_151);
    String proto = plan.oneOf("TCP", "TCP", "TCP", "UDP");
    for (long second : irregular(today.between(10, 30), plan.logNormal(500, 0.8), 1, today)) {
      talk(
          Attack.ODD_PORT,
          second,
          today.logNormal(20, 1),
          infected,
          home,
          port,
          proto,
          today.logNormal(1_200, 0.8),
          today.logNormal(3_000, 1),
          today);
    }
  }

  /** Fan: one workstation logs on to others. */
  private void moveLaterally() {
    Draw plan = plan(Attack.LATERAL, 0);
    Draw today = today(Attack.LATERAL, 0);
    int intruder = workstation(plan);
    int port = plan.oneOf(445, 445, 135, 3389, 5985);
    for (long second : irregular(today.between(10, 25), plan.logNormal(240, 0.7), 0.8, today)) {
      int victim = setting.habits().server(Role.WORKSTATION, intruder, Role.WORKSTATION, today);
      talk(
          Attack.LATERAL,
          second,
          today.logNormal(20, 1),
          address(intruder),
          address(victim),
          port,
          "TCP",
          today.logNormal(20_000, 1.5),
          today.logNormal(9_000, 1.3),
          today);
    }
  }

  /** Pair: one workstation's pings carry data. */
  private void tunnelInPings() {
    Draw plan = plan(Attack.ICMP_TUNNEL, 0);
    Draw today = today(Attack.ICMP_TUNNEL, 0);
    String infected = address(workstation(plan));
    String home = attacker(plan);
    for (long second : irregular(today.between(12, 30), plan.logNormal(200, 0.8), 0.8, today)) {
      talk(
          Attack.ICMP_TUNNEL,
          second,
          today.logNormal(30, 0.8),
          infected,
          home,
          8 * 256,
          "ICMP",
          today.logNormal(9_000, 1),
          today.logNormal(9_000, 1),
          today);
    }
  }

  /** Pair: one workstation sends data through the port of DNS, past our own resolvers. */
  private void tunnelInDnsPort() {
    Draw plan = plan(Attack.DNS_PORT_TUNNEL, 0);
    Draw today = today(Attack.DNS_PORT_TUNNEL, 0);
    String infected = address(workstation(plan));
    String home = attacker(plan);
    for (long second : irregular(today.between(15, 35), plan.logNormal(120, 0.8), 0.8, today)) {
      talk(
          Attack.DNS_PORT_TUNNEL,
          second,
          today.logNormal(0.1, 0.5),
          infected,
          home,
          53,
          "UDP",
          today.logNormal(170, 0.3),
          today.logNormal(260, 0.3),
          today);
    }
  }

  /** Somebody tries a door, which is mostly shut. */
  private static Flow knock(long second, String from, String to, int port, Draw today) {
    int source = today.between(FlowDay.FIRST_EPHEMERAL_PORT, 65_535);
    if (today.chance(0.15)) {
      double sent = today.logNormal(60, 1.5);
      return Flow.conversation(
          second, today.logNormal(0.2, 1), from, to, source, port, "TCP", sent, sent);
    }
    int tries = today.between(1, 3);
    boolean refused = today.chance(0.5);
    return new Flow(
        second,
        refused ? 0 : today.logNormal(3, 0.5),
        from,
        to,
        source,
        port,
        "TCP",
        refused ? ".A.RS." : "....S.",
        tries,
        tries * today.oneOf(44L, 48L, 52L, 60L),
        refused ? tries : 0,
        refused ? 40L * tries : 0);
  }

  private void talk(
      Kind kind,
      long second,
      double duration,
      String client,
      String server,
      int port,
      String proto,
      double sent,
      double received,
      Draw today) {
    add(
        kind,
        Flow.conversation(
            second,
            duration,
            client,
            server,
            proto.equals("ICMP") ? 0 : today.between(FlowDay.FIRST_EPHEMERAL_PORT, 65_535),
            port,
            proto,
            sent,
            received));
  }
}
