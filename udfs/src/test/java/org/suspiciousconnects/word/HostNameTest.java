/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
  @ParameterizedTest
  @CsvSource({
    "www.google.com, google.com, www, 3",
    "google.com, google.com, '', 2",
    "WWW.Google.COM., google.com, www, 3",
    "www.google.com:8080, google.com, www, 3",
    "www.google.com.:8080, google.com, www, 3",
    "www.google.com:, google.com, www, 3",
    "www.bbc.co.uk, bbc.co.uk, www, 4",
    "a1b2.tunnel.evil.info, evil.info, a1b2.tunnel, 4",
    "a1b2.evil.xyz, evil.xyz, a1b2, 3",
    "evil.top, evil.top, '', 2",
    "google.tk, google.tk, '', 2",
    "alice.github.io, alice.github.io, '', 3",
    "x.alice.github.io, alice.github.io, x, 4",
    "a.www.ck, www.ck, a, 3",
    "host.corp.local, corp.local, host, 3",
    "_ldap._tcp.corp.example.com, example.com, _ldap._tcp.corp, 5",
    "_x.com, _x.com, '', 2",
    "-a-.b.com, b.com, -a-, 3",
    "a b.example.com, example.com, a b, 3",
    "user@example.com, user@example.com, '', 2",
    "a.b.1x, b.1x, a, 3",
  })
  void findsTheRegisteredDomain(String text, String domain, String subdomain, int labels) {
    HostName name = HostName.of(text);
    assertEquals(domain, name.registeredDomain());
    assertEquals(subdomain, name.subdomain());
    assertEquals(labels, name.labelCount());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "...",
        ":80",
        "com",
        "co.uk",
        "github.io",
        "localhost",
        "localhost:8080",
        "-",
        "(empty)",
        "10.0.0.1",
        "10.0.0.1:443",
        "10.0.0.1.",
        "10.0.0.256",
        "1.2.3.4.5",
        "::1",
        "2001:db8::1",
        "::ffff:10.0.0.1",
        "fe80::1%eth0",
        "[2001:db8::1]",
        "[2001:db8::1]:443",
        "[::ffff:10.0.0.1]:443",
        "user:password@example.com",
        "a:b.example.com",
        "4.3.2.10.in-addr.arpa",
        "in-addr.arpa",
        "1.0.0.0.8.b.d.0.1.0.0.2.IP6.ARPA.",
        ".com",
        ".example.com",
        "a..com",
        "a..example.com",
      })
  void someNamesHaveNone(String text) {
    assertNull(HostName.of(text).registeredDomain());
    assertEquals("", HostName.of(text).subdomain());
  }

  @Test
  void countsLabelsOfNamesWithoutADomain() {
    assertEquals(0, HostName.of("").labelCount());
    assertEquals(0, HostName.of("..").labelCount());
    assertEquals(1, HostName.of("localhost.").labelCount());
    assertEquals(4, HostName.of("10.0.0.1").labelCount());
    assertEquals(3, HostName.of("a..com").labelCount());
  }

  @ParameterizedTest
  @CsvSource({
    "www.München.de, www.xn--mnchen-3ya.de",
    "WWW.XN--MNCHEN-3YA.DE, www.xn--mnchen-3ya.de",
    "пример.рф, xn--e1afmkfd.xn--p1ai",
    "食狮.公司.cn, xn--85x722f.xn--55qx5d.cn",
    "食狮。公司．cn。, xn--85x722f.xn--55qx5d.cn",
    "пример.рф:443, xn--e1afmkfd.xn--p1ai",
    "\uD83D\uDE00.com, xn--e28h.com",
  })
  void punycodeOrNotIsOneName(String text, String name) {
    assertEquals(name, HostName.of(text).toString());
    assertEquals(name, HostName.of(name).toString());
  }

  /** Full-width signs would become signs that separate; unpaired surrogates are no letters. */
  @ParameterizedTest
  @ValueSource(strings = {"a：80", "b／c", "…", "\uD83D", "_ü", "xn--ü", "\u0000ü", "ü\u202e"})
  void labelsThatAreNoHostLabelsStayAsTheyAre(String label) {
    assertEquals(label + ".com", HostName.of(label + ".COM").toString());
    assertEquals(label + ".com", HostName.of("www." + label + ".com").registeredDomain());
  }

  @Test
  void labelsTooLongForPunycodeStayAsTheyAre() {
    String label = "ü".repeat(60);
    assertEquals(label + ".com", HostName.of(label + ".COM").registeredDomain());
    assertEquals(label + "uuuu.com", HostName.of(label + "UUUU.COM").registeredDomain());
  }

  @Test
  void takesLongNames() {
    String label = "a".repeat(1 << 16);
    assertEquals(label + ".co.uk", HostName.of(label + ".co.uk").registeredDomain());
    assertEquals("b.co.uk", HostName.of(label + ".b.co.uk").registeredDomain());
    assertEquals("a.co.uk", HostName.of("a.".repeat(1 << 15) + "co.uk").registeredDomain());
    assertEquals(1 << 15, HostName.of("ü.".repeat(1 << 15)).labelCount());
  }

  /** The list's own tests. */
  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "COM, null",
        "example.COM, example.com",
        "WwW.example.COM, example.com",
        ".com, null",
        ".example, null",
        ".example.com, null",
        ".example.example, null",
        "example, null",
        "example.example, example.example",
        "b.example.example, example.example",
        "a.b.example.example, example.example",
        "biz, null",
        "domain.biz, domain.biz",
        "b.domain.biz, domain.biz",
        "a.b.domain.biz, domain.biz",
        "com, null",
        "example.com, example.com",
        "b.example.com, example.com",
        "a.b.example.com, example.com",
        "uk.com, null",
        "example.uk.com, example.uk.com",
        "b.example.uk.com, example.uk.com",
        "a.b.example.uk.com, example.uk.com",
        "test.ac, test.ac",
        "mm, null",
        "c.mm, null",
        "b.c.mm, b.c.mm",
        "a.b.c.mm, b.c.mm",
        "jp, null",
        "test.jp, test.jp",
        "www.test.jp, test.jp",
        "ac.jp, null",
        "test.ac.jp, test.ac.jp",
        "www.test.ac.jp, test.ac.jp",
        "kyoto.jp, null",
        "test.kyoto.jp, test.kyoto.jp",
        "ide.kyoto.jp, null",
        "b.ide.kyoto.jp, b.ide.kyoto.jp",
        "a.b.ide.kyoto.jp, b.ide.kyoto.jp",
        "c.kobe.jp, null",
        "b.c.kobe.jp, b.c.kobe.jp",
        "a.b.c.kobe.jp, b.c.kobe.jp",
        "city.kobe.jp, city.kobe.jp",
        "www.city.kobe.jp, city.kobe.jp",
        "ck, null",
        "test.ck, null",
        "b.test.ck, b.test.ck",
        "a.b.test.ck, b.test.ck",
        "www.ck, www.ck",
        "www.www.ck, www.ck",
        "us, null",
        "test.us, test.us",
        "www.test.us, test.us",
        "ak.us, null",
        "test.ak.us, test.ak.us",
        "www.test.ak.us, test.ak.us",
        "k12.ak.us, null",
        "test.k12.ak.us, test.k12.ak.us",
        "www.test.k12.ak.us, test.k12.ak.us",
        "食狮.com.cn, xn--85x722f.com.cn",
        "食狮.公司.cn, xn--85x722f.xn--55qx5d.cn",
        "www.食狮.公司.cn, xn--85x722f.xn--55qx5d.cn",
        "shishi.公司.cn, shishi.xn--55qx5d.cn",
        "公司.cn, null",
        "食狮.中国, xn--85x722f.xn--fiqs8s",
        "www.食狮.中国, xn--85x722f.xn--fiqs8s",
        "shishi.中国, shishi.xn--fiqs8s",
        "中国, null",
        "xn--85x722f.com.cn, xn--85x722f.com.cn",
        "xn--85x722f.xn--55qx5d.cn, xn--85x722f.xn--55qx5d.cn",
        "www.xn--85x722f.xn--55qx5d.cn, xn--85x722f.xn--55qx5d.cn",
        "shishi.xn--55qx5d.cn, shishi.xn--55qx5d.cn",
        "xn--55qx5d.cn, null",
        "xn--85x722f.xn--fiqs8s, xn--85x722f.xn--fiqs8s",
        "www.xn--85x722f.xn--fiqs8s, xn--85x722f.xn--fiqs8s",
        "shishi.xn--fiqs8s, shishi.xn--fiqs8s",
        "xn--fiqs8s, null",
      })
  void agreesWithTheTestsOfThePublicSuffixList(String name, String domain) {
    assertEquals(domain, HostName.of(name).registeredDomain());
  }

  @Provide
  Arbitrary<String> names() {
    Arbitrary<String> known =
        Arbitraries.of(
            "com",
            "co",
            "uk",
            "ck",
            "www",
            "jp",
            "kobe",
            "city",
            "github",
            "io",
            "xn--p1ai",
            "рф",
            "ü",
            "ß",
            "İ",
            "Σ",
            "_a",
            "-",
            "10",
            "1x",
            "",
            "[",
            "]",
            "arpa",
            "in-addr",
            "a:80",
            ":");
    return Arbitraries.oneOf(known, known, known, Arbitraries.strings())
        .list()
        .ofMinSize(1)
        .ofMaxSize(7)
        .flatMap(
            labels ->
                Arbitraries.of("", ".", ":80", ".:80", "..", ":80.", ":x", "。")
                    .map(end -> String.join(".", labels) + end));
  }

  @Test
  void aWildcardMakesSuffixesBelowADomain() {
    assertEquals("kobe.jp", HostName.of("kobe.jp").registeredDomain());
    assertNull(HostName.of("any.kobe.jp").registeredDomain());
    assertEquals("a.any.kobe.jp", HostName.of("b.a.any.kobe.jp").registeredDomain());
    assertEquals("city.kobe.jp", HostName.of("any.city.kobe.jp").registeredDomain());
    assertEquals("example.com", HostName.of("any.example.com").registeredDomain());
  }

  @Property
  void theRegisteredDomainEndsTheNameAndIsItsOwn(@ForAll("names") String text) {
    HostName name = HostName.of(text);
    String domain = name.registeredDomain();
    if (domain == null) {
      assertEquals("", name.subdomain());
      return;
    }
    String left = name.subdomain().isEmpty() ? "" : name.subdomain() + ".";
    assertEquals(name.toString(), left + domain);
    assertEquals(domain, HostName.of(domain).registeredDomain());
    // Below kobe.jp every name is a public suffix, though kobe.jp itself is a domain: *.kobe.jp.
    String below = HostName.of("any." + domain).registeredDomain();
    assertTrue(below == null || below.equals(domain), below);
    assertTrue(HostName.of(domain).labelCount() >= 2);
  }

  @Property
  void theOneFormOfANameIsItsOwn(@ForAll("names") String text) {
    String name = HostName.of(text).toString();
    assertEquals(name, HostName.of(name).toString());
    assertEquals(name, HostName.of(upperCase(text)).toString());
  }

  @Property
  void theSubdomainsLengthIsThatOfTheSubdomain(@ForAll("names") String text) {
    HostName name = HostName.of(text);
    assertEquals(name.subdomain().length(), name.subdomainLength());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.1.2.3",
        "10.1.2.3.",
        "10.1.2.3:8080",
        "::1",
        "[2001:db8::1]",
        "[2001:db8::1]:443",
        "7",
        "a.7",
        "a:b"
      })
  void whatHasTheFormOfAnAddressIsOne(String text) {
    assertTrue(HostName.isIp(text));
    assertNull(HostName.of(text).hostName());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "...", ":80", "a", "10.1.2.x", "10.1.2.3.example", "a:80", "-"})
  void otherTextsAreNoAddresses(String text) {
    assertFalse(HostName.isIp(text));
  }

  @Property
  void takesAnyText(@ForAll String text) {
    for (String name :
        List.of(text, text + ".com", "a." + text + ".uk", "." + text, text + ":80")) {
      assertTrue(HostName.of(name).labelCount() >= 0);
    }
  }

  /** ASCII letters only: a capital of another script may be the capital of two letters. */
  private static String upperCase(String text) {
    return text.chars()
        .mapToObj(c -> c < 0x80 ? ("" + (char) c).toUpperCase(Locale.ROOT) : "" + (char) c)
        .collect(Collectors.joining());
  }
}
