/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which verdict counts. */
class VerdictTest {
  private static final LocalDate DAY = LocalDate.parse("2016-07-08");
  private static final Group GROUP = new Group("a", "event|x");
  private static final Group ELSEWHERE = new Group("b", "event|x");

  @Test
  void theScope() {
    assertEquals(2, on(GROUP, DAY, DAY.plusDays(9), verdict(2, "ip_word", null, "1")));
    assertNull(on(ELSEWHERE, DAY, DAY, verdict(2, "ip_word", null, "1")));
    assertEquals(2, on(ELSEWHERE, DAY, DAY, verdict(2, "word", null, "1")));
    assertEquals(1, on(GROUP, DAY, DAY.plusDays(1), verdict(1, "event", null, "1")));
    assertNull(on(GROUP, DAY.plusDays(1), DAY.plusDays(1), verdict(1, "event", null, "1")));
    assertNull(on(new Group("a", "event|y"), DAY, DAY, verdict(1, "word", null, "1")));
  }

  @Test
  void theDays() {
    assertNull(on(GROUP, DAY.minusDays(1), DAY.minusDays(1), verdict(1, "ip_word", null, "1")));
    assertEquals(1, on(GROUP, DAY.minusDays(1), DAY, verdict(1, "ip_word", DAY, "1")));
    assertNull(on(GROUP, DAY, DAY.plusDays(1), verdict(1, "ip_word", DAY, "1")));
  }

  @Test
  void theNewest() {
    assertEquals(
        3, on(GROUP, DAY, DAY, verdict(1, "ip_word", null, "1"), verdict(3, "word", null, "2")));
    assertEquals(
        1, on(GROUP, DAY, DAY, verdict(1, "ip_word", null, "3"), verdict(3, "word", null, "2")));
  }

  private static Integer on(Group group, LocalDate counted, LocalDate asked, Verdict... verdicts) {
    return Verdict.on(group, counted, asked, List.of(verdicts));
  }

  private static Verdict verdict(int verdict, String scope, LocalDate expires, String givenAt) {
    return new Verdict(GROUP, verdict, scope, DAY, expires, givenAt);
  }
}
