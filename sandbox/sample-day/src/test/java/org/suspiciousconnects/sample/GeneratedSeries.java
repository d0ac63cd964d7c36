/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.suspiciousconnects.load.DnsColumn;
import org.suspiciousconnects.load.EventColumn;
import org.suspiciousconnects.load.FlowColumn;
import org.suspiciousconnects.load.ProxyColumn;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.word.HostName;

/** Small series in memory, each made once: three days of history and four of reference. */
final class GeneratedSeries {
  static final int ROWS = 10_000;

  /** A Friday: the fifth and sixth of the seven days before are a weekend. */
  static final LocalDate SCORED = LocalDate.parse("2016-07-08");

  private static final Map<Source, GeneratedSeries> OF = new EnumMap<>(Source.class);

  private final Source source;
  private final SampleDay scored;
  private final Map<Series.Day, List<Object[]>> days = new LinkedHashMap<>();

  private GeneratedSeries(Source source) {
    this.source = source;
    List<Series.Day> all = series(source, 1, false).days();
    all.forEach(day -> days.put(day, rows(day.recipe().day())));
    this.scored = all.get(all.size() - 1).recipe().day();
  }

  static GeneratedSeries of(Source source) {
    return OF.computeIfAbsent(source, GeneratedSeries::new);
  }

  static Series series(Source source, long seed, boolean attackInHistory) {
    return new Series(source, seed, SCORED, ROWS, 3, 4, attackInHistory);
  }

  /** The last day of the series of a seed. */
  static SampleDay scored(Source source, long seed) {
    return series(source, seed, false).days().get(7).recipe().day();
  }

  static List<Object[]> rows(SampleDay day) {
    List<Object[]> rows = numbered(day);
    day.planted().forEach(event -> rows.add(event.row()));
    return rows;
  }

  /** The rows of a day without what was planted. */
  static List<Object[]> numbered(SampleDay day) {
    List<Object[]> rows = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      for (long number = day.first(hour); number < day.first(hour + 1); number++) {
        rows.add(day.row(hour, number));
      }
    }
    return rows;
  }

  SampleDay scored() {
    return scored;
  }

  Map<Series.Day, List<Object[]>> days() {
    return days;
  }

  List<Object[]> scoredRows() {
    return days.entrySet().stream()
        .filter(day -> day.getKey().part() == Series.Part.SCORED)
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  /** What all days before the scored one have, such as pairs of client and peer. */
  Set<String> before(Function<Object[], String> what) {
    Set<String> found = new HashSet<>();
    days.forEach(
        (day, rows) -> {
          if (day.part() != Series.Part.SCORED) {
            rows.forEach(row -> found.add(what.apply(row)));
          }
        });
    return found;
  }

  /** The rows of labelled events of these kinds. */
  static List<Object[]> rows(List<Labelled> labelled, Set<? extends Kind> kinds) {
    return labelled.stream()
        .filter(one -> kinds.contains(one.kind()))
        .map(one -> one.event().row())
        .collect(Collectors.toList());
  }

  static String text(Object[] row, EventColumn... columns) {
    StringBuilder text = new StringBuilder();
    for (EventColumn column : columns) {
      text.append(row[column.ordinal()]).append('|');
    }
    return text.toString();
  }

  /** The key by which the labels name an event. */
  String key(Object[] row) {
    return text(row, scored.labelColumns().toArray(new EventColumn[0]));
  }

  String client(Object[] row) {
    switch (source) {
      case FLOW:
        return text(row, FlowColumn.SIP);
      case DNS:
        return text(row, DnsColumn.IP_DST);
      default:
        return text(row, ProxyColumn.CLIENTIP);
    }
  }

  /** Whom a client talks to: a peer, or a registered domain. */
  String peer(Object[] row) {
    switch (source) {
      case FLOW:
        return text(row, FlowColumn.DIP);
      case DNS:
        return domain(row[DnsColumn.DNS_QRY_NAME.ordinal()]);
      default:
        return domain(row[ProxyColumn.HOST.ordinal()]);
    }
  }

  private static String domain(Object name) {
    String text = String.valueOf(name);
    String registered = HostName.of(text).registeredDomain();
    return registered == null ? text : registered;
  }
}
