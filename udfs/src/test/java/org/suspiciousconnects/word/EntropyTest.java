/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suspiciousconnects.golden.GoldenFile;
import org.suspiciousconnects.golden.GoldenFile.Row;

class EntropyTest {
  private static final double TOLERANCE = 1e-12;

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "a, 0",
    "aaaa, 0",
    "ab, 1",
    "abba, 1",
    "aabc, 1.5",
    "abcdefgh, 3",
    "éé, 0",
    "aé, 1",
    "éüéü, 1",
    "\uD83D\uDE00, 1",
  })
  void isShannonsInBits(String text, double bits) {
    assertEquals(bits, Entropy.bits(text));
  }

  @Test
  void isPositiveZeroWhereThereIsOneCharacter() {
    assertEquals("0.0", Double.toString(Entropy.bits("zzz")));
    assertEquals("0.0", Double.toString(Entropy.bits("日日日")));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1e-9, 1", "0.3, 1", "0.31, 2", "3.0, 10", "5.4, 18", "5.41, 19", "16, 19"})
  void binIsTheFirstCutNotBelow(double bits, int bin) {
    assertEquals(bin, Entropy.bin(bits));
  }

  @Test
  void readsLongTexts() {
    assertEquals(0, Entropy.bits("a".repeat(1 << 16)));
    String all =
        new Random(1)
            .ints(1 << 16, 0, 1 << 16)
            .mapToObj(c -> "" + (char) c)
            .collect(Collectors.joining());
    double bits = Entropy.bits(all);
    assertTrue(bits > 15 && bits < 16, () -> "" + bits);
  }

  @Property
  void liesBetweenZeroAndTheLogarithmOfTheDistinctCharacters(@ForAll String text) {
    double bits = Entropy.bits(text);
    long distinct = Math.max(1, text.chars().distinct().count());
    assertTrue(bits >= 0, () -> "" + bits);
    assertTrue(bits <= Math.log(distinct) / Math.log(2) + TOLERANCE, () -> "" + bits);
    assertEquals(distinct == 1, bits == 0);
  }

  @Property
  void doesNotDependOnTheOrderOfTheCharacters(@ForAll String text, @ForAll int seed) {
    List<Integer> units = new ArrayList<>(text.chars().boxed().toList());
    Collections.shuffle(units, new Random(seed));
    StringBuilder shuffled = new StringBuilder();
    units.forEach(unit -> shuffled.append((char) (int) unit));
    assertEquals(Entropy.bits(text), Entropy.bits(shuffled.toString()), "to the last bit");
  }

  @Property
  void doesNotDependOnHowOftenATextIsRepeated(@ForAll String text) {
    assertEquals(Entropy.bits(text), Entropy.bits(text + text + text), TOLERANCE);
  }

  @Property
  void mixingTextsOfDifferentCharactersAddsTheEntropyOfTheChoice(@ForAll char unit) {
    String text = ("" + unit).repeat(3) + (unit == 'x' ? "y" : "x");
    assertEquals(2 - 0.75 * Math.log(3) / Math.log(2), Entropy.bits(text), TOLERANCE);
  }

  @Test
  void equalsSpot() {
    GoldenFile golden = GoldenFile.read("entropy.tsv");
    for (Row row : golden.rows()) {
      String text = row.text("string");
      if (text == null) {
        golden.count("excluded: no text");
        continue;
      }
      double bits = Entropy.bits(text);
      assertEquals(row.bits("entropy_bits"), bits, TOLERANCE, row::toString);
      assertEquals(row.intValue("bin_of_entropy_cuts"), Entropy.bin(bits), row::toString);
      golden.count("compared");
    }
    golden.assertCounts(Map.of("compared", 2150, "excluded: no text", 1));
  }

  @Test
  void binEqualsSpot() {
    GoldenFile golden = GoldenFile.read("math.tsv");
    for (Row row : golden.rows()) {
      if (!row.raw("function").equals("bin") || !row.raw("arg").equals("ENTROPY_CUTS")) {
        golden.count("excluded: not a bin of entropy");
      } else if (Double.isNaN(row.bits("x_bits"))) {
        golden.count("excluded: not a number");
      } else {
        assertEquals(row.intValue("result"), Entropy.bin(row.bits("x_bits")), row::toString);
        golden.count("compared");
      }
    }
    golden.assertCounts(
        Map.of(
            "compared", 307,
            "excluded: not a number", 1,
            "excluded: not a bin of entropy", 2438));
  }
}
