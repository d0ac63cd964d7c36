/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/** All that a file of labels names, each event once, in the order of their first lines. */
final class LabelledEvents {
  private final List<LabelledEvent> events;
  private final int labels;

  private LabelledEvents(List<LabelledEvent> events, int labels) {
    this.events = events;
    this.labels = labels;
  }

  /**
   * The events that these labels name.
   *
   * @param file its name, for messages
   * @throws CommandFailure if two labels give the same event to different kinds of attack
   */
  static LabelledEvents of(String file, List<Label> labels) {
    Map<List<Object>, LabelledEvent> byValues = new LinkedHashMap<>();
    for (Label label : labels) {
      LabelledEvent known = byValues.putIfAbsent(label.event(), new LabelledEvent(label));
      if (known == null) {
        continue;
      }
      if (!known.kind().equals(label.kind())) {
        throw new CommandFailure(
            ExitStatus.CONFIGURATION,
            String.format(
                "%s: line %d, column kind: '%s', but line %d calls the same event '%s': take one of the lines out",
                file, label.line(), label.kind(), known.lines().get(0), known.kind()));
      }
      known.repeat(label.line());
    }
    return new LabelledEvents(new ArrayList<>(byValues.values()), labels.size());
  }

  /** Each event once; its place in this list is its number. */
  List<LabelledEvent> events() {
    return events;
  }

  /** Lines of the file without its header. */
  int labels() {
    return labels;
  }

  /** Lines that no event of the day has the values of. */
  List<Long> unmatched() {
    return lines(event -> event.inDay() == 0);
  }

  /** Lines that several events of the day have the values of. */
  List<Long> several() {
    return lines(event -> event.inDay() > 1);
  }

  /** Lines that name an event which could not be scored. */
  List<Long> invalid() {
    return lines(event -> event.invalid() > 0);
  }

  private List<Long> lines(Predicate<LabelledEvent> which) {
    return events.stream()
        .filter(which)
        .flatMap(event -> event.lines().stream())
        .sorted()
        .collect(Collectors.toList());
  }

  /** Attack rows of the day: events that a label names. */
  long attacks() {
    return events.stream().mapToLong(LabelledEvent::inDay).sum();
  }

  /** Attack rows that could not be scored. */
  long invalidAttacks() {
    return events.stream().mapToLong(LabelledEvent::invalid).sum();
  }

  /** Attack rows of the day by kind, also of kinds that have none; sorted by the kind. */
  Map<String, Long> attacksByKind() {
    return events.stream()
        .collect(
            Collectors.groupingBy(
                LabelledEvent::kind, TreeMap::new, Collectors.summingLong(LabelledEvent::inDay)));
  }
}
