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

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.model.VectorCodec;
import org.suspiciousconnects.warehouse.TestWarehouse;
import picocli.CommandLine;

/** Trains on real tables in real Spark: two groups of hosts with two habits. */
class TrainLdaTest {
  private static final String DATABASE = "train_lda_test";
  private static TestWarehouse tables;

  @BeforeAll
  static void twoHabits() {
    tables = TestWarehouse.create(DATABASE);
    StringBuilder rows = new StringBuilder();
    for (int host = 0; host < 20; host++) {
      String[] habit = host % 2 == 0 ? new String[] {"web", "mail"} : new String[] {"ssh", "dns"};
      for (String word : habit) {
        rows.append(rows.length() == 0 ? "" : ", ")
            .append(String.format("('10.0.0.%d', '%s', CAST(10 AS BIGINT), 'spot')", host, word));
      }
    }
    insert("2016, 7, 8, 'spot'", rows.toString());
    insert(
        "2016, 7, 6, 'spot'",
        "('10.0.0.0', 'web', CAST(4 AS BIGINT), 'spot'), ('10.0.9.9', 'irc', CAST(2 AS BIGINT), 'spot'),"
            + " ('10.0.9.9', 'never', CAST(2 AS BIGINT), 'psl')");
    insert(
        "2016, 7, 10, 'spot'",
        "('10.0.0.1', 'web', CAST(0 AS BIGINT), 'spot'), (NULL, 'web', CAST(3 AS BIGINT), 'spot'),"
            + " ('10.0.0.2', 'web', CAST(NULL AS BIGINT), 'spot'), ('10.0.0.3', 'web', CAST(-5 AS BIGINT), 'spot'),"
            + " ('10.0.0.3', 'web', CAST(10 AS BIGINT), 'spot')");
  }

  @ParameterizedTest
  @EnumSource(Optimizer.class)
  void writesAModelThatIsADistribution(Optimizer optimizer) {
    train("--optimizer", optimizer.id(), "--topics", "2", "--max-iterations", "10");

    List<Row> mixes = current("flow_topic_mix").collectAsList();
    assertEquals(20, mixes.size());
    for (Row row : mixes) {
      double[] mix = VectorCodec.decode(row.getString(row.fieldIndex("topic_mix")));
      double[] counts = VectorCodec.decode(row.getString(row.fieldIndex("topic_counts")));
      assertEquals(2, mix.length);
      assertEquals(1, sum(mix), 1e-9);
      assertEquals(20, row.<Double>getAs("tokens"));
      assertEquals(20, sum(counts), 1e-9);
    }

    List<Row> words = current("flow_word_topics").collectAsList();
    assertEquals(
        Set.of("web", "mail", "ssh", "dns"),
        words.stream().map(r -> r.<String>getAs("word")).collect(Collectors.toSet()));
    double[] topicSums = new double[2];
    for (Row row : words) {
      double[] probs = VectorCodec.decode(row.getAs("topic_probs"));
      for (int k = 0; k < 2; k++) {
        topicSums[k] += probs[k];
      }
    }
    assertEquals(1, topicSums[0], 1e-9);
    assertEquals(1, topicSums[1], 1e-9);
    assertEquals(2, current("flow_topics").count());
  }

  @Test
  void emFindsTheTwoHabits() {
    train("--topics", "2", "--max-iterations", "40", "--seed", "7");
    double[] even = mix("10.0.0.2");
    double[] odd = mix("10.0.0.3");
    int evensTopic = even[0] > even[1] ? 0 : 1;
    assertTrue(even[evensTopic] > 0.9, Arrays.toString(even));
    assertTrue(odd[evensTopic] < 0.1, Arrays.toString(odd));
    // Two equally likely words per host: no model can be less perplexed than 2, and unigrams have
    // 4.
    double perplexity = run().<Double>getAs("training_perplexity");
    assertTrue(perplexity >= 2 - 1e-9 && perplexity < 2.5, "perplexity " + perplexity);
  }

