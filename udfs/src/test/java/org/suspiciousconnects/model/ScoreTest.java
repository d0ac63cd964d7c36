/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.suspiciousconnects.golden.GoldenFile;
import org.suspiciousconnects.golden.GoldenFile.Row;

class ScoreTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  @Test
  void isTheSumOfProducts() {
    assertEquals(0.21875, Score.of(new double[] {0.25, 0.75}, new double[] {0.5, 0.125}));
    assertEquals(0.0, Score.of(new double[0], new double[0]));
    assertEquals(0.0, Score.of(new double[] {-0.0}, new double[] {1}), "starts from +0");
  }

  /** 1e16 + 1 - 1e16 is 0 in this order, 1 in another, and fused it is something else again. */
  @Test
  void addsInTheOrderOfTheTopicsAndRoundsEachProduct() {
    assertEquals(0, Score.of(new double[] {1e16, 1, -1e16}, new double[] {1, 1, 1}));
    double tenth = 0.1;
    assertEquals(0, Score.of(new double[] {-(tenth * tenth), tenth}, new double[] {1, tenth}));
  }

  @Test
  void passesNanAndInfinity() {
    assertEquals(INF, Score.of(new double[] {INF, 1}, new double[] {1, 1}));
    assertEquals(Double.NaN, Score.of(new double[] {INF}, new double[] {0}));
    assertEquals(Double.NaN, Score.of(new double[] {Double.NaN, 1}, new double[] {1, 1}));
  }

  @Test
  void refusesVectorsOfDifferentLength() {
    var e =
        assertThrows(
            IllegalArgumentException.class, () -> Score.of(new double[20], new double[25]));
    assertEquals(
        "topic_mix has 20 topics, topic_probs has 25: they are not of one model", e.getMessage());
  }

  @Test
  void equalsSpotToTheLastBit() {
    GoldenFile golden = GoldenFile.read("score.tsv");
    for (Row row : golden.rows()) {
      if (row.raw("word").equals("word_error")) {
        golden.count("excluded: the event has no word");
      } else if (row.text("doc_topic_mix") == null) {
        golden.count("excluded: no topic mix");
      } else {
        double[] mix = row.vector("doc_topic_mix", 0);
        double[] probs = row.vector("word_topic_probs", row.intValue("topic_count"));
        if (mix.length != probs.length) {
          assertThrows(IllegalArgumentException.class, () -> Score.of(mix, probs), row::toString);
          golden.count("excluded: lengths differ, where Spot drops the longer vector's end");
          continue;
        }
        if (row.raw("precision").equals("32")) {
          for (int k = 0; k < mix.length; k++) {
            mix[k] = (float) mix[k];
          }
        }
        assertBits(row, Score.of(coded(mix), coded(probs)));
        golden.count("compared");
      }
    }
    golden.assertCounts(
        Map.of(
            "compared", 949,
            "excluded: lengths differ, where Spot drops the longer vector's end", 43,
            "excluded: the event has no word", 19,
            "excluded: no topic mix", 10));
  }

  @Test
  void theSmallerOfAFlowsTwoScoresEqualsSpotToTheLastBit() {
    GoldenFile golden = GoldenFile.read("flow_score.tsv");
    for (Row row : golden.rows()) {
      int topics = row.intValue("topic_count");
      double source =
          Score.of(
              coded(row.vector("src_mix", topics)), coded(row.vector("src_word_probs", topics)));
      double destination =
          Score.of(
              coded(row.vector("dst_mix", topics)), coded(row.vector("dst_word_probs", topics)));
      assertBits(row, source < destination ? source : destination);
      golden.count("compared");
    }
    golden.assertCounts(Map.of("compared", 1056));
  }

  /** As the vector comes out of a table. */
  private static double[] coded(double[] vector) {
    return VectorCodec.decode(VectorCodec.encode(vector));
  }

  private static void assertBits(Row row, double score) {
    assertTrue(row.raw("score_bits").matches("[0-9a-f]{16}"), row::toString);
    assertEquals(row.raw("score_bits"), "%016x".formatted(Double.doubleToRawLongBits(score)));
  }
}
