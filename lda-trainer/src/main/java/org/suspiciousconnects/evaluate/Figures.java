/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/** The figures of one method on one day. Entries are groups of rows, or rows in no group. */
final class Figures {
  private final String method;
  private final LabelledEvents labelled;
  private final Results results;
  private final long scored;
  private final Share area;
  private final Map<String, KindFigures> kinds = new TreeMap<>();

  /**
   * @param method that scored
   * @param scored how many events it scored
   * @throws CommandFailure if the results are not those of the day's events
   */
  Figures(String method, LabelledEvents labelled, Results results, long scored) {
    this.method = method;
    this.labelled = labelled;
    this.results = results;
    this.scored = scored;
    long scoredAttacks = results.scoredAttacks();
    long listedAttacks = list().attacks().size();
    long unlistedAttacks = scoredAttacks - listedAttacks;
    long unlistedOthers = scored - list().rows() - unlistedAttacks;
    if (unlistedOthers < 0) {
      throw new CommandFailure(
          ExitStatus.NO_DATA,
          String.format(
              "method %s scored %d events by score_runs, but %d are listed and %d more are attacks: score the day again",
              method, scored, list().rows(), unlistedAttacks));
    }
    this.area = list().areaWith(unlistedAttacks, unlistedOthers);
    labelled
        .attacksByKind()
        .forEach(
            (kind, rows) ->
                kinds.put(
                    kind,
                    new KindFigures(
                        rows,
                        list().attacks().stream()
                            .filter(attack -> attack.kind().equals(kind))
                            .mapToInt(ListedAttack::entry)
                            .toArray())));
  }

  private RankedList list() {
    return results.list();
  }

  /** The method that scored. */
  String method() {
    return method;
  }

  /** What the labels name. */
  LabelledEvents labelled() {
    return labelled;
  }

  /** Rows with a rank. */
  int listedRows() {
    return list().rows();
  }

  /** Entries that these rows make. */
  int entries() {
    return list().entries();
  }

  /** Events that were scored, listed or not. */
  long scored() {
    return scored;
  }

  /** Rows that an allow-list has taken off the list. */
  long allowListed() {
    return results.allowListed();
  }

  /** Attack rows that an allow-list has taken off the list. */
  long allowListedAttacks() {
    return results.allowListedAttacks();
  }

  /** The share of the attack rows of the day whose entry is among the first n. */
  Share recall(int n) {
    return new Share(
        list().attacks().stream().filter(attack -> attack.entry() <= n).count(),
        labelled.attacks());
  }

  /** The share of the attack rows of the day that are among the first n rows. */
  Share recallOfRows(int n) {
    return new Share(attacksInRows(n), labelled.attacks());
  }

  /** The share of the first n entries (of all, if there are fewer) that have an attack row. */
  Share precision(int n) {
    return new Share(list().hits(n), Math.min(n, list().entries()));
  }

  /** The share of the first n rows (of all, if there are fewer) that are attack rows. */
  Share precisionOfRows(int n) {
    return new Share(attacksInRows(n), Math.min(n, list().rows()));
  }

  private long attacksInRows(int n) {
    return list().attacks().stream().filter(attack -> attack.row() <= n).count();
  }

  /** The area under the ROC curve over the scored events; those not listed tie, after the rest. */
  Share area() {
    return area;
  }

  /** For each kind of attack in the file its figures, sorted by its name. */
  Map<String, KindFigures> kinds() {
    return Collections.unmodifiableMap(kinds);
  }
}