  @Test
  void registersTheRunAndMakesTheModelCurrent() {
    train("--topics", "3", "--max-iterations", "2", "--seed", "11", "--alpha", "1.5");
    Row run = run();
    assertEquals("flow", run.getAs("source"));
    assertEquals("spot", run.getAs("score_method"));
    assertEquals("spot", run.getAs("vocabulary"));
    assertEquals("2016-07-08", run.getAs("window_from"));
    assertEquals("2016-07-08", run.getAs("window_to"));
    assertEquals("em", run.getAs("optimizer"));
    assertEquals(3, run.<Integer>getAs("topics"));
    assertEquals(1.5, run.<Double>getAs("alpha"));
    assertEquals(4, run.<Double>getAs("beta"));
    assertEquals(11, run.<Long>getAs("seed"));
    assertEquals(2, run.<Integer>getAs("max_passes"));
    assertEquals(2, run.<Integer>getAs("passes"));
    assertEquals(false, run.<Boolean>getAs("converged"));
    assertTrue(run.<Double>getAs("log_posterior") < 0);
    assertEquals(20, run.<Long>getAs("documents"));
    assertEquals(4, run.<Long>getAs("words"));
    assertEquals(40, run.<Long>getAs("pairs"));
    assertEquals(400, run.<Long>getAs("tokens"));
    assertEquals(run.<String>getAs("model_id"), currentModel());
    assertTrue(currentModel().matches("[0-9a-f]{16}"), currentModel());
    // These are of method profile, and no model here is.
    assertEquals(List.of(), tables.warehouse().partitions("flow_word_parts"));
    assertEquals(List.of(), tables.warehouse().partitions("flow_own_counts"));
  }

  @Test
  void qualityIsMeasured() {
    train("--topics", "2", "--seed", "7");
    assertEquals(0.0, run().<Double>getAs("unseen_words"));
    assertEquals(0.0, run().<Double>getAs("unseen_ips"));
    // Documents of two pairs: nothing is held out of them.
    assertNull(run().getAs("heldout_perplexity"));
    // Both topics list all four words: two pairs are always together, four never.
    assertEquals((2 - 4) / 6.0, run().<Double>getAs("coherence"), 1e-12);
    double[] mix = VectorCodec.decode(run().getAs("unseen_ip_mix"));
    assertEquals(1, sum(mix), 1e-12);
    List<Row> topics = current("flow_topics").orderBy("topic").collectAsList();
    double[] unseen = VectorCodec.decode(run().getAs("unseen_word_probs"));
    List<Row> top = current("flow_topic_top_words").orderBy("topic", "word_rank").collectAsList();
    for (int k = 0; k < 2; k++) {
      double tokens = topics.get(k).getAs("tokens");
      assertEquals(tokens / 400, mix[k], 1e-12);
      // beta is 4; there are 4 words and the unseen one.
      double least = top.get(4 * k + 3).getAs("probability");
      assertEquals(Math.min(3 / (tokens + 5 * 3), least), unseen[k], 1e-15);
    }
    assertEquals(8, top.size(), "of each topic all four words");
    for (int i = 0; i < 8; i++) {
      assertEquals(i / 4, top.get(i).<Integer>getAs("topic"));
      assertEquals(1 + i % 4, top.get(i).<Integer>getAs("word_rank"));
    }
    double first = top.get(0).getAs("probability");
    assertTrue(first > 0.4 && first >= top.get(1).<Double>getAs("probability"), "" + first);
  }

