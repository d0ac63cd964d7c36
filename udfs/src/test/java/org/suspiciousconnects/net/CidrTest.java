/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0, true",
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 9.255.255.255, false",
    "10.0.0.0/8, 11.0.0.0, false",
    "10.1.2.3/8, 10.200.0.1, true",
    "172.16.0.0/12, 172.31.255.255, true",
    "172.16.0.0/12, 172.32.0.0, false",
    "192.0.2.7/32, 192.0.2.7, true",
    "192.0.2.7/32, 192.0.2.6, false",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.8, false",
    "0.0.0.0/0, 255.255.255.255, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "fc00::/7, fdff:ffff::1, true",
    "fc00::/7, fe00::, false",
    "fe80::/10, FE80::A, true",
    "2001:db8::/33, 2001:db8:7fff::, true",
    "2001:db8::/33, 2001:db8:8000::, false",
    "2001:db8::1, 2001:0db8:0:0:0:0:0:1, true",
    "2001:db8::1/128, 2001:db8::2, false",
    "::/0, 2001:db8::1, true",
    "64:ff9b::/96, 64:ff9b::192.0.2.33, true",
  })
  void holdsTheAddressesOfItsPrefix(String cidr, String ip, boolean contained) {
    assertEquals(contained, Cidr.parse(cidr).contains(ip));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, ::ffff:10.1.2.3, true",
    "10.0.0.0/8, ::FFFF:0a01:0203, true",
    "10.0.0.0/8, ::ffff:11.1.2.3, false",
    "::ffff:10.0.0.0/104, 10.1.2.3, true",
    "::ffff:10.0.0.0/104, ::ffff:10.1.2.3, true",
    "::ffff:10.0.0.0/104, 11.1.2.3, false",
    "::ffff:0:0/96, 203.0.113.1, true",
    "::ffff:10.0.0.1, 10.0.0.1, true",
    "::/0, 10.1.2.3, false",
    "::/0, ::ffff:10.1.2.3, false",
    "::ffff:0:0/95, 10.1.2.3, false",
    "::/96, ::10.1.2.3, true",
    "10.0.0.0/8, ::10.1.2.3, false",
  })
  void aMappedAddressIsIpv4(String cidr, String ip, boolean contained) {
    assertEquals(contained, Cidr.parse(cidr).contains(ip));
  }

  /** What other parsers accept: inet_aton forms, wildcards, ranges, zones, names, blanks. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "*",
        "-",
        "10",
        "10.1",
        "10.1.2",
        "10.1.2.3.4",
        "10.1.2.256",
        "10.1.2.-3",
        "010.1.2.3",
        "10.1.2.03",
        "0x0a.1.2.3",
        "167838211",
        "0xa010203",
        "10.1.2.*",
        "10.1.2.3-4",
        "10.1.2._",
        "10.1.2.%",
        " 10.1.2.3",
        "10.1.2.3 ",
        "10.1.2.3\n",
        "10.1.2.3/32",
        "/8",
        "localhost",
        "example.com",
        "[::1]",
        "::1%eth0",
        "::1%",
        "fe80:",
        ":::",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "12345::",
        "00001::",
        "g::",
        "::ffff:010.0.0.1",
        "::ffff:10.0.1",
        "4)+k&C#VzJ4br>0wv%Yp",
        "٣.1.2.3",
        "１０.1.2.3",
        "10。1。2。3",
        "10.1.2.3\0",
        "0b1010.1.2.3",
        "1:2:3:4:5:6:7:*",
        "1::2-3",
        "10.1.2.3:80",
        "::1/128",
        "2001:db8::1/64",
      })
  void anythingElseIsNoAddress(String text) {
    assertNull(Cidr.parse("0.0.0.0/0").contains(text));
    assertNull(Cidr.parse("::/0").contains(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10",
        "10.0.0.0/",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/08",
        "10.0.0.0/8 ",
        "10.0.0.0/8/8",
        "10.0.0.0/255.0.0.0",
        "10.0.0.0/0.255.255.255",
        "10.0/16",
        "10/8",
        "010.0.0.0/8",
        "10.*.*.*",
        "10.0-3.0.0/16",
        "/8",
        "*",
        "*/8",
        "fc00::/129",
        "::/",
        "fc00::/ffff::",
        "fe80::%eth0/10",
        "fe80::/10%eth0",
        "10.0.0.0/4294967304",
        "localhost/8",
        "10.0.0.0/٨",
        "\uD83D\uDE00",
      })
  void refusesWhatIsNotARange(String text) {
    var e = assertThrows(IllegalArgumentException.class, () -> Cidr.parse(text));
    assertTrue(e.getMessage().contains("'" + text + "'"), e.getMessage());
  }

  @Property
  void agreesWithShiftedBitsForIpv4(
      @ForAll int ip, @ForAll int network, @ForAll @IntRange(max = 32) int length) {
    int near = length == 0 ? ip : network ^ (ip >>> length - 1) >>> 1;
    for (int address : new int[] {ip, near, network}) {
      boolean expected = length == 0 || (address ^ network) >>> 32 - length == 0;
      assertEquals(expected, Cidr.parse(ipv4(network) + "/" + length).contains(ipv4(address)));
    }
  }

  @Property
  void agreesWithShiftedBitsForIpv6(
      @ForAll @Size(16) byte[] network,
      @ForAll @IntRange(max = 128) int length,
      @ForAll @IntRange(max = 127) int flipped)
      throws UnknownHostException {
    network[0] |= 0x20; // not IPv4-mapped
    byte[] address = network.clone();
    address[flipped / 8] ^= (byte) (0x80 >>> flipped % 8);
    BigInteger difference = new BigInteger(1, network).xor(new BigInteger(1, address));
    boolean expected = difference.shiftRight(128 - length).signum() == 0;
    assertEquals(expected, Cidr.parse(ipv6(network) + "/" + length).contains(ipv6(address)));
  }

  @Property
  void theNetworkAroundAnAddressIsTheRangeOfItsPrefix(
      @ForAll int ip, @ForAll @IntRange(max = 32) int length) {
    int network = length == 0 ? 0 : ip & -1 << 32 - length;
    assertEquals(ipv4(network) + "/" + length, Cidr.around(ipv4(ip), length).toString());
    assertEquals(
        ipv4(network) + "/" + length, Cidr.around("::ffff:" + ipv4(ip), length).toString());
  }

  private static String ipv4(int ip) {
    return (ip >>> 24) + "." + (ip >>> 16 & 255) + "." + (ip >>> 8 & 255) + "." + (ip & 255);
  }

  private static String ipv6(byte[] address) throws UnknownHostException {
    return InetAddress.getByAddress(address).getHostAddress();
  }
}
