/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.apache.hadoop.io.Text;
import org.junit.jupiter.api.Test;

class ProxyWordUDFTest {
  private static final Text TIME = new Text("06:58:45");
  private static final Text HOST = new Text("www.google.com");
  private static final Text GET = new Text("GET");
  private static final Text URI = new Text("http://a/b");
  private static final Text TYPE = new Text("text/html");
  private static final Text CODE = new Text("200");
  private final ProxyWordUDF function = new ProxyWordUDF();

  @Test
  void givesTheWord() {
    assertEquals(new Text("1_6_GET_9_text_6_3_200"), call(HOST, TIME));
  }

  @Test
  void isNullIfAnArgumentIsNull() {
    assertNull(call(null, TIME));
    assertNull(call(HOST, null));
    assertNull(function.evaluate(HOST, TIME, null, URI, TYPE, 64L, CODE, 1));
    assertNull(function.evaluate(HOST, TIME, GET, null, TYPE, 64L, CODE, 1));
    assertNull(function.evaluate(HOST, TIME, GET, URI, null, 64L, CODE, 1));
    assertNull(function.evaluate(HOST, TIME, GET, URI, TYPE, null, CODE, 1));
    assertNull(function.evaluate(HOST, TIME, GET, URI, TYPE, 64L, CODE, null));
  }

  @Test
  void namesAMissingResponseCode() {
    assertEquals(
        new Text("1_6_GET_9_text_6_3_unknown_response_code"),
        function.evaluate(HOST, TIME, GET, URI, TYPE, 64L, null, 1));
  }

  @Test
  void isNullIfAnArgumentIsOutOfRange() {
    assertNull(call(HOST, new Text("24:00:00")));
    assertNull(function.evaluate(HOST, TIME, GET, URI, TYPE, -1L, CODE, 1));
    assertNull(function.evaluate(HOST, TIME, GET, URI, TYPE, 64L, CODE, -1));
  }

  @Test
  void readsReusedBuffersToTheirLengthAndKeepsNone() {
    Text method = new Text("A-MUCH-LONGER-METHOD");
    method.set("É");
    Text first = function.evaluate(HOST, TIME, method, URI, TYPE, 64L, CODE, 1);
    method.set("PUT");
    Text second = function.evaluate(HOST, TIME, method, URI, TYPE, 64L, CODE, 1);
    assertNotSame(first, second);
    assertEquals(new Text("1_6_É_9_text_6_3_200"), first);
    assertEquals(new Text("1_6_PUT_9_text_6_3_200"), second);
  }

  private Text call(Text host, Text time) {
    return function.evaluate(host, time, GET, URI, TYPE, 64L, CODE, 1);
  }
}
