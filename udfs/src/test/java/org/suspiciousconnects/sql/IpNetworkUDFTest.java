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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpNetworkUDFTest {
  private final IpNetworkUDF function = new IpNetworkUDF();

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, 8, 10.0.0.0/8",
    "10.1.2.3, 32, 10.1.2.3/32",
    "10.1.2.3, 0, 0.0.0.0/0",
    "255.255.255.255, 1, 128.0.0.0/1",
    "192.168.1.200, 25, 192.168.1.128/25",
    "172.31.255.255, 12, 172.16.0.0/12",
    "::ffff:10.1.2.3, 8, 10.0.0.0/8",
    "::FFFF:0a01:0203, 24, 10.1.2.0/24",
    "2001:DB8:0:0::1, 128, 2001:db8::1/128",
    "2001:db8:ffff::1, 33, 2001:db8:8000::/33",
    "fdff::1, 7, fc00::/7",
    "2001:db8::1, 0, ::/0",
    "::10.1.2.3, 128, ::a01:203/128",
    "64:ff9b::192.0.2.33, 96, 64:ff9b::/96",
  })
  void isTheNetworkOfThatLength(String ip, int length, String network) {
    assertEquals(new Text(network), function.evaluate(new Text(ip), length));
  }

  /** What makes the join right: a range and an address in it meet in one text. */
  @ParameterizedTest
  @CsvSource({"10.200.3.4, 8", "2001:db8::77, 48", "::ffff:192.0.2.7, 29", "192.0.2.7, 31"})
  void theNetworkIsInTheFormOfScCidr(String ip, int length) {
    Text network = function.evaluate(new Text(ip), length);
    assertEquals(network, new CidrUDF().evaluate(network));
    assertEquals(true, new IpInCidrUDF().evaluate(new Text(ip), network));
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, 33",
    "10.1.2.3, -1",
    "::ffff:10.1.2.3, 104",
    "2001:db8::1, 129",
    "2001:db8::1, -2147483648",
    "10.1.2.3, 2147483647"
  })
  void isNullForALengthThatTheAddressDoesNotHave(String ip, int length) {
    assertNull(function.evaluate(new Text(ip), length));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "10.1.2", "10.1.2.3/8", " 10.1.2.3", "localhost", "::1%eth0", "*", "ü"})
  void isNullForWhatIsNoAddress(String text) {
    assertNull(function.evaluate(new Text(text), 8));
  }

  @Test
  void isNullForNull() {
    assertNull(function.evaluate(null, 8));
    assertNull(function.evaluate(new Text("10.1.2.3"), null));
  }

  @Test
  void readsAReusedBufferToItsLengthAndGivesNewTexts() {
    Text ip = new Text("10.1.2.3.and.more");
    ip.set("10.1.2.3");
    Text first = function.evaluate(ip, 8);
    ip.set("11.1.2.3");
    Text second = function.evaluate(ip, 8);
    assertNotSame(first, second);
    assertEquals(new Text("10.0.0.0/8"), first);
    assertEquals(new Text("11.0.0.0/8"), second);
  }
}
