/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suspiciousconnects.endtoend.Operator.Answer;

/**
 * The same files of {@code sql/} on Hive with MapReduce, on Spark SQL and on Hive with Tez, one
 * after the other on the same tables: each replaces what the one before wrote, with the same rows,
 * doubles to their last bit. The models were trained on the day before, so that the scored day has
 * IPs and words that they do not know.
 */
@TestMethodOrder(OrderAnnotation.class)
class EnginesTest {
  private static final String DATABASE = "engines";
  private static final Map<String, String> DAY = Map.of("y", "2016", "m", "07", "d", "08");

  /** Published of each source. */
  private static final int RESULTS = 60;

  private static final Map<String, String> ALL = Map.of("threshold", "1", "max_results", "-1");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path temp;

  static Operator operator;

  /** What MapReduce gave of all events, and Spark with limits. */
  private static List<String> expected;

  private static List<String> expectedWithin;
  private static Map<String, String> limits;

  /** What Spark published. */
  private static List<String> published;

  @BeforeAll
  static void aDayAndModelsOfTheDayBefore() throws Exception {
    Path root = Path.of(System.getProperty("repository.root")).toRealPath();
    operator = new Operator(root, Files.createDirectories(temp.resolve("sandbox")));
    done(operator.types("sandbox.sh", "start"));
    done(operator.types("setup.sh", "--database", DATABASE));
    Map<String, String> before = with(DAY, Map.of("d", "07"));
    run(
        "spark",
        before,
        resource("events.sql"),
        sql("count_words_flow"),
        sql("count_words_dns"),
        sql("count_words_proxy"),
        resource("feedback.sql"));
    train("flow", "spot");
    train("proxy", "spot");
    train("dns", "spot");
    run(
        "spark",
        with(before, Map.of("vocabulary", "psl")),
        sql("count_words_dns"),
        resource("feedback.sql"));
    train("dns", "psl");
  }

  @AfterAll
  static void stop() throws Exception {
    operator.types("sandbox.sh", "stop");
  }

  @Test
  @Order(1)
  void onMapReduce() throws Exception {
    scoreAll("hive");
    expected = results("hive");
    Map<String, List<String[]>> parts = byTable(expected);
    assertEquals(
        List.of(
            "dns_invalid",
            "dns_scored_results",
            "dns_word_counts",
            "flow_invalid",
            "flow_scored_results",
            "flow_word_counts",
            "proxy_invalid",
            "proxy_scored_results",
            "proxy_user_agents",
            "proxy_word_counts",
            "score_runs"),
        List.copyOf(parts.keySet()));
    for (String[] run : parts.get("score_runs")) {
      assertTrue(
          Long.parseLong(run[11]) > 0 && Long.parseLong(run[12]) > 0,
          "no unseen IP or word: " + String.join(" ", run));
      assertTrue(Long.parseLong(run[8]) > 0, "nothing allow-listed: " + String.join(" ", run));
    }
    for (String source : List.of("flow", "dns", "proxy")) {
      assertTrue(
          parts.get(source + "_scored_results").stream()
              .map(row -> row[row.length - 11])
              .collect(Collectors.toSet())
              .containsAll(List.of("1", "3", "NULL")),
          "verdicts of " + source);
    }
    assertEquals(
        List.of("ZZ.test", "zz.test", "\uff5e.test", "\ud83d\ude00.test"),
        parts.get("dns_scored_results").stream()
            .filter(row -> row[4].equals("10.9.9.9"))
            .sorted(Comparator.comparing(row -> Integer.parseInt(row[11])))
            .map(row -> row[5])
            .toList(),
        "names rank by their bytes in UTF-8");
    chooseLimits(parts.get("flow_scored_results"));
  }

