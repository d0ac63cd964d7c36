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
import java.util.TreeSet;
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

  /** Words of three views. */
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

  /** The model for 8 July. */
  private static String first;

  /** What the week before 8 July has: for each IP its words, each day's counts added up. */
  private static final WordCounts WEEK = new WordCounts();

  @BeforeAll
  static void aWeek() {
    tables = TestWarehouse.create(DATABASE);
    // What a model for 8 July is to leave alone: the day itself, one more than a week before, and
    // the words of spot.
    for (String day : new String[] {"2016-07-08", "2016-06-30"}) {
      insert(day, "profile", List.of("('10.0.0.1', 'event|other|k0', 5L, 'spot')"));
    }
    insert("2016-07-07", "spot", List.of("('10.0.0.1', 'web', 5L, 'spot')"));
    insert("2016-05-01", "profile", List.of("('10.0.0.1', 'web', 5L, 'spot')"));
    Random random = new Random(8);
    // 4 July was not counted.
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
      insert("2016-07-0" + day, "profile", rows);
    }
    nothingWasSaid();
    train("flow", "2016-07-08");
    first = model();
  }

  @BeforeEach
  void nobodySaidAnything() {
    nothingWasSaid();
  }

  private static void nothingWasSaid() {
    TestWarehouse.session()
        .sql(
            "ALTER TABLE "
                + DATABASE
                + ".flow_feedback DROP IF EXISTS PARTITION (feedback_id = 'f')");
  }

  @Test
  void theWeekBeforeTheDayIsCountedOut() {
    Row run = of(first, "model_runs").head();
    assertEquals("profile", run.getAs("score_method"));
    assertEquals("spot", run.getAs("vocabulary"));
    assertEquals("2016-07-01", run.getAs("window_from"));
    assertEquals("2016-07-07", run.getAs("window_to"));
    assertEquals("2016-07-08", run.getAs("trained_for"));
    assertEquals(6, run.<Long>getAs("documents"));
    assertEquals(WORDS.length, run.<Long>getAs("words"));
    assertEquals(1.0, run.<Double>getAs("unseen_words"), "the day itself is not known");
    assertNull(run.getAs("heldout_perplexity"));
    assertEquals(6, of(first, "flow_topic_mix").count());
    assertEquals(WORDS.length, of(first, "flow_word_topics").count());
    assertEquals(2, of(first, "flow_topics").count());
    assertEquals(2 * WORDS.length, of(first, "flow_topic_top_words").count());
    assertEquals(PartCountsTest.expected(WEEK), parts(first));
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
    assertEquals(own, own(first));
  }

  @Test
  void whatAnalystsFoundSeriousIsInNoTable() {
    TestWarehouse.session()
        .sql(
            String.format(
                "INSERT INTO %s.flow_feedback PARTITION (feedback_id = 'f') (event_day, verdict, feedback_scope,"
                    + " given_at, group_ip, group_word) VALUES ('2016-07-07', 2, 'ip_word', '2016-07-07 12:00:00',"
                    + " '10.0.0.3', '%s')",
                DATABASE, WORDS[0]));
    train("flow", "2016-07-08");
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
    assertEquals(PartCountsTest.expected(left), parts(model()));
    assertTrue(own(model()).stream().noneMatch(row -> row.startsWith("10.0.0.3 " + WORDS[0])));
    Row run = of(model(), "model_runs").head();
    assertEquals(tokens(left), run.<Long>getAs("tokens"));
    assertEquals(
        tokens(left),
        of(model(), "flow_word_topics").selectExpr("SUM(tokens)").head().getDouble(0),
        1e-9);
  }

  @Test
  void theSameTrainingIsTheSameModelHoweverItIsCut() {
    List<String> rows = everything(first);
    TestWarehouse.session().conf().set("spark.sql.shuffle.partitions", 5);
    try {
      train("flow", "2016-07-08");
    } finally {
      TestWarehouse.session().conf().set("spark.sql.shuffle.partitions", 2);
    }
    assertEquals(first, model());
    assertEquals(rows, everything(first));
  }

  @ParameterizedTest
  @CsvSource({
    "flow, 2016-06-30, 2016-06-23 to 2016-06-29 in the vocabulary spot",
    "proxy, 2016-07-08, 2016-07-01 to 2016-07-07 in the vocabulary psl"
  })
  void withoutHistoryTheRemedyIsNamed(String source, String day, String window) {
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
    CommandFailure failure = assertThrows(CommandFailure.class, () -> train("flow", "2016-05-02"));
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

  private static Set<String> parts(String model) {
    return texts(of(model, "flow_word_parts"), "word_part", "tokens", "continuations");
  }

  private static Set<String> own(String model) {
    return texts(of(model, "flow_own_counts"), "ip", "word", "tokens");
  }

  /** Rows as text; that no two are alike is part of it. */
  private static Set<String> texts(Dataset<Row> rows, String... columns) {
    Set<String> texts = new TreeSet<>();
    for (Row row : rows.selectExpr(columns).collectAsList()) {
      assertTrue(texts.add(row.mkString(" ")), () -> "twice: " + row);
    }
    return texts;
  }

  private static List<String> everything(String model) {
    List<String> rows = new ArrayList<>();
    for (String table :
        List.of(
            "flow_topic_mix",
            "flow_word_topics",
            "flow_topics",
            "flow_topic_top_words",
            "flow_word_parts",
            "flow_own_counts")) {
      of(model, table).collectAsList().stream().map(row -> table + row).sorted().forEach(rows::add);
    }
    return rows;
  }

  private static Dataset<Row> of(String model, String table) {
    return tables.table(table).where("model_id = '" + model + "'");
  }

  /** The current one. */
  private static String model() {
    return tables
        .table("current_models")
        .where("source = 'flow' AND score_method = 'profile'")
        .head()
        .getAs("model_id");
  }

  /** As the command does, in the session of the tests, which stays open. */
  private static void train(String source, String day) {
    List<String> all = new ArrayList<>(List.of("--source", source, "--database", DATABASE));
    Collections.addAll(all, "--date", day, "--no-held-out");
    Collections.addAll(all, "--topics", "2", "--max-iterations", "3");
    Collections.addAll(all, "--method", "profile");
    TrainLda command = new TrainLda();
    new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(all.toArray(new String[0]));
    command.train(TestWarehouse.session());
  }

  private static void insert(String day, String method, List<String> rows) {
    String[] ymd = day.split("-0?");
    TestWarehouse.session()
        .sql(
            String.format(
                "INSERT INTO %s.flow_word_counts PARTITION (y = %s, m = %s, d = %s, score_method = '%s') VALUES %s",
                DATABASE, ymd[0], ymd[1], ymd[2], method, String.join(", ", rows)));
  }
}
