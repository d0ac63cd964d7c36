/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.TestWarehouse;
import picocli.CommandLine;

/** Trains models of method profile on real tables in real Spark. */
class TrainProfileTest {
  private static final String DATABASE = "train_profile_test";

  /** Words of three views, of as many fields as in flow; every third is about a rare item. */
  private static final String[] WORDS = {
    "event|src-ext-to443|TCP-SA|b4|k0|r3",
    "event|src-ext-to443|TCP-SA|b4|k21|r3",
    "event|src-ext-to443|TCP-SA|b5|k21|r3",
    "event|src-ext-to443|TCP--|b5|k2|r3",
    "event|dst-int-from53|UDP|b2|k21|r4",
    "event|dst-int-from53|UDP|b4|k5|r4",
    "pair|k0-ext|s1|g0|b7|n9",
    "pair|k21-ext|s1|g-|b7|n9",
    "pair|k5-int|s1|g-|b7|n2",
    "fan|p3|n5",
    "fan|p3|n6",
  };

  private static final Set<String> RARE =
      Set.of(
          "event|src-ext-to443|TCP-SA|b4|k0|r3",
          "event|src-ext-to443|TCP--|b5|k2|r3",
          "pair|k0-ext|s1|g0|b7|n9");

  private static TestWarehouse tables;

  /** What the week before 8 July has: for each IP its words, each day's counts added up. */
  private static final WordCounts WEEK = new WordCounts();

  @BeforeAll
  static void aWeek() {
    tables = TestWarehouse.create(DATABASE);
    // The days a model for 8 July is to leave alone: itself, and one more than a week before.
    insert("flow", 8, "spot", List.of("('10.0.0.1', 'event|today|k0', 5L, 'spot')"));
    Random random = new Random(8);
    // 4 July was not counted; June has 30 days, 30 stands for one too many.
    for (int day : new int[] {1, 2, 3, 5, 6, 7}) {
      List<String> rows = new ArrayList<>();
      for (int ip = 0; ip < 6; ip++) {
        for (String word : WORDS) {
          int count = random.nextInt(4);
          if (count > 0) {
            WEEK.add("10.0.0." + ip, word, count);
            rows.add(String.format("('10.0.0.%d', '%s', %dL, 'spot')", ip, word, count));
          }
        }
      }
      insert("flow", day, "profile", rows);
    }
    insert("flow", 8, "profile", List.of("('10.0.0.1', 'event|today|k0', 5L, 'spot')"));
    insert("flow", 20, "profile", List.of("('10.0.0.1', 'web', 5L, 'spot')"));
    insert("dns", 7, "profile", List.of("('10.0.0.1', 'fan|ok|p2|n3', 5L, 'psl')"));
  }

  /** The view's columns, which are here filled without the events that were judged. */
  @BeforeEach
  void nothingWasSaid() {
    for (String source : List.of("flow", "dns")) {
      verdicts(source, "'spot'", "WHERE 1 = 0");
    }
  }

  private static void verdicts(String source, String vocabulary, String where) {
    TestWarehouse.session()
        .sql(
            String.format(
                "CREATE OR REPLACE VIEW %s.%s_verdicts AS SELECT %s AS vocabulary, 'profile' AS score_method,"
                    + " '10.0.0.3' AS ip, '%s' AS word, 1 AS verdict, 'ip_word' AS feedback_scope,"
                    + " '2016-07-07' AS event_day, CAST(NULL AS STRING) AS expires_on,"
                    + " '2016-07-07 12:00:00' AS given_at, CAST(NULL AS BIGINT) AS line_number,"
                    + " CAST(NULL AS STRING) AS problem %s",
                DATABASE, source, vocabulary, WORDS[0], where));
  }

