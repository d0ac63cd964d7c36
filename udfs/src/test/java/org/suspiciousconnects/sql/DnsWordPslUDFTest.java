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

class DnsWordPslUDFTest {
  private static final Text NAME = new Text("www.google.com");
  private final DnsWordPslUDF function = new DnsWordPslUDF();

  @Test
  void givesTheWord() {
    assertEquals(new Text("1_7_6_1_0_1_16_3"), function.evaluate(1467961125L, 253, NAME, 16, 3, 1));
  }

  @Test
  void isNullIfAnArgumentIsNull() {
    assertNull(function.evaluate(null, 253, NAME, 16, 3, 1));
    assertNull(function.evaluate(1467961125L, null, NAME, 16, 3, 1));
    assertNull(function.evaluate(1467961125L, 253, null, 16, 3, 1));
    assertNull(function.evaluate(1467961125L, 253, NAME, null, 3, 1));
    assertNull(function.evaluate(1467961125L, 253, NAME, 16, null, 1));
    assertNull(function.evaluate(1467961125L, 253, NAME, 16, 3, null));
  }

  @Test
  void isNullIfAnArgumentIsOutOfRange() {
    assertNull(function.evaluate(-1L, 253, NAME, 16, 3, 1));
    assertNull(function.evaluate(1467961125L, -1, NAME, 16, 3, 1));
    assertNull(function.evaluate(1467961125L, 253, NAME, 16, 3, 3));
  }

  @Test
  void readsReusedBuffersToTheirLengthAndKeepsNone() {
    Text name = new Text("a-much-longer.name.example.com");
    name.set("zürich.a.ch");
    Text first = function.evaluate(1467961125L, 253, name, 1, 0, 1);
    name.set("google.com");
    Text second = function.evaluate(1467961125L, 253, name, 1, 0, 1);
    assertNotSame(first, second);
    assertEquals(new Text("1_7_6_3_12_1_1_0"), first);
    assertEquals(new Text("1_7_6_0_0_1_1_0"), second);
  }
}
