/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Which model a day is scored with, and which is the current one, on real Hive. All models of DNS
 * have the same rows, so that only their ids differ.
 */
@TestMethodOrder(OrderAnnotation.class)
class ModelsSqlTest {
  @RegisterExtension static final HiveSql hive = HiveSql.onMapReduce();

  private static final SourceSql dns = new SourceSql(hive, "dns");
  private static final SourceSql flow = new SourceSql(hive, "flow");
  private static final Map<String, String> PSL = Map.of("vocabulary", "psl");
  private static final Map<String, String> NEXT_DAY = Map.of("d", "09");
  private static final String EARLY = "0000000000000001";
  private static final String LATE = "0000000000000002";
  private static final String TIED = "0000000000000003";
  private static final String OTHER_DAY = "0000000000000004";
  private static final String PSL_MODEL = "0000000000000005";
  private static final String FLOW_MODEL = "0000000000000006";

  @BeforeAll
  static void modelsOfTwoDays() {
    dns.create();
    flow.create();
    for (String day : List.of("8", "9")) {
      hive.execute(
          "INSERT INTO spot.dns PARTITION (y = 2016, m = 7, d = "
              + day
              + ", h = 5) SELECT 'Jul 8 2016 03:00:00.0 UTC', CAST(1467954000 AS BIGINT), 100, '10.0.0.1',"
              + " '10.0.0.53', 'www.google.com', '1', 1, 0, ''");
    }
    model(EARLY, "spot", "2016-07-08", "2016-07-09 01:00:00");
    model(LATE, "spot", "2016-07-08", "2016-07-09 02:00:00");
    model(TIED, "spot", "2016-07-08", "2016-07-09 02:00:00");
    model(OTHER_DAY, "spot", "2016-07-10", "2016-07-09 03:00:00");
    model(PSL_MODEL, "psl", "2016-07-08", "2016-07-09 04:00:00");
    flow.modelRun(FLOW_MODEL, "spot", "2016-07-08", "2016-07-09 05:00:00");
  }

  @Test
  @Order(1)
  void newestIsTheLastOfTheDayTheSourceAndTheVocabulary() {
    dns.score("newest", Map.of());
    assertEquals(List.of("0.5\t" + LATE), dns.results("score, model_id"));
    assertEquals(List.of(LATE + "\t1\t1\t0\t0\t0\t0\t0\t1\t0\t0"), dns.fates());
    dns.score("newest", PSL);
    assertEquals(List.of("0.5\t" + PSL_MODEL), dns.results("score, model_id"));
  }

  @Test
  @Order(2)
  void aDayForWhichNothingWasTrainedIsRefused() {
    refusedToScore(
        "newest",
        NEXT_DAY,
        "no dns model of method spot and vocabulary spot was trained for 2016-07-09:"
            + " train one with scripts/train.sh, or give model_id");
    // Any model serves if it is named.
    dns.score(EARLY, NEXT_DAY);
    assertEquals(
        List.of("0.5\t" + EARLY),
        hive.rows("SELECT score, model_id FROM spot.dns_scored_results WHERE d = 9"));
  }

  @Test
  @Order(3)
  void aModelOfWhichThereIsNoneIsRefused() {
    String none = "there is no dns model %s of method spot and vocabulary spot";
    refusedToScore("ffffffffffffffff", Map.of(), String.format(none, "ffffffffffffffff"));
    refusedToScore(FLOW_MODEL, Map.of(), String.format(none, FLOW_MODEL));
    refusedToScore(
        "current", Map.of(), "no dns model of method spot and vocabulary spot is current");
  }

  @Test
  @Order(3)
  void limitsThatAreNoNumbersAreRefused() {
    String why = "threshold and max_results have to be numbers";
    refusedToScore("newest", Map.of("max_results", "many"), why);
    refusedToScore("newest", Map.of("threshold", "NULL OR TRUE"), why);
  }