  @Test
  void severalDaysAreAddedUp() {
    run("--database", DATABASE, "--from", "2016-07-06", "--to", "2016-07-08", "--topics", "2");
    Row run = run();
    assertEquals("2016-07-06", run.getAs("window_from"));
    assertEquals("2016-07-08", run.getAs("window_to"));
    assertEquals("2016-07-08", run.getAs("trained_for"));
    assertEquals(21, run.<Long>getAs("documents"));
    assertEquals(5, run.<Long>getAs("words"));
    assertEquals(41, run.<Long>getAs("pairs"), "one of the earlier day's is new, one is known");
    assertEquals(406, run.<Long>getAs("tokens"));
  }

  @Test
  void theDaysBeforeADayTellHowMuchOfItTheyDoNotKnow() {
    run("--database", DATABASE, "--date", "2016-07-08", "--days-back", "7", "--topics", "2");
    Row run = run();
    assertEquals("2016-07-01", run.getAs("window_from"));
    assertEquals("2016-07-07", run.getAs("window_to"));
    assertEquals("2016-07-08", run.getAs("trained_for"));
    assertEquals(2, run.<Long>getAs("documents"));
    // Of web, mail, ssh and dns only web is known, of 20 IPs one.
    assertEquals(0.75, run.<Double>getAs("unseen_words"));
    assertEquals(0.95, run.<Double>getAs("unseen_ips"));
    run("--database", DATABASE, "--date", "2016-07-07", "--days-back", "1", "--topics", "2");
    assertNull(run().getAs("unseen_words"), "2016-07-07 was not counted");
    assertNull(run().getAs("unseen_ips"));
  }

  @Test
  void theReportIsJson(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.json");
    train("--topics", "2", "--max-iterations", "3", "--report", file.toString());
    JsonNode report = new ObjectMapper().readTree(file.toFile());
    assertEquals("em", report.get("optimizer").asText());
    assertEquals(3, report.get("passes").asInt());
    assertEquals(3, report.get("log_posteriors").size());
    assertEquals(20, report.get("documents").asLong());
    assertEquals(4, report.get("words").asLong());
    assertEquals(40, report.get("pairs").asLong());
    assertTrue(report.get("heldout_perplexity").isNull());
    assertTrue(report.get("cpu_seconds").asDouble() > 0);
    assertTrue(report.get("wall_seconds").asDouble() > 0);
    assertEquals(run().<String>getAs("model_id"), report.get("model_id").asText());
  }

  @Test
  void emStopsWhereItHasConverged() {
    train("--topics", "2", "--seed", "7");
    assertEquals(200, run().<Integer>getAs("max_passes"));
    assertTrue(run().<Integer>getAs("passes") < 200);
    assertEquals(true, run().<Boolean>getAs("converged"));
    double converged = run().<Double>getAs("log_posterior");
    train("--topics", "2", "--seed", "7", "--tolerance", "0.5");
    assertTrue(run().<Double>getAs("log_posterior") < converged);
  }

  @Test
  void theSameTrainingByEmIsTheSameModel() {
    train("--topics", "3", "--max-iterations", "5", "--seed", "3");
    Row first = run();
    List<String> mixes = texts("flow_topic_mix");
    List<String> topics = texts("flow_word_topics");
    train("--topics", "3", "--max-iterations", "5", "--seed", "4");
    assertNotEquals(first.<String>getAs("model_id"), currentModel());
    assertNotEquals(topics, texts("flow_word_topics"));
    train("--topics", "3", "--max-iterations", "5", "--seed", "3");
    assertEquals(first.<String>getAs("model_id"), currentModel());
    assertEquals(mixes, texts("flow_topic_mix"));
    assertEquals(topics, texts("flow_word_topics"));
    assertEquals(first.<Double>getAs("log_posterior"), run().<Double>getAs("log_posterior"));
    assertEquals(
        first.<Double>getAs("training_perplexity"), run().<Double>getAs("training_perplexity"));
  }

