/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RankedListTest {
  @Test
  void aGroupIsOneEntryWhereItsFirstRowIs() {
    RankedList list = new RankedList();
    list.add(0.1, "a", null);
    list.add(0.2, "b", "scan");
    list.add(0.3, "a", "beacon");
    list.add(0.4, null, "scan");
    list.add(0.5, null, "scan");
    assertEquals(5, list.rows());
    assertEquals(4, list.entries());
    assertEquals(
        List.of("scan 2 2", "beacon 1 3", "scan 3 4", "scan 4 5"),
        list.attacks().stream()
            .map(attack -> attack.kind() + " " + attack.entry() + " " + attack.row())
            .collect(Collectors.toList()));
    assertEquals(1, list.hits(1));
    assertEquals(4, list.hits(4));
    assertEquals(4, list.hits(Integer.MAX_VALUE));
  }

  @Test
  void equalScoresTie() {
    RankedList list = new RankedList();
    list.add(null, null, "scan");
    list.add(null, null, null);
    list.add(0.5, null, null);
    list.add(0.5, null, "scan");
    // Pairs won: the first attack 1 and a half, the second half of one; of 4.
    assertEquals(new BigDecimal("0.500000"), list.areaWith(0, 0).decimal());
  }

  @Test
  void anEmptyList() {
    RankedList list = new RankedList();
    assertEquals(0, list.hits(100));
    assertEquals(new BigDecimal("0.500000"), list.areaWith(3, 7).decimal());
  }

  /**
   * A row is its group and, if odd, an attack. Found is told by cutting the list at each length.
   */
  @Property
  void entriesEqualThoseOfTheCutList(
      @ForAll @Size(max = 15) List<@IntRange(max = 9) Integer> rows,
      @ForAll @IntRange(min = 1, max = 16) int n) {
    RankedList list = new RankedList();
    int next = 0;
    List<String> entries = new ArrayList<>();
    for (int row : rows) {
      String group = row / 2 == 0 ? null : "group " + row / 2;
      list.add((double) next++, group, row % 2 == 1 ? "scan" : null);
      entries.add(group == null ? "row " + next : group);
    }
    Set<String> shown = new HashSet<>();
    for (String entry : entries) {
      if (shown.size() < n) {
        shown.add(entry);
      }
    }
    Set<String> hit = new HashSet<>();
    int found = 0;
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i) % 2 == 1 && shown.contains(entries.get(i))) {
        hit.add(entries.get(i));
        found++;
      }
    }
    assertEquals(new HashSet<>(entries).size(), list.entries());
    assertEquals(hit.size(), list.hits(n));
    assertEquals(found, list.attacks().stream().filter(attack -> attack.entry() <= n).count());
  }
}