  @Test
  @Order(4)
  void aModelIsMadeCurrentAndBackAgain() {
    use(dns, EARLY);
    assertEquals(List.of(EARLY + "\t2016-07-09 01:00:00"), current());
    dns.score("current", Map.of());
    assertEquals(List.of("0.5\t" + EARLY), dns.results("score, model_id"));
    use(dns, LATE);
    dns.score("current", Map.of());
    assertEquals(List.of("0.5\t" + LATE), dns.results("score, model_id"));
    for (int time = 0; time < 2; time++) {
      use(dns, EARLY);
      assertEquals(List.of(EARLY + "\t2016-07-09 01:00:00"), current());
    }
    assertEquals(List.of(), hive.rows("SHOW PARTITIONS spot.current_models_staging"));
    refusedToScore("current", PSL, "no dns model of method spot and vocabulary psl is current");
  }

  /** A training points the partition to a folder of its own, whoever pointed it where before. */
  @Test
  @Order(5)
  void trainingsAndPeopleTakeTurns() {
    hive.execute(
        "ALTER TABLE spot.current_models ADD PARTITION (source = 'flow', score_method = 'spot') LOCATION '"
            + hive.folder("trained")
            + "'; INSERT OVERWRITE TABLE spot.current_models PARTITION (source = 'flow', score_method = 'spot')"
            + " SELECT 'eeeeeeeeeeeeeeee', '2016-07-01 00:00:00'");
    use(flow, FLOW_MODEL);
    assertEquals(
        List.of("dns\t" + EARLY, "flow\t" + FLOW_MODEL),
        hive.rows("SELECT source, model_id FROM spot.current_models ORDER BY source"));
    hive.execute(
        "ALTER TABLE spot.current_models PARTITION (source = 'flow', score_method = 'spot') SET LOCATION '"
            + hive.folder("trained")
            + "'");
    assertEquals(
        List.of("dns\t" + EARLY, "flow\teeeeeeeeeeeeeeee"),
        hive.rows("SELECT source, model_id FROM spot.current_models ORDER BY source"));
  }

  @Test
  @Order(6)
  void whatDoesNotFitLeavesTheCurrentModel() {
    String none = "there is no dns model %s of method spot";
    refusedToUse(Map.of("model_id", "newest"), String.format(none, "newest"));
    refusedToUse(Map.of("model_id", FLOW_MODEL), String.format(none, FLOW_MODEL));
    refusedToUse(Map.of("source", "dhcp"), "source has to be flow, dns or proxy");
    refusedToUse(
        Map.of("huser", hive.folder("user/another")),
        "is not the one that the tables were created with");
    refusedToUse(Map.of("run_id", use(dns, EARLY)), "was used before");
  }

  @Test
  @Order(7)
  void theModelsOfASourceAreListedNewestFirst() {
    Map<String, String> vars = dns.vars();
    List<String> models = hive.run("sql/models.sql", vars);
    assertEquals(
        List.of(
            PSL_MODEL + "\tno\tspot\tpsl",
            OTHER_DAY + "\tno\tspot\tspot",
            LATE + "\tno\tspot\tspot",
            TIED + "\tno\tspot\tspot",
            EARLY + "\tyes\tspot\tspot"),
        models.stream().map(m -> String.join("\t", List.of(m.split("\t")).subList(0, 4))).toList());
    assertEquals(
        EARLY
            + "\tyes\tspot\tspot\t2016-07-01\t2016-07-07\t2016-07-08\tNULL\t2"
            + "\tNULL".repeat(6)
            + "\t1.5"
            + "\tNULL".repeat(8)
            + "\t2016-07-09 01:00:00",
        models.get(4));
  }

  @Test
  @Order(8)
  void aModelWithoutTheVectorsOfTheUnseenIsRefused() {
    withoutTheOther("unseen_ip_mix", "0000000000000007", "2016-07-09 08:00:00");
    withoutTheOther("unseen_word_probs", "0000000000000008", "2016-07-09 09:00:00");
    String why = "dns model %s has no vectors for an unseen IP and word";
    refusedToScore("0000000000000007", Map.of(), String.format(why, "0000000000000007"));
    refusedToScore("newest", Map.of(), String.format(why, "0000000000000008"));
  }