  @Test
  void mixesOf32BitsAreFloatsOfAModelOfTheirOwn() {
    String[] parameters = {
      "--topics", "3", "--max-iterations", "7", "--seed", "5", "--no-held-out"
    };
    train(parameters);
    String of64 = currentModel();
    train(with(parameters, "--precision", "64"));
    assertEquals(of64, currentModel());
    List<Row> exact = mixes();
    List<String> topics = texts(current("flow_word_topics"), "word", "topic_probs");
    double[] exactUnseen = VectorCodec.decode(run().getAs("unseen_ip_mix"));

    train(with(parameters, "--precision", "32"));
    assertNotEquals(of64, currentModel());
    assertEquals(topics, texts(current("flow_word_topics"), "word", "topic_probs"));
    List<Row> rounded = mixes();
    for (int i = 0; i < exact.size(); i++) {
      assertFloats(
          VectorCodec.decode(exact.get(i).getString(1)),
          VectorCodec.decode(rounded.get(i).getString(1)));
    }
    assertFloats(exactUnseen, VectorCodec.decode(run().getAs("unseen_ip_mix")));
    assertTrue(
        rounded.stream().anyMatch(row -> !exact.contains(row)), "no mix lost anything to rounding");
    String of32 = currentModel();
    train(with(parameters, "--precision", "32"));
    assertEquals(of32, currentModel());
    CommandFailure failure =
        fails("--database", DATABASE, "--date", "2016-07-08", "--precision", "16");
    assertEquals(ExitStatus.USAGE, failure.status());
    assertEquals("--precision 16: it has to be 64 or 32", failure.getMessage());
  }

  private static void assertFloats(double[] exact, double[] rounded) {
    for (int k = 0; k < exact.length; k++) {
      assertEquals((double) (float) exact[k], rounded[k]);
    }
    assertEquals(1, sum(rounded), 6e-8);
  }

  private static List<Row> mixes() {
    return current("flow_topic_mix").select("ip", "topic_mix").orderBy("ip").collectAsList();
  }

  private static List<String> texts(Dataset<Row> rows, String... columns) {
    return rows.selectExpr(columns).collectAsList().stream()
        .map(Row::toString)
        .sorted()
        .collect(Collectors.toList());
  }

  private static String[] with(String[] arguments, String... more) {
    return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray(String[]::new);
  }

  @Test
  void aTrainingByMllibIsNeverTheSameModel() {
    train("--optimizer", "mllib-em", "--topics", "2", "--max-iterations", "1");
    String first = currentModel();
    train("--optimizer", "mllib-em", "--topics", "2", "--max-iterations", "1");
    assertNotEquals(first, currentModel());
  }

  @Test
  void aSecondTrainingLeavesTheFirstModelAndBecomesCurrent() {
    train("--topics", "2", "--max-iterations", "1");
    String first = currentModel();
    train("--topics", "3", "--max-iterations", "1");
    assertNotEquals(first, currentModel());
    assertEquals(1, tables.table("model_runs").where("model_id = '" + first + "'").count());
    assertEquals(20, tables.table("flow_topic_mix").where("model_id = '" + first + "'").count());
  }

  @Test
  void aHundredAndFiftyPassesOfMllibDoNotOverflowTheStack() throws IOException {
    train("--optimizer", "mllib-em", "--topics", "2", "--max-iterations", "150", "--no-held-out");
    assertEquals(150, run().<Integer>getAs("passes"));
    try (Stream<Path> left = Files.list(tables.folder().resolve("sc/model_runs"))) {
      assertEquals(
          List.of(),
          left.map(p -> p.getFileName().toString())
              .filter(name -> name.startsWith(".checkpoints"))
              .collect(Collectors.toList()));
    }
  }

  @Test
  void moreTopicsThanWordsStillGiveDistributions() {
    train("--topics", "9", "--max-iterations", "3");
    for (Row row : current("flow_topic_mix").collectAsList()) {
      assertEquals(1, sum(VectorCodec.decode(row.getAs("topic_mix"))), 1e-9);
    }
  }

