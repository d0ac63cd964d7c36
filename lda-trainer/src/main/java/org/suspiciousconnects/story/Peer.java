/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.story;

/** An address that the anchor had to do with. */
final class Peer {
  private final String ip;
  private final PeerKind kind;
  private final Place place;

  Peer(String ip, PeerKind kind, Place place) {
    this.ip = ip;
    this.kind = kind;
    this.place = place;
  }

  String ip() {
    return ip;
  }

  PeerKind kind() {
    return kind;
  }

  Place place() {
    return place;
  }
}
