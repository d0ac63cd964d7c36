/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * SQL has no include: what the sources have in common stands in the files of each. This test holds
 * them together, so that a change to one is a change to all.
 */
class SourcesAlikeTest {
  private static final List<String> SOURCES = List.of("flow", "dns", "proxy");
  private static final Pattern TABLE =
      Pattern.compile(
          "CREATE EXTERNAL TABLE IF NOT EXISTS (\\w+) \\(\\R(.*?)\\R\\)\\R(?:PARTITIONED BY \\((.*?)\\))?",
          Pattern.DOTALL);

  @Test
  void theSourcesHaveTheSameTablesForTheSameThings() throws IOException {
    Map<String, String> flow = tables("flow");
    for (String source : List.of("dns", "proxy")) {
      Map<String, String> tables = tables(source);
      for (String ending :
          List.of(
              "_word_counts",
              "_word_counts_staging",
              "_topic_mix",
              "_word_topics",
              "_topics",
              "_topic_top_words",
              "_word_parts",
              "_own_counts",
              "_judged",
              "_rejected_lines",
              "_word_parts",
              "_own_counts",
              "_clients",
              "_clients_staging",
              "_pairs",
              "_pairs_staging",
              "_fans",
              "_fans_staging",
              "_day_words",
              "_groups",
              "_explanations",
              "_explanations_staging",
              "_ingest_summary",
              "_ingest_summary_staging")) {
        assertEquals(flow.get("flow" + ending), tables.get(source + ending), source + ending);
      }
      for (String ending : List.of("_scored_results", "_invalid")) {
        assertEquals(
            partitions(flow.get("flow" + ending)),
            partitions(tables.get(source + ending)),
            source + ending);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"common", "flow", "dns", "proxy"})
  void stagingTablesHaveTheColumnsOfTheirTables(String file) throws IOException {
    Map<String, String> tables = tables(file);
    List<String> staging = tables.keySet().stream().filter(t -> t.endsWith("_staging")).toList();
    assertFalse(staging.isEmpty(), "no staging table in ddl/" + file + ".sql");
    for (String table : staging) {
      assertEquals(
          columns(tables.get(table.replace("_staging", ""))), columns(tables.get(table)), table);
    }
  }

  /**
   * What only {@code score_runs} counts stays in the scratch; what tells of a group is in it once.
   */
  @Test
  void resultsAreTheScratchTheRankTheVerdictAndTheGroup() throws IOException {
    String counted = ",\n  unseen_ip INT,\n  unseen_word INT,\n  model_id STRING";
    String countedOfGroups = ",\n  group_number BIGINT,\n  verdict INT" + counted;
    String ranked = ",\n  score_rank INT,\n  model_id STRING,\n  verdict INT";
    String group =
        ",\n  score_view STRING,\n  group_id STRING,\n  group_size BIGINT,\n  expected DOUBLE,\n  log_p DOUBLE";
    for (String source : SOURCES) {
      Map<String, String> tables = tables(source);
      String results = columns(tables.get(source + "_scored_results"));
      assertEquals(
          columns(tables.get(source + "_scoring")),
          results.replace(group, "").replace(ranked, counted),
          source);
      assertEquals(
          columns(tables.get(source + "_group_scoring")),
          results.replace(group, "").replace(ranked, countedOfGroups),
          source);
    }
  }

  /** From the guard against a wrong huser on: the swap. */
  @Test
  void wordCountsAreReplacedInOneWay() throws IOException {
    String from = "-- Are there new counts where the swap will look for them?";
    String flow = lastFrom(from, statements("count_words", "flow"));
    for (String source : List.of("dns", "proxy")) {
      assertEquals(flow, lastFrom(from, statements("count_words", source)), source);
    }
  }

  /** From the counts of every fate on: their check and the swaps. */
  @Test
  void daysAreReplacedInOneWay() throws IOException {
    String from = "-- What became of every event; each figure";
    String flow = lastFrom(from, statements("score", "flow"));
    for (String source : List.of("dns", "proxy")) {
      assertEquals(flow, lastFrom(from, statements("score", source)), source);
    }
  }

  /** From the words of the three views on. */
  @Test
  void wordCountsOfProfileAreReplacedInOneWay() throws IOException {
    String from = "INSERT OVERWRITE TABLE <source>_word_counts_staging";
    String flow = lastFrom(from, profile("count_words", "flow"));
    for (String source : List.of("dns", "proxy")) {
      assertEquals(flow, lastFrom(from, profile("count_words", source)), source);
    }
  }

  /** The days before, up to their items. */
  @Test
  void whatWasKnownIsCountedInOneWay() throws IOException {
    String flow = between("WITH met AS (", "\n),", profile("count_words", "flow"));
    for (String source : List.of("dns", "proxy")) {
      assertEquals(flow, between("WITH met AS (", "\n),", profile("count_words", source)), source);
    }
  }

  /** All but which days, events and values of the allow-list there are. */
  @Test
  void groupsAreScoredInOneWay() throws IOException {
    Map<String, String> parts =
        Map.of(
            "-- The model, found once",
            "INSERT OVERWRITE TABLE allow_listed_values",
            "-- The two ways to the model's rows",
            "allowed_ips AS (",
            "-- The list: the first max_results groups",
            "\n)\nINSERT",
            "-- What became of every event; each figure",
            "ALTER TABLE allow_listed_values DROP");
    for (Map.Entry<String, String> part : parts.entrySet()) {
      String flow = between(part.getKey(), part.getValue(), profile("score", "flow"));
      for (String source : List.of("dns", "proxy")) {
        assertEquals(
            flow, between(part.getKey(), part.getValue(), profile("score", source)), source);
      }
    }
  }

  /** Proxy's words need them, whichever method is the first to count. */
  @Test
  void bothMethodsCountUserAgentsInOneWay() throws IOException {
    String from = "INSERT OVERWRITE TABLE <source>_user_agents_staging";
    String to =
        "ALTER TABLE <source>_user_agents_staging DROP IF EXISTS PARTITION (run_id = '${hivevar:run_id}');";
    assertEquals(
        between(from, to, statements("count_words", "proxy")),
        between(from, to, profile("count_words", "proxy")));
  }

  @Test
  void verdictsAreReadInOneWay() throws IOException {
    String flow = judged("count_words", "flow");
    for (String source : SOURCES) {
      for (String step : List.of("count_words", "score")) {
        assertEquals(flow, judged(step, source), step + " " + source);
      }
    }
  }

  private static String judged(String step, String source) throws IOException {
    String text =
        lastFrom("-- The verdicts that count on the day", statements(step, source))
            .replace("'${hivevar:vocabulary}'", "'spot'");
    return text.substring(0, text.indexOf(';'));
  }

  /** The view and what is said of it. */
  @Test
  void topicsAreNamedInOneWay() throws IOException {
    String from = "-- The topics of a model for people";
    String to = "t.topic = n.topic;";
    String flow = between(from, to, alike("ddl/flow.sql", "flow"));
    for (String source : List.of("dns", "proxy")) {
      assertEquals(flow, between(from, to, alike("ddl/" + source + ".sql", source)), source);
    }
  }

  /** What is known of addresses, and why a result is suspicious. */
  @Test
  void resultsAreEnrichedAndExplainedInOneWay() throws IOException {
    Map<String, String> parts =
        Map.of(
            "SELECT sc_require(CAST('${hivevar:limit_rows}'",
            "-- What is published",
            "lengths AS (",
            ") t ON i.ip = t.ip;",
            "-- How often anybody had these words",
            "-- The swaps:");
    for (Map.Entry<String, String> part : parts.entrySet()) {
      String flow = between(part.getKey(), part.getValue(), published("flow"));
      for (String source : List.of("dns", "proxy")) {
        assertEquals(flow, between(part.getKey(), part.getValue(), published(source)), source);
      }
    }
  }

  /** A file of method profile with what has to differ replaced, which is more than of spot. */
  private static String profile(String step, String source) throws IOException {
    return alike("sql/" + step + "_" + source + "_profile.sql", source)
        .replaceAll("<source>_(ends|answers|requests)", "<scratch>")
        .replaceAll("'(spot|psl)'( AS vocabulary)", "'<vocabulary>'$2")
        .replaceAll("(vocabulary = )'(spot|psl)'", "$1'<vocabulary>'")
        .replaceAll("FROM <events>(?:_psl)? GROUP BY", "FROM <events> GROUP BY")
        .replaceAll("'a (<source>|DNS answer|request) of", "'an <event> of")
        .replaceAll("_" + source + "_profile\\.sql", "_<source>_profile.sql")
        .replaceAll("Each (<source>|DNS answer|request) with the first of .*", "Each <event>");
  }

  /** What an event has beside the IP that the explanation is of differs. */
  private static String published(String source) throws IOException {
    return statements("oa", source)
        .replaceAll("\\S.* AS other,", "<other> AS other,")
        .replaceAll("SELECT (sip, dip|<source>_qry_name|host), score,", "SELECT <columns>, score,")
        .replaceAll("' (with|asking for|to) '", "' <with> '")
        .replaceAll("' (flows|answers|requests)'", "' <events>'");
  }

  private static String statements(String step, String source) throws IOException {
    return alike("sql/" + step + "_" + source + ".sql", source);
  }

  /** A file with what has to differ replaced: source, event, view, partitions. */
  private static String alike(String file, String source) throws IOException {
    return Files.readString(HiveSql.repository().resolve(file))
        .replaceAll("\\b" + source + "_events(_\\$\\{hivevar:vocabulary})?", "<events>")
        .replaceAll("no (flow|DNS answer|request) of the day", "no <event> of the day")
        .replaceAll("'(\\$\\{hivevar:[ymd]})'", "$1")
        .replaceAll("\\b" + source + "(?=\\b|_)", "<source>");
  }

  private static String lastFrom(String start, String text) {
    int at = text.lastIndexOf(start);
    assertFalse(at < 0, "no '" + start + "'");
    return text.substring(at);
  }

  private static String between(String start, String end, String text) {
    int at = text.indexOf(start);
    assertFalse(at < 0, "no '" + start + "'");
    int to = text.indexOf(end, at);
    assertFalse(to < 0, "no '" + end + "' after '" + start + "'");
    return text.substring(at, to);
  }

  /** The columns of each table of a file, then its partition columns. */
  private static Map<String, String> tables(String file) throws IOException {
    Matcher matcher =
        TABLE.matcher(Files.readString(HiveSql.repository().resolve("ddl/" + file + ".sql")));
    Map<String, String> tables = new TreeMap<>();
    while (matcher.find()) {
      tables.put(matcher.group(1), matcher.group(2) + "|" + matcher.group(3));
    }
    return tables;
  }

  private static String columns(String table) {
    return Arrays.asList(table.split("\\|")).get(0);
  }

  private static String partitions(String table) {
    return Arrays.asList(table.split("\\|")).get(1);
  }
}