  @Test
  @Order(2)
  void onSpark() throws Exception {
    scoreAll("spark");
    assertSame(expected, results("hive"));
    scoreWithin("spark");
    expectedWithin = results("spark");
    for (String[] run : byTable(expectedWithin).get("score_runs")) {
      String said = String.join(" ", run);
      assertTrue(run[1].equals("proxy") || Long.parseLong(run[6]) > 0, "all below: " + said);
      assertTrue(!run[1].equals("flow") || Long.parseLong(run[7]) > 0, "none beyond: " + said);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"hive", "spark"})
  @Order(3)
  void whatDoesNotHoldStopsTheFileAndLeavesTheRows(String engine) throws Exception {
    refused(engine, "there is no flow model 0123456789abcdef", "model_id", "0123456789abcdef");
    refused(engine, "is not the one that the tables were created with", "huser", temp + "/no");
    Answer answer = operator.runs(engine, List.of(sql("score_flow")), with(DAY, dbname()));
    assertEquals(1, answer.status(), answer.err());
    assertTrue(answer.complaint().contains("the variable threshold has no value"), answer.err());
    assertSame(expectedWithin, results("hive"));
  }

  @Test
  @Order(4)
  void whatPeopleLookAtIsTheSame() throws Exception {
    Map<String, String> variables =
        Map.of("source", "dns", "model_id", model("dns", "psl"), "limit_rows", "40", "topic", "1");
    Path[] files =
        Stream.of(
                "suspicious_flow",
                "suspicious_dns",
                "suspicious_proxy",
                "score_runs",
                "models",
                "topics",
                "topic_words",
                "feedback_flow",
                "feedback_dns",
                "feedback_proxy",
                "allow_list")
            .map(EnginesTest::sql)
            .toArray(Path[]::new);
    List<String> hive = run("hive", with(DAY, variables), files).out().lines().toList();
    List<String> spark = run("spark", with(DAY, variables), files).out().lines().toList();
    assertTrue(hive.size() > 100, hive.size() + " rows");
    assertEquals(String.join("\n", hive), String.join("\n", spark));
  }

