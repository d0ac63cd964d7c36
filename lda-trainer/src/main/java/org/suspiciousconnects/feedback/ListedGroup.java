/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.util.Objects;

/** A group of method profile: what an IP had of a word that day. In the order of its text. */
final class ListedGroup implements Comparable<ListedGroup> {
  private final String ip;
  private final String word;

  ListedGroup(String ip, String word) {
    this.ip = Objects.requireNonNull(ip, "ip");
    this.word = Objects.requireNonNull(word, "word");
  }

  /**
   * @param id group_id of the list: the IP, a blank, the word
   */
  static ListedGroup of(String id) {
    int blank = id.indexOf(' ');
    if (blank < 0) {
      throw new IllegalArgumentException("no group_id: '" + id + "' has no blank");
    }
    return new ListedGroup(id.substring(0, blank), id.substring(blank + 1));
  }

  String ip() {
    return ip;
  }

  String word() {
    return word;
  }

  @Override
  public int compareTo(ListedGroup other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ListedGroup && toString().equals(other.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** The group_id. */
  @Override
  public String toString() {
    return ip + " " + word;
  }
}
