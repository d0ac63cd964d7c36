/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** The figures of a method as text for people. */
final class FiguresText {
  private static final int MOST_LINES = 20;

  private final Figures figures;
  private final List<Integer> at;
  private final StringBuilder text = new StringBuilder();

  private FiguresText(Figures figures, List<Integer> at) {
    this.figures = figures;
    this.at = at;
  }

  /**
   * Several lines, the last of them blank.
   *
   * @param what was evaluated, such as {@code flow on 2016-07-08}
   * @param at numbers of entries and rows to look at, ascending
   */
  static String of(String what, Figures figures, List<Integer> at) {
    FiguresText all = new FiguresText(figures, at);
    all.line("%s, method %s", what, figures.method());
    all.counts();
    all.shares();
    all.kinds();
    all.line("");
    return all.text.toString();
  }

  private void counts() {
    LabelledEvents labelled = figures.labelled();
    line("  labels         %,12d", labelled.labels());
    lines("match no event of the day", labelled.unmatched());
    lines("match several events, all of them attack rows", labelled.several());
    lines("match an event that could not be scored, an attack row not found", labelled.invalid());
    line("  attack rows    %,12d", labelled.attacks());
    if (figures.allowListedAttacks() > 0) {
      line("  %,27d  are allow-listed, and not found", figures.allowListedAttacks());
    }
    line("  scored events  %,12d", figures.scored());
    line(
        "  listed rows    %,12d  in %,d entries; a group of rows is one entry, a row in no group another",
        figures.listedRows(), figures.entries());
    line("");
  }

  private void lines(String what, List<Long> lines) {
    if (!lines.isEmpty()) {
      line(
          "  %,27d  %s: %s %s%s",
          lines.size(),
          what,
          lines.size() == 1 ? "line" : "lines",
          lines.stream().limit(MOST_LINES).map(String::valueOf).collect(Collectors.joining(", ")),
          lines.size() > MOST_LINES ? " …" : "");
    }
  }

  private void shares() {
    row("%, of the first", n -> String.format(Locale.ROOT, "%,d", n), "");
    row("recall, by entries", n -> figures.recall(n).percent(), "");
    row("recall, by rows", n -> figures.recallOfRows(n).percent(), "");
    row("precision, by entries", n -> figures.precision(n).percent(), "");
    row("precision, by rows", n -> figures.precisionOfRows(n).percent(), "");
    line(
        "  AUC of the scored rows: %s%s",
        figures.area().decimal() == null ? "-" : figures.area().decimal().toPlainString(),
        figures.scored() > figures.listedRows()
            ? String.format(
                Locale.ROOT,
                "; the %,d that are not listed count as tied, after all that are",
                figures.scored() - figures.listedRows())
            : "");
    line("");
  }

  private void kinds() {
    row("found, by entries", n -> String.format(Locale.ROOT, "%,d", n), "   of rows   median rank");
    figures
        .kinds()
        .forEach(
            (kind, of) ->
                row(
                    kind,
                    n -> String.format(Locale.ROOT, "%,d", of.found(n)),
                    String.format(Locale.ROOT, "%,10d  %12s", of.rows(), medianRank(of))));
  }

  private String medianRank(KindFigures of) {
    if (of.rows() == 0) {
      return "-";
    }
    return of.medianRank() == null
        ? "> " + String.format(Locale.ROOT, "%,d", figures.entries())
        : of.medianRank().toPlainString();
  }

  private void row(String name, IntFunction<String> cell, String rest) {
    text.append(String.format(Locale.ROOT, "  %-24s", name));
    at.forEach(n -> text.append(String.format(Locale.ROOT, " %9s", cell.apply(n))));
    text.append(rest).append('\n');
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
