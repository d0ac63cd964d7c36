/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The groups of a day, ranked. */
public final class Ranking {
  /** The most suspicious first; texts by their characters, which here are all ASCII. */
  public static final Comparator<Scored> MOST_SUSPICIOUS =
      Comparator.comparingDouble(Scored::share)
          .thenComparingDouble(Scored::logP)
          .thenComparing(scored -> scored.group().view())
          .thenComparing(scored -> scored.group().word())
          .thenComparing(scored -> scored.group().ip());

  private Ranking() {}

  /**
   * What each group of a day was expected to be, without shares.
   *
   * @param counts of the day
   * @param own how often an IP had a word in the history, to leave out; no entry: nothing
   */
  public static Map<Group, Scored> expected(
      Map<Group, Long> counts, TopicCounts topics, BackOff backOff, Map<Group, Long> own) {
    Map<String, Long> tokens = new LinkedHashMap<>();
    counts.forEach((group, count) -> tokens.merge(group.ip(), count, Long::sum));
    Map<Group, Scored> scored = new LinkedHashMap<>();
    counts.forEach(
        (group, count) -> {
          double probability = topics.probability(group, backOff, own.getOrDefault(group, 0L));
          double expected = tokens.get(group.ip()) * probability;
          double logP = -count * Math.log1p(1 / expected);
          scored.put(group, new Scored(group, count, expected, logP, Double.NaN));
        });
    return scored;
  }

  /**
   * The groups with their shares: of each view by itself, those alike in the middle of their
   * places.
   */
  public static Map<Group, Scored> ranked(Collection<Scored> groups) {
    Map<Group, Scored> ranked = new LinkedHashMap<>();
    for (Scored one : groups) {
      long before = 0;
      long alike = 0;
      long all = 0;
      for (Scored other : groups) {
        if (other.group().view().equals(one.group().view())) {
          all++;
          before += other.logP() < one.logP() ? 1 : 0;
          alike += other.logP() == one.logP() ? 1 : 0;
        }
      }
      ranked.put(one.group(), one.withShare((before + (alike + 1) / 2.0) / all));
    }
    return ranked;
  }

  /**
   * The most suspicious of the groups of an event; those that are not ranked are left out, null if
   * all are.
   */
  public static Scored best(List<Group> groups, Map<Group, Scored> ranked) {
    List<Scored> candidates = new ArrayList<>();
    for (Group group : groups) {
      if (ranked.containsKey(group)) {
        candidates.add(ranked.get(group));
      }
    }
    return candidates.stream().min(MOST_SUSPICIOUS).orElse(null);
  }
}
