/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowServiceTest {
  private static final Set<Integer> REGISTERED =
      Set.of(
          1080, 1194, 1433, 1521, 1723, 1883, 2049, 2222, 2375, 2376, 3000, 3128, 3268, 3269, 3306,
          3389, 3478, 4500, 5000, 5060, 5061, 5222, 5353, 5432, 5601, 5671, 5672, 5900, 5985, 5986,
          6379, 6443, 6667, 8000, 8008, 8080, 8081, 8088, 8443, 8883, 8888, 9000, 9042, 9090, 9092,
          9200, 9300, 9418, 11211, 25565, 27017);

  @ParameterizedTest
  @CsvSource({
    "52100, 443, 0, 0, to443",
    "443, 52100, 0, 0, from443",
    "52100, 3389, 0, 0, to3389",
    "3389, 52100, 0, 0, from3389",
    "52100, 52101, 0, 0, dyn",
    "52100, 52101, 19, 19, dyn",
    "52100, 52101, 20, 19, from52100",
    "52100, 52101, 19, 20, to52101",
    "52100, 52101, 20, 9999, from52100",
    "52101, 52100, 9999, 20, to52100",
    // Below 1024 before registered before often seen.
    "1023, 80, 0, 0, to80",
    "80, 1023, 9999, 9999, from80",
    "1023, 1080, 0, 9999, from1023",
    "8080, 53, 9999, 0, to53",
    "2000, 27017, 9999, 0, to27017",
    "27017, 2000, 0, 9999, from27017",
    "8080, 3389, 9999, 0, to3389",
    "53, 53, 0, 0, to53",
    "8080, 8080, 0, 0, to8080",
    "40000, 40000, 20, 0, from40000",
    "40000, 40000, 20, 20, to40000",
    // 1024 is neither; 0 is no port.
    "1024, 1024, 0, 0, dyn",
    "1024, 52100, 20, 0, from1024",
    "0, 0, 9999, 9999, dyn",
    "0, 443, 0, 0, to443",
    "443, 0, 0, 9999, from443",
    "0, 52100, 9999, 19, dyn",
    "65535, 65534, 20, 20, to65534",
    ", 443, 0, 0,",
    "443, , 0, 0,",
    "-1, 443, 0, 0,",
    "443, -1, 0, 0,",
    "65536, 443, 0, 0,",
    "443, 65536, 0, 0,",
    "52100, 52101, , , dyn",
    "52100, 52101, , 20, to52101",
    "52100, 52101, -20, -9223372036854775808, dyn",
    "52100, 52101, 9223372036854775807, 0, from52100"
  })
  void isOfTheMoreTellingPort(
      Integer sport, Integer dport, Long sportClients, Long dportClients, String service) {
    assertEquals(service, FlowService.of(sport, dport, sportClients, dportClients));
  }

  @Test
  void knowsTheRegisteredOnesAndNoOthers() {
    assertEquals(
        REGISTERED,
        IntStream.rangeClosed(1024, 65535)
            .filter(port -> !FlowService.of(port, 0, 0L, 0L).equals("dyn"))
            .boxed()
            .collect(Collectors.toSet()));
    REGISTERED.forEach(
        port ->
            assertEquals(RegisteredServices.of("TCP", port), RegisteredServices.of("UDP", port)));
    assertEquals("RDP", RegisteredServices.of("TCP", 3389));
    assertNull(RegisteredServices.of("SCTP", 3389));
    assertNull(RegisteredServices.of("TCP", 443));
  }

  @Property
  void isTheFirstOfThePossibleOnes(
      @ForAll("ports") int sport,
      @ForAll("ports") int dport,
      @ForAll @LongRange(min = 18, max = 22) long sportClients,
      @ForAll @LongRange(min = 18, max = 22) long dportClients) {
    record Candidate(String side, int port, int kind) {}
    String expected =
        Stream.of(
                new Candidate("to", dport, kind(dport, dportClients)),
                new Candidate("from", sport, kind(sport, sportClients)))
            .filter(candidate -> candidate.kind() > 0)
            .min(Comparator.comparing(Candidate::kind).thenComparing(Candidate::port))
            .map(candidate -> candidate.side() + candidate.port())
            .orElse("dyn");
    assertEquals(expected, FlowService.of(sport, dport, sportClients, dportClients));
  }

  @Provide
  Arbitrary<Integer> ports() {
    return Arbitraries.oneOf(
        Arbitraries.integers().between(0, 65535),
        Arbitraries.integers().between(0, 3),
        Arbitraries.integers().between(1022, 1025),
        Arbitraries.integers().between(50000, 50003),
        Arbitraries.of(List.copyOf(REGISTERED)));
  }

  private static int kind(int port, long clients) {
    if (port >= 1 && port <= 1023) {
      return 1;
    }
    if (REGISTERED.contains(port)) {
      return 2;
    }
    return port > 0 && clients > 19 ? 3 : 0;
  }
}
