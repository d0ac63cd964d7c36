/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What days in sight tell a day. */
class SeriesTest {
  private static final LocalDate DAY = LocalDate.parse("2016-07-08");

  @Test
  void theReferenceRollsWithTheDay() {
    Series<DnsEvent> series =
        new Series<>(
            2,
            Stream.of(
                    answer(DAY.minusDays(3), "a"),
                    answer(DAY.minusDays(2), "b"),
                    answer(DAY.minusDays(1), "b"),
                    answer(DAY.minusDays(1), "c"),
                    answer(DAY, "d"))
                .toList(),
            DnsWords::of);
    // b twice and c, not the day itself; a is too long ago, on the day before it was in sight.
    assertEquals(2, series.reference(DAY).clients("domain", "x.test"));
    assertEquals(2, series.reference(DAY.minusDays(1)).clients("domain", "x.test"));
    assertEquals(1, series.reference(DAY.minusDays(2)).clients("domain", "x.test"));
    assertEquals(0, series.reference(DAY.minusDays(3)).clients("domain", "x.test"));
    assertEquals(
        Map.of(
            new Group("d", "event|t1|rc0|k2|l0|d0|f7"), 1L,
            new Group("d", "pair|k2|t-|m1|l0|x0|n1"), 1L,
            new Group("d", "fan|ok|p1|n1"), 1L),
        series.words(DAY).counts);
  }

  @Test
  void ownCountsAreThoseOfRareItems() {
    Group rare = new Group("a", "event|k2");
    Group common = new Group("a", "event|k5");
    History history = new History(List.of(Map.of(rare, 1L, common, 4L), Map.of(rare, 2L)));
    assertEquals(Map.of(rare, 3L), history.ownCounts());
    assertEquals(7, history.backOff().parts().get("*").tokens());
  }

  private static DnsEvent answer(LocalDate day, String client) {
    return new DnsEvent(day, 1, client, "x.test", 1, 0, 64);
  }
}
