/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** The word counts of the days that a model was trained on. */
public final class History {
  private final Map<Group, Long> counts = new LinkedHashMap<>();

  /**
   * @param days how often each word occurs at each document, day by day
   */
  public History(Collection<Map<Group, Long>> days) {
    days.forEach(day -> day.forEach((group, count) -> counts.merge(group, count, Long::sum)));
  }

  /** The counts of the words, at all documents together. */
  public BackOff backOff() {
    Map<String, Long> words = new LinkedHashMap<>();
    counts.forEach((group, count) -> words.merge(group.word(), count, Long::sum));
    return new BackOff(words);
  }

  /** How often an IP itself had a word about a rare item. */
  public Map<Group, Long> ownCounts() {
    Map<Group, Long> own = new LinkedHashMap<>(counts);
    own.keySet().removeIf(group -> !Spelling.isAboutRareItem(group.word()));
    return own;
  }
}
