/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

/** Who is active, and whom a host goes to: as popularity and habit want it. */
final class Habits {
  private static final double POPULARITY = 1.1;

  /** How often a workstation goes where it always goes. */
  private static final double HABIT = 0.6;

  private static final int FAVOURITES = 25;

  private final long seed;
  private final Network network;

  Habits(long seed, Network network) {
    this.seed = seed;
    this.network = network;
  }

  /** Some people work more than others; visitors from the internet are as popular as sites. */
  int client(Role role, Draw draw) {
    int count = network.count(role);
    if (role == Role.INTERNET) {
      return draw.zipf(count, POPULARITY);
    }
    double skewed = role == Role.WORKSTATION ? StrictMath.pow(draw.uniform(), 1.3) : draw.uniform();
    return (int) (skewed * count);
  }

  /**
   * Where a client goes. On the internet, its favourites and what is popular; inside, a client has
   * its usual server.
   *
   * @param client index of a host of the client's role
   * @return index of a host of the server's role
   */
  int server(Role clientRole, int client, Role serverRole, Draw draw) {
    int count = network.count(serverRole);
    if (serverRole == Role.INTERNET) {
      if (clientRole == Role.WORKSTATION && draw.chance(HABIT)) {
        int favourite = draw.zipf(FAVOURITES, POPULARITY);
        long item = (long) client * FAVOURITES + favourite;
        return new Draw(seed, "favourite", item).zipf(count, POPULARITY);
      }
      return draw.zipf(count, POPULARITY);
    }
    return draw.chance(0.8) ? client % count : draw.between(0, count - 1);
  }
}
