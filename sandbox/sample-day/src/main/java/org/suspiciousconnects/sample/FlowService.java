/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import static org.suspiciousconnects.sample.Rhythm.ALWAYS;
import static org.suspiciousconnects.sample.Rhythm.NIGHT;
import static org.suspiciousconnects.sample.Rhythm.OFFICE;
import static org.suspiciousconnects.sample.Rhythm.PUBLIC;
import static org.suspiciousconnects.sample.Role.APPLICATION;
import static org.suspiciousconnects.sample.Role.BACKUP;
import static org.suspiciousconnects.sample.Role.DATABASE;
import static org.suspiciousconnects.sample.Role.DIRECTORY;
import static org.suspiciousconnects.sample.Role.FILE_SERVER;
import static org.suspiciousconnects.sample.Role.INTERNET;
import static org.suspiciousconnects.sample.Role.MAIL_SERVER;
import static org.suspiciousconnects.sample.Role.MONITOR;
import static org.suspiciousconnects.sample.Role.PRINTER;
import static org.suspiciousconnects.sample.Role.WEB_SERVER;
import static org.suspiciousconnects.sample.Role.WORKSTATION;

import java.util.List;

/**
 * The traffic of a normal day: who calls whom, how often, when, and how much is said. Sizes are the
 * payload in bytes as median and sigma of a log-normal distribution, so that a few flows carry most
 * of the bytes.
 */
enum FlowService implements Activity {
  HTTPS(300, OFFICE, WORKSTATION, INTERNET, "TCP", 443, 1_400, 1.1, 9_000, 1.7, 8),
  HTTP(50, OFFICE, WORKSTATION, INTERNET, "TCP", 80, 500, 0.8, 4_000, 1.6, 2),
  QUIC(60, OFFICE, WORKSTATION, INTERNET, "UDP", 443, 3_000, 1.1, 20_000, 1.7, 15),
  DNS(210, OFFICE, WORKSTATION, DIRECTORY, "UDP", 53, 40, 0.2, 110, 0.5, 0.02),
  KERBEROS(25, OFFICE, WORKSTATION, DIRECTORY, "TCP", 88, 1_500, 0.2, 1_500, 0.2, 0.05),
  LDAP(25, OFFICE, WORKSTATION, DIRECTORY, "TCP", 389, 700, 0.5, 3_000, 1.0, 1),
  NTP(8, ALWAYS, WORKSTATION, DIRECTORY, "UDP", 123, 48, 0, 48, 0, 0.01),
  FILES(55, OFFICE, WORKSTATION, FILE_SERVER, "TCP", 445, 6_000, 2.0, 15_000, 2.2, 20),
  READ_MAIL(30, OFFICE, WORKSTATION, MAIL_SERVER, "TCP", 993, 1_200, 0.8, 8_000, 1.6, 30),
  SEND_MAIL(6, OFFICE, WORKSTATION, MAIL_SERVER, "TCP", 587, 12_000, 1.6, 900, 0.3, 3),
  INTRANET(45, OFFICE, WORKSTATION, APPLICATION, "TCP", 443, 1_800, 0.9, 7_000, 1.3, 5),
  PRINT(4, OFFICE, WORKSTATION, PRINTER, "TCP", 9100, 150_000, 1.4, 400, 0.4, 6),
  PING(3, OFFICE, WORKSTATION, APPLICATION, "ICMP", 8 * 256, 224, 0.4, 224, 0.4, 3),
  ADMINISTER(2, OFFICE, WORKSTATION, APPLICATION, "TCP", 22, 5_000, 1.2, 12_000, 1.4, 600),
  CUSTOMERS(60, PUBLIC, INTERNET, WEB_SERVER, "TCP", 443, 1_200, 0.9, 14_000, 1.5, 6),
  CUSTOMERS_PLAIN(12, PUBLIC, INTERNET, WEB_SERVER, "TCP", 80, 400, 0.5, 600, 0.8, 1),
  MAIL_IN(8, PUBLIC, INTERNET, MAIL_SERVER, "TCP", 25, 18_000, 1.7, 800, 0.3, 4),
  MAIL_OUT(5, OFFICE, MAIL_SERVER, INTERNET, "TCP", 25, 14_000, 1.7, 800, 0.3, 4),
  RESOLVE(35, OFFICE, DIRECTORY, INTERNET, "UDP", 53, 45, 0.2, 160, 0.6, 0.05),
  QUERY(40, OFFICE, APPLICATION, DATABASE, "TCP", 5432, 2_500, 1.0, 9_000, 1.8, 1),
  SHOP_QUERY(15, PUBLIC, WEB_SERVER, DATABASE, "TCP", 5432, 2_000, 0.8, 6_000, 1.4, 0.5),
  POLL(20, ALWAYS, MONITOR, APPLICATION, "UDP", 161, 90, 0.2, 130, 0.3, 0.02),
  POLL_PRINTERS(6, ALWAYS, MONITOR, PRINTER, "UDP", 161, 90, 0.2, 130, 0.3, 0.05),
  POLL_DATABASES(4, ALWAYS, MONITOR, DATABASE, "ICMP", 8 * 256, 112, 0, 112, 0, 1),
  BACK_UP_FILES(4, NIGHT, FILE_SERVER, BACKUP, "TCP", 873, 80_000_000, 1.6, 90_000, 1.0, 400),
  BACK_UP_DATABASES(3, NIGHT, DATABASE, BACKUP, "TCP", 873, 120_000_000, 1.5, 60_000, 1.0, 500),
  UPDATES(9, NIGHT, WORKSTATION, APPLICATION, "TCP", 8530, 2_500, 0.6, 400_000, 2.0, 30),

