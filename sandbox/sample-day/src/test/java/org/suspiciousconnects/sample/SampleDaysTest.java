/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.suspiciousconnects.load.DnsColumn;
import org.suspiciousconnects.load.EventColumn;
import org.suspiciousconnects.load.FlowColumn;
import org.suspiciousconnects.load.ProxyColumn;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.word.DnsWord;
import org.suspiciousconnects.word.ProxyWord;

/** What days have in common, and which of their events have words. */
class SampleDaysTest {
  private static final int ROWS = 10_000;
  private static final long SEED = 4;

  @Test
  void theSameWorkstationsAreInTheDaysOfAllSources() {
    Network network = new Network(SEED, ROWS);
    Set<String> workstations =
        IntStream.range(0, network.count(Role.WORKSTATION))
            .mapToObj(i -> network.address(Role.WORKSTATION, i))
            .collect(Collectors.toSet());
    assertEquals(workstations, clients(Source.FLOW, FlowColumn.SIP));
    assertEquals(workstations, clients(Source.DNS, DnsColumn.IP_DST));
    assertEquals(workstations, clients(Source.PROXY, ProxyColumn.CLIENTIP));
  }

  private static Set<String> clients(Source source, EventColumn column) {
    return rows(source).stream()
        .map(row -> (String) row[column.ordinal()])
        .filter(ip -> ip != null && ip.matches("10[.]1[0-4][.][0-9]{1,2}[.].*"))
        .collect(Collectors.toSet());
  }

  @Test
  void aSiteHasTheSameAddressForDnsAndProxy() {
    Set<String> answered = values(Source.DNS, DnsColumn.DNS_QRY_NAME, DnsColumn.DNS_A);
    Set<String> requested = values(Source.PROXY, ProxyColumn.HOST, ProxyColumn.SERVERIP);
    assertEquals(1, answered.size(), answered.toString());
    assertEquals(answered, requested);
  }

  private static Set<String> values(Source source, EventColumn name, EventColumn address) {
    Set<String> values = new HashSet<>();
    for (Object[] row : rows(source)) {
      Object value = row[address.ordinal()];
      if ("www.lookfor.com".equals(row[name.ordinal()]) && value != null && !value.equals("-")) {
        values.add((String) value);
      }
    }
    return values;
  }

  @Test
  void dnsAnswersHaveAWordOfTheSameHourUnlessInvalid() {
    int spotless = 0;
    int pslless = 0;
    for (Object[] row : rows(Source.DNS)) {
      String time = (String) row[DnsColumn.FRAME_TIME.ordinal()];
      Long second = (Long) row[DnsColumn.UNIX_TSTAMP.ordinal()];
      Integer length = (Integer) row[DnsColumn.FRAME_LEN.ordinal()];
      String name = (String) row[DnsColumn.DNS_QRY_NAME.ordinal()];
      Integer type = (Integer) row[DnsColumn.DNS_QRY_TYPE.ordinal()];
      Integer rcode = (Integer) row[DnsColumn.DNS_QRY_RCODE.ordinal()];
      boolean incomplete = anyNull(length, name, type, rcode);
      String spot =
          incomplete || time == null ? null : DnsWord.spot(time, length, name, type, rcode, 0);
      String psl =
          incomplete || second == null ? null : DnsWord.psl(second, length, name, type, rcode, 0);
      spotless += spot == null ? 1 : 0;
      pslless += psl == null ? 1 : 0;
      if (spot != null && psl != null) {
        assertEquals(spot.split("_")[2], psl.split("_")[2], time);
      }
    }
    // Two rows each: no time, empty, no length, negative, no name, no numbers.
    assertEquals(12, spotless);
    // Two rows each: no timestamp, negative, no length, negative, no name, no numbers.
    assertEquals(12, pslless);
  }

  @Test
  void proxyRequestsHaveAWordUnlessInvalid() {
    int spotless = 0;
    int pslless = 0;
    for (Object[] row : rows(Source.PROXY)) {
      String date = (String) row[ProxyColumn.P_DATE.ordinal()];
      String time = (String) row[ProxyColumn.P_TIME.ordinal()];
      String method = (String) row[ProxyColumn.REQMETHOD.ordinal()];
      String uri = (String) row[ProxyColumn.FULLURI.ordinal()];
      String type = (String) row[ProxyColumn.RESCONTTYPE.ordinal()];
      String status = (String) row[ProxyColumn.RESPCODE.ordinal()];
      assertFalse(anyNull(type, status, row[ProxyColumn.USERAGENT.ordinal()]));
      boolean incomplete = anyNull(time, method, uri);
      String spot = incomplete ? null : ProxyWord.spot(time, method, uri, type, 7, status, 0);
      String psl =
          incomplete || date == null
              ? null
              : ProxyWord.psl(date, time, method, uri, type, 7, status, 0);
      spotless += spot == null ? 1 : 0;
      pslless += psl == null ? 1 : 0;
    }
    // Two rows each: no time, empty, hours 24 and 25, no method, no URI.
    assertEquals(12, spotless);
    assertEquals(14, pslless, "and two rows without a date");
  }

  private static boolean anyNull(Object... values) {
    return Arrays.stream(values).anyMatch(Objects::isNull);
  }

  private static List<Object[]> rows(Source source) {
    SampleDay day = new Recipe(source, SEED, LocalDate.parse("2016-12-31"), ROWS).day();
    List<Object[]> rows = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      for (long number = day.first(hour); number < day.first(hour + 1); number++) {
        rows.add(day.row(hour, number));
      }
    }
    day.attacks().forEach(attack -> rows.add(attack.event().row()));
    assertEquals(ROWS, rows.size());
    return rows;
  }
}
