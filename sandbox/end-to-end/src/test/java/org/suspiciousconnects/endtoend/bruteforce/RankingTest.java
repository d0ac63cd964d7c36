/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Ranks against those that were counted by hand. */
class RankingTest {
  private static final Group A = new Group("a", "event|x");
  private static final Group B = new Group("b", "event|x");
  private static final Group C = new Group("c", "event|x");
  private static final Group D = new Group("d", "event|x");
  private static final Group FAN = new Group("d", "fan|x");

  @Test
  void sharesOfThePlacesOfAView() {
    Map<Group, Scored> ranked = ranked();
    // Places 1, 2 and 3 for both, 4 of four; the fan is alone in its view.
    assertEquals(
        List.of(1 / 4.0, 2.5 / 4, 2.5 / 4, 4 / 4.0, 1.0),
        List.of(A, B, C, D, FAN).stream().map(group -> ranked.get(group).share()).toList());
  }

  @Test
  void theMostSuspiciousOfAnEvent() {
    Map<Group, Scored> ranked = ranked();
    assertEquals(B, Ranking.best(List.of(D, C, B), ranked).group(), "of two alike the lesser ip");
    assertEquals(
        FAN, Ranking.best(List.of(D, FAN), ranked).group(), "of one share the lesser log_p");
    assertNull(Ranking.best(List.of(new Group("e", "event|x")), ranked));
  }

  @Test
  void expectedOfAGroup() {
    // The IP has 4 words that day. A probability of p expects 4 p of each; of 3 log_p is -3 log(1 +
    // 1 / (4 p)).
    TopicCounts topics = new TopicCounts(0.0);
    Group one = new Group("a", "event|x");
    Map<Group, Scored> scored =
        Ranking.expected(
            Map.of(one, 3L, new Group("a", "fan|y"), 1L, new Group("b", "fan|y"), 5L),
            topics,
            new BackOff(Map.of()),
            Map.of());
    // Without a history: a view has 1/4, a field 1, of 20 of 20 of the background.
    assertEquals(4 * 0.25, scored.get(one).expected(), 1e-15);
    assertEquals(-3 * Math.log(2), scored.get(one).logP(), 1e-15);
  }

  private static Map<Group, Scored> ranked() {
    return Ranking.ranked(
        List.of(
            new Scored(C, 1, 1, -2, 0),
            new Scored(B, 1, 1, -2, 0),
            new Scored(FAN, 1, 1, -3, 0),
            new Scored(D, 1, 1, -1, 0),
            new Scored(A, 1, 1, -5, 0)));
  }
}
