/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The list of a method as an analyst reads it from the top. An entry is a group of rows, placed
 * where its first row is, or a row that is in no group.
 */
final class RankedList {
  private final Map<String, Integer> entryOfGroup = new HashMap<>();
  private final List<ListedAttack> attacks = new ArrayList<>();
  private final BitSet hits = new BitSet();
  private final AreaUnderCurve area = new AreaUnderCurve();
  private int rows;
  private int entries;
  private Double tiedScore;
  private long tiedAttacks;
  private long tiedOthers;

  /**
   * Adds the next row.
   *
   * @param score rows that follow each other with an equal one tie; may be null
   * @param group what the row is listed with, null if it is in no group
   * @param kind that of its attack, null if it is no attack
   */
  void add(Double score, String group, String kind) {
    if (!Objects.equals(score, tiedScore)) {
      closeTie();
      tiedScore = score;
    }
    rows++;
    int entry = entry(group);
    if (kind == null) {
      tiedOthers++;
    } else {
      tiedAttacks++;
      hits.set(entry);
      attacks.add(new ListedAttack(kind, entry, rows));
    }
  }

  private int entry(String group) {
    if (group == null) {
      return ++entries;
    }
    Integer known = entryOfGroup.get(group);
    if (known == null) {
      known = ++entries;
      entryOfGroup.put(group, known);
    }
    return known;
  }

  private void closeTie() {
    area.add(tiedAttacks, tiedOthers);
    tiedAttacks = 0;
    tiedOthers = 0;
  }

  /**
   * The area under the ROC curve; to be asked once, when all rows are listed.
   *
   * @param unlistedAttacks attack rows that are not on the list; they tie, after all that are
   * @param unlistedOthers the other rows that are not on it, likewise
   */
  Share areaWith(long unlistedAttacks, long unlistedOthers) {
    closeTie();
    area.add(unlistedAttacks, unlistedOthers);
    return area.value();
  }

  /** Rows listed so far. */
  int rows() {
    return rows;
  }

  /** Entries listed so far. */
  int entries() {
    return entries;
  }

  /** The attack rows on the list, in its order. */
  List<ListedAttack> attacks() {
    return Collections.unmodifiableList(attacks);
  }

  /** How many of the first n entries have an attack row. */
  int hits(int n) {
    return hits.get(1, Math.min(n, entries) + 1).cardinality();
  }
}
