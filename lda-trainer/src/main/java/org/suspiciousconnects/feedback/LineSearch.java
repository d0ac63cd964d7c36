/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.suspiciousconnects.warehouse.ScoreMethod;
import org.suspiciousconnects.warehouse.Warehouse;

/** Looks for what the lines of files are on: words of events, and groups. */
final class LineSearch {
  private final JudgedSource source;
  private final Methods methods;
  private final EventSearch search;
  private final GroupSearch groups;

  /**
   * @param methods that are judged, where they can be
   * @throws org.suspiciousconnects.command.CommandFailure if a table does not exist
   */
  LineSearch(Warehouse warehouse, JudgedSource source, Methods methods) {
    this.source = source;
    this.methods = methods;
    this.search = new EventSearch(warehouse, source);
    this.groups = new GroupSearch(warehouse, source);
  }

  /** The methods that are judged on a day (UTC). */
  Methods methodsOn(LocalDate day) {
    return methods.on(groups.isScored(day));
  }

  /**
   * Looks for what the lines of a file are on.
   *
   * @param earlier imports of this day's file
   * @param rejections gets the lines that are on nothing
   * @return the rows of the others
   * @throws IOException if a rejected line can't be kept
   */
  FeedbackRows find(
      FeedbackFile file,
      List<Judgement> judgements,
      List<EarlierImport> earlier,
      Rejections rejections)
      throws IOException {
    FeedbackRows rows = new FeedbackRows(search, file);
    Map<Long, List<Row>> found = search.find(judgements, file.day());
    Map<Judgement, List<Row>> events = new LinkedHashMap<>();
    for (Judgement judgement : judgements) {
      try {
        List<Row> candidates = found.getOrDefault(judgement.line(), Collections.emptyList());
        events.put(judgement, eventsOf(judgement, candidates, file));
      } catch (RejectedRow e) {
        rejections.add(judgement.line(), e, judgement.text());
      }
    }
    if (methods.include(ScoreMethod.SPOT)) {
      events.forEach((judgement, of) -> rows.addWords(judgement, search.withWords(of)));
    }
    if (methods.include(ScoreMethod.PROFILE)) {
      addGroups(events, file, earlier, rows);
    }
    for (Judgement judgement : events.keySet()) {
      if (!rows.has(judgement)) {
        rejections.add(judgement.line(), withoutRows(), judgement.text());
      }
    }
    return rows;
  }

  private void addGroups(
      Map<Judgement, List<Row>> events,
      FeedbackFile file,
      List<EarlierImport> earlier,
      FeedbackRows rows) {
    Set<List<Object>> all =
        events.values().stream()
            .flatMap(List::stream)
            .map(search::event)
            .collect(Collectors.toSet());
    Map<List<Object>, Set<ListedGroup>> listed =
        groups.find(all, search.eventColumns(), file.day());
    events.forEach(
        (judgement, of) -> {
          for (Row event : of) {
            List<Object> values = search.event(event);
            listed
                .getOrDefault(values, Collections.emptySet())
                .forEach(group -> rows.addGroup(judgement, group, values));
          }
          for (EarlierImport before : earlier) {
            for (Row row : before.groups(judgement, rows.schema())) {
              rows.addGroup(
                  judgement,
                  new ListedGroup(row.getAs("group_ip"), row.getAs("group_word")),
                  search.event(row));
            }
          }
        });
  }

  private RejectedRow withoutRows() {
    return methods.include(ScoreMethod.SPOT)
        ? new RejectedRow(
            Rejection.NO_WORD,
            "the event has no words: it is invalid, or its day's words were not counted yet")
        : new RejectedRow(
            Rejection.NO_GROUP,
            "method profile has not scored the day yet, or does not list the event");
  }

  private List<Row> eventsOf(Judgement judgement, List<Row> candidates, FeedbackFile file)
      throws RejectedRow {
    if (candidates.isEmpty()) {
      throw new RejectedRow(Rejection.NO_EVENT, "no event of " + file.day() + " is this one");
    }
    List<Row> chosen = source.chosen(judgement, candidates);
    if (chosen.isEmpty()) {
      throw new RejectedRow(
          Rejection.NO_EVENT,
          "none of " + candidates.size() + " similar events of " + file.day() + " is this one");
    }
    return chosen;
  }
}
