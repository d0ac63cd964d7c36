/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suspiciousconnects.golden.GoldenFile;
import org.suspiciousconnects.golden.GoldenFile.Row;

class SpotDomainTest {
  private static final double TOLERANCE = 1e-12;

  @ParameterizedTest
  @CsvSource({
    "www.google.com, google, www, 3",
    "a.b.google.com.au, google, a.b, 5",
    "google.de, google, None, 2",
    "google.com., google, None, 2",
    "www.bbc.co.uk, co, www.bbc, 4",
    "com.au, None, None, 2",
    ".com.au, '', None, 3",
    "..com, '', '', 3",
    "WWW.GOOGLE.COM, None, None, 3",
    "www.google.com:80, None, None, 3",
    "tunnel.evil.info, None, None, 3",
    "4.3.2.10.in-addr.arpa, None, None, 6",
    "com, None, None, 1",
    "'', None, None, 1",
    "., None, None, 0",
    "..., None, None, 0",
  })
  void cutsAsSpotDoes(String name, String domain, String subdomain, int labels) {
    assertEquals(domain, SpotDomain.of(name).domain());
    assertEquals(subdomain, SpotDomain.of(name).subdomain());
    assertEquals(labels, SpotDomain.labelCount(name));
  }

  @Property
  void isAPartOfTheName(@ForAll @Chars({'a', 'b', '.', 'c', 'o', 'm', 'u', 'k'}) String name) {
    SpotDomain spot = SpotDomain.of(name);
    if (!spot.domain().equals(SpotDomain.NONE)) {
      boolean alone = spot.subdomain().equals(SpotDomain.NONE);
      String left = alone ? spot.domain() : spot.subdomain() + "." + spot.domain();
      assertTrue(name.startsWith(left + "."), () -> left);
      assertEquals(-1, spot.domain().indexOf('.'));
    } else {
      assertEquals(SpotDomain.NONE, spot.subdomain());
    }
  }

  @Property
  void takesAnyText(@ForAll String text) {
    for (String name : new String[] {text, text + ".com", "a." + text + ".uk", "." + text}) {
      SpotDomain.of(name);
      assertTrue(SpotDomain.labelCount(name) >= 0);
    }
  }

  @Test
  void takesLongNames() {
    String label = "a".repeat(1 << 16);
    assertEquals(label, SpotDomain.of(label + ".com").domain());
    String dots = "a.".repeat(1 << 15);
    assertEquals(1 << 15, SpotDomain.labelCount(dots));
    assertEquals("a", SpotDomain.of(dots + "com").domain());
  }

  @Test
  void equalsSpot() {
    Set<String> top = new HashSet<>(GoldenFile.lines("top_domains.txt"));
    GoldenFile golden = GoldenFile.read("domain_info.tsv");
    for (Row row : golden.rows()) {
      String name = row.text("url");
      if (name == null) {
        golden.count("excluded: no name");
        continue;
      }
      SpotDomain spot = SpotDomain.of(name);
      String subdomain = spot.subdomain().equals("None") ? "" : spot.subdomain();
      assertEquals(row.text("domain"), spot.domain(), row::toString);
      assertEquals(row.text("subdomain"), spot.subdomain(), row::toString);
      assertEquals(row.intValue("num_periods"), SpotDomain.labelCount(name), row::toString);
      assertEquals(row.intValue("subdomain_length"), subdomain.length(), row::toString);
      assertEquals(row.bits("entropy_bits"), Entropy.bits(subdomain), TOLERANCE, row::toString);
      assertEquals(
          row.intValue("top_domain"),
          DomainClass.of(spot.domain(), top.contains(spot.domain()), row.text("user_domain")),
          row::toString);
      golden.count("compared");
    }
    golden.assertCounts(Map.of("compared", 2482, "excluded: no name", 4));
  }
}