  @Test
  void theWeekBeforeTheDayIsCountedOut() {
    train("flow", 8);
    Row run = current("flow", "model_runs").head();
    assertEquals("profile", run.getAs("score_method"));
    assertEquals("spot", run.getAs("vocabulary"));
    assertEquals("2016-07-01", run.getAs("window_from"));
    assertEquals("2016-07-07", run.getAs("window_to"));
    assertEquals("2016-07-08", run.getAs("trained_for"));
    assertEquals(6, run.<Long>getAs("documents"));
    assertEquals(WORDS.length, run.<Long>getAs("words"));
    assertEquals(1.0, run.<Double>getAs("unseen_words"), "the day itself is not known");
    assertNull(run.getAs("heldout_perplexity"));
    assertEquals(6, current("flow", "flow_topic_mix").count());
    assertEquals(WORDS.length, current("flow", "flow_word_topics").count());
    assertEquals(2, current("flow", "flow_topics").count());
    assertEquals(2 * WORDS.length, current("flow", "flow_topic_top_words").count());
    assertEquals(expectedParts(WEEK), parts());
    Set<String> own = new TreeSet<>();
    WEEK.counts()
        .forEach(
            (ip, words) ->
                words.forEach(
                    (word, count) -> {
                      if (RARE.contains(word)) {
                        own.add(ip + " " + word + " " + count);
                      }
                    }));
    assertTrue(own.size() > 10, own.toString());
    assertEquals(own, own());
  }

  /** Some of it by hand, where the toy corpus can be seen through. */
  @Test
  void partsOfOneWord() {
    train("dns", 8);
    assertEquals("psl", current("dns", "model_runs").head().getAs("vocabulary"));
    assertEquals(
        Set.of(
            "* 5 3",
            "fan 5 1",
            "fan|ok 5 1",
            "fan|ok|p2 5 1",
            "fan|ok|p2|n3 5 0",
            "fan#1 5 1",
            "fan#1=ok 5 0",
            "fan#2 5 1",
            "fan#2=p2 5 0",
            "fan#3 5 1",
            "fan#3=n3 5 0"),
        texts(current("dns", "dns_word_parts"), "word_part", "tokens", "continuations"));
    assertEquals(0, current("dns", "dns_own_counts").count());
  }

  @Test
  void whatAnalystsFoundSeriousIsInNoTable() {
    verdicts("flow", "'spot'", "");
    train("flow", 8);
    WordCounts left = new WordCounts();
    WEEK.counts()
        .forEach(
            (ip, words) ->
                words.forEach(
                    (word, count) -> {
                      if (!ip.equals("10.0.0.3") || !word.equals(WORDS[0])) {
                        left.add(ip, word, count);
                      }
                    }));
    assertEquals(expectedParts(left), parts());
    assertTrue(own().stream().noneMatch(row -> row.startsWith("10.0.0.3 " + WORDS[0])));
    Row run = current("flow", "model_runs").head();
    assertEquals(tokens(left), run.<Long>getAs("tokens"));
    assertEquals(
        tokens(left),
        current("flow", "flow_word_topics").selectExpr("SUM(tokens)").head().getDouble(0),
        1e-9);
  }

  @Test
  void theSameTrainingIsTheSameModelHoweverItIsCut() {
    train("flow", 8);
    String first = model("flow");
    List<String> rows = everything();
    TestWarehouse.session().conf().set("spark.sql.shuffle.partitions", 5);
    try {
      train("flow", 8);
    } finally {
      TestWarehouse.session().conf().set("spark.sql.shuffle.partitions", 2);
    }
    assertEquals(first, model("flow"));
    assertEquals(rows, everything());
  }

  @Test
  void modelsOfSpotHaveNoParts() {
    train("flow", 8, "--method", "spot");
    String spot =
        tables
            .table("current_models")
            .where("source = 'flow' AND score_method = 'spot'")
            .head()
            .getAs("model_id");
    assertEquals(1, tables.table("flow_word_topics").where("model_id = '" + spot + "'").count());
    for (String table : List.of("flow_word_parts", "flow_own_counts")) {
      assertTrue(
          tables.warehouse().partitions(table).stream()
              .noneMatch(partition -> partition.value("model_id").equals(spot)),
          table);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "flow, 1, 2016-06-24 to 2016-06-30 in the vocabulary spot",
    "proxy, 8, 2016-07-01 to 2016-07-07 in the vocabulary psl"
  })
  void withoutHistoryTheRemedyIsNamed(String source, int day, String window) {
    CommandFailure failure = assertThrows(CommandFailure.class, () -> train(source, day));
    assertEquals(ExitStatus.NO_DATA, failure.status());
    assertEquals(
        String.format(
            "%s.%s_word_counts has no word counts for %s: run scripts/run_sql.sh"
                + " sql/count_words_%s_profile.sql for a day of these first; if one was counted, verdicts leave"
                + " all its words out (docs/feedback.md)",
            DATABASE, source, window, source),
        failure.getMessage());
  }

