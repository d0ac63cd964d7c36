/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.story;

/** In which directions flows went between the anchor and a peer, as Apache Spot's pages call it. */
enum PeerKind {
  /** The peer is the destination of all of them. */
  INBOUND("Inbound Only", 2),
  /** The peer is the source of all of them. */
  OUTBOUND("Outbound Only", 3),
  /** Both occur. */
  TWO_WAY("two way", 1);

  private final String label;
  private final int number;

  PeerKind(String label, int number) {
    this.label = label;
    this.number = number;
  }

  /** On the pages. */
  String label() {
    return label;
  }

  /** The type of a feature on the globe. */
  int number() {
    return number;
  }
}
