/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The list of a scored day: which events are kept, with which rank, and what became of the others.
 */
public final class Listing {
  /**
   * A valid event with the group that it is listed with.
   *
   * @param shown its columns, the time first
   * @param isAllowed whether the allow-list has it
   * @param verdict on the group, null if there is none
   */
  public record Candidate(String shown, Scored best, boolean isAllowed, Integer verdict) {}

  /**
   * A row of the results.
   *
   * @param rank from 1; null if the allow-list has the event
   */
  public record Line(Candidate candidate, Integer rank) {}

  /** What is kept; the ranked ones first, in their order. */
  public final List<Line> lines = new ArrayList<>();

  public int aboveThreshold;
  public int beyondMaxResults;
  public int allowListed;
  public int feedbackRemoved;
  public int kept;

  /**
   * @param threshold the greatest share that is kept; 1 is all
   * @param maxResults how many groups are kept; -1 is all
   */
  public Listing(List<Candidate> candidates, double threshold, long maxResults) {
    List<Candidate> sorted = new ArrayList<>(candidates);
    sorted.sort(
        Comparator.comparing(Candidate::best, Ranking.MOST_SUSPICIOUS)
            .thenComparing(Candidate::shown));
    List<Line> allowed = new ArrayList<>();
    Set<Group> entries = new LinkedHashSet<>();
    for (Candidate candidate : sorted) {
      if (candidate.best().share() > threshold) {
        aboveThreshold++;
      } else if (candidate.isAllowed()) {
        allowListed++;
        allowed.add(new Line(candidate, null));
      } else if (candidate.verdict() != null && candidate.verdict() == 3) {
        feedbackRemoved++;
      } else {
        entries.add(candidate.best().group());
        if (maxResults >= 0 && entries.size() > maxResults) {
          beyondMaxResults++;
        } else {
          kept++;
          lines.add(new Line(candidate, kept));
        }
      }
    }
    lines.addAll(allowed);
  }
}
