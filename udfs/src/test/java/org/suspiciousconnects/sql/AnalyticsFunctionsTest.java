/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.apache.hadoop.io.Text;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suspiciousconnects.model.VectorCodec;

/** The functions that explain and order what was scored, as Hive calls them. */
class AnalyticsFunctionsTest {
  @BeforeAll
  static void start() {
    HiveExpressions.start();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " => ",
      value = {
        "sc_surprisal_bits(NULL) => NULL",
        "sc_surprisal_bits(CAST(0.5 AS FLOAT)) => 1.0",
        "sc_surprisal_bits(1) => 0.0",
        "sc_best_topic(NULL, 'AAAA') => NULL",
        "sc_best_topic('AAAA', NULL) => NULL",
        "sc_best_topic('', '') => NULL",
        "sc_float_position(NULL) => NULL",
        "sc_float_position(1) => 1056964608",
        "sc_float_at(NULL) => NULL",
        "sc_float_at(CAST(0 AS INT)) => 1.17549435E-38",
        "sc_float_at(sc_float_position(0.25) + 1) > CAST(0.25 AS FLOAT) => true",
        "sc_dns_class(NULL) => NULL",
        "sc_dns_class('0x00000003') => 3"
      })
  void takeWhatSqlHas(String expression, String result) throws Exception {
    assertEquals(result, HiveExpressions.evaluate("SELECT " + expression));
  }

  @Test
  void theBestTopicReadsReusedBuffersToTheirLength() {
    Text mix = new Text(VectorCodec.encode(new double[] {1, 2, 3, 4, 5}));
    mix.set(VectorCodec.encode(new double[] {0.25, 0.75}));
    Text probs = new Text(VectorCodec.encode(new double[] {0.25, 0.125}));
    // 0.0625 and 0.09375.
    assertEquals(1, new BestTopicUDF().evaluate(mix, probs));
    assertThrows(
        IllegalArgumentException.class,
        () -> new BestTopicUDF().evaluate(mix, new Text("not base64!")));
  }
}
