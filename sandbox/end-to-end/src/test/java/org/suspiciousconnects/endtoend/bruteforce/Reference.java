/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What clients knew in the days before: of each item how many met it. */
public final class Reference {
  private final Map<List<String>, Set<String>> clients = new HashMap<>();

  /**
   * @param days the meetings of each day of the window
   */
  public Reference(Collection<Set<Meeting>> days) {
    for (Set<Meeting> day : days) {
      for (Meeting meeting : day) {
        clients
            .computeIfAbsent(List.of(meeting.kind(), meeting.item()), key -> new HashSet<>())
            .add(meeting.ip());
      }
    }
  }

  /** How many clients knew an item, 0 if none did. */
  public long clients(String kind, String item) {
    return clients.getOrDefault(List.of(kind, item), Set.of()).size();
  }
}