  /** However many models there are, a given one is found without a look at the others' rows. */
  @Test
  @Order(9)
  void aGivenModelIsReadAlone() throws IOException {
    String sql = Files.readString(HiveSql.repository().resolve("sql/score_dns.sql"));
    for (String start : List.of("INSERT OVERWRITE TABLE scoring_models", "WITH mixes")) {
      int from = sql.indexOf(start);
      String statement = sql.substring(from, sql.indexOf(';', from) + 1);
      String given = partitionsRead(statement, EARLY);
      assertTrue(given.contains("model_id=" + EARLY), given);
      assertFalse(given.contains("model_id=" + LATE), given);
      String found = partitionsRead(statement, "newest");
      assertTrue(found.contains("model_id=" + LATE), found);
    }
  }

  @Test
  @Order(10)
  void eachMethodHasACurrentModelOfItsOwn() {
    String profile = "0000000000000009";
    hive.execute(
        String.format(
            "INSERT INTO spot.model_runs PARTITION (model_id = '%s') (source, score_method, vocabulary, trained_at)"
                + " SELECT 'dns', 'profile', 'psl', '2016-07-09 10:00:00'",
            profile));
    refusedToUse(
        Map.of("model_id", profile), "there is no dns model " + profile + " of method spot");
    refusedToUse(
        Map.of("score_method", "profile"), "there is no dns model " + LATE + " of method profile");
    refusedToUse(Map.of("score_method", "both"), "score_method has to be spot or profile");
    Map<String, String> vars = dns.vars();
    vars.putAll(Map.of("model_id", profile, "score_method", "profile"));
    hive.run("sql/use_model.sql", vars);
    assertEquals(
        List.of("profile\t" + profile, "spot\t" + EARLY),
        hive.rows(
            "SELECT score_method, model_id FROM spot.current_models WHERE source = 'dns' ORDER BY score_method"));
  }

  private static String partitionsRead(String statement, String model) throws IOException {
    Path file = Path.of(hive.folder("explain.sql"));
    Files.writeString(file, "USE spot;\nEXPLAIN DEPENDENCY\n" + statement);
    Map<String, String> vars = dns.vars();
    vars.put("model_id", model);
    return hive.run(file.toString(), vars).get(0);
  }

  private static void model(String id, String vocabulary, String trainedFor, String trainedAt) {
    String hour = vocabulary.equals("psl") ? "5" : "3";
    dns.modelRows(
        id,
        Map.of("10.0.0.1", new double[] {1, 0}),
        Map.of("0_6_" + hour + "_1_0_1_1_0", new double[] {0.5, 0}));
    dns.modelRun(id, vocabulary, trainedFor, trainedAt);
  }

  private static void withoutTheOther(String vector, String id, String trainedAt) {
    hive.execute(
        String.format(
            "INSERT INTO spot.model_runs PARTITION (model_id = '%s')"
                + " (source, score_method, vocabulary, trained_for, trained_at, %s)"
                + " SELECT 'dns', 'spot', 'spot', '2016-07-08', '%s', 'AAAAAAAA8D8='",
            id, vector, trainedAt));
  }

  private static String use(SourceSql source, String model) {
    Map<String, String> vars = source.vars();
    vars.put("model_id", model);
    hive.run("sql/use_model.sql", vars);
    return vars.get("run_id");
  }

  private static List<String> current() {
    return hive.rows("SELECT model_id, trained_at FROM spot.current_models WHERE source = 'dns'");
  }

  private static void refusedToScore(String model, Map<String, String> changed, String why) {
    List<String> before = dns.fates();
    String message =
        assertThrows(IllegalArgumentException.class, () -> dns.score(model, changed)).getMessage();
    assertTrue(message.contains(why), message);
    assertEquals(before, dns.fates());
  }

  private static void refusedToUse(Map<String, String> wrong, String why) {
    List<String> before = current();
    Map<String, String> vars = dns.vars();
    vars.put("model_id", LATE);
    vars.putAll(wrong);
    String message =
        assertThrows(IllegalArgumentException.class, () -> hive.run("sql/use_model.sql", vars))
            .getMessage();
    assertTrue(message.contains(why), message);
    assertEquals(before, current());
  }
}