  @Test
  @Order(5)
  void aModelMadeCurrentByOneEngineIsThatOfTheOther() throws Exception {
    String older = model("dns", "spot");
    run("spark", Map.of("source", "dns", "model_id", older), sql("use_model"));
    assertEquals(List.of(older), current("dns"));
    String newer = model("dns", "psl");
    run("hive", Map.of("source", "dns", "model_id", newer), sql("use_model"));
    assertEquals(List.of(newer), current("dns"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hive", "spark"})
  @Order(6)
  void partitionsThatOthersWroteAreFound(String engine) throws Exception {
    Path written = operator.home().resolve("user/" + DATABASE + "/flow/hive/y=2016/m=7/d=8/h=10");
    int hour = engine.equals("hive") ? 11 : 12;
    Path other = Files.createDirectories(written.resolveSibling("h=" + hour));
    try (Stream<Path> files = Files.list(written)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".parquet")).toList()) {
        Files.copy(file, other.resolve(file.getFileName()));
      }
    }
    String found =
        "SELECT h FROM " + DATABASE + ".flow WHERE y = 2016 AND m = 7 AND d = 8 AND h = " + hour;
    assertEquals(List.of(), operator.rows(found));
    run(engine, Map.of(), sql("engine/" + engine + "/partitions_flow"));
    assertEquals(5, operator.rows(found).size());
    operator.does(
        String.format(
            "ALTER TABLE %s.flow DROP PARTITION (y = 2016, m = 7, d = 8, h = %d)", DATABASE, hour));
    // Else the next search finds them again.
    try (Stream<Path> files = Files.list(other)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(other);
  }

  @Test
  @Order(7)
  void theDayIsPublished() throws Exception {
    run("spark", Map.of(), resource("surroundings.sql"));
    publish("spark");
    published = published("hive");
    Map<String, List<String[]>> parts = byTable(published);
    for (String source : List.of("flow", "dns", "proxy")) {
      List<String[]> scores = parts.get(source + "_scores");
      assertEquals(RESULTS, scores.size(), source);
      assertEquals(
          RESULTS,
          parts.get(source + "_explanations").stream()
              .filter(
                  row ->
                      row[row.length - 4].matches(
                          "\\S+ (with|asking for|to) .+: .+ bits of surprise: .+ (had it|earlier day)\\."))
              .count(),
          source);
      assertTrue(parts.get(source + "_edge").size() >= RESULTS, source);
      assertTrue(
          scores.stream().anyMatch(row -> String.join(" ", row).contains("engines:")),
          "a reputation in " + source);
      assertEquals(
          operator.rows(
              String.format(
                  "SELECT COUNT(*) FROM %s.%s WHERE y = 2016 AND m = 7 AND d = 8",
                  DATABASE, source)),
          List.of(
              ""
                  + parts.get(source + "_ingest_summary").stream()
                      .mapToLong(row -> Long.parseLong(row[2]))
                      .sum()),
          source);
    }
    assertTrue(
        published.stream().anyMatch(row -> row.contains("\tGermany;Köln\t")),
        "a place of an address");
    assertTrue(parts.containsKey("flow_chords") && parts.containsKey("dns_dendro"));
  }

  @Test
  @Order(8)
  void onTez() throws Exception {
    done(operator.types("sandbox.sh", "stop"));
    done(operator.types("sandbox.sh", "start", "--engine", "tez"));
    scoreAll("hive");
    assertSame(expected, results("hive"));
    scoreWithin("hive");
    assertSame(expectedWithin, results("spark"));
    publish("hive");
    assertSame(published, published("spark"));
  }

  @Test
  @Order(9)
  void whatOneEngineIsToldAllKnow() throws Exception {
    Map<String, String> judgement =
        Map.of(
            "score_rank", "1",
            "verdict", "2",
            "feedback_scope", "ip_word",
            "author", "alice",
            "expires_on", "never");
    run("spark", with(DAY, judgement), sql("judge_flow"), sql("judge_dns"), sql("judge_proxy"));
    Map<String, String> entry =
        Map.of(
            "source", "all",
            "kind", "domain",
            "entry_value", "example.com",
            "reason", "ours",
            "author", "alice",
            "expires_on", "never");
    run("spark", entry, sql("allow"));
    assertEquals(
        List.of("1"),
        operator.rows("SELECT COUNT(*) FROM " + DATABASE + ".allow_list WHERE author = 'alice'"));
    for (String source : List.of("flow", "dns", "proxy")) {
      assertEquals(
          List.of("2\t2016-07-08"),
          operator.rows(
              String.format(
                  "SELECT verdict, event_day FROM %s.%s_feedback WHERE author = 'alice' AND feedback_id LIKE 'judged-%%'",
                  DATABASE, source)));
    }
  }

  /** Counts and scores all sources under the words of Apache Spot, and keeps every event. */
  private static void scoreAll(String engine) throws Exception {
    run(
        engine,
        with(DAY, ALL),
        sql("count_words_flow"),
        sql("count_words_dns"),
        sql("count_words_proxy"),
        sql("score_flow"),
        sql("score_dns"),
        sql("score_proxy"));
  }

  /** With the current models, of which that of dns has other words, and with limits. */
  private static void scoreWithin(String engine) throws Exception {
    run(
        engine,
        with(with(DAY, limits), Map.of("model_id", "current", "vocabulary", "psl")),
        sql("count_words_dns"),
        sql("score_flow"),
        sql("score_dns"));
  }

  private static void publish(String engine) throws Exception {
    run(
        engine,
        with(DAY, Map.of("score_method", "spot", "limit_rows", "" + RESULTS)),
        sql("oa_flow"),
        sql("oa_dns"),
        sql("oa_proxy"));
  }

  /** A threshold that is a score, and a rank at which the next event scores the same. */
  private static void chooseLimits(List<String[]> flows) {
    List<String> scores =
        flows.stream()
            .filter(row -> !row[21].equals("NULL"))
            .sorted(Comparator.comparing(row -> Integer.parseInt(row[21])))
            .map(row -> row[20])
            .toList();
    int cut = scores.size() / 5;
    while (!scores.get(cut - 1).equals(scores.get(cut))) {
      cut++;
    }
    String threshold = scores.get(scores.size() / 2);
    assertTrue(Double.parseDouble(scores.get(cut)) < Double.parseDouble(threshold));
    limits = Map.of("threshold", threshold, "max_results", "" + cut);
  }

  /**
   * What counting and scoring wrote, through one engine's eyes; sorted, for the tables have no
   * order.
   */
  private static List<String> results(String engine) throws Exception {
    return run(engine, Map.of(), resource("results.sql")).out().lines().sorted().toList();
  }

  /** What publishing wrote, likewise. */
  private static List<String> published(String engine) throws Exception {
    return run(engine, Map.of(), resource("published.sql")).out().lines().sorted().toList();
  }

  private static Map<String, List<String[]>> byTable(List<String> rows) {
    return rows.stream()
        .map(row -> row.split("\t", -1))
        .collect(Collectors.groupingBy(row -> row[0], TreeMap::new, Collectors.toList()));
  }

  private static void assertSame(List<String> wanted, List<String> found) {
    List<String> missing = new ArrayList<>(wanted);
    found.forEach(missing::remove);
    List<String> more = new ArrayList<>(found);
    wanted.forEach(more::remove);
    assertEquals(
        "",
        first(missing) + first(more),
        missing.size() + " rows missing, " + more.size() + " more");
    assertEquals(wanted.size(), found.size());
  }

  private static String first(List<String> rows) {
    return rows.stream().limit(3).map(row -> row + "\n").collect(Collectors.joining());
  }

  private static void refused(String engine, String cause, String name, String value)
      throws Exception {
    Map<String, String> variables = with(with(DAY, ALL), Map.of(name, value));
    Answer answer = operator.runs(engine, List.of(sql("score_flow")), with(variables, dbname()));
    assertEquals(4, answer.status(), answer.err());
    assertTrue(answer.complaint().contains(cause), answer.err());
    assertFalse(answer.err().contains("\tat "), "a stack trace: " + answer.err());
  }

  private static String model(String source, String vocabulary) throws Exception {
    return operator
        .rows(
            String.format(
                "SELECT model_id FROM %s.model_runs WHERE source = '%s' AND vocabulary = '%s'",
                DATABASE, source, vocabulary))
        .get(0);
  }

  private static List<String> current(String source) throws Exception {
    return operator.rows(
        String.format(
            "SELECT model_id FROM %s.current_models WHERE source = '%s'", DATABASE, source));
  }

  private static void train(String source, String vocabulary) throws Exception {
    done(
        operator.types(
            "train.sh",
            "--source",
            source,
            "--vocabulary",
            vocabulary,
            "--database",
            DATABASE,
            "--date",
            "2016-07-08",
            "--days-back",
            "1",
            "--topics",
            "4",
            "--max-iterations",
            "5",
            "--no-held-out"));
  }

  private static Answer run(String engine, Map<String, String> variables, Path... files)
      throws Exception {
    return done(operator.runs(engine, Arrays.asList(files), with(variables, dbname())));
  }

  private static Map<String, String> dbname() {
    return Map.of("dbname", DATABASE);
  }

  private static Map<String, String> with(Map<String, String> variables, Map<String, String> more) {
    Map<String, String> all = new TreeMap<>(variables);
    all.putAll(more);
    return all;
  }

  private static Path sql(String name) {
    return operator.root().resolve("sql").resolve(name + ".sql");
  }

  private static Path resource(String name) throws IOException {
    return Path.of("src/test/resources/engines").resolve(name).toRealPath();
  }

  private static Answer done(Answer answer) {
    assertEquals(0, answer.status(), answer.err());
    return answer;
  }
}
