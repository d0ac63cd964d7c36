/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

/**
 * Who of the internet was not heard of before. Their names and addresses look alike; none is of two
 * kinds, and none is one of the {@link Network}'s hosts.
 */
enum Newcomer {
  ATTACKER,
  /** What several clients take up on the scored day. */
  NOVELTY,
  /** Whom one client happens to meet. */
  PASSER_BY;

  private static final int EACH = 20_000;

  /** The rank of one as a site, and its index as a host. */
  int rank(Network network, Draw draw) {
    return network.count(Role.INTERNET) + values().length * draw.between(0, EACH - 1) + ordinal();
  }
}
