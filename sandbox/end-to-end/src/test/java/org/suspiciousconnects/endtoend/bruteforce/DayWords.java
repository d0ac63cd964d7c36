/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a day's events come to, before anything is scored. */
public final class DayWords {
  /** Which clients met which item. */
  public final Set<Meeting> meetings = new LinkedHashSet<>();

  /**
   * How many clients knew an item of the day, without those that nobody knew: kind and item, to
   * clients.
   */
  public final Map<List<String>, Long> known = new LinkedHashMap<>();

  /** The word of each client and peer. */
  public final Map<Item, String> pairs = new LinkedHashMap<>();

  /** The word of each client and service, of each client and agent. */
  public final Map<Item, String> fans = new LinkedHashMap<>();

  /** How often a word occurs at a document. */
  public final Map<Group, Long> counts = new LinkedHashMap<>();

  /** The groups that each event is in, in the order of the events. */
  public final List<List<Group>> groupsOfEvents = new ArrayList<>();

  /**
   * The words of each event by themselves, in the order of the events; NULL for an end that is no
   * document.
   */
  public final List<List<String>> wordsOfEvents = new ArrayList<>();

  void count(Group group, long times) {
    counts.merge(group, times, Long::sum);
  }
}
