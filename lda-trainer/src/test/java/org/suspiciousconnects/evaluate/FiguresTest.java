/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

class FiguresTest {
  /** Labels from line 2 on, each of another event that the day has once. */
  private static LabelledEvents labelled(int count) {
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      labels.add(new Label(i + 2, "scan", List.of(i)));
    }
    LabelledEvents labelled = LabelledEvents.of("labels.tsv", labels);
    labelled.events().forEach(event -> event.found(1, 0));
    return labelled;
  }

  /** The worked example of docs/evaluation.md. */
  @Test
  void theExampleOfTheDocumentation() {
    List<Label> labels = new ArrayList<>();
    for (String label : List.of("b scan", "c scan", "e beacon", "f scan", "z beacon")) {
      labels.add(new Label(labels.size() + 2, label.substring(2), List.of(label.charAt(0))));
    }
    LabelledEvents labelled = LabelledEvents.of("labels.tsv", labels);
    labelled.events().forEach(event -> event.found(1, 0));
    Results results = new Results(labelled);
    results.add(true, 0.1, "g1", null);
    results.add(true, 0.2, "g2", 0);
    results.add(true, 0.3, "g1", 1);
    results.add(true, 0.4, null, null);
    results.add(true, 0.5, null, 2);
    results.add(true, 0.6, "g2", 3);
    Figures figures = new Figures("profile", labelled, results, 20);
    assertEquals(
        "60.0 20.0 100.0 50.0",
        figures.recall(2).percent()
            + " "
            + figures.recallOfRows(2).percent()
            + " "
            + figures.precision(2).percent()
            + " "
            + figures.precisionOfRows(2).percent());
    assertEquals(
        "80.0 40.0 75.0 50.0",
        figures.recall(4).percent()
            + " "
            + figures.recallOfRows(4).percent()
            + " "
            + figures.precision(4).percent()
            + " "
            + figures.precisionOfRows(4).percent());
    assertEquals(new BigDecimal("0.806667"), figures.area().decimal());
    assertEquals(new BigDecimal("2"), figures.kinds().get("scan").medianRank());
    assertNull(figures.kinds().get("beacon").medianRank());
  }

  @Test
  void whatTheMethodKeptWasValidForIt() {
    LabelledEvents labelled = labelled(2);
    labelled.events().forEach(event -> event.found(1, 1));
    Results results = new Results(labelled);
    results.add(true, 0.1, null, 0);
    results.add(true, 0.2, null, null);
    // One attack row, before one other: the second was scored by nobody.
    Figures figures = new Figures("spot", labelled, results, 2);
    assertEquals(new BigDecimal("1.000000"), figures.area().decimal());
    assertEquals(new BigDecimal("0.500000"), figures.recall(100).decimal());
    assertEquals(List.of(2L, 3L), labelled.invalid());
  }

  @Test
  void linesOfOneEventAreTheSameAttackRows() {
    Label label = new Label(2, "scan", List.of("a"));
    LabelledEvents labelled =
        LabelledEvents.of("labels.tsv", List.of(label, new Label(3, "scan", List.of("a"))));
    labelled.events().get(0).found(2, 0);
    Results results = new Results(labelled);
    results.add(true, 0.1, null, 0);
    results.add(true, 0.2, null, null);
    Figures figures = new Figures("spot", labelled, results, 4);
    assertEquals(2, labelled.labels());
    assertEquals(2, labelled.attacks());
    assertEquals(List.of(2L, 3L), labelled.several());
    assertEquals(new BigDecimal("0.500000"), figures.recall(9).decimal());
    // The listed one stands before both others, the other ties with one of them: 2.5 of 4.
    assertEquals(new BigDecimal("0.625000"), figures.area().decimal());
  }

  @Test
  void withoutAttackRowsThereIsNoRecall() {
    LabelledEvents labelled = labelled(1);
    labelled.events().get(0).found(0, 0);
    Results results = new Results(labelled);
    results.add(true, 0.1, null, null);
    Figures figures = new Figures("spot", labelled, results, 4);
    assertNull(figures.recall(9).decimal());
    assertNull(figures.recallOfRows(9).decimal());
    assertNull(figures.area().decimal());
    assertEquals("0.0", figures.precision(9).percent());
  }

  @Test
  void moreThanTheDayHasIsRefused() {
    LabelledEvents labelled = labelled(1);
    Results results = new Results(labelled);
    results.add(true, 0.1, null, 0);
    results.add(false, 0.2, null, 0);
    refused(
        labelled,
        results,
        9,
        "the event of line 2 of the labels is 2 times in the results, but 1 times in the day");
  }

  @Test
  void moreThanWasScoredIsRefused() {
    LabelledEvents labelled = labelled(2);
    Results results = new Results(labelled);
    results.add(true, 0.1, null, 0);
    results.add(true, 0.1, null, null);
    refused(
        labelled,
        results,
        2,
        "method spot scored 2 events by score_runs, but 2 are listed and 1 more are attacks");
  }

  private static void refused(
      LabelledEvents labelled, Results results, long scored, String message) {
    CommandFailure failure =
        assertThrows(CommandFailure.class, () -> new Figures("spot", labelled, results, scored));
    assertEquals(ExitStatus.NO_DATA, failure.status());
    assertTrue(failure.getMessage().startsWith(message), failure::getMessage);
  }

  @Test
  void theTextNamesTheFirstTwentyLines() {
    LabelledEvents labelled = labelled(25);
    labelled.events().forEach(event -> event.found(0, 0));
    String text =
        FiguresText.of(
            "flow on 2016-07-08",
            new Figures("spot", labelled, new Results(labelled), 1_234_567),
            List.of(1));
    assertTrue(
        text.contains(
            "                           25  match no event of the day:"
                + " lines 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21 …\n"),
        text);
    assertTrue(text.contains("  scored events     1,234,567\n"), text);
    assertTrue(text.contains("  AUC of the scored rows: -; the 1,234,567 that are not"), text);
  }
}
