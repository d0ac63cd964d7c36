/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suspiciousconnects.warehouse.Source;

/** What the command says before it looks at a file. */
class LoadArgumentsTest {
  @ParameterizedTest
  @EnumSource
  void helpNamesTheFormatsOfEachSource(Source source) {
    LoadRun run = LoadRun.of("--help");
    assertEquals(0, run.status());
    // The help is broken into lines wherever there is a blank.
    String help = run.out().replaceAll("\\s+", " ");
    assertTrue(help.contains(source + " (" + Format.ids(source) + ")"), help);
  }

  @Test
  void helpNamesWhatCanBeLoaded() {
    String help = LoadRun.of("--help").out().replaceAll("\\s+", " ");
    assertTrue(
        help.contains("One of: flow, dns, proxy, top-domains, geoip, threat-intelligence."), help);
    for (String option : new String[] {"--feed=NAME", "--format=FORMAT", "--replace"}) {
      assertTrue(help.contains(option), help);
    }
  }

  @Test
  void anUnknownSourceNamesTheKnownOnes() {
    LoadRun run = LoadRun.of("mail", "--format", "mbox", "any");
    assertEquals(1, run.status());
    assertTrue(
        run.err()
                .contains(
                    "expected one of [flow, dns, proxy, top-domains, geoip, threat-intelligence]")
            && run.err().contains("was 'mail'"),
        run.err());
    assertEquals(1, run.err().lines().count());
  }

  @Test
  void eventsHaveNoFeed() {
    LoadRun run = LoadRun.of("dns", "--format", "zeek-dns", "--feed", "a", "any");
    assertEquals(1, run.status());
    assertEquals("load: --feed does not apply to dns; see load --help\n", run.err());
  }

  @Test
  void eventsNeedAFormatOfTheirSource() {
    LoadRun none = LoadRun.of("dns", "any");
    assertEquals(1, none.status());
    assertEquals("load: Missing required option: '--format=FORMAT'; see load --help\n", none.err());
    LoadRun flow = LoadRun.of("proxy", "--format", "nfdump-csv", "any");
    assertEquals(1, flow.status());
    assertTrue(
        flow.err().startsWith("load: unknown format 'nfdump-csv' for proxy: one of "), flow.err());
  }

  @Test
  void aZoneIsForLocalTimesOnly() {
    LoadRun utc = LoadRun.of("proxy", "--format", "squid", "--log-zone", "Europe/Berlin", "any");
    assertEquals(1, utc.status());
    assertTrue(utc.err().contains("--log-zone does not apply to squid"), utc.err());
    LoadRun nowhere =
        LoadRun.of("proxy", "--format", "w3c", "--log-zone", "Europe/Atlantis", "any");
    assertEquals(1, nowhere.status());
    assertTrue(nowhere.err().contains("Europe/Atlantis"), nowhere.err());
  }
}
