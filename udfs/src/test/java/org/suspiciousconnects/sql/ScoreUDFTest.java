/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.apache.hadoop.io.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.suspiciousconnects.golden.GoldenFile;
import org.suspiciousconnects.golden.GoldenFile.Row;
import org.suspiciousconnects.model.VectorCodec;

class ScoreUDFTest {
  private static final Text MIX = vector(0.25, 0.75);
  private final ScoreUDF function = new ScoreUDF();

  @Test
  void isTheSumOfProducts() {
    assertEquals(0.21875, function.evaluate(MIX, vector(0.5, 0.125)));
    assertEquals(0.0, function.evaluate(new Text(), new Text()));
    assertEquals(Double.NaN, function.evaluate(MIX, vector(Double.NaN, 1)));
    assertEquals(Double.POSITIVE_INFINITY, function.evaluate(MIX, vector(1, 1.0 / 0)));
  }

  @Test
  void isNullIfAnArgumentIsNull() {
    assertNull(function.evaluate(null, MIX));
    assertNull(function.evaluate(MIX, null));
    assertNull(function.evaluate(null, new Text("not a vector")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"not base64!", "AAAA", "AAAAAAAA8D8=x", "0.25,0.75", "ÜÜÜÜ", "="})
  void refusesWhatIsNotAVector(String text) {
    for (Text[] arguments : new Text[][] {{new Text(text), MIX}, {MIX, new Text(text)}}) {
      var e =
          assertThrows(
              IllegalArgumentException.class, () -> function.evaluate(arguments[0], arguments[1]));
      assertTrue(e.getMessage().startsWith("not a vector: "), e.getMessage());
    }
  }

  @Test
  void refusesDifferentLengthsAndNamesBoth() {
    var e =
        assertThrows(IllegalArgumentException.class, () -> function.evaluate(MIX, vector(1, 2, 3)));
    assertTrue(e.getMessage().contains("2 topics"), e.getMessage());
    assertTrue(e.getMessage().contains("topic_probs has 3"), e.getMessage());
  }

  @Test
  void readsReusedBuffersToTheirLength() {
    Text mix = vector(1, 2, 3, 4, 5);
    mix.set(MIX.toString());
    Text probs = new Text("something long that is not a vector at all");
    probs.set(vector(0.5, 0.125));
    assertEquals(0.21875, function.evaluate(mix, probs));
  }

  /** As a row of a table passes through both functions. */
  @Test
  void equalsSpotToTheLastBitThroughReusedBuffers() {
    GoldenFile golden = GoldenFile.read("flow_score.tsv");
    Text mix = new Text();
    Text probs = new Text();
    for (Row row : golden.rows()) {
      int topics = row.intValue("topic_count");
      double smaller = Double.POSITIVE_INFINITY;
      for (String side : new String[] {"src", "dst"}) {
        mix.set(vector(row.vector(side + "_mix", topics)));
        probs.set(vector(row.vector(side + "_word_probs", topics)));
        smaller = Math.min(smaller, function.evaluate(mix, probs));
      }
      assertEquals(
          Double.doubleToRawLongBits(row.bits("score_bits")),
          Double.doubleToRawLongBits(smaller),
          row::toString);
      golden.count("compared");
    }
    golden.assertCounts(Map.of("compared", 1056));
  }

  private static Text vector(double... numbers) {
    return new Text(VectorCodec.encode(numbers));
  }
}