  @Test
  void aDayWithoutWordCountsIsRefusedAndNothingIsWritten() {
    long before = tables.table("model_runs").count();
    CommandFailure failure = fails("--database", DATABASE, "--date", "2016-07-09");
    assertEquals(ExitStatus.NO_DATA, failure.status());
    assertEquals(
        DATABASE
            + ".flow_word_counts has no word counts for 2016-07-09 in the vocabulary spot: run sql/count_words_*.sql first",
        failure.getMessage());
    assertEquals(before, tables.table("model_runs").count());
  }

  @Test
  void countsThatAreNoCountsAreRefused() {
    CommandFailure failure = fails("--database", DATABASE, "--date", "2016-07-10");
    assertEquals(ExitStatus.NO_DATA, failure.status());
    assertTrue(
        failure
            .getMessage()
            .contains("has 4 rows for 2016-07-10 in the vocabulary spot with a NULL, or"),
        failure.getMessage());
  }

  @Test
  void aMissingTableIsNamedWithTheRemedy() {
    CommandFailure failure = fails("--database", "default", "--date", "2016-07-08");
    assertEquals(ExitStatus.CONFIGURATION, failure.status());
    assertTrue(
        failure.getMessage().startsWith("there is no table default.model_runs: run ddl/"),
        failure.getMessage());
  }

  @Test
  void aMissingDatabaseIsNamedWithTheRemedy() {
    CommandFailure failure =
        assertThrows(
            CommandFailure.class, () -> run("--database", "nowhere", "--date", "2016-07-08"));
    assertEquals(ExitStatus.CONFIGURATION, failure.status());
    assertEquals(
        "there is no database nowhere in this metastore: run ddl/database.sql",
        failure.getMessage());
  }

  @Test
  void aDatabaseNameThatIsNoIdentifierNeverReachesSql() {
    CommandFailure failure =
        fails("--database", "x; DROP DATABASE " + DATABASE, "--date", "2016-07-08");
    assertEquals(ExitStatus.USAGE, failure.status());
    assertTrue(TestWarehouse.session().catalog().databaseExists(DATABASE));
  }

  private static void insert(String partition, String rows) {
    String[] p = partition.split(", ");
    TestWarehouse.session()
        .sql(
            String.format(
                "INSERT INTO %s.flow_word_counts PARTITION (y = %s, m = %s, d = %s, score_method = %s)"
                    + " VALUES %s",
                DATABASE, p[0], p[1], p[2], p[3], rows));
  }

  private static void train(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 4);
    System.arraycopy(
        new String[] {"--database", DATABASE, "--date", "2016-07-08"}, 0, all, arguments.length, 4);
    run(all);
  }

  private static CommandFailure fails(String... arguments) {
    return assertThrows(CommandFailure.class, () -> run(arguments));
  }

  /** As the command runs, in the session of the tests, which stays open. */
  private static void run(String... arguments) {
    TrainLda command = new TrainLda();
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--source";
    all[arguments.length + 1] = "flow";
    new CommandLine(command).parseArgs(all);
    command.train(TestWarehouse.session());
  }

  private static Row run() {
    return current("model_runs").head();
  }

  /** A table's rows of the current model. */
  private static Dataset<Row> current(String table) {
    return tables.table(table).where("model_id = '" + currentModel() + "'");
  }

  /** The rows of the current model, all columns as text, sorted. */
  private static List<String> texts(String table) {
    return current(table).collectAsList().stream()
        .map(Row::toString)
        .sorted()
        .collect(Collectors.toList());
  }

  private static String currentModel() {
    return tables
        .table("current_models")
        .where("source = 'flow' AND score_method = 'spot'")
        .head()
        .getAs("model_id");
  }

  private static double[] mix(String ip) {
    return VectorCodec.decode(
        current("flow_topic_mix").where("ip = '" + ip + "'").head().getAs("topic_mix"));
  }

  private static double sum(double[] values) {
    return Arrays.stream(values).sum();
  }
}
