/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.TestWarehouse;
import picocli.CommandLine;

/** {@code --init-from} on real tables: two days of the same hosts, one host and two words new. */
class InitFromTest {
  private static final String DATABASE = "init_from_test";
  private static TestWarehouse tables;
  private static String first;

  @TempDir Path temp;

  @BeforeAll
  static void aModelOfTheFirstDay() {
    tables = TestWarehouse.create(DATABASE);
    KnownTopics habits = new KnownTopics(new Random(3), 4, 60, 40);
    insert("flow", 8, "spot", habits.draw(100));
    insert(
        "flow", 9, "spot", habits.draw(100).add("10.9.9.9", "new", 5).add("10.0.0.1", "newer", 1));
    insert("dns", 8, "spot", habits.draw(20));
    insert("dns", 8, "psl", habits.draw(20));
    first = train("flow", 8, "--no-held-out");
  }

  @Test
  void theRunSaysWhichModelItContinuedAndWhatThatKnew() throws Exception {
    Path report = temp.resolve("report.json");
    PrintStream before = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    String second;
    try {
      second = train("flow", 9, "--no-held-out", "--init-from", first, "--report", "" + report);
    } finally {
      System.setErr(before);
    }
    assertEquals(first, run(second).<String>getAs("init_from"));
    assertTrue(
        Files.readString(report).contains("\"init_from\":\"" + first + "\""),
        Files.readString(report));
    assertTrue(
        said.toString(StandardCharsets.UTF_8)
            .contains(
                String.format(
                    "continues from model %s, which knows %.1f %% of the words and 97.6 %% of the IPs",
                    first, knownWords())),
        said.toString(StandardCharsets.UTF_8));
  }

  /** In percent: of the words of the second day those that the first has. */
  private static double knownWords() {
    List<String> of8 = wordsOf(8);
    List<String> of9 = wordsOf(9);
    return 100.0 * of9.stream().filter(of8::contains).count() / of9.size();
  }

  private static List<String> wordsOf(int day) {
    return tables
        .table("flow_word_counts")
        .where("d = " + day)
        .select("word")
        .distinct()
        .collectAsList()
        .stream()
        .map(r -> r.getString(0))
        .collect(Collectors.toList());
  }

  @Test
  void continuingIsAnotherModelThanStartingAtRandomButAlwaysTheSame() {
    String cold = train("flow", 9);
    String warm = train("flow", 9, "--init-from", first);
    assertNotEquals(cold, warm);
    List<String> rows = texts(warm);
    assertEquals(warm, train("flow", 9, "--init-from", first));
    assertEquals(rows, texts(warm));
    assertNull(run(cold).<String>getAs("init_from"));
    // The held-out test starts at random in both: what is held out may be what the model has seen.
    assertEquals(
        run(cold).<Double>getAs("heldout_perplexity"),
        run(warm).<Double>getAs("heldout_perplexity"));
  }

