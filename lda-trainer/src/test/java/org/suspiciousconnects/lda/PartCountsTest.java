/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/** What words are made of, counted by Spark and by hand. */
class PartCountsTest {
  @Test
  void ofOneWord() {
    WordCounts counts = new WordCounts().add("a", "fan|ok|p2|n3", 5);
    List<String> expected =
        List.of(
            "* 5 3",
            "fan 5 1",
            "fan#1 5 1",
            "fan#1=ok 5 0",
            "fan#2 5 1",
            "fan#2=p2 5 0",
            "fan#3 5 1",
            "fan#3=n3 5 0",
            "fan|ok 5 1",
            "fan|ok|p2 5 1",
            "fan|ok|p2|n3 5 0");
    assertEquals(expected, parts(counts, 1));
    assertEquals(new TreeSet<>(expected), expected(counts));
  }

  @Test
  void areThoseOfAPlainCountHoweverTheCorpusIsCut() {
    Random random = new Random(3);
    WordCounts counts = new WordCounts();
    for (int i = 0; i < 300; i++) {
      StringBuilder word = new StringBuilder(List.of("event", "pair", "fan").get(i % 3));
      for (int field = 0; field < 3 + i % 3; field++) {
        word.append('|').append("abcde", 0, 1 + random.nextInt(3));
      }
      counts.add("10.0.0." + random.nextInt(7), word.toString(), 1 + random.nextInt(1_000_000_000));
    }
    List<String> one = parts(counts, 1);
    assertEquals(expected(counts), new TreeSet<>(one));
    assertEquals(one, parts(counts, 7));
  }

  @Test
  void aWordOfAnotherMethodIsRefused() {
    try (Corpus corpus = new WordCounts().add("a", "event|x", 1).add("a", "web", 1).corpus()) {
      CommandFailure failure = assertThrows(CommandFailure.class, () -> PartCounts.check(corpus));
      assertEquals(ExitStatus.NO_DATA, failure.status());
      assertEquals(
          "'web' is no word of method profile: count the words of these days again",
          failure.getMessage());
    }
  }

  /** In the order in which they are written. */
  private static List<String> parts(WordCounts counts, int partitions) {
    try (Corpus corpus = counts.corpus(partitions, partitions)) {
      return PartCounts.of(corpus).collect().stream()
          .map(row -> row.mkString(" "))
          .collect(Collectors.toList());
    }
  }

  /** The table as its definition says it, one part at a time. */
  static Set<String> expected(WordCounts counts) {
    TreeMap<String, Long> tokens = new TreeMap<>();
    TreeMap<String, Set<String>> next = new TreeMap<>();
    counts
        .counts()
        .values()
        .forEach(
            words ->
                words.forEach(
                    (word, count) -> {
                      String[] fields = word.split("[|]");
                      tokens.merge("*", count, Long::sum);
                      for (int j = 0; j < fields.length; j++) {
                        String prefix = String.join("|", Arrays.copyOf(fields, j + 1));
                        tokens.merge(prefix, count, Long::sum);
                        next.computeIfAbsent(prefix, x -> new TreeSet<>());
                        if (j + 1 < fields.length) {
                          next.get(prefix).add(fields[j + 1]);
                        }
                        if (j > 0) {
                          String position = fields[0] + "#" + j;
                          tokens.merge(position, count, Long::sum);
                          next.computeIfAbsent(position, x -> new TreeSet<>()).add(fields[j]);
                          tokens.merge(position + "=" + fields[j], count, Long::sum);
                        }
                      }
                    }));
    next.put("*", Set.of("event", "pair", "fan"));
    return tokens.entrySet().stream()
        .map(
            part ->
                part.getKey()
                    + " "
                    + part.getValue()
                    + " "
                    + next.getOrDefault(part.getKey(), Set.of()).size())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
