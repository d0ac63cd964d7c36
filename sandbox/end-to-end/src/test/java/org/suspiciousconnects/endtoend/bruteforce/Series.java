/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Days of a source, each with the words that it has in sight of those before.
 *
 * @param <E> the source's events
 */
public final class Series<E extends Event> {
  private final int referenceDays;
  private final BiFunction<List<E>, Reference, DayWords> words;
  private final Map<LocalDate, List<E>> events = new LinkedHashMap<>();

  /**
   * @param referenceDays how many days before a day tell what is known on it
   * @param all the events of all days
   * @param words makes the words of the events of a day
   */
  public Series(int referenceDays, List<E> all, BiFunction<List<E>, Reference, DayWords> words) {
    this.referenceDays = referenceDays;
    this.words = words;
    all.forEach(event -> events.computeIfAbsent(event.day(), d -> new ArrayList<>()).add(event));
  }

  /** All days that have events. */
  public Set<LocalDate> days() {
    return events.keySet();
  }

  /** The events of a day, in the order they were added. */
  public List<E> events(LocalDate day) {
    return events.getOrDefault(day, List.of());
  }

  /** What is known on a day. */
  public Reference reference(LocalDate day) {
    List<Set<Meeting>> before = new ArrayList<>();
    for (int back = 1; back <= referenceDays; back++) {
      // Who met whom is of the day's own events alone.
      before.add(words.apply(events(day.minusDays(back)), new Reference(List.of())).meetings);
    }
    return new Reference(before);
  }

  /** The words of a day. */
  public DayWords words(LocalDate day) {
    return words.apply(events(day), reference(day));
  }
}