  // In a series only, as all that follows: the demo's day stays what it is.
  CALLS(20, OFFICE, WORKSTATION, INTERNET, "UDP", 3478, 60_000, 2.0, 80_000, 2.0, 300),
  FILE_SYNC(4, OFFICE, WORKSTATION, INTERNET, "TCP", 443, 900_000, 2.4, 9_000, 1.0, 60),
  PUSH(6, ALWAYS, WORKSTATION, INTERNET, "TCP", 5228, 300, 0.6, 500, 0.6, 200),
  OTHER_WEB_PORT(3, OFFICE, WORKSTATION, INTERNET, "TCP", 8443, 1_400, 1.1, 9_000, 1.7, 8),
  CODE(2, OFFICE, WORKSTATION, INTERNET, "TCP", 22, 6_000, 1.8, 30_000, 1.8, 6),
  FILE_TRANSFER(1, OFFICE, WORKSTATION, INTERNET, "TCP", 21, 300_000, 2.4, 3_000, 1.0, 30),
  VPN(1, OFFICE, WORKSTATION, INTERNET, "UDP", 4500, 300_000, 2.0, 900_000, 2.0, 900),
  OTHER_RESOLVER(1, OFFICE, WORKSTATION, INTERNET, "UDP", 53, 45, 0.3, 160, 0.6, 0.05),
  PING_OUT(0.8, OFFICE, WORKSTATION, INTERNET, "ICMP", 8 * 256, 224, 0.8, 224, 0.8, 3),
  REMOTE_DESKTOP(2, OFFICE, WORKSTATION, APPLICATION, "TCP", 3389, 40_000, 1.6, 300_000, 1.6, 700),
  REPORTS(4, OFFICE, WORKSTATION, DATABASE, "TCP", 1433, 4_000, 1.0, 20_000, 1.8, 4),
  CONSOLE(3, OFFICE, WORKSTATION, APPLICATION, "TCP", 8080, 1_800, 0.9, 7_000, 1.3, 5),
  HELP_DESK(1.5, OFFICE, WORKSTATION, WORKSTATION, "TCP", 3389, 40_000, 1.6, 300_000, 1.6, 500),
  HELP_DESK_FILES(1, OFFICE, WORKSTATION, WORKSTATION, "TCP", 445, 20_000, 2.0, 9_000, 1.8, 20),
  /** The security team's own scanner. */
  AUDIT(5, NIGHT, MONITOR, APPLICATION, "TCP", 0, 20, 2.0, 20, 2.0, 0.1),
  /** The internet knocks at every door. */
  KNOCK(9, ALWAYS, INTERNET, WEB_SERVER, "TCP", 0, 4, 1.5, 4, 1.5, 0.1);

  /** What is knocked at first. */
  private static final Integer[] DOORS = {
    21, 22, 23, 25, 81, 110, 135, 139, 445, 1433, 1723, 2323, 3306, 3389, 5060, 5900, 8080, 8443
  };

  private final double weight;
  private final Rhythm rhythm;
  private final Role client;
  private final Role server;
  private final String proto;
  private final int port;
  private final double sentMedian;
  private final double sentSigma;
  private final double receivedMedian;
  private final double receivedSigma;
  private final double secondsMedian;

  FlowService(
      double weight,
      Rhythm rhythm,
      Role client,
      Role server,
      String proto,
      int port,
      double sentMedian,
      double sentSigma,
      double receivedMedian,
      double receivedSigma,
      double secondsMedian) {
    this.weight = weight;
    this.rhythm = rhythm;
    this.client = client;
    this.server = server;
    this.proto = proto;
    this.port = port;
    this.sentMedian = sentMedian;
    this.sentSigma = sentSigma;
    this.receivedMedian = receivedMedian;
    this.receivedSigma = receivedSigma;
    this.secondsMedian = secondsMedian;
  }

  @Override
  public double weight(int hour) {
    return weight * rhythm.share(hour);
  }

  @Override
  public Rhythm rhythm() {
    return rhythm;
  }

  @Override
  public Role client() {
    return client;
  }

  Role server() {
    return server;
  }

  /** TCP, UDP or ICMP. */
  String proto() {
    return proto;
  }

  /** The services of a day. */
  static List<FlowService> of(Setting setting) {
    List<FlowService> all = List.of(values());
    return setting.inSeries() ? all : all.subList(0, UPDATES.ordinal() + 1);
  }

  @Override
  public double users() {
    switch (this) {
      case ADMINISTER:
      case CODE:
      case CONSOLE:
        return 0.08;
      case HELP_DESK:
      case HELP_DESK_FILES:
      case OTHER_RESOLVER:
        return 0.03;
      case REMOTE_DESKTOP:
      case FILE_TRANSFER:
      case VPN:
      case PING_OUT:
        return 0.05;
      case REPORTS:
      case OTHER_WEB_PORT:
        return 0.15;
      case FILE_SYNC:
      case PUSH:
        return 0.3;
      default:
        return 1;
    }
  }

  /** The server's port; for ICMP type * 256 + code. */
  int port(Draw draw) {
    switch (this) {
      case AUDIT:
        return draw.chance(0.4) ? draw.oneOf(DOORS) : draw.between(1, 10_000);
      case KNOCK:
        return draw.chance(0.7) ? draw.oneOf(DOORS) : draw.between(1, 10_000);
      default:
        return port;
    }
  }

  /** Payload from client to server, bytes. */
  double sent(Draw draw) {
    return draw.logNormal(sentMedian, sentSigma);
  }

  /** Payload from server to client, bytes. */
  double received(Draw draw) {
    return draw.logNormal(receivedMedian, receivedSigma);
  }

  double seconds(Draw draw) {
    return draw.logNormal(secondsMedian, 1);
  }
}
