/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;

/**
 * What an analyst said of a group.
 *
 * @param verdict 1, 2 or 3
 * @param scope event, ip_word or word
 * @param eventDay the day of what was judged
 * @param expiresOn the last day that it holds for, null if it does not end
 * @param givenAt yyyy-MM-dd HH:mm:ss; no two verdicts of a source are of the same time
 */
public record Verdict(
    Group group,
    int verdict,
    String scope,
    LocalDate eventDay,
    LocalDate expiresOn,
    String givenAt) {
  /**
   * The verdict that counts for a group, null if there is none.
   *
   * @param countedOn the day that has the group
   * @param askedFor the day that is scored or trained for
   */
  public static Integer on(
      Group group, LocalDate countedOn, LocalDate askedFor, Collection<Verdict> verdicts) {
    return verdicts.stream()
        .filter(v -> v.isOf(group, countedOn) && v.isInForce(askedFor))
        .max(Comparator.comparing(Verdict::givenAt))
        .map(Verdict::verdict)
        .orElse(null);
  }

  private boolean isOf(Group other, LocalDate countedOn) {
    return group.word().equals(other.word())
        && (scope.equals("word") || group.ip().equals(other.ip()))
        && (!scope.equals("event") || eventDay.equals(countedOn));
  }

  private boolean isInForce(LocalDate day) {
    return !eventDay.isAfter(day) && (expiresOn == null || !expiresOn.isBefore(day));
  }

  /** The row as the VALUES of an INSERT, its columns those of {@link #COLUMNS}. */
  public String row() {
    return Rows.row(
        "" + eventDay,
        verdict,
        scope,
        "tester",
        givenAt,
        expiresOn == null ? null : "" + expiresOn,
        group.ip(),
        group.word());
  }

  /** Columns of the sources' tables of feedback. */
  public static final String COLUMNS =
      "event_day, verdict, feedback_scope, author, given_at, expires_on, group_ip, group_word";
}
