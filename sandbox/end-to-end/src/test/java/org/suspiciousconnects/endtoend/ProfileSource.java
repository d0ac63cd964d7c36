/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.suspiciousconnects.endtoend.bruteforce.DayWords;
import org.suspiciousconnects.endtoend.bruteforce.Event;
import org.suspiciousconnects.endtoend.bruteforce.Group;
import org.suspiciousconnects.endtoend.bruteforce.History;
import org.suspiciousconnects.endtoend.bruteforce.Listing;
import org.suspiciousconnects.endtoend.bruteforce.Ranking;
import org.suspiciousconnects.endtoend.bruteforce.Scored;
import org.suspiciousconnects.endtoend.bruteforce.Series;
import org.suspiciousconnects.endtoend.bruteforce.TopicCounts;
import org.suspiciousconnects.endtoend.bruteforce.Verdict;

/**
 * A source as ProfileMethodTest has it: its hand-made days, what is said of them, and what has to
 * come of it.
 *
 * @param name flow, dns or proxy
 * @param vocabulary of its words
 * @param shown its columns in the results that {@link Event#shown} has
 * @param words its columns in the results that have the words of an event
 */
record ProfileSource(
    String name,
    String vocabulary,
    Series<?> series,
    Predicate<Event> isAllowed,
    List<Verdict> verdicts,
    String shown,
    String words) {

  /** The counts that a model for a day is trained on. */
  History history(LocalDate trainedFor) {
    List<Map<Group, Long>> days = new ArrayList<>();
    for (int back = 1; back <= 7; back++) {
      LocalDate day = trainedFor.minusDays(back);
      Map<Group, Long> counts = series.words(day).counts;
      counts
          .keySet()
          .removeIf(
              group -> {
                Integer verdict = Verdict.on(group, day, trainedFor, verdicts);
                return verdict != null && verdict < 3;
              });
      days.add(counts);
    }
    return new History(days);
  }

  /**
   * The groups of a day, ranked.
   *
   * @param counts of the day
   */
  Map<Group, Scored> groups(Map<Group, Long> counts, LocalDate trainedFor, TopicCounts topics) {
    History history = history(trainedFor);
    return Ranking.ranked(
        Ranking.expected(counts, topics, history.backOff(), history.ownCounts()).values());
  }

  /** The list of a day. */
  Listing listing(LocalDate day, Map<Group, Scored> groups, double threshold, long maxResults) {
    DayWords words = series.words(day);
    List<Listing.Candidate> candidates = new ArrayList<>();
    List<? extends Event> valid = series.events(day).stream().filter(Event::isValid).toList();
    for (int i = 0; i < valid.size(); i++) {
      Event event = valid.get(i);
      Scored best = Ranking.best(words.groupsOfEvents.get(i), groups);
      candidates.add(
          new Listing.Candidate(
              event.shown() + "\t" + String.join("\t", words.wordsOfEvents.get(i)),
              best,
              isAllowed.test(event),
              Verdict.on(best.group(), day, day, verdicts)));
    }
    return new Listing(candidates, threshold, maxResults);
  }
}
