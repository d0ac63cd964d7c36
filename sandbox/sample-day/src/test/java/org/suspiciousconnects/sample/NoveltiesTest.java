/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.suspiciousconnects.sample.GeneratedSeries.rows;
import static org.suspiciousconnects.sample.GeneratedSeries.text;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.suspiciousconnects.load.DnsColumn;
import org.suspiciousconnects.load.FlowColumn;
import org.suspiciousconnects.load.ProxyColumn;
import org.suspiciousconnects.warehouse.Source;

/** What is new on the scored day, harmless or not, was not there before. */
class NoveltiesTest {
  private final GeneratedSeries flow = GeneratedSeries.of(Source.FLOW);
  private final GeneratedSeries dns = GeneratedSeries.of(Source.DNS);
  private final GeneratedSeries proxy = GeneratedSeries.of(Source.PROXY);

  @Test
  void flowsHaveFortyNewServices() {
    Function<Object[], String> service = row -> text(row, FlowColumn.DIP, FlowColumn.DPORT);
    List<Object[]> novelties = rows(flow.scored().novelties(), EnumSet.allOf(Novelty.class));
    assertTrue(distinct(novelties, service).size() >= 40);
    assertNothingBefore(flow, novelties, service);
  }

  @Test
  void dnsHasFortyNewNamesOrTypes() {
    Set<Novelty> named = EnumSet.complementOf(EnumSet.of(Novelty.RECORD_TYPE, Novelty.APPLICATION));
    List<Object[]> domains = rows(dns.scored().novelties(), named);
    assertNothingBefore(dns, domains, dns::peer);
    List<Object[]> applications = rows(dns.scored().novelties(), EnumSet.of(Novelty.APPLICATION));
    Function<Object[], String> name = row -> text(row, DnsColumn.DNS_QRY_NAME);
    assertNothingBefore(dns, applications, name);
    List<Object[]> types = rows(dns.scored().novelties(), EnumSet.of(Novelty.RECORD_TYPE));
    Function<Object[], String> asked =
        row -> text(row, DnsColumn.IP_DST, DnsColumn.DNS_QRY_NAME, DnsColumn.DNS_QRY_TYPE);
    assertNothingBefore(dns, types, asked);
    int things =
        distinct(domains, dns::peer).size()
            + distinct(applications, name).size()
            + distinct(types, asked).size();
    assertTrue(things >= 40, things + "");
  }

  @Test
  void proxyHasFortyNewSitesOrPrograms() {
    Set<Novelty> sited = EnumSet.complementOf(EnumSet.of(Novelty.USER_AGENT));
    List<Object[]> sites = rows(proxy.scored().novelties(), sited);
    assertNothingBefore(proxy, sites, proxy::peer);
    List<Object[]> programs =
        rows(proxy.scored().novelties(), EnumSet.of(Novelty.USER_AGENT, Novelty.APPLICATION));
    Function<Object[], String> agent = row -> text(row, ProxyColumn.USERAGENT);
    assertNothingBefore(proxy, programs, agent);
    int things =
        distinct(sites, proxy::peer).size()
            + distinct(rows(proxy.scored().novelties(), EnumSet.of(Novelty.USER_AGENT)), agent)
                .size();
    assertTrue(things >= 40, things + "");
  }

  @Test
  void severalClientsTakeThingsUp() {
    for (Source source : Source.values()) {
      GeneratedSeries series = GeneratedSeries.of(source);
      List<Object[]> sites = rows(series.scored().novelties(), EnumSet.of(Novelty.SITE));
      Set<String> takers = distinct(sites, row -> series.client(row) + series.peer(row));
      int things = distinct(sites, series::peer).size();
      assertTrue(takers.size() > 1.8 * things, takers.size() + " for " + things);
    }
  }

  @Test
  void attackersAreNotInTheHistory() {
    Set<Attack> outside =
        EnumSet.of(
            Attack.BEACON,
            Attack.EXFILTRATION,
            Attack.ODD_PORT,
            Attack.ICMP_TUNNEL,
            Attack.DNS_PORT_TUNNEL);
    assertNothingBefore(flow, rows(flow.scored().attacks(), outside), flow::peer);

    Set<Attack> named =
        EnumSet.of(Attack.TUNNEL, Attack.FAST_FLUX, Attack.BEACON, Attack.SUBDOMAIN_EXFILTRATION);
    assertNothingBefore(dns, rows(dns.scored().attacks(), named), dns::peer);
    assertNothingBefore(
        dns,
        rows(dns.scored().attacks(), EnumSet.of(Attack.ZONE_TRANSFER)),
        row -> text(row, DnsColumn.DNS_QRY_TYPE));

    Set<Attack> hosted = EnumSet.complementOf(EnumSet.of(Attack.SCANNER));
    assertNothingBefore(proxy, rows(proxy.scored().attacks(), hosted), proxy::peer);
    assertNothingBefore(
        proxy,
        rows(proxy.scored().attacks(), EnumSet.of(Attack.SCANNER, Attack.BEACON)),
        row -> text(row, ProxyColumn.USERAGENT));
  }

  private static Set<String> distinct(List<Object[]> rows, Function<Object[], String> what) {
    return rows.stream().map(what).collect(Collectors.toSet());
  }

  private static void assertNothingBefore(
      GeneratedSeries series, List<Object[]> rows, Function<Object[], String> what) {
    assertTrue(!rows.isEmpty());
    Set<String> both = new HashSet<>(distinct(rows, what));
    both.retainAll(series.before(what));
    assertEquals(Set.of(), both);
  }
}
