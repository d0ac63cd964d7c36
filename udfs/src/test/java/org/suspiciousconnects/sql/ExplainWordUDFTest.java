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

class ExplainWordUDFTest {
  private static final Text FLOW = new Text("flow");
  private static final Text SPOT = new Text("spot");
  private static final Text NO_VIEW = new Text();
  private final ExplainWordUDF function = new ExplainWordUDF();

  @Test
  void explains() {
    Text word = new Text("22_TCP_0_1_2");
    Text explanation = new Text("client of SSH (TCP 22), 0h, 1 byte in 2-3 packets");
    assertEquals(explanation, function.evaluate(FLOW, SPOT, SPOT, NO_VIEW, word));
    assertEquals(explanation, function.evaluate(FLOW, SPOT, SPOT, null, word));
  }

  @Test
  void isNullIfAnArgumentButTheViewIsNull() {
    Text word = new Text("22_TCP_0_1_2");
    assertNull(function.evaluate(null, SPOT, SPOT, NO_VIEW, word));
    assertNull(function.evaluate(FLOW, null, SPOT, NO_VIEW, word));
    assertNull(function.evaluate(FLOW, SPOT, null, NO_VIEW, word));
    assertNull(function.evaluate(FLOW, SPOT, SPOT, NO_VIEW, null));
  }

  @Test
  void readsReusedBuffersToTheirLengthAndKeepsNone() {
    Text word = new Text("333333_TCP_12_10_10");
    word.set("25_TCP_5_1_1");
    Text first = function.evaluate(FLOW, SPOT, SPOT, NO_VIEW, word);
    word.set("21_é_6_0_0");
    Text second = function.evaluate(FLOW, SPOT, SPOT, NO_VIEW, word);
    assertNotSame(first, second);
    assertEquals(new Text("client of SMTP (TCP 25), 5h, 1 byte in 1 packet"), first);
    assertEquals(new Text("other side's port 21 (é), 6h, 0 bytes in 0 packets"), second);
  }
}
