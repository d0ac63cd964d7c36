/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

/**
 * The hosts of the enterprise. It grows with the day: {@code sqrt(rows)} workstations (100 for 10
 * thousand rows, 316 for 100 thousand, 10,000 for 100 million), one printer for 40 of them and so
 * on, and 20 hosts on the internet for each workstation. Workstations belong to five departments,
 * 10.10.0.0/16 to 10.14.0.0/16; servers are in 10.0.0.0/16.
 */
final class Network {
  private static final int DEPARTMENTS = 5;
  private static final int HOSTS_A_SUBNET = 250;

  private final long seed;
  private final int workstations;

  /**
   * @param rows events of the day
   */
  Network(long seed, long rows) {
    this.seed = seed;
    this.workstations = (int) Math.round(StrictMath.sqrt(rows));
  }

  /** How many hosts have a role. */
  int count(Role role) {
    switch (role) {
      case WORKSTATION:
        return workstations;
      case INTERNET:
        return 20 * workstations;
      case PRINTER:
        return 2 + workstations / 40;
      case DIRECTORY:
        return 2 + workstations / 1000;
      case FILE_SERVER:
        return 2 + workstations / 150;
      case APPLICATION:
        return 3 + workstations / 100;
      case DATABASE:
        return 2 + workstations / 300;
      case WEB_SERVER:
        return 2 + workstations / 250;
      case MAIL_SERVER:
        return 1 + workstations / 500;
      default:
        return 1;
    }
  }

  /**
   * A host's IPv4 address.
   *
   * @param index 0 to count - 1
   */
  String address(Role role, int index) {
    switch (role) {
      case INTERNET:
        return internet(index);
      case WORKSTATION:
      case PRINTER:
        int inDepartment = index / DEPARTMENTS;
        return address(
            10,
            10 + index % DEPARTMENTS,
            (role == Role.PRINTER ? 240 : 0) + inDepartment / HOSTS_A_SUBNET,
            1 + inDepartment % HOSTS_A_SUBNET);
      default:
        return address(
            10, 0, 10 * role.ordinal() + index / HOSTS_A_SUBNET, 1 + index % HOSTS_A_SUBNET);
    }
  }

  /** The address of a workstation, each equally likely. */
  String anyWorkstation(Draw draw) {
    return address(Role.WORKSTATION, draw.between(0, count(Role.WORKSTATION) - 1));
  }

  /** The address of a host on the internet after the last that the enterprise talks to. */
  String stranger(Draw draw) {
    return address(Role.INTERNET, count(Role.INTERNET) + draw.between(0, 1_000_000));
  }

  /** The router that saw the flows of a host, by its address. */
  static String router(String address) {
    return address.startsWith("10.")
        ? address.substring(0, address.indexOf('.', 3)) + ".0.254"
        : "10.0.0.254";
  }

  /** The number of the autonomous system of an address, 0 for our own. */
  static int autonomousSystem(String address) {
    return address.startsWith("10.") ? 0 : 1000 + (address.hashCode() >>> 1) % 60_000;
  }

  /** A public address: the first byte is one that is handed out as a whole to registries. */
  private String internet(int index) {
    Draw draw = new Draw(seed, "internet", index);
    int[] first = {13, 23, 31, 34, 52, 62, 80, 93, 104, 142, 151, 185, 195, 204, 212};
    return address(
        first[draw.between(0, first.length - 1)],
        draw.between(0, 255),
        draw.between(0, 255),
        draw.between(1, 254));
  }

  private static String address(int a, int b, int c, int d) {
    return a + "." + b + "." + c + "." + d;
  }
}
