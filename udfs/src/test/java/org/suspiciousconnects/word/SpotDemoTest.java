/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Results of Apache Spot's own demo, which are no part of this project: {@code -Dspot.demo} names
 * the folder with {@code dns_results.csv}. An older Spot wrote them: its words have other bins, and
 * below a country code it took two labels off the name. So the text that it took for the subdomain
 * is what is compared, and the cut where it is ours.
 */
class SpotDemoTest {
  private static final int NAME = 4;
  private static final int SUBDOMAIN = 9;
  private static final int SUBDOMAIN_LENGTH = 10;
  private static final int LABELS = 11;
  private static final int ENTROPY = 12;
  private static final double TOLERANCE = 1e-12;

  private final Map<String, Integer> counts = new TreeMap<>();

  @Test
  void equalsSpotsDemo() throws IOException {
    String folder = System.getProperty("spot.demo", "");
    Path file = Path.of(folder, "dns_results.csv");
    assumeTrue(
        !folder.isEmpty() && Files.exists(file),
        "skipped: Apache Spot's demo results are not there; -Dspot.demo=<folder> names them");
    List<String> lines = Files.readAllLines(file);
    lines.forEach(line -> compare(line, line.split(",", -1)));
    System.out.println("dns_results.csv: " + lines.size() + " rows, " + counts);
    assertEquals(
        new TreeMap<>(
            Map.of(
                "label count and length of the subdomain", 3485,
                "entropy of the subdomain", 2280,
                "no subdomain, entropy of the text None", 1205,
                "cut as here", 2447,
                "cut otherwise, below a country code", 1038)),
        counts);
  }

  private void compare(String line, String[] cells) {
    String subdomain = cells[SUBDOMAIN];
    boolean none = subdomain.equals(SpotDomain.NONE);
    assertEquals(cells[LABELS], "" + SpotDomain.labelCount(cells[NAME]), line);
    assertEquals(cells[SUBDOMAIN_LENGTH], "" + (none ? 0 : subdomain.length()), line);
    count("label count and length of the subdomain");

    assertEquals(Double.parseDouble(cells[ENTROPY]), Entropy.bits(subdomain), TOLERANCE, line);
    count(none ? "no subdomain, entropy of the text None" : "entropy of the subdomain");

    if (SpotDomain.of(cells[NAME]).subdomain().equals(subdomain)) {
      count("cut as here");
    } else {
      assertTrue(cells[NAME].matches(".*\\.[a-z]{2}"), line);
      count("cut otherwise, below a country code");
    }
  }

  private void count(String what) {
    counts.merge(what, 1, Integer::sum);
  }
}
