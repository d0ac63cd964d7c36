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

class ProxyWordPslUDFTest {
  private static final Text DATE = new Text("2016-07-08");
  private static final Text TIME = new Text("06:58:45");
  private static final Text HOST = new Text("www.google.com");
  private static final Text GET = new Text("GET");
  private static final Text URI = new Text("http://a/b");
  private static final Text TYPE = new Text("text/html");
  private static final Text CODE = new Text("200");
  private final ProxyWordPslUDF function = new ProxyWordPslUDF();

  @Test
  void givesTheWord() {
    assertEquals(new Text("1_6_GET_9_text_6_3_200"), call(DATE, TIME, HOST));
  }

  @Test
  void isNullIfAnArgumentIsNull() {
    assertNull(call(null, TIME, HOST));
    assertNull(call(DATE, null, HOST));
    assertNull(call(DATE, TIME, null));
    assertNull(function.evaluate(DATE, TIME, HOST, null, URI, TYPE, 64L, CODE, 1));
    assertNull(function.evaluate(DATE, TIME, HOST, GET, null, TYPE, 64L, CODE, 1));
    assertNull(function.evaluate(DATE, TIME, HOST, GET, URI, null, 64L, CODE, 1));
    assertNull(function.evaluate(DATE, TIME, HOST, GET, URI, TYPE, null, CODE, 1));
    assertNull(function.evaluate(DATE, TIME, HOST, GET, URI, TYPE, 64L, CODE, null));
  }

  @Test
  void namesAMissingResponseCode() {
    assertEquals(
        new Text("1_6_GET_9_text_6_3_unknown_response_code"),
        function.evaluate(DATE, TIME, HOST, GET, URI, TYPE, 64L, null, 1));
  }

  @Test
  void isNullIfAnArgumentIsOutOfRange() {
    assertNull(call(new Text("2016-07-32"), TIME, HOST));
    assertNull(function.evaluate(DATE, TIME, HOST, GET, URI, TYPE, -1L, CODE, 1));
    assertNull(function.evaluate(DATE, TIME, HOST, GET, URI, TYPE, 64L, CODE, -1));
  }

  @Test
  void readsReusedBuffersToTheirLengthAndKeepsNone() {
    Text method = new Text("A-MUCH-LONGER-METHOD");
    method.set("É");
    Text first = function.evaluate(DATE, TIME, HOST, method, URI, TYPE, 64L, CODE, 1);
    method.set("PUT");
    Text second = function.evaluate(DATE, TIME, HOST, method, URI, TYPE, 64L, CODE, 1);
    assertNotSame(first, second);
    assertEquals(new Text("1_6_É_9_text_6_3_200"), first);
    assertEquals(new Text("1_6_PUT_9_text_6_3_200"), second);
  }

  private Text call(Text date, Text time, Text host) {
    return function.evaluate(date, time, host, GET, URI, TYPE, 64L, CODE, 1);
  }
}
