/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists against those that were written by hand. */
class ListingTest {
  private static final Scored FIRST = scored("a", 0.1);
  private static final Scored SECOND = scored("b", 0.2);
  private static final Scored THIRD = scored("c", 0.3);
  private static final List<Listing.Candidate> EVENTS =
      List.of(
          new Listing.Candidate("09:00", THIRD, false, null),
          new Listing.Candidate("08:00", SECOND, false, 3),
          new Listing.Candidate("07:00", FIRST, false, 1),
          new Listing.Candidate("06:00", FIRST, true, 3),
          new Listing.Candidate("05:00", FIRST, false, 1));

  @Test
  void groupsFollowEachOtherAndTheirEventsByThemselves() {
    Listing all = new Listing(EVENTS, 1, -1);
    assertEquals(List.of("05:00 1", "07:00 2", "09:00 3", "06:00 null"), lines(all));
    assertEquals(1, all.feedbackRemoved);
    assertEquals(1, all.allowListed);
    assertEquals(3, all.kept);
    assertEquals(0, all.beyondMaxResults + all.aboveThreshold);
  }

  @Test
  void groupsCountNotRowsAndTheRemovedTakeNoPlace() {
    assertEquals(List.of("05:00 1", "07:00 2", "06:00 null"), lines(new Listing(EVENTS, 1, 1)));
    assertEquals(1, new Listing(EVENTS, 1, 1).beyondMaxResults);
    assertEquals(4, lines(new Listing(EVENTS, 1, 2)).size());
    Listing none = new Listing(EVENTS, 1, 0);
    assertEquals(List.of("06:00 null"), lines(none));
    assertEquals(3, none.beyondMaxResults);
  }

  @Test
  void whatIsAboveTheThresholdIsNothingElse() {
    Listing low = new Listing(EVENTS, 0.1, 0);
    assertEquals(List.of("06:00 null"), lines(low));
    assertEquals(2, low.aboveThreshold);
    assertEquals(2, low.beyondMaxResults);
    assertEquals(0, low.feedbackRemoved);
    assertNull(low.lines.get(0).rank());
  }

  private static List<String> lines(Listing listing) {
    return listing.lines.stream().map(l -> l.candidate().shown() + " " + l.rank()).toList();
  }

  private static Scored scored(String ip, double share) {
    return new Scored(new Group(ip, "event|x"), 1, 1, -1, share);
  }
}