  @Test
  void aWordOfAnotherMethodIsRefused() {
    CommandFailure failure = assertThrows(CommandFailure.class, () -> train("flow", 21));
    assertEquals(ExitStatus.NO_DATA, failure.status());
    assertEquals(
        "'web' is no word of method profile: count the words of these days again",
        failure.getMessage());
  }

  private static long tokens(WordCounts counts) {
    return counts.counts().values().stream()
        .flatMap(words -> words.values().stream())
        .mapToLong(n -> n)
        .sum();
  }

  /** The table as its definition says it, one part at a time. */
  private static Set<String> expectedParts(WordCounts counts) {
    TreeMap<String, Long> tokens = new TreeMap<>();
    TreeMap<String, Set<String>> next = new TreeMap<>();
    counts
        .counts()
        .values()
        .forEach(
            words ->
                words.forEach(
                    (word, count) -> {
                      String[] fields = word.split("[|]");
                      tokens.merge("*", count, Long::sum);
                      for (int j = 0; j < fields.length; j++) {
                        String prefix = String.join("|", java.util.Arrays.copyOf(fields, j + 1));
                        tokens.merge(prefix, count, Long::sum);
                        next.computeIfAbsent(prefix, x -> new TreeSet<>());
                        if (j + 1 < fields.length) {
                          next.get(prefix).add(fields[j + 1]);
                        }
                        if (j > 0) {
                          String position = fields[0] + "#" + j;
                          tokens.merge(position, count, Long::sum);
                          next.computeIfAbsent(position, x -> new TreeSet<>()).add(fields[j]);
                          tokens.merge(position + "=" + fields[j], count, Long::sum);
                        }
                      }
                    }));
    next.put("*", Set.of("event", "pair", "fan"));
    return tokens.entrySet().stream()
        .map(
            part ->
                part.getKey()
                    + " "
                    + part.getValue()
                    + " "
                    + next.getOrDefault(part.getKey(), Set.of()).size())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> parts() {
    return texts(current("flow", "flow_word_parts"), "word_part", "tokens", "continuations");
  }

  private static Set<String> own() {
    return texts(current("flow", "flow_own_counts"), "ip", "word", "tokens");
  }

  /** Rows as text; that no two are alike is part of it. */
  private static Set<String> texts(Dataset<Row> rows, String... columns) {
    Set<String> texts = new TreeSet<>();
    for (Row row : rows.selectExpr(columns).collectAsList()) {
      assertTrue(texts.add(row.mkString(" ")), () -> "twice: " + row);
    }
    return texts;
  }

  private static List<String> everything() {
    List<String> rows = new ArrayList<>();
    for (String table :
        List.of(
            "flow_topic_mix",
            "flow_word_topics",
            "flow_topics",
            "flow_topic_top_words",
            "flow_word_parts",
            "flow_own_counts")) {
      current("flow", table).collectAsList().stream()
          .map(row -> table + row)
          .sorted()
          .forEach(rows::add);
    }
    return rows;
  }

  private static Dataset<Row> current(String source, String table) {
    return tables.table(table).where("model_id = '" + model(source) + "'");
  }

  private static String model(String source) {
    return tables
        .table("current_models")
        .where("source = '" + source + "' AND score_method = 'profile'")
        .head()
        .getAs("model_id");
  }

  /** As the command does, in the session of the tests, which stays open. */
  private static void train(String source, int day, String... more) {
    List<String> all = new ArrayList<>(List.of("--source", source, "--database", DATABASE));
    Collections.addAll(all, "--date", String.format("2016-07-%02d", day), "--no-held-out");
    Collections.addAll(all, "--topics", "2", "--max-iterations", "3");
    if (more.length == 0) {
      Collections.addAll(all, "--method", "profile");
    }
    Collections.addAll(all, more);
    TrainLda command = new TrainLda();
    new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(all.toArray(new String[0]));
    command.train(TestWarehouse.session());
  }

  private static void insert(String source, int day, String method, List<String> rows) {
    TestWarehouse.session()
        .sql(
            String.format(
                "INSERT INTO %s.%s_word_counts PARTITION (y = 2016, m = 7, d = %d, score_method = '%s') VALUES %s",
                DATABASE, source, day, method, String.join(", ", rows)));
  }
}
