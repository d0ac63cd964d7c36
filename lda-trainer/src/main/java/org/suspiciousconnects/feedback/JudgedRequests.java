/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import static org.apache.spark.sql.functions.col;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.suspiciousconnects.warehouse.Source;

/**
 * Requests: by time, client, host and method. Of several, which differ in the URI then, by the URI:
 * a line has it before the word, where commas of other values don't let it be cut out, but the text
 * before the word ends with it.
 */
final class JudgedRequests extends JudgedSource {
  JudgedRequests() {
    super(Source.PROXY);
  }

  @Override
  RowParser newParser() {
    return new ProxyRows();
  }

  @Override
  Map<String, Map<String, String>> words() {
    return Map.of(
        "proxy_events_spot", Map.of("word", "word_spot"),
        "proxy_events_psl", Map.of("word", "word_psl"));
  }

  @Override
  String client() {
    return "clientip";
  }

  @Override
  Column isOf(LocalDate day) {
    return col("y")
        .equalTo(String.format(Locale.ROOT, "%d", day.getYear()))
        .and(col("m").equalTo(String.format(Locale.ROOT, "%02d", day.getMonthValue())))
        .and(col("d").equalTo(String.format(Locale.ROOT, "%02d", day.getDayOfMonth())));
  }

  @Override
  Column sameEvent(Columns said, Columns event) {
    return equal(said, event, "p_date", "p_time", "clientip", "host", "reqmethod");
  }

  /** Where one URI is the end of another, after a comma, the longer one is meant. */
  @Override
  List<Row> chosen(Judgement judgement, List<Row> candidates) {
    if (candidates.stream().map(JudgedRequests::uri).distinct().count() == 1) {
      return candidates;
    }
    char separator = judgement.rest().charAt(0);
    String uri =
        candidates.stream()
            .map(JudgedRequests::uri)
            .filter(candidate -> judgement.rest().endsWith(separator + candidate))
            .max((one, other) -> Integer.compare(one.length(), other.length()))
            .orElse(null);
    return candidates.stream().filter(event -> uri(event).equals(uri)).collect(Collectors.toList());
  }

  private static String uri(Row event) {
    return String.valueOf(event.<String>getAs("fulluri"));
  }
}
