/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HabitsTest {
  private static final int VISITS = 2_000;

  private final Habits habits = new Habits(1, new Network(1, 100_000));

  @Test
  void aWorkstationGoesWhereItAlwaysGoes() {
    Map<Integer, Integer> visits = visits(Role.WORKSTATION);
    int most25 = visits.values().stream().sorted((a, b) -> b - a).limit(25).mapToInt(n -> n).sum();
    int most25WithoutHabit =
        visits(Role.DIRECTORY).values().stream()
            .sorted((a, b) -> b - a)
            .limit(25)
            .mapToInt(n -> n)
            .sum();
    assertTrue(most25 > 0.65 * VISITS, most25 + " visits");
    assertTrue(most25 > 1.2 * most25WithoutHabit, most25 + " and " + most25WithoutHabit);
  }

  @Test
  void insideThereIsAUsualServer() {
    int usual = 0;
    for (int i = 0; i < VISITS; i++) {
      usual +=
          habits.server(Role.WORKSTATION, 8, Role.FILE_SERVER, new Draw(1, "t", i)) == 0 ? 1 : 0;
    }
    // There are four: the usual one gets 80 % and a quarter of the others.
    assertEquals(0.85, usual / (double) VISITS, 0.03);
  }

  @Test
  void everyWorkstationIsActiveSomeMoreThanOthers() {
    Set<Integer> active = new HashSet<>();
    int first = 0;
    for (int i = 0; i < 20_000; i++) {
      int client = habits.client(Role.WORKSTATION, new Draw(1, "c", i));
      active.add(client);
      first += client < 158 ? 1 : 0;
    }
    assertEquals(316, active.size());
    // Half of the workstations have 0.5^(1/1.3) of the activity.
    assertEquals(0.587, first / 20_000.0, 0.015);
  }

  private Map<Integer, Integer> visits(Role client) {
    Map<Integer, Integer> visits = new HashMap<>();
    for (int i = 0; i < VISITS; i++) {
      visits.merge(habits.server(client, 1, Role.INTERNET, new Draw(1, "v", i)), 1, Integer::sum);
    }
    return visits;
  }
}