  @Test
  void onTheSameDayItIsDoneAsSoonAsItCanTell() {
    String again = train("flow", 8, "--no-held-out", "--init-from", first);
    assertEquals(2, run(again).<Integer>getAs("passes"));
    assertTrue(
        run(again).<Double>getAs("log_posterior") >= run(first).<Double>getAs("log_posterior"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "flow | spot | 5 | vocabulary spot and 4 topics, but this training is of source flow, method spot, vocabulary spot and 5 topics",
        "dns | spot | 4 | it is a model of source flow, ",
        "dns | psl | 4 | it is a model of source flow, method spot, vocabulary spot"
      })
  void aModelThatDoesNotFitIsRefused(String source, String vocabulary, int topics, String why) {
    String option = "" + topics;
    refused(why, source, 8, "--vocabulary", vocabulary, "--topics", option, "--init-from", first);
  }

  @Test
  void aModelOfAnotherVocabularyIsRefused() {
    String psl = train("dns", 8, "--no-held-out", "--vocabulary", "psl");
    refused(
        "it is a model of source dns, method spot, vocabulary psl", "dns", 8, "--init-from", psl);
  }

  @Test
  void aModelThatIsNotThereIsRefused() {
    refused(
        "there is no such model: SELECT model_id, source, topics FROM init_from_test.model_runs",
        "flow",
        9,
        "--init-from",
        "0123456789abcdef");
  }

  @ParameterizedTest
  @CsvSource({
    "flow_topics, flow_topics has 0 rows of it and not 4",
    "flow_topic_mix, flow_topic_mix has 0 rows of it and not 40",
    "flow_word_topics, flow_word_topics has 0 rows of it"
  })
  void aModelOfWhichAPartIsMissingIsRefused(String table, String why) {
    String broken =
        train("flow", 8, "--no-held-out", "--max-iterations", "1", "--alpha", "1." + why.length());
    tables.warehouse().dropPartition(table, Map.of("model_id", broken));
    refused(why, "flow", 9, "--init-from", broken);
  }

  @Test
  void whatCanNotBeIsRefusedBeforeSparkStarts() {
    assertEquals(1, status("--init-from", "latest"));
    assertEquals(1, status("--init-from", "0123456789ABCDEF"));
    assertEquals(1, status("--init-from", "0123456789abcdef", "--optimizer", "mllib-em"));
    assertEquals(1, status("--init-from", "0123456789abcdef", "--optimizer", "mllib-online"));
    // Of the session that all tests share: a command that had started would have stopped it.
    assertEquals(2, TestWarehouse.session().range(2).count());
  }

  private static int status(String... arguments) {
    return Application.run(new TrainLda(), all("flow", 8, arguments));
  }

  private static void refused(String why, String source, int day, String... arguments) {
    long before = tables.table("model_runs").count();
    CommandFailure failure =
        assertThrows(CommandFailure.class, () -> train(source, day, arguments));
    assertEquals(ExitStatus.CONFIGURATION, failure.status());
    assertTrue(failure.getMessage().startsWith("--init-from "), failure.getMessage());
    assertTrue(failure.getMessage().contains(why), failure.getMessage());
    assertEquals(before, tables.table("model_runs").count());
  }

  /** Trains as the command does, in the session of the tests, and gives the current model. */
  private static String train(String source, int day, String... arguments) {
    TrainLda command = new TrainLda();
    new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .parseArgs(all(source, day, arguments));
    command.train(TestWarehouse.session());
    return tables
        .table("current_models")
        .where("source = '" + source + "'")
        .head()
        .getAs("model_id");
  }

  private static String[] all(String source, int day, String... arguments) {
    List<String> all = new ArrayList<>(List.of("--source", source, "--database", DATABASE));
    Collections.addAll(all, "--date", "2016-07-0" + day);
    Collections.addAll(all, arguments);
    if (!all.contains("--topics")) {
      Collections.addAll(all, "--topics", "4");
    }
    return all.toArray(new String[0]);
  }

  private static Row run(String model) {
    return tables.table("model_runs").where("model_id = '" + model + "'").head();
  }

  private static List<String> texts(String model) {
    return tables
        .table("flow_word_topics")
        .where("model_id = '" + model + "'")
        .collectAsList()
        .stream()
        .map(Row::toString)
        .sorted()
        .collect(Collectors.toList());
  }

  private static void insert(String source, int day, String vocabulary, WordCounts counts) {
    StringBuilder rows = new StringBuilder();
    counts
        .counts()
        .forEach(
            (ip, words) ->
                words.forEach(
                    (word, count) ->
                        rows.append(rows.length() == 0 ? "" : ", ")
                            .append(
                                String.format(
                                    "('%s', '%s', CAST(%d AS BIGINT), '%s')",
                                    ip, word, count, vocabulary))));
    TestWarehouse.session()
        .sql(
            String.format(
                "INSERT INTO %s.%s_word_counts PARTITION (y = 2016, m = 7, d = %d, score_method = 'spot') VALUES %s",
                DATABASE, source, day, rows));
  }
}
