/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.dialect;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What an operator would give for the variables of the SQL files. */
final class SampleValues {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{hivevar:(\\w+)}");

  /** Several values where the statements differ by them. */
  private static final Map<String, List<String>> VALUES =
      Map.ofEntries(
          Map.entry("dbname", List.of("spot")),
          Map.entry("huser", List.of("/user/spot", "hdfs://nameservice1/user/spot")),
          Map.entry("udfs_jar", List.of("hdfs:///user/spot/jars/suspicious-connects-udfs.jar")),
          Map.entry("source", List.of("flow", "dns", "proxy")),
          Map.entry("vocabulary", List.of("spot", "psl")),
          Map.entry("score_method", List.of("spot", "profile")),
          Map.entry("y", List.of("2016")),
          Map.entry("m", List.of("07", "7")),
          Map.entry("d", List.of("08", "8")),
          Map.entry("h", List.of("00", "0")),
          Map.entry("run_id", List.of("1467961125000")),
          Map.entry("model_id", List.of("newest", "current", "0123456789abcdef")),
          Map.entry("topic", List.of("3")),
          Map.entry("threshold", List.of("1", "1e-6", "0.001")),
          Map.entry("max_results", List.of("3000", "-1")),
          Map.entry("limit_rows", List.of("20")),
          Map.entry("dupfactor", List.of("1000")),
          Map.entry("reference_days", List.of("14", "0")),
          Map.entry("score_rank", List.of("1")),
          Map.entry("verdict", List.of("1", "2", "3")),
          Map.entry("feedback_scope", List.of("event", "ip_word", "word")),
          Map.entry("anchor", List.of("192.0.2.9", "example.com/a?b=1&c=2")),
          Map.entry("author", List.of("alice@example.com")),
          Map.entry("expires_on", List.of("never", "2016-12-31")),
          Map.entry("kind", List.of("cidr", "domain", "port", "user_agent")),
          Map.entry("entry_value", List.of("198.51.100.0/24", "example.com", "8080", "curl/8.5.0")),
          Map.entry("reason", List.of("backup")),
          Map.entry("event_day", List.of("2016-07-08")),
          Map.entry("from_day", List.of("2016-06-17")),
          Map.entry("after_run", List.of("none", "1467961125000")),
          Map.entry("host", List.of("node4.example.com")),
          Map.entry("pid", List.of("4711")),
          Map.entry("process_started", List.of("81277")),
          Map.entry("started_at", List.of("2016-07-09T01:00:00Z")),
          Map.entry("user_domain", List.of("example.com")));

  private SampleValues() {}

  /**
   * The text with values for its variables, once for each of the values of the one that has most.
   */
  static List<String> into(String file, String sql) {
    Set<String> names = new TreeSet<>();
    VARIABLE.matcher(sql).results().forEach(match -> names.add(match.group(1)));
    names.removeAll(VALUES.keySet());
    if (!names.isEmpty()) {
      throw new IllegalArgumentException(
          file + " has variables without sample values: " + names + "; add them to SampleValues");
    }
    int variants =
        VARIABLE.matcher(sql).results().mapToInt(match -> values(match).size()).max().orElse(1);
    return IntStream.range(0, variants)
        .mapToObj(
            i ->
                VARIABLE
                    .matcher(sql)
                    .replaceAll(
                        match ->
                            Matcher.quoteReplacement(values(match).get(i % values(match).size()))))
        .toList();
  }

  private static List<String> values(MatchResult variable) {
    return VALUES.get(variable.group(1));
  }
}
