/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * Names of any kind. The build runs the seeds, the files of {@code DomainFuzzTestInputs}. To look
 * for others, ten minutes long: {@code JAZZER_FUZZ=1 mvn -pl udfs test -Dtest=DomainFuzzTest
 * -Djazzer.hooks=true}.
 */
class DomainFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void namesAreCutAtTheirDots(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    HostName host = HostName.of(text);
    String name = host.toString();
    assertEquals(name, HostName.of(name).toString());
    String domain = host.registeredDomain();
    if (domain != null) {
      String left = host.subdomain().isEmpty() ? "" : host.subdomain() + ".";
      assertEquals(name, left + domain);
      assertEquals(domain, HostName.of(domain).registeredDomain());
    }
    assertTrue(host.labelCount() >= 0);

    SpotDomain spot = SpotDomain.of(text);
    assertEquals(-1, spot.domain().indexOf('.'));
    assertTrue(SpotDomain.labelCount(text) >= 0);
    double bits = Entropy.bits(text);
    assertTrue(bits >= 0 && bits <= 16, () -> "" + bits);
    assertEquals(8, DnsWord.psl(0, 0, text, 1, 0, 0).split("_").length);
    assertEquals(8, DnsWord.spot("a b c 0", 0, text, 1, 0, 0).split("_").length);
  }
}
