/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The probability at an IP against numbers that were worked by hand. */
class TopicCountsTest {
  /**
   * All words alike: the background of event|a is (8 + 1/2) / (8 + 2) * (8 + 10 * 8.5 / 9) / 18.
   */
  private static final BackOff ONE_WORD = new BackOff(Map.of("event|a", 8L));

  private static final double BACKGROUND = 0.85 * (8 + 85.0 / 9) / 18;
  private static final TopicCounts TOPICS =
      new TopicCounts(6, 2).ip("10.0.0.1", 3, 1).word("event|a", 6, 2);

  @Test
  void aVectorOfATable() {
    // 1.0 is 3ff0000000000000, -2.0 is c000000000000000; the lowest byte first.
    assertArrayEquals(new double[] {1, -2}, TopicCounts.vector("AAAAAAAA8D8AAAAAAAAAwA=="));
  }

  @Test
  void aKnownIpAndWord() {
    // Topic 1: (3 + 5 * 3/4) / (4 + 5) * (6 + 20 Pg) / 26, topic 2: (1 + 5 / 4) / 9 * (2 + 20 Pg) /
    // 22.
    double wanted =
        6.75 / 9 * ((6 + 20 * BACKGROUND) / 26) + 2.25 / 9 * ((2 + 20 * BACKGROUND) / 22);
    assertEquals(wanted, TOPICS.probability(new Group("10.0.0.1", "event|a"), ONE_WORD, 0), 1e-15);
  }

  @Test
  void anUnknownIpHasTheMixOfTheCorpusAndAnUnknownWordTheBackground() {
    double wanted = 0.75 * ((6 + 20 * BACKGROUND) / 26) + 0.25 * ((2 + 20 * BACKGROUND) / 22);
    assertEquals(wanted, TOPICS.probability(new Group("10.0.0.9", "event|a"), ONE_WORD, 0), 1e-15);
    double unknown = ONE_WORD.background("event|b", 0);
    assertEquals(
        0.75 * 20 * unknown / 26 + 0.25 * 20 * unknown / 22,
        TOPICS.probability(new Group("10.0.0.9", "event|b"), ONE_WORD, 0),
        1e-15);
  }

  @Test
  void withoutWhatTheIpItselfHad() {
    // Topics are to 3/4 * 6/6 and 1/4 * 2/2 responsible: 3/4 and 1/4. Of two words 1.5 and 0.5 go,
    // of 3 and 1, of 6 and 2.
    double background = 6.5 / 8 * (6 + 10 * 6.5 / 7) / 16;
    double wanted =
        (1.5 + 5 * 0.75) / 7 * ((4.5 + 20 * background) / 24.5)
            + (0.5 + 5 * 0.25) / 7 * ((1.5 + 20 * background) / 21.5);
    assertEquals(wanted, TOPICS.probability(new Group("10.0.0.1", "event|a"), ONE_WORD, 2), 1e-15);
  }

  @Test
  void moreThanThereIs() {
    // Nothing is left: each topic has half, the word is as likely as its background, which has lost
    // all too.
    double background = 0.5 / 2 * (10 * (0.5 / 1) / 10);
    assertEquals(
        20 * background / 20,
        TOPICS.probability(new Group("10.0.0.1", "event|a"), ONE_WORD, 100),
        1e-15);
    // No topic is responsible for a word that none has: nothing is taken from it and the IP but for
    // their sums.
    double unknown = ONE_WORD.background("event|b", 1);
    assertEquals(
        (3 + 5 * 6 / 7.0) / 8 * (20 * unknown / 26) + (1 + 5 * 2 / 7.0) / 8 * (20 * unknown / 22),
        TOPICS.probability(new Group("10.0.0.1", "event|b"), ONE_WORD, 1),
        1e-15);
  }
}
