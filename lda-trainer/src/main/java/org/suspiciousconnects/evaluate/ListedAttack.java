/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

/** An attack row on a list. */
final class ListedAttack {
  private final String kind;
  private final int entry;
  private final int row;

  /**
   * @param kind of attack
   * @param entry place of its entry, from 1
   * @param row its own place if each row is listed by itself, from 1
   */
  ListedAttack(String kind, int entry, int row) {
    this.kind = kind;
    this.entry = entry;
    this.row = row;
  }

  String kind() {
    return kind;
  }

  int entry() {
    return entry;
  }

  int row() {
    return row;
  }
}
