/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.suspiciousconnects.word.HostName;

class SitesTest {
  @Test
  void everySiteHasADomainOfItsOwnThatCanBeRegistered() {
    Set<String> domains = new HashSet<>();
    for (int rank = 0; rank < 100_000; rank++) {
      String domain = Sites.domain(rank);
      assertTrue(domains.add(domain), domain + " twice");
      assertEquals(domain, HostName.of(domain).registeredDomain());
    }
  }

  @Test
  void hostsAreBelowTheirSite() {
    for (int i = 0; i < 5_000; i++) {
      String host = Sites.host(i, new Draw(1, "h", i));
      assertEquals(Sites.domain(i), HostName.of(host).registeredDomain());
      assertEquals(Sites.EDGE, HostName.of(Sites.edge(i, new Draw(1, "e", i))).registeredDomain());
    }
  }

  @Test
  void popularDomainsAreUnderManySuffixes() {
    List<String> popular = Sites.popular();
    assertEquals(1_000, popular.size());
    for (String suffix : List.of(".com", ".org", ".net", ".de", ".co.uk", ".io", ".info")) {
      long sites = popular.stream().filter(domain -> domain.endsWith(suffix)).count();
      assertTrue(sites >= 5, suffix + ": " + sites);
    }
    long com = popular.stream().filter(domain -> domain.endsWith(".com")).count();
    assertTrue(com > 400 && com < 600, "com: " + com);
    assertTrue(popular.stream().anyMatch(domain -> domain.startsWith("xn--")));
  }

  @Test
  void aSitesHostsAreFewAndSomeAreUsedMore() {
    long hosts =
        IntStream.range(0, 500)
            .mapToObj(i -> Sites.host(700, new Draw(1, "h", i)))
            .distinct()
            .count();
    assertTrue(hosts >= 3 && hosts <= 12, hosts + " hosts");
  }
}
