/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/** What a method has kept of a day: the list, and rows that an allow-list has taken off it. */
final class Results {
  private final LabelledEvents labelled;
  private final RankedList list = new RankedList();
  private final long[] kept;
  private long allowListed;
  private long allowListedAttacks;

  Results(LabelledEvents labelled) {
    this.labelled = labelled;
    this.kept = new long[labelled.events().size()];
  }

  /**
   * Adds a row; those of the list in its order.
   *
   * @param ranked whether it is on the list
   * @param score may be null
   * @param group null if it is in no group
   * @param labelledEvent number of the labelled event that it is, null if it is no attack
   */
  void add(boolean ranked, Double score, String group, Integer labelledEvent) {
    boolean attack = labelledEvent != null;
    if (attack) {
      kept[labelledEvent]++;
    }
    if (ranked) {
      list.add(score, group, attack ? labelled.events().get(labelledEvent).kind() : null);
    } else {
      allowListed++;
      allowListedAttacks += attack ? 1 : 0;
    }
  }

  RankedList list() {
    return list;
  }

  /** Rows without a rank. */
  long allowListed() {
    return allowListed;
  }

  /** Attack rows without a rank. */
  long allowListedAttacks() {
    return allowListedAttacks;
  }

  /**
   * Attack rows that were scored, kept or not. {@code <source>_invalid} is that of the last scoring
   * of the day: what this method has kept was valid for it all the same.
   *
   * @throws CommandFailure if an event was kept more often than the day has it
   */
  long scoredAttacks() {
    long scored = 0;
    for (int i = 0; i < kept.length; i++) {
      LabelledEvent event = labelled.events().get(i);
      if (kept[i] > event.inDay()) {
        throw new CommandFailure(
            ExitStatus.NO_DATA,
            String.format(
                "the event of line %d of the labels is %d times in the results, but %d times in the day: events were"
                    + " loaded since, score the day again",
                event.lines().get(0), kept[i], event.inDay()));
      }
      scored += Math.max(kept[i], event.inDay() - event.invalid());
    }
    return scored;
  }
}
