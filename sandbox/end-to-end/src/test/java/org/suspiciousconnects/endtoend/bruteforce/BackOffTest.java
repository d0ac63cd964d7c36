/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The back-off against numbers that were worked by hand. */
class BackOffTest {
  private static final BackOff HISTORY =
      new BackOff(
          Map.of("event|a|x", 3L, "event|a|y", 1L, "event|b|x", 2L, "pair|k0", 3L, "fan|p1", 1L));

  @Test
  void partsOfWords() {
    Map<String, BackOff.Part> parts = HISTORY.parts();
    assertEquals(new BackOff.Part(10, 3), parts.get("*"));
    assertEquals(new BackOff.Part(6, 2), parts.get("event"));
    assertEquals(new BackOff.Part(4, 2), parts.get("event|a"));
    assertEquals(new BackOff.Part(2, 1), parts.get("event|b"));
    assertEquals(new BackOff.Part(3, 0), parts.get("event|a|x"));
    assertEquals(new BackOff.Part(4, 0), parts.get("event#1=a"));
    assertEquals(new BackOff.Part(5, 0), parts.get("event#2=x"));
    assertEquals(new BackOff.Part(6, 2), parts.get("event#2"));
    assertEquals(new BackOff.Part(3, 1), parts.get("pair#1"));
    // 1 + 3 views + prefixes a, b, ax, ay, bx, k0, p1 + fields a, b, x, y, k0, p1 + positions 2, 1,
    // 1.
    assertEquals(1 + 3 + 7 + 6 + 4, parts.size());
  }

  @Test
  void aKnownWord() {
    // View: (6 + 1/2) / (10 + 2). Field a: 4 of 6, by itself (4 + 1/2) / (6 + 3/2) = 0.6, with
    // strength 10.
    // Field x behind a: 3 of 4, by itself (5 + 1/2) / (6 + 3/2), with strength 2, for a goes on in
    // two ways.
    double wanted = 6.5 / 12 * ((4 + 10 * 0.6) / (6 + 10)) * ((3 + 2 * (5.5 / 7.5)) / (4 + 2));
    assertEquals(0.252025462962963, wanted, 1e-15);
    assertEquals(wanted, HISTORY.background("event|a|x", 0), 1e-15);
  }

  @Test
  void withoutWhatTheIpItselfHad() {
    // Two fewer everywhere but for the continuations: the view 4 of 8, a 2 of 4, its share 2.5 /
    // 5.5, x 1 of 2, 3.5 / 5.5.
    double wanted =
        4.5 / 10 * ((2 + 10 * (2.5 / 5.5)) / (4 + 10)) * ((1 + 2 * (3.5 / 5.5)) / (2 + 2));
    assertEquals(wanted, HISTORY.background("event|a|x", 2), 1e-15);
  }

  @Test
  void anUnknownWordAndPrefix() {
    // z was never seen, neither at its place: 0.5 / 7.5; behind it nothing goes on, so the strength
    // is 1 and x stands alone.
    double wanted = 6.5 / 12 * (10 * (0.5 / 7.5) / 16) * (5.5 / 7.5);
    assertEquals(wanted, HISTORY.background("event|z|x", 0), 1e-15);
    // Without a history at all: a third of the views is (0 + 1/2) / (0 + 2), each field 1/2 / 1/2.
    assertEquals(0.25, new BackOff(Map.of()).background("event|a|x", 0), 1e-15);
  }

  @Test
  void nothingFallsBelowZero() {
    // Ten fewer of 3 words of which 1 has it: nothing is left, neither of the view nor of all.
    double wanted = 0.5 / 2 * (10 * (0.5 / 1.5) / 10) * (2 * (0.5 / 1.5) / 2);
    assertEquals(wanted, HISTORY.background("event|a|x", 10), 1e-15);
  }
}
