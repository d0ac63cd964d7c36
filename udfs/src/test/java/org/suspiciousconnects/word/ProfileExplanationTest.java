/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@link WordExplanation} says of the words of the method profile. */
class ProfileExplanationTest {
  private static final List<String> VOCABULARIES = List.of("spot", "psl");

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "event|src-ext-to443|TCP-SA|b4|k0|r3; client of HTTPS (port 443) at an outside address that no client knew before, TCP with SYN ACK, 2 to <16 KiB, 32-127 bytes a packet",
        "event|dst-int-to22|TCP-SARF|b3|k1|r3; server of SSH (port 22) for an inside address that 1 client knew before, TCP with SYN ACK RST FIN, 256-2047 bytes, 32-127 bytes a packet",
        "event|src-int-from3389|TCP--|b0|k2|r0; server of RDP (port 3389) for an inside address that 2-4 clients knew before, TCP without SYN, ACK, RST and FIN, 0-3 bytes, 0-1 bytes a packet",
        "event|dst-ext-from53|UDP|b2|k5|r2; client of DNS (port 53) at an outside address that 5-20 clients knew before, UDP, 32-255 bytes, 8-31 bytes a packet",
        "event|src-ext-to40000|UDP|b1|k21|r1; client of port 40000 at an outside address that more than 20 clients knew before, UDP, 4-31 bytes, 2-7 bytes a packet",
        "event|src-ext-to3389|SCTP|b1|k21|r1; client of port 3389 at an outside address that more than 20 clients knew before, SCTP, 4-31 bytes, 2-7 bytes a packet",
        "event|src-ext-dyn|TCP-R|b6|k0|r5; source of a flow of no known service to an outside address that no client knew before, TCP with RST, 128 to <1024 KiB, 512-2047 bytes a packet",
        "event|dst-int-dyn|UDP|b21|k0|r31; destination of a flow of no known service from an inside address that no client knew before, UDP, 4 to <8 EiB, 2 to <8 EiB a packet",
        "event|src-ext-dyn|ICMP|b2|k0|r3; source of a flow to an outside address that no client knew before, ICMP, 32-255 bytes, 32-127 bytes a packet",
        "event|src-ext-to2048|ICMP|b2|k0|r3; other side's port 2048 with an outside address that no client knew before, ICMP, 32-255 bytes, 32-127 bytes a packet",
        "event|dst-ext-to771|ICMP|b2|k0|r3; own port 771 with an outside address that no client knew before, ICMP, 32-255 bytes, 32-127 bytes a packet",
        "event|src-ext--|-|b2|k0|r3; source of a flow of unknown service to an outside address that no client knew before, no protocol, 32-255 bytes, 32-127 bytes a packet",
        "event|src-ext-to80|TCP-X|b2|k0|r3; other side's port 80 with an outside address that no client knew before, TCP-X, 32-255 bytes, 32-127 bytes a packet",
        "pair|k0-ext|s1|g0|b7|n9; a day with an outside address that no client knew before, 1 service, 256-511 flows, very regular gaps (spread up to 5 %), 1 to <8 MiB",
        "pair|k21-int|s2|g-|b0|n1; a day with an inside address that more than 20 clients knew before, 2-3 services, 1 flow, no rhythm to tell (fewer than 8 events, or less than 20 s between them), 0-3 bytes",
        "pair|k1-int|s0|g3|b1|n4; a day with an inside address that 1 client knew before, 0 services, 8-15 flows, irregular gaps (spread above 40 %), 4-31 bytes",
        "fan|p3|n5; one service in a day, 4-7 peers, 16-31 flows",
        "fan|p1|n1; one service in a day, 1 peer, 1 flow",
        "fan|p63|n0; one service in a day, 4611686018427387904-9223372036854775807 peers, 0 flows",
      })
  void explainsFlow(String word, String explanation) {
    assertExplains("flow", word, explanation);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "event|t16|rc0|k0|l4|d2|f8; type TXT, NOERROR, domain that no client knew before, subdomain of 29-48 characters, name with 25 to <50 % digits, frame of 128-255 bytes",
        "event|t1|rc3|k21|l0|d0|f7; type A, NXDOMAIN, domain that more than 20 clients knew before, no subdomain, no digits in the name, frame of 64-127 bytes",
        "event|t-|rc-|k1|l1|d1|f0; no type, no rcode, domain that 1 client knew before, subdomain of 1-8 characters, name with less than 25 % digits, frame of 0 bytes",
        "event|t65280|rc23|k2|l5|d4|f31; type 65280, rcode 23, domain that 2-4 clients knew before, subdomain of more than 48 characters, name with 75 % digits or more, frame of 1 to <2 GiB",
        "event|t28|rc2|k5|l2|d3|f11; type AAAA, SERVFAIL, domain that 5-20 clients knew before, subdomain of 9-16 characters, name with 50 to <75 % digits, frame of 1 to <2 KiB",
        "event|t28|rc2|k5|l3|d3|f1; type AAAA, SERVFAIL, domain that 5-20 clients knew before, subdomain of 17-28 characters, name with 50 to <75 % digits, frame of 1 byte",
        "pair|k0|t16|m5|l6|x0|n7; a day with a domain that no client knew before, 64-127 answers, less than 25 % of them NXDOMAIN, rare type TXT, 16-31 names, longest subdomain of 32-63 characters",
        "pair|k5|t-|m1|l0|x4|n1; a day with a domain that 5-20 clients knew before, 1 answer, all of them NXDOMAIN, no rare type, 1 name, longest subdomain of 0 characters",
        "fan|nx|p4|n6; answers NXDOMAIN of a day, 8-15 domains, 32-63 answers",
        "fan|ok|p1|n2; answers other than NXDOMAIN of a day, 1 domain, 2-3 answers",
      })
  void explainsDns(String word, String explanation) {
    assertExplains("dns", word, explanation);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "event|GET|text/html|k21-name|k21|200|80|b3|w4|u3; GET, content type text/html, a host name that more than 20 clients knew before, user agent that more than 20 clients used before, status 200 OK, port 80, 256-2047 bytes up, 32 to <512 KiB down, URI of 32-127 characters",
        "event|-|-|k0--|k0|-|-|b0|w0|u0; no method, no content type, a missing host that no client knew before, user agent that no client used before, no status, no port, 0-3 bytes up, 0-7 bytes down, URI of 0-1 characters",
        "event|PUT|a_b|k1-ip|k2|799|8080|b10|w7|u15; PUT, content type a_b, a host given as IP address that 1 client knew before, user agent that 2-4 clients used before, status 799, port 8080, 512 to <2048 MiB up, 128 to <2048 MiB down, URI of 536870912-2147483647 characters",
        "pair|k0-name|k1|g1|b5|n7; a day with a host name that no client knew before, 64-127 requests, regular gaps (spread above 5 to 15 %), 16 to <128 KiB up, rarest user agent that 1 client used before",
        "pair|k5-ip|k21|g2|b0|n4; a day with a host given as IP address that 5-20 clients knew before, 8-15 requests, loosely regular gaps (spread above 15 to 40 %), 0-3 bytes up, rarest user agent that more than 20 clients used before",
        "fan|k1|p2|n5; a day of a user agent that 1 client used before, 2-3 domains, 16-31 requests",
      })
  void explainsProxy(String word, String explanation) {
    assertExplains("proxy", word, explanation);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "flow; event|src-ext-to443|TCP-SA|b4|k0",
        "flow; event|src-ext-to443|TCP-SA|b4|k0|r3|r3",
        "flow; event|xsrc-ext-to443|TCP-SA|b4|k0|r3",
        "flow; event|src-out-to443|TCP-SA|b4|k0|r3",
        "flow; event|src-ext|TCP-SA|b4|k0|r3",
        "flow; event|src|TCP-SA|b4|k0|r3",
        "flow; event|src-ext-to|TCP-SA|b4|k0|r3",
        "flow; event|src-ext-to0|TCP-SA|b4|k0|r3",
        "flow; event|src-ext-to0443|TCP-SA|b4|k0|r3",
        "flow; event|src-ext-to65536|TCP-SA|b4|k0|r3",
        "flow; event|src-ext-to99999999999999999999|TCP-SA|b4|k0|r3",
        "flow; event|src-ext-from-1|TCP-SA|b4|k0|r3",
        "flow; event|src-ext-at443|TCP-SA|b4|k0|r3",
        "flow; event|src-ext-dynamic|TCP-SA|b4|k0|r3",
        "flow; event|src-ext-to443|TCP-SA|b22|k0|r3",
        "flow; event|src-ext-to443|TCP-SA|b04|k0|r3",
        "flow; event|src-ext-to443|TCP-SA|b|k0|r3",
        "flow; event|src-ext-to443|TCP-SA|4|k0|r3",
        "flow; event|src-ext-to443|TCP-SA|b-|k0|r3",
        "flow; event|src-ext-to443|TCP-SA|b4|k3|r3",
        "flow; event|src-ext-to443|TCP-SA|b4|k0-ext|r3",
        "flow; event|src-ext-to443|TCP-SA|b4|k0|r32",
        "flow; pair|k0|s1|g0|b7|n9",
        "flow; pair|k0-|s1|g0|b7|n9",
        "flow; pair|k0-name|s1|g0|b7|n9",
        "flow; pair|k6-ext|s1|g0|b7|n9",
        "flow; pair|k0-ext|s64|g0|b7|n9",
        "flow; pair|k0-ext|s1|g4|b7|n9",
        "flow; pair|k0-ext|s1|g0|b22|n9",
        "flow; pair|k0-ext|s1|g0|b7|n64",
        "flow; pair|k0-ext|s1|g0|b7",
        "flow; fan|p64|n5",
        "flow; fan|p3|n64",
        "flow; fan|n5|p3",
        "flow; fan|p3",
        "flow; fan|nx|p4|n6",
        "dns; event|t|rc0|k0|l4|d2|f8",
        "dns; event|t2147483648|rc0|k0|l4|d2|f8",
        "dns; event|t16|rc|k0|l4|d2|f8",
        "dns; event|t16|r0|k0|l4|d2|f8",
        "dns; event|t16|rc0|k9|l4|d2|f8",
        "dns; event|t16|rc0|k0|l6|d2|f8",
        "dns; event|t16|rc0|k0|l-|d2|f8",
        "dns; event|t16|rc0|k0|l4|d5|f8",
        "dns; event|t16|rc0|k0|l4|d2|f32",
        "dns; event|t16|rc0|k0|l4|d2",
        "dns; pair|k0|x|m5|l6|x0|n7",
        "dns; pair|k0|t16|m64|l6|x0|n7",
        "dns; pair|k0|t16|m5|l32|x0|n7",
        "dns; pair|k0|t16|m5|l6|x5|n7",
        "dns; pair|k0|t16|m5|l6|x0|n64",
        "dns; pair|0|t16|m5|l6|x0|n7",
        "dns; fan|no|p4|n6",
        "dns; fan|nx|p64|n6",
        "dns; fan|nx|p4|n64",
        "dns; fan|p3|n5",
        "proxy; event|GET|text/html|k21-name|k21|200|80|b3|w4",
        "proxy; event|GET|text/html|k21|k21|200|80|b3|w4|u3",
        "proxy; event|GET|text/html|k21-host|k21|200|80|b3|w4|u3",
        "proxy; event|GET|text/html|k21-name|21|200|80|b3|w4|u3",
        "proxy; event|GET|text/html|k21-name|k21|200|80|b11|w4|u3",
        "proxy; event|GET|text/html|k21-name|k21|200|80|b3|w8|u3",
        "proxy; event|GET|text/html|k21-name|k21|200|80|b3|w4|u16",
        "proxy; pair|k0-name|k|g0|b5|n7",
        "proxy; pair|k0-name|k1|g|b5|n7",
        "proxy; pair|k0-name|k1|g0|b22|n7",
        "proxy; pair|k0-ext|k1|g0|b5|n7",
        "proxy; fan|k1-ip|p2|n5",
        "proxy; fan|k1|p64|n5",
        "proxy; fan|k1|p2|n64",
        // Words of other sources and of the other method.
        "dns; event|src-ext-to443|TCP-SA|b4|k0|r3",
        "flow; event|t16|rc0|k0|l4|d2|f8",
        "proxy; event|t16|rc0|k0|l4|d2|f8",
        "flow; pair|k0-name|k1|g0|b5|n7",
        "flow; 443_TCP_13_10_4",
        "dns; 1_6_3_3_10_2_1_0",
        "flow; fan",
        "flow; ''",
      })
  void explainsNothingElse(String source, String word) {
    for (String vocabulary : VOCABULARIES) {
      assertNull(WordExplanation.of(source, "profile", vocabulary, "", word));
      assertNull(WordExplanation.of(source, "profile", vocabulary, null, word));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"event", "pair", "Fan", "fan ", "spot"})
  void anotherViewThanTheWordsHasNoExplanation(String view) {
    assertNull(WordExplanation.of("flow", "profile", "spot", view, "fan|p3|n5"));
  }

  @ParameterizedTest
  @CsvSource({
    ", profile, spot",
    "flow, , spot",
    "flow, profile, ",
    "Flow, profile, spot",
    "ssh, profile, spot",
    "flow, Profile, spot",
    "flow, spot, spot",
    "flow, profile, none",
    "flow, profile, ''",
  })
  void unknownArgumentsHaveNoExplanation(String source, String method, String vocabulary) {
    assertNull(WordExplanation.of(source, method, vocabulary, "", "fan|p3|n5"));
    assertNull(WordExplanation.of("flow", "profile", "spot", "", null));
  }

  @Property
  void everyWordThatFlowsHaveIsExplained(
      @ForAll @IntRange(max = 1) int side,
      @ForAll @IntRange(max = 65535) int sport,
      @ForAll @IntRange(max = 65535) int dport,
      @ForAll String text,
      @ForAll long number,
      @ForAll @LongRange(max = 99) long small) {
    String service = FlowService.of(sport, dport, small, number);
    for (String proto : new String[] {"TCP", "UDP", text, ""}) {
      assertExplained(
          "flow",
          FlowProfileWords.event(
              side, 1 - side, service, proto, text, small, number, number >> small));
    }
    assertExplained(
        "flow", FlowProfileWords.pair(side, small, number, small, small, number, number));
    assertExplained("flow", FlowProfileWords.fan(small, number));
  }

  @Property
  void everyWordThatDnsHasIsExplained(@ForAll String name, @ForAll int type, @ForAll long number) {
    assertExplained("dns", DnsProfileWords.event(type, type >> 20, name + ".com", number, type));
    assertExplained(
        "dns",
        DnsProfileWords.pair(number, type, number, type, number >> 3, number >>> (type & 31)));
    assertExplained("dns", DnsProfileWords.fan(type & 1, number, number >>> 9));
  }

  @Property
  void everyWordThatProxiesHaveIsExplained(
      @ForAll String text, @ForAll int number, @ForAll long clients) {
    assertExplained(
        "proxy",
        ProxyProfileWords.event(
            text, text, text, clients, clients, text, text, number, number, number));
    assertExplained(
        "proxy", ProxyProfileWords.pair(text, clients, clients, clients, 60L, 9L, clients));
    assertExplained("proxy", ProxyProfileWords.fan(clients, clients, clients));
  }

  /** Of each number, the range in its explanation has the number. */
  @Property
  void rangesHaveTheirNumbers(
      @ForAll @LongRange(max = Long.MAX_VALUE) long peers,
      @ForAll @LongRange(max = Long.MAX_VALUE) long bytes) {
    String fan =
        WordExplanation.of("flow", "profile", "spot", "", FlowProfileWords.fan(peers, bytes));
    assertIn(peers, fan, "(\\d+)(?:-(\\d+))? peers?");
    assertIn(bytes, fan, "(\\d+)(?:-(\\d+))? flows?");
    String event =
        WordExplanation.of(
            "flow",
            "profile",
            "spot",
            "",
            FlowProfileWords.event(1, 1, "dyn", "U", null, 1L, bytes, 0L));
    Matcher range = Pattern.compile("U, (\\d+)(?:-(\\d+) bytes| to <(\\d+) (.)iB),").matcher(event);
    assertTrue(range.find(), event);
    BigInteger unit =
        range.group(4) == null
            ? BigInteger.ONE
            : BigInteger.ONE.shiftLeft(10 * (1 + "KMGTPE".indexOf(range.group(4))));
    BigInteger low = new BigInteger(range.group(1)).multiply(unit);
    BigInteger high =
        range.group(3) == null
            ? new BigInteger(range.group(2))
            : new BigInteger(range.group(3)).multiply(unit).subtract(BigInteger.ONE);
    BigInteger number = BigInteger.valueOf(bytes);
    assertTrue(low.compareTo(number) <= 0 && number.compareTo(high) <= 0, event + " " + bytes);
    assertTrue(
        high.compareTo(low.max(BigInteger.ONE).shiftLeft(3)) < 0, "at most three binary digits");
  }

  private static void assertIn(long number, String explanation, String pattern) {
    Matcher range = Pattern.compile(pattern).matcher(explanation);
    assertTrue(range.find(), explanation);
    long low = Long.parseLong(range.group(1));
    long high = range.group(2) == null ? low : Long.parseLong(range.group(2));
    assertTrue(low <= number && number <= high, explanation + " " + number);
    assertTrue(high < 2 || high - low < low, "one binary digit");
  }

  private static void assertExplains(String source, String word, String explanation) {
    String view = word.substring(0, word.indexOf('|'));
    for (String vocabulary : VOCABULARIES) {
      for (String given : new String[] {null, "", view}) {
        assertEquals(explanation, WordExplanation.of(source, "profile", vocabulary, given, word));
      }
    }
  }

  private static void assertExplained(String source, String word) {
    assertNotNull(WordExplanation.of(source, "profile", "psl", ProfileWord.view(word), word), word);
  }
}
