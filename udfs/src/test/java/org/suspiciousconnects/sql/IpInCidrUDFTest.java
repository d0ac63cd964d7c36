/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.hadoop.io.Text;
import org.junit.jupiter.api.Test;

class IpInCidrUDFTest {
  private static final Text TEN = new Text("10.0.0.0/8");
  private final IpInCidrUDF function = new IpInCidrUDF();

  @Test
  void saysWhetherTheAddressIsInTheRange() {
    assertTrue(function.evaluate(new Text("10.1.2.3"), TEN));
    assertTrue(function.evaluate(new Text("::ffff:10.1.2.3"), TEN));
    assertFalse(function.evaluate(new Text("11.1.2.3"), TEN));
    assertFalse(function.evaluate(new Text("2001:db8::1"), TEN));
    assertTrue(function.evaluate(new Text("fd00::1"), new Text("fc00::/7")));
  }

  @Test
  void isNullForNullAndForWhatIsNoAddress() {
    assertNull(function.evaluate(null, TEN));
    assertNull(function.evaluate(new Text("10.1.2.3"), null));
    assertNull(function.evaluate(null, new Text("not a range")));
    assertNull(function.evaluate(new Text("localhost"), TEN));
    assertNull(function.evaluate(new Text(""), TEN));
  }

  @Test
  void refusesWhatIsNotARangeEachTime() {
    Text cidr = new Text("10.0.0.0/33");
    for (int call = 0; call < 3; call++) {
      var e =
          assertThrows(
              IllegalArgumentException.class, () -> function.evaluate(new Text("10.1.2.3"), cidr));
      assertTrue(e.getMessage().contains("'10.0.0.0/33'"), e.getMessage());
    }
  }

  @Test
  void readsReusedBuffersToTheirLengthAndKeepsNone() {
    Text ip = new Text("10.1.2.3.and.more");
    Text cidr = new Text("10.0.0.0/8 and more");
    ip.set("10.1.2.3");
    cidr.set("10.0.0.0/8");
    assertTrue(function.evaluate(ip, cidr));
    cidr.set("11.0.0.0/8");
    assertFalse(function.evaluate(ip, cidr));
    ip.set("11.1.2.3");
    assertTrue(function.evaluate(ip, cidr));
    assertFalse(function.evaluate(ip, TEN));
  }

  @Test
  void staysRightWhenTheEngineRefillsABufferThatItHasSeen() {
    Text buffer = new Text("10.0.0.0/8");
    assertTrue(function.evaluate(new Text("10.1.2.3"), buffer));
    buffer.set("11.0.0.0/8");
    assertFalse(function.evaluate(new Text("10.1.2.3"), new Text("172.16.0.0/12")));
    assertTrue(function.evaluate(new Text("11.1.2.3"), new Text("11.0.0.0/8")));
  }

  @Test
  void staysRightWithMoreRangesThanItRemembers() {
    for (int round = 0; round < 2; round++) {
      for (int third = 0; third < 1000; third++) {
        Text cidr = new Text("10." + third / 250 + "." + third % 250 + ".0/24");
        Text ip = new Text("10.1." + third % 250 + ".9");
        assertEquals(third / 250 == 1, function.evaluate(ip, cidr), cidr::toString);
      }
    }
  }
}
