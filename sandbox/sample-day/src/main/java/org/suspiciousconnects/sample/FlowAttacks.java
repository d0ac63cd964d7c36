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
 * The attacks of a day, {@value #ROWS} flows however large the day is. Which hosts, ports and hours
 * is drawn from the seed.
 */
final class FlowAttacks {
  /** Flows of all attacks. */
  static final int ROWS = 150;

  private static final int SCAN_ROWS = 64;
  private static final int EXFILTRATION_ROWS = 8;
  private static final int BEACON_ROWS = 48;
  private static final int LATERAL_ROWS = ROWS - SCAN_ROWS - EXFILTRATION_ROWS - BEACON_ROWS;

  private final long seed;
  private final long midnight;
  private final Network network;
  private final List<Labelled> flows = new ArrayList<>();

  FlowAttacks(long seed, LocalDate date, Network network) {
    this.seed = seed;
    this.midnight = date.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    this.network = network;
    scan();
    exfiltrate();
    beacon();
    moveLaterally();
  }

  /** All flows, in no particular order. */
  List<Labelled> flows() {
    return flows;
  }

  /** One workstation knocks at one server's ports, most of them closed, within minutes. */
  private void scan() {
    Draw draw = new Draw(seed, "scan", 0);
    String attacker = network.anyWorkstation(draw);
    String target =
        network.address(Role.DATABASE, draw.between(0, network.count(Role.DATABASE) - 1));
    long start = second(draw.between(0, 23), draw.between(0, 40));
    int port = draw.between(1, 400);
    for (int i = 0; i < SCAN_ROWS; i++) {
      port += draw.between(1, 9);
      boolean open = draw.chance(0.05);
      flows.add(
          new Labelled(
              Attack.SCAN,
              new Flow(
                  start + i * 3L + draw.between(0, 2),
                  0,
                  attacker,
                  target,
                  ephemeral(draw),
                  port,
                  "TCP",
                  open ? ".A.RS." : "....S.",
                  open ? 2 : 1,
                  open ? 84 : 44,
                  1,
                  open ? 44 : 40)));
    }
  }

  /** One workstation sends a lot at night to a host on the internet that nobody else knows. */
  private void exfiltrate() {
    Draw draw = new Draw(seed, "exfiltration", 0);
    String thief = network.anyWorkstation(draw);
    String drop = network.stranger(draw);
    int port = draw.oneOf(21, 22, 990, 2222);
    int hour = draw.between(0, 5);
    for (int i = 0; i < EXFILTRATION_ROWS; i++) {
      flows.add(
          new Labelled(
              Attack.EXFILTRATION,
              Flow.conversation(
                  second(hour, 7 * i + draw.between(0, 6)),
                  draw.between(60, 300),
                  thief,
                  drop,
                  ephemeral(draw),
                  port,
                  "TCP",
                  draw.logNormal(400e6, 0.7),
                  draw.logNormal(40e3, 0.4))));
    }
  }

  /** One workstation calls home every half hour, day and night, saying always the same. */
  private void beacon() {
    Draw draw = new Draw(seed, "beacon", 0);
    String infected = network.anyWorkstation(draw);
    String home = network.stranger(draw);
    int port = draw.oneOf(81, 995, 1023, 8443);
    double said = draw.between(200, 700);
    for (int i = 0; i < BEACON_ROWS; i++) {
      flows.add(
          new Labelled(
              Attack.BEACON,
              Flow.conversation(
                  midnight + i * 1800L + draw.between(0, 120),
                  0.3,
                  infected,
                  home,
                  ephemeral(draw),
                  port,
                  "TCP",
                  said + draw.between(0, 8),
                  300)));
    }
  }

  /** One workstation logs on to others, which workstations do not do here. */
  private void moveLaterally() {
    Draw draw = new Draw(seed, "lateral", 0);
    String intruder = network.anyWorkstation(draw);
    long start = second(draw.between(0, 23), 0);
    for (int i = 0; i < LATERAL_ROWS; i++) {
      String victim = network.anyWorkstation(draw);
      while (victim.equals(intruder)) {
        victim = network.anyWorkstation(draw);
      }
      flows.add(
          new Labelled(
              Attack.LATERAL,
              Flow.conversation(
                  start + i * 100L + draw.between(0, 90),
                  draw.logNormal(20, 1),
                  intruder,
                  victim,
                  ephemeral(draw),
                  draw.oneOf(135, 445, 3389, 5985),
                  "TCP",
                  draw.logNormal(30e3, 1.2),
                  draw.logNormal(12e3, 1.2))));
    }
  }

  private static int ephemeral(Draw draw) {
    return draw.between(FlowDay.FIRST_EPHEMERAL_PORT, 65_535);
  }

  private long second(int hour, int minute) {
    return midnight + hour * 3600L + minute * 60L;
  }
}
