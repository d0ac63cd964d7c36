/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

/** Who is active, and whom a host goes to: as popularity and habit want it. */
class Habits {
  static final double POPULARITY = 1.1;

  /** How often a workstation goes where it always goes. */
  private static final double HABIT = 0.6;

  private static final int FAVOURITES = 25;

  private final long seed;
  private final Network network;

  Habits(long seed, Network network) {
    this.seed = seed;
    this.network = network;
  }

  /** Who does something. */
  int client(Activity activity, Draw draw) {
    return client(activity.client(), draw);
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
        return favourite(client, draw);
      }
      return draw.zipf(count, POPULARITY);
    }
    return draw.chance(0.8) ? client % count : draw.between(0, count - 1);
  }

  /** One of the sites that a workstation always goes to. */
  final int favourite(int client, Draw draw) {
    long item = (long) client * FAVOURITES + draw.zipf(FAVOURITES, POPULARITY);
    return new Draw(seed, "favourite", item).zipf(network.count(Role.INTERNET), POPULARITY);
  }
}
