/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestUriTest {
  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        // url, scheme, host, port, path, query
        "http://www.example.com/a/b.js?x=1&y=2, http, www.example.com, 80, /a/b.js, ?x=1&y=2",
        "HTTPS://www.Example.com, https, www.Example.com, 443, /, -",
        "ftp://example.com:2121/a, ftp, example.com, 2121, /a, -",
        "ws://example.com, ws, example.com, null, /, -",
        "http://example.com?x, http, example.com, 80, /, ?x",
        "http://example.com/?, http, example.com, 80, /, ?",
        "http://example.com:/x, http, example.com, 80, /x, -",
        "http://example.com#f, http, example.com, 80, #f, -",
        // User and password, also with a trap behind the host.
        "http://user:pa@ss@example.com:8080/x@y, http, example.com, 8080, /x@y, -",
        "http://example.com/?u=http://a@evil.com/, http, example.com, 80, /, ?u=http://a@evil.com/",
        // IPv6
        "http://[2001:db8::1]:8080/x, http, 2001:db8::1, 8080, /x, -",
        "http://[::1], http, ::1, 80, /, -",
        "'[2001:db8::1]:443', null, 2001:db8::1, 443, /, -",
        "http://2001:db8::1/x, http, 2001:db8::1, 80, /x, -",
        "http://[2001:db8::1/x, http, [2001:db8::1, 80, /x, -",
        "http://[::1]x:80/, http, [::1]x:80, 80, /, -",
        // No scheme
        "www.example.com:443, null, www.example.com, 443, /, -",
        "www.example.com/a?b, null, www.example.com, null, /a, ?b",
        "localhost:8080/x, null, localhost, 8080, /x, -",
        "user:pw@example.com/x, null, example.com, null, /x, -",
        "example.com:, null, example.com, null, /, -",
        // No host
        "/a/b?c, null, null, null, /a/b, ?c",
        "//a/b, null, null, null, //a/b, -",
        "*, null, null, null, *, -",
        "'', null, null, null, /, -",
        "http:///x, http, null, 80, /x, -",
        "http://, http, null, 80, /, -",
        "http://:80/x, http, null, 80, /x, -",
        "error:invalid-request, error, null, null, invalid-request, -",
        "urn:x-y?z, urn, null, null, x-y, ?z",
        "example.com:80x, example.com, null, null, 80x, -",
        "http://example.com:80x/, http, example.com:80x, 80, /, -",
        // Nothing is decoded.
        "http://bücher.example/%41%zz?%00, http, bücher.example, 80, /%41%zz, ?%00",
        "http://xn--bcher-kva.example/ a b, http, xn--bcher-kva.example, 80, / a b, -",
      })
  void url(String url, String scheme, String host, String port, String path, String query) {
    RequestUri uri = RequestUri.ofUrl(url);
    assertEquals(scheme, uri.scheme());
    assertEquals(host, uri.host());
    assertEquals(port, uri.port());
    assertEquals(path, uri.path());
    assertEquals(query, uri.query());
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "/a?b, null, /a",
        "www.example.com/a, null, www.example.com/a",
        "host:443, null, host:443",
        "http://example.com/a?b, example.com, /a",
        "*, null, *",
      })
  void targetIsAPathUnlessItHasASchemeAndSlashes(String target, String host, String path) {
    RequestUri uri = RequestUri.ofTarget(target);
    assertEquals(host, uri.host());
    assertEquals(path, uri.path());
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b.js, js",
    "/a.b/c, -",
    "/a.tar.gz, gz",
    "/a., -",
    "/.htaccess, htaccess",
    "/, -",
    "-, -",
    "'', -",
    "x.exe, exe",
  })
  void extension(String path, String extension) {
    assertEquals(extension, RequestUri.extension(path));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "h, /a, ?b, h/a?b",
        "h, /, -, h",
        "h, -, -, h",
        "h, null, null, h",
        "h, /, ?b, h?b",
        "h, /a, b=c, h/a?b=c",
        "h, /a, ?, h/a",
        "-, /a, -, -/a",
        "2001:db8::1, /a, -, [2001:db8::1]/a",
        "[2001:db8::1]:80, /a, -, [2001:db8::1]:80/a",
        "h:80, /a, -, h:80/a",
      })
  void fullUriIsThatOfSpot(String host, String path, String query, String full) {
    assertEquals(full, RequestUri.full(host, path, query));
  }

  @Test
  void longOnesAreRead() {
    String path = "/" + "a".repeat(1 << 16) + "." + "b".repeat(1 << 20);
    RequestUri uri = RequestUri.ofUrl("http://" + "h".repeat(1 << 20) + path);
    assertEquals(path, uri.path());
    assertEquals(1 << 20, RequestUri.extension(path).length());
    assertNull(RequestUri.ofUrl("a".repeat(1 << 20) + ":x").scheme());
  }

  @Property(tries = 5000)
  void nothingIsLost(@ForAll String text) {
    RequestUri uri = RequestUri.ofTarget(text);
    if (uri.host() == null && uri.scheme() == null) {
      assertEquals(text, uri.rest());
    }
    String query = uri.query().equals("-") ? "" : uri.query();
    boolean noPath = uri.rest().isEmpty() || uri.rest().startsWith("?");
    assertEquals((noPath ? "/" : "") + uri.rest(), uri.path() + query);
    RequestUri url = RequestUri.ofUrl("http://host" + uri.rest());
    if (uri.rest().isEmpty() || "/?#".indexOf(uri.rest().charAt(0)) >= 0) {
      assertEquals("host", url.host());
      assertEquals(uri.rest(), url.rest());
    }
  }
}
