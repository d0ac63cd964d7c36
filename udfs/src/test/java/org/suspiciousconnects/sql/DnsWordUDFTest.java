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

class DnsWordUDFTest {
  private static final Text TIME = new Text("Jul  8 2016 06:58:45 UTC");
  private static final Text NAME = new Text("www.google.com");
  private final DnsWordUDF function = new DnsWordUDF();

  @Test
  void givesTheWord() {
    assertEquals(new Text("1_7_6_1_0_1_16_3"), function.evaluate(TIME, 253, NAME, 16, 3, 1));
  }

  @Test
  void isNullIfAnArgumentIsNull() {
    assertNull(function.evaluate(null, 253, NAME, 16, 3, 1));
    assertNull(function.evaluate(TIME, null, NAME, 16, 3, 1));
    assertNull(function.evaluate(TIME, 253, null, 16, 3, 1));
    assertNull(function.evaluate(TIME, 253, NAME, null, 3, 1));
    assertNull(function.evaluate(TIME, 253, NAME, 16, null, 1));
    assertNull(function.evaluate(TIME, 253, NAME, 16, 3, null));
  }

  @Test
  void isNullIfAnArgumentIsOutOfRange() {
    assertNull(function.evaluate(new Text("Jul  8 2016 25:58:45 UTC"), 253, NAME, 16, 3, 1));
    assertNull(function.evaluate(TIME, -1, NAME, 16, 3, 1));
    assertNull(function.evaluate(TIME, 253, NAME, 16, 3, 3));
  }

  @Test
  void readsReusedBuffersToTheirLengthAndKeepsNone() {
    Text name = new Text("a-much-longer.name.example.com");
    name.set("zürich.a.ch");
    Text first = function.evaluate(TIME, 253, name, 1, 0, 1);
    name.set("google.com");
    Text second = function.evaluate(TIME, 253, name, 1, 0, 1);
    assertNotSame(first, second);
    assertEquals(new Text("1_7_6_2_9_1_1_0"), first);
    assertEquals(new Text("1_7_6_0_0_1_1_0"), second);
  }
}
