/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IocTypeTest {
  @ParameterizedTest
  @CsvSource({
    "ip, 192.0.2.7, 192.0.2.7",
    "ip, 2001:DB8:0:0::1, 2001:db8::1",
    "ip, ::ffff:192.0.2.7, 192.0.2.7",
    "cidr, 192.0.2.7/24, 192.0.2.0/24",
    "cidr, 192.0.2.7, 192.0.2.7/32",
    "cidr, 2001:DB8::/32, 2001:db8::/32",
    "cidr, ::ffff:192.0.2.0/120, 192.0.2.0/24",
    "domain, Evil.Example.COM., evil.example.com",
    "domain, b\u00fccher.example, xn--bcher-kva.example",
    "domain, evil.example:8080, evil.example",
    "domain, _dmarc.example.com, _dmarc.example.com",
    "url, http://Evil.example/A/b?Q=1#top, evil.example/A/b?Q=1",
    "url, https://user:secret@evil.example:8443/x, evil.example/x",
    "url, evil.example/, evil.example",
    "url, HTTP://EVIL.example, evil.example",
    "url, http://evil.example/?q=1, evil.example?q=1",
    "url, http://192.0.2.7:80/a, 192.0.2.7/a",
    "url, http://[2001:DB8::1]:80/a, [2001:db8::1]/a",
    "url, http://b\u00fccher.example/\u00fc, xn--bcher-kva.example/\u00fc",
    "url, ftp://evil.example/\uD83D\uDE00, evil.example/\uD83D\uDE00"
  })
  void valuesHaveOneForm(String type, String value, String form) throws RejectedLine {
    assertEquals(form, IocType.of(type).inOneForm(value));
  }

  /** The proxy loader writes the same request so, as Apache Spot does. */
  @Test
  void urlsAreAsTheColumnFulluri() throws RejectedLine {
    assertEquals(
        RequestUri.full("evil.example", "/a", "?b=1"),
        IocType.URL.inOneForm("http://evil.example:80/a?b=1"));
    assertEquals(
        RequestUri.full("evil.example", "/", "-"), IocType.URL.inOneForm("http://evil.example/"));
  }

  @ParameterizedTest
  @CsvSource({
    "ip, 192.0.2.256",
    "ip, 192.0.2.0/24",
    "ip, 192.0.2.7/32",
    "ip, evil.example",
    "ip, 192[.]0[.]2[.]7",
    "cidr, 192.0.2.0/33",
    "cidr, evil.example/24",
    "cidr, 192.0.2.0-192.0.2.9",
    "domain, 192.0.2.7",
    "domain, evil[.]example",
    "domain, *.evil.example",
    "domain, evil..example",
    "domain, http://evil.example",
    "domain, evil.example/path",
    "domain, 2001:db8::1",
    "domain, .",
    "url, /path",
    "url, http:///path",
    "url, urn:evil.example",
    "url, http://evil..example/",
    "url, http://a b/"
  })
  void anythingElseIsRefusedWithItsValue(String type, String value) throws RejectedLine {
    IocType of = IocType.of(type);
    RejectedLine e = assertThrows(RejectedLine.class, () -> of.inOneForm(value));
    assertTrue(e.getMessage().startsWith("ioc '" + value + "' "), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0/0", "::/0", "10.1.2.3/0", "::ffff:0:0/96"})
  void aRangeOfAllIsRefused(String value) {
    RejectedLine e = assertThrows(RejectedLine.class, () -> IocType.CIDR.inOneForm(value));
    assertEquals("ioc '" + value + "' holds every address", e.getMessage());
  }

  @Test
  void noTypeTakesNothingBlanksControlsHalvesOrHugeValues() {
    for (IocType type : IocType.values()) {
      for (String value :
          new String[] {
            "",
            " ",
            "evil.example ",
            "evil.example\n",
            "evil\u0000.example",
            "evil.example/\uD83D",
            "evil.example/\uFFFD",
            "evil.example/\u00a0",
            "evil.example/" + "x".repeat(5000)
          }) {
        assertThrows(RejectedLine.class, () -> type.inOneForm(value), value);
      }
    }
    RejectedLine e =
        assertThrows(RejectedLine.class, () -> IocType.URL.inOneForm("a/" + "x".repeat(100_000)));
    assertTrue(e.getMessage().endsWith("xxx...' has more than 4096 characters"), e.getMessage());
    assertThrows(RejectedLine.class, () -> IocType.DOMAIN.inOneForm("a.".repeat(127) + "example"));
  }

  @Test
  void typesHaveTheirNamesInAnyCase() throws RejectedLine {
    assertEquals(IocType.CIDR, IocType.of("CIDR"));
    RejectedLine e = assertThrows(RejectedLine.class, () -> IocType.of("md5"));
    assertEquals("type 'md5' is not ip, cidr, domain or url", e.getMessage());
  }
}
