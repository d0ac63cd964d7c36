/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.hadoop.io.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suspiciousconnects.model.Background;
import org.suspiciousconnects.model.ProfileProbability;
import org.suspiciousconnects.model.VectorCodec;
import org.suspiciousconnects.model.WordParts;

/** The functions of the method profile as Hive calls them, and what they refuse. */
class ProfileFunctionsTest {
  private static final Text MIX = vector(0.5, 0.5);
  private static final Text PARTS = new Text("7:2:14:3;6:0:6:2");
  private final ProfileProbabilityUDF probability = new ProfileProbabilityUDF();

  @BeforeAll
  static void start() {
    HiveExpressions.start();
  }

  /** Counts come as INT, BIGINT and NULL; a column of a narrower type is as good. */
  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "sc_flow_service(CAST(52100 AS INT), CAST(443 AS SMALLINT), CAST(0 AS BIGINT), CAST(0 AS INT)) => to443",
        "sc_flow_service(52100, 52101, NULL, 20) => to52101",
        "sc_flow_service(NULL, 443, 0, 0) => NULL",
        "sc_flow_service(443, NULL, 0, 0) => NULL",
        "sc_flow_service(65536, 443, 0, 0) => NULL",
        "sc_flow_event_word(CAST(1 AS TINYINT), 1, 'from22', 'TCP', 'S', CAST(2 AS INT), 100L, 3L) => event|src-int-from22|TCP-S|b2|k2|r3",
        "sc_flow_event_word(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL) => event|dst-ext--|-|b0|k0|r0",
        "sc_flow_pair_word(NULL, NULL, NULL, NULL, NULL, NULL, NULL) => pair|k0-ext|s0|g-|b0|n0",
        "sc_flow_pair_word(0, 0, 1, 8, 20, NULL, 0) => pair|k0-ext|s1|g-|b0|n4",
        "sc_flow_fan_word(NULL, 5) => fan|p0|n3",
        "sc_dns_event_word(NULL, NULL, NULL, NULL, NULL) => event|t-|rc-|k0|l0|d0|f0",
        "sc_dns_pair_word(NULL, NULL, NULL, NULL, NULL, NULL) => pair|k0|t-|m0|l0|x0|n0",
        "sc_dns_fan_word(NULL, NULL, NULL) => fan|ok|p0|n0",
        "sc_subdomain_length(NULL) => NULL",
        "sc_subdomain_length('') => 0",
        "sc_subdomain_length('abc.10.1.2.3') => 0",
        "sc_proxy_event_word(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL) => event|-|-|k0--|k0|-|-|b0|w0|u0",
        "sc_proxy_pair_word(NULL, NULL, NULL, NULL, NULL, NULL, NULL) => pair|k0--|k0|g-|b0|n0",
        "sc_proxy_fan_word(NULL, NULL, NULL) => fan|k0|p0|n0",
        "sc_word_view(NULL) => NULL",
        "sc_word_view('fan|p3|n5') => fan",
        "sc_word_prefix(NULL, 0) => NULL",
        "sc_word_prefix('fan|p3|n5', NULL) => NULL",
        "sc_word_prefix('fan|p3|n5', 2) => fan|p3|n5",
        "sc_word_field('fan|p3|n5', NULL) => NULL",
        "sc_word_field('fan|p3|n5', 0) => NULL",
        "sc_word_position('fan|p3|n5', 2) => fan#2",
        "sc_word_position('fan|p3|n5', CAST(1 AS TINYINT)) => fan#1",
        "sc_background(NULL, 0) => NULL",
        "sc_background('0:0:0:0;0:0:0:0', NULL) => 0.25",
        "sc_count_tail(NULL, 1.0) => NULL",
        "sc_count_tail(3, NULL) => NULL",
        "sc_count_tail(CAST(0 AS INT), CAST(1 AS DOUBLE)) => 0.0",
        "sc_profile_probability(NULL, NULL, NULL, 1.0, '0:0:0:0;0:0:0:0', 0) => NULL",
        "sc_profile_probability(NULL, NULL, 'AAAAAAAA8D8=', NULL, '0:0:0:0;0:0:0:0', 0) => NULL",
        "sc_profile_probability(NULL, NULL, 'AAAAAAAA8D8=', 1.0, NULL, 0) => NULL",
        "sc_profile_probability(NULL, NULL, 'AAAAAAAA8D8=', CAST(0 AS DOUBLE), '0:0:0:0;0:0:0:0', NULL) => 0.25",
      })
  void hiveCallsThem(String expression, String result) throws Exception {
    assertEquals(result, HiveExpressions.evaluate("SELECT " + expression));
  }

  @Test
  void passesOnWhatTheTablesHave() {
    Text ip = vector(8, 2);
    Text word = vector(4, 1);
    WordParts parts = WordParts.parse(PARTS.toString());
    assertEquals(
        ProfileProbability.of(
            new double[] {8, 2}, new double[] {4, 1}, new double[] {.5, .5}, 14, parts, 3),
        probability.evaluate(ip, word, MIX, 14.0, PARTS, 3L));
    assertEquals(
        ProfileProbability.of(null, null, new double[] {.5, .5}, 14, parts, 0),
        probability.evaluate(null, null, MIX, 14.0, PARTS, null));
    assertEquals(Background.of(parts, 3), new BackgroundUDF().evaluate(PARTS, 3L));
  }

  @Test
  void readsReusedBuffersToTheirLength() {
    Double fresh = probability.evaluate(vector(8, 2), vector(4, 1), MIX, 14.0, PARTS, 0L);
    Text ip = vector(1, 2, 3, 4, 5);
    ip.set(vector(8, 2));
    Text parts = new Text("90:7:120:3;12:3:14:7;1:1:1:1");
    parts.set(PARTS);
    assertEquals(fresh, probability.evaluate(ip, vector(4, 1), MIX, 14.0, parts, 0L));
  }

  @Test
  void isNullBeforeAnythingIsRefused() {
    Text bad = new Text("bad");
    assertNull(probability.evaluate(bad, bad, null, -1.0, bad, -1L));
    assertNull(probability.evaluate(bad, bad, bad, null, bad, -1L));
    assertNull(probability.evaluate(bad, bad, bad, -1.0, null, -1L));
    assertNull(new BackgroundUDF().evaluate(null, -1L));
    assertNull(new CountTailUDF().evaluate(null, Double.NaN));
  }

  @Test
  void namesWhatItRefuses() {
    Text bad = new Text("bad!");
    Text good = vector(1, 2);
    assertRefused("ip_topic_counts is not a vector: ", bad, good, MIX, 14.0, PARTS, 0L);
    assertRefused("word_topic_counts is not a vector: ", good, bad, MIX, 14.0, PARTS, 0L);
    assertRefused("corpus_mix is not a vector: ", good, good, bad, 14.0, PARTS, 0L);
    assertRefused("parts 'bad!' are not ", good, good, MIX, 14.0, bad, 0L);
    assertRefused("own is -1", good, good, MIX, 14.0, PARTS, -1L);
    assertRefused("corpus_tokens has NaN", good, good, MIX, Double.NaN, PARTS, 0L);
    assertRefused("ip_topic_counts has 3 topics", vector(1, 2, 3), good, MIX, 14.0, PARTS, 0L);
  }

  private void assertRefused(
      String start, Text ip, Text word, Text mix, Double tokens, Text parts, Long own) {
    var e =
        assertThrows(
            IllegalArgumentException.class,
            () -> probability.evaluate(ip, word, mix, tokens, parts, own));
    assertTrue(e.getMessage().startsWith(start), e.getMessage());
  }

  private static Text vector(double... numbers) {
    return new Text(VectorCodec.encode(numbers));
  }
}
