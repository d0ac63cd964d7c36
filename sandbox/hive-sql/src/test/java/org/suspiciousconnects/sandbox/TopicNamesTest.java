/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small models of every source and vocabulary, and what their topics are called on real Hive. */
class TopicNamesTest {
  @RegisterExtension static final HiveSql hive = HiveSql.onMapReduce();

  private static final String SPOT = "00000000000000aa";
  private static final String PSL = "00000000000000bb";
  private static final String OTHER = "00000000000000cc";

  @BeforeAll
  static void models() {
    Map<String, String> vars = vars("flow");
    hive.run("ddl/database.sql", vars);
    hive.registerFunctions("spot");
    for (String file : List.of("common", "flow", "dns", "proxy")) {
      hive.run("ddl/" + file + ".sql", vars);
    }
    model("flow", SPOT, "spot", "SELECT 0, 25.0 UNION ALL SELECT 1, 75.0 UNION ALL SELECT 2, 0.0");
    words(
        "flow",
        SPOT,
        "SELECT 0, 1, '-1_443_TCP_13_10_4', 0.614",
        "SELECT 0, 2, 'no word of ours', 0.25",
        "SELECT 0, 3, '0_a b_0_1_1', 0.0099",
        "SELECT 0, 4, '22_TCP_0_1_1', 0.001",
        "SELECT 1, 1, '53_UDP_3_7_1', 1.0");
    model("flow", OTHER, "spot", "SELECT 0, 4.0");
    words("flow", OTHER, "SELECT 0, 1, '80_TCP_1_1_1', 0.015");
    model("dns", "d" + SPOT, "spot", "SELECT 0, 1.0");
    words("dns", "d" + SPOT, "SELECT 0, 1, '1_6_3_3_10_2_16_3', 0.5");
    model("dns", "d" + PSL, "psl", "SELECT 0, 1.0");
    words("dns", "d" + PSL, "SELECT 0, 1, '1_6_3_3_10_2_16_3', 0.5");
    model("proxy", "e" + SPOT, "spot", "SELECT 0, 1.0");
    words("proxy", "e" + SPOT, "SELECT 0, 1, '0_7_GET_12_text_10_4_404', 0.5");
    model("proxy", "e" + PSL, "psl", "SELECT 0, 1.0");
    words("proxy", "e" + PSL, "SELECT 0, 1, '0_7_GET_12_text_10_4_404', 0.5");
  }

  @Test
  void topicsOfFlowAreCalledAfterTheirLeadingWords() {
    assertEquals(
        List.of(
            "0\t25.0\t0.25\tserver of HTTPS (TCP 443), 13h, 512-1023 bytes in 8-15 packets (61 %); no word of ours (25 %);"
                + " both ports 0 (\"a b\"), 0h, 1 byte in 1 packet (<1 %)",
            "1\t75.0\t0.75\tclient of DNS (UDP 53), 3h, 64-127 bytes in 1 packet (100 %)",
            "2\t0.0\t0.0\tNULL"),
        names("flow", SPOT));
    assertEquals(
        List.of("0\t4.0\t1.0\tclient of HTTP (TCP 80), 1h, 1 byte in 1 packet (2 %)"),
        names("flow", OTHER));
  }

  @Test
  void topicsOfDnsAreCalledInTheVocabularyOfTheirModel() {
    String domain = "0\t1.0\t1.0\tpopular domain, frame of 64-127 bytes at 3h";
    String rest =
        ", subdomain of 8-15 characters with entropy 2.7-3.0 bits, 4-7 labels, type TXT, NXDOMAIN (50 %)";
    assertEquals(List.of(domain + rest), names("dns", "d" + SPOT));
    assertEquals(List.of(domain + " UTC" + rest), names("dns", "d" + PSL));
  }

  @Test
  void topicsOfProxyAreCalledInTheVocabularyOfTheirModel() {
    String hour = "0\t1.0\t1.0\tGET at 7h";
    String rest =
        ", no popular or own domain, URI of 16-31 characters with entropy 3.3-3.6 bits, content type text,"
            + " user agent of 1024-2047 requests that day, status 404 Not Found (50 %)";
    assertEquals(List.of(hour + rest), names("proxy", "e" + SPOT));
    assertEquals(List.of(hour + " UTC" + rest), names("proxy", "e" + PSL));
  }

  @Test
  void theScriptsShowTheLargestTopicFirstAndTheWordsOfOne() {
    Map<String, String> vars = vars("flow");
    vars.put("model_id", SPOT);
    assertEquals(
        List.of("1\t0.75", "0\t0.25", "2\t0.0"),
        hive.run("sql/topics.sql", vars).stream()
            .map(row -> row.substring(0, row.lastIndexOf('\t')))
            .toList());
    vars.put("topic", "0");
    assertEquals(
        List.of(
            "1\t0.614\t-1_443_TCP_13_10_4\tserver of HTTPS (TCP 443), 13h, 512-1023 bytes in 8-15 packets",
            "2\t0.25\tno word of ours\tNULL",
            "3\t0.0099\t0_a b_0_1_1\tboth ports 0 (\"a b\"), 0h, 1 byte in 1 packet",
            "4\t0.001\t22_TCP_0_1_1\tclient of SSH (TCP 22), 0h, 1 byte in 1 packet"),
        hive.run("sql/topic_words.sql", vars));
  }

  /** Models pile up: who looks at one must not read all. */
  @ParameterizedTest
  @ValueSource(strings = {"flow", "dns", "proxy"})
  void aModelsTopicsAreReadFromItsPartitionsOnly(String source) {
    String id = names().get(source);
    String plan =
        String.join(
            "",
            hive.rows(
                "EXPLAIN DEPENDENCY SELECT * FROM spot."
                    + source
                    + "_topic_names WHERE model_id = '"
                    + id
                    + "'"));
    TreeSet<String> partitions =
        Pattern.compile("spot@(\\w+)@model_id=(\\w+)")
            .matcher(plan)
            .results()
            .map(m -> m.group(1) + " " + m.group(2))
            .collect(Collectors.toCollection(TreeSet::new));
    assertEquals(
        new TreeSet<>(
            List.of(
                "model_runs " + id, source + "_topics " + id, source + "_topic_top_words " + id)),
        partitions,
        plan);
  }

  private static Map<String, String> names() {
    return Map.of("flow", SPOT, "dns", "d" + SPOT, "proxy", "e" + SPOT);
  }

  private static List<String> names(String source, String model) {
    return hive.rows(
        "SELECT topic, tokens, topic_share, topic_name FROM spot."
            + source
            + "_topic_names WHERE model_id = '"
            + model
            + "' ORDER BY topic");
  }

  private static Map<String, String> vars(String source) {
    return new HashMap<>(
        Map.of("dbname", "spot", "huser", hive.folder("user/spot"), "source", source));
  }

  private static void model(String source, String model, String vocabulary, String topics) {
    hive.execute(
        "INSERT INTO spot.model_runs PARTITION (model_id = '%s') (source, score_method, vocabulary) SELECT '%s', 'spot', '%s'"
            .formatted(model, source, vocabulary));
    hive.execute(
        "INSERT INTO spot.%s_topics PARTITION (model_id = '%s') ".formatted(source, model)
            + topics);
  }

  private static void words(String source, String model, String... rows) {
    hive.execute(
        "INSERT INTO spot.%s_topic_top_words PARTITION (model_id = '%s') ".formatted(source, model)
            + String.join(" UNION ALL ", rows));
  }
}
