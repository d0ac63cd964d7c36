/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class BackgroundTest {
  /** By hand: 7.5/16, then (6 + 10 * 6.5/8.5) / 17, then (4 + 2 * 0.5/9) / 8. */
  @Test
  void isTheProductOfItsFields() {
    WordParts parts = WordParts.parse("7:2:14:3;6:2:6:2;4:0:0:3");
    double byHand = 7.5 / 16 * ((6 + 65 / 8.5) / 17) * ((4 + 1.0 / 9) / 8);
    assertEquals(byHand, Background.of(parts, 0), 1e-16);
  }

  @Test
  void ownTokensAreLeftOutOfEveryCount() {
    WordParts parts = WordParts.parse("7:2:14:3;6:2:6:2;4:0:5:3");
    assertEquals(
        Background.of(WordParts.parse("4:2:11:3;3:2:3:2;1:0:2:3"), 0), Background.of(parts, 3));
    assertEquals(
        Background.of(WordParts.parse("2:2:9:3;1:2:1:2;0:0:0:3"), 0),
        Background.of(parts, 5),
        "nothing falls below 0");
  }

  @Test
  void nothingKnownAtAllIsStillPossible() {
    assertEquals(0.25, Background.of(WordParts.of(new long[8]), 0), "0.5 / 2 * 0.5 / 0.5");
    assertEquals(0.25, Background.of(WordParts.of(new long[40]), Long.MAX_VALUE));
  }

  @Test
  void staysAboveZeroAndUpToOneForCountsThatCanNotBe() {
    long most = Long.MAX_VALUE;
    long[] unlikely = new long[40];
    Arrays.fill(unlikely, 0, 4, most);
    for (int j = 1; j < 10; j++) {
      unlikely[4 * j + 1] = j % 2 == 0 ? 0 : most;
      unlikely[4 * j + 3] = most;
    }
    assertTrue(Background.of(WordParts.of(unlikely), 0) > 0);
    assertEquals(1.0, Background.of(WordParts.of(most, 0, 0, 0, most, 0, most, 0), 0));
  }

  @Test
  void refusesNegativeOwnTokens() {
    WordParts parts = WordParts.of(new long[8]);
    var e = assertThrows(IllegalArgumentException.class, () -> Background.of(parts, -3));
    assertTrue(e.getMessage().contains("own is -3"), e.getMessage());
  }

  @Property
  void equalsTheFormula(
      @ForAll @Size(min = 8, max = 40) List<@LongRange(max = 1_000_000_000_000L) Long> some,
      @ForAll @IntRange(max = 40) int shift,
      @ForAll @LongRange(max = 1_000_000) long own) {
    long[][] parts = parts(some, shift);
    ExactNumbers.assertClose(
        ExactNumbers.background(parts, own).min(BigDecimal.ONE),
        Background.of(ToyVocabulary.of(parts), own),
        1e-14);
  }

  /** With one value more than was seen in every place, and half a token for a fourth view. */
  @Property
  void theProbabilitiesOfAllWordsAddUpToOne(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 63) Integer> tokens) {
    Map<List<String>, Long> counts = new HashMap<>();
    for (int token : tokens) {
      String view = List.of("event", "pair", "fan").get(token % 3);
      List<String> word = List.of(view, "a" + token / 32, "b" + token / 8 % 4, "c" + token / 4 % 2);
      counts.merge(word.subList(0, view.equals("fan") ? 3 : 4), 1L, Long::sum);
    }
    ToyVocabulary toy = new ToyVocabulary(counts);
    double sum = 0;
    for (List<String> word : toy.words()) {
      double probability = Background.of(ToyVocabulary.of(toy.parts(word)), 0);
      assertTrue(probability > 0 && probability <= 1, () -> word + " " + probability);
      sum += probability;
    }
    long views = counts.keySet().stream().map(word -> word.get(0)).distinct().count();
    assertEquals((toy.all() + views / 2.0) / (toy.all() + 2), sum, 1e-12);
  }

  /** Such as can be of one corpus: no prefix is seen more often than a shorter one. */
  static long[][] parts(List<Long> some, int shift) {
    long[][] parts = new long[some.size() / 4][];
    for (int j = 0; j < parts.length; j++) {
      parts[j] = some.subList(4 * j, 4 * j + 4).stream().mapToLong(n -> n).toArray();
      parts[j][0] >>= shift;
      parts[j][2] >>= shift;
    }
    parts[0][2] += parts[0][0];
    for (int j = 1; j < parts.length; j++) {
      parts[j][0] = Math.min(parts[j][0], parts[j - 1][0]);
      parts[j][2] = Math.min(parts[0][0], Math.max(parts[j][0], parts[j][2]));
    }
    return parts;
  }
}
