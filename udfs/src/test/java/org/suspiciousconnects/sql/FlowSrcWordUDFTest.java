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

class FlowSrcWordUDFTest {
  private static final Text TCP = new Text("TCP");
  private final FlowSrcWordUDF function = new FlowSrcWordUDF();

  @Test
  void givesTheWordOfTheSource() {
    assertEquals(new Text("443_TCP_13_10_4"), function.evaluate(13, 52100, 443, TCP, 1000L, 10L));
    assertEquals(
        new Text("-1_22_UDP_0_0_0"), function.evaluate(0, 22, 3000, new Text("UDP"), 0L, 0L));
  }

  @Test
  void isNullIfAnArgumentIsNull() {
    assertNull(function.evaluate(null, 52100, 443, TCP, 1000L, 10L));
    assertNull(function.evaluate(13, null, 443, TCP, 1000L, 10L));
    assertNull(function.evaluate(13, 52100, null, TCP, 1000L, 10L));
    assertNull(function.evaluate(13, 52100, 443, null, 1000L, 10L));
    assertNull(function.evaluate(13, 52100, 443, TCP, null, 10L));
    assertNull(function.evaluate(13, 52100, 443, TCP, 1000L, null));
  }

  @Test
  void isNullIfANumberIsOutOfRange() {
    assertNull(function.evaluate(24, 52100, 443, TCP, 1000L, 10L));
    assertNull(function.evaluate(Integer.MIN_VALUE, 52100, 443, TCP, 1000L, 10L));
    assertNull(function.evaluate(13, 65536, 443, TCP, 1000L, 10L));
    assertNull(function.evaluate(13, 52100, -1, TCP, 1000L, 10L));
    assertNull(function.evaluate(13, 52100, 443, TCP, Long.MAX_VALUE, 10L));
    assertNull(function.evaluate(13, 52100, 443, TCP, 1000L, Long.MIN_VALUE));
  }

  @Test
  void readsReusedBuffersToTheirLengthAndKeepsNone() {
    Text proto = new Text("a much longer protocol");
    proto.set("ÜDP");
    Text first = function.evaluate(13, 52100, 443, proto, 1000L, 10L);
    proto.set("TCP");
    Text second = function.evaluate(13, 52100, 443, proto, 1000L, 10L);
    assertNotSame(first, second);
    assertEquals(new Text("443_ÜDP_13_10_4"), first);
    assertEquals(new Text("443_TCP_13_10_4"), second);
  }
}
