/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Tables in Markdown that compare the two methods over several series: a line for each seed, the
 * median, and the least and greatest.
 */
final class SeriesTables {
  private static final List<String> METHODS = List.of("spot", "profile");
  private static final List<Integer> AT = List.of(100, 300, 1000, 3000);

  private final List<SeriesResult> series;
  private final StringBuilder text = new StringBuilder();

  private SeriesTables(List<SeriesResult> series) {
    this.series = series;
  }

  /**
   * All tables, of {@code scripts/evaluate.sh --series}.
   *
   * @param series at least one, of the same arguments but for the seed, in the order to show
   */
  static String of(List<SeriesResult> series) {
    SeriesTables tables = new SeriesTables(series);
    tables.head();
    tables.recall("Recall, %, by entries", "figures", "recall");
    tables.recall("Recall, %, by rows", "figures", "recall_rows");
    tables.areas();
    tables.cost();
    if (series.stream().allMatch(SeriesResult::hasNovelties)) {
      tables.recall("Harmless novelties listed, %, by entries", "novelties", "recall");
    }
    return tables.text.toString();
  }

  private void head() {
    SeriesResult first = series.get(0);
    line(
        "%s: %,d events on the scored day, %d days of history, %d of reference; %d topics, lists of %,d entries; %d series.",
        first.argument("source"),
        first.number("rows"),
        first.number("history"),
        first.number("reference"),
        first.number("topics"),
        first.number("max_results"),
        series.size());
    line("");
  }

  private void recall(String title, String of, String figure) {
    List<Column> columns = new ArrayList<>();
    if (of.equals("figures")) {
      columns.add(new Column("attack rows", "%,.0f", s -> (double) s.attacks(METHODS.get(0))));
    }
    for (String method : METHODS) {
      for (int n : AT) {
        columns.add(
            new Column(
                String.format(Locale.ROOT, "%s %,d", method, n),
                "%.1f",
                s -> percent(s.share(of, method, figure, n))));
      }
    }
    table(title + ", of the first 100, 300, 1,000 and 3,000", columns);
  }

  private void areas() {
    table(
        "AUC of the scored rows",
        METHODS.stream()
            .map(method -> new Column(method, "%.3f", s -> s.area(method)))
            .collect(Collectors.toList()));
  }

  private void cost() {
    List<Column> columns = new ArrayList<>();
    for (String method : METHODS) {
      for (String step : List.of("count", "train", "score")) {
        columns.add(
            new Column(method + " " + step, "%,.0f", s -> s.cpuSeconds(method + "_" + step)));
      }
      columns.add(new Column(method + " in all", "%,.0f", s -> day(s, method)));
    }
    columns.add(new Column("profile / spot", "%.2f", s -> day(s, "profile") / day(s, "spot")));
    columns.add(
        new Column(
            "profile, count of the earlier days",
            "%,.0f",
            s -> s.cpuSeconds("profile_count_earlier")));
    table("CPU seconds of the scored day, of all processes, their start among it", columns);
  }

  /** What a method costs each day, the days before being counted. */
  private static double day(SeriesResult series, String method) {
    return series.cpuSeconds(method + "_count")
        + series.cpuSeconds(method + "_train")
        + series.cpuSeconds(method + "_score");
  }

  private static Double percent(Double share) {
    return share == null ? null : Double.valueOf(100 * share);
  }

  private void table(String title, List<Column> columns) {
    line("**%s**", title);
    line("");
    row("seed", columns, column -> column.name);
    row("---", columns, column -> "---");
    for (SeriesResult one : series) {
      row(one.argument("seed"), columns, column -> column.cell(one));
    }
    row("median", columns, column -> column.median(series));
    row("least to greatest", columns, column -> column.range(series));
    line("");
  }

  private void row(String first, List<Column> columns, Function<Column, String> cell) {
    text.append("| ").append(first);
    columns.forEach(column -> text.append(" | ").append(cell.apply(column)));
    text.append(" |\n");
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  /** A figure of each series; null is undefined, and so is then what is made of several. */
  private static final class Column {
    private final String name;
    private final String format;
    private final Function<SeriesResult, Double> figure;

    Column(String name, String format, Function<SeriesResult, Double> figure) {
      this.name = name;
      this.format = format;
      this.figure = figure;
    }

    String cell(SeriesResult series) {
      return shown(figure.apply(series));
    }

    /** Of two in the middle their mean. */
    String median(List<SeriesResult> all) {
      List<Double> sorted = sorted(all);
      int n = sorted.size();
      return sorted.contains(null)
          ? shown(null)
          : shown((sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2);
    }

    String range(List<SeriesResult> all) {
      List<Double> sorted = sorted(all);
      return sorted.contains(null)
          ? shown(null)
          : shown(sorted.get(0)) + " to " + shown(sorted.get(sorted.size() - 1));
    }

    /** Ascending, or as they are if one is null. */
    private List<Double> sorted(List<SeriesResult> all) {
      List<Double> figures = all.stream().map(figure).collect(Collectors.toList());
      if (!figures.contains(null)) {
        Collections.sort(figures);
      }
      return figures;
    }

    private String shown(Double value) {
      return value == null ? "-" : String.format(Locale.ROOT, format, value);
    }
  }
}
