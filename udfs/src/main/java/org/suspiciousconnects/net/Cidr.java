/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.net;

import inet.ipaddr.AddressStringParameters.RangeParameters;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import inet.ipaddr.IPAddressStringParameters;
import java.util.regex.Pattern;

/**
 * A range of IPv4 or IPv6 addresses in CIDR notation (RFC 4632, RFC 4291).
 *
 * <p>Addresses are text as in RFC 4291: four decimal numbers without leading zeros, or IPv6 in
 * full, with {@code ::}, or with its last 32 bits as IPv4. Nothing else is an address: no host
 * name, no shortened, octal or hexadecimal IPv4, no wildcard, zone, blank, or empty text.
 *
 * <p>An IPv4-mapped IPv6 address ({@code ::ffff:10.0.0.1}, RFC 4291 section 2.5.5.2) is the IPv4
 * address that it stands for, in ranges too: {@code ::ffff:10.0.0.0/104} is {@code 10.0.0.0/8}. No
 * other IPv6 range holds an IPv4 address, {@code ::/0} neither.
 */
public final class Cidr {
  private static final IPAddressStringParameters STRICT = strict();
  private static final Pattern PREFIX_LENGTH = Pattern.compile("0|[1-9][0-9]{0,2}");
  private static final int MAPPED_PREFIX_LENGTH = 96;

  private final IPAddress block;

  private Cidr(IPAddress block) {
    this.block = block;
  }

  /**
   * Reads a range.
   *
   * @param text address and prefix length, such as {@code 10.0.0.0/8}; without a length, that one
   *     address. Bits beyond the prefix are ignored: {@code 10.1.2.3/8} is {@code 10.0.0.0/8}
   * @return the range
   * @throws IllegalArgumentException if the text is not a range; the message contains it
   */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    IPAddress address = address(slash < 0 ? text : text.substring(0, slash));
    if (address != null) {
      int length = slash < 0 ? address.getBitCount() : prefixLength(text.substring(slash + 1));
      if (length >= 0 && length <= address.getBitCount()) {
        return new Cidr(block(address, length));
      }
    }
    throw new IllegalArgumentException(
        "not a range of IP addresses: '" + text + "'; expected one such as 10.0.0.0/8 or fc00::/7");
  }

  /**
   * The range of a prefix length that an address lies in.
   *
   * @param ip an address as text
   * @param prefixLength bits, 0 to 32 for IPv4, of an IPv4-mapped address too, and 0 to 128 for
   *     IPv6
   * @return the range; null if the text is not an address or it has fewer bits
   */
  public static Cidr around(String ip, int prefixLength) {
    IPAddress address = address(ip);
    if (address == null) {
      return null;
    }
    IPAddress counted = isMapped(address) ? unmapped(address) : address;
    return prefixLength < 0 || prefixLength > counted.getBitCount()
        ? null
        : new Cidr(counted.toPrefixBlock(prefixLength));
  }

  /**
   * Whether an address lies in this range.
   *
   * @param ip an address as text
   * @return true or false; null if the text is not an address
   */
  public Boolean contains(String ip) {
    IPAddress address = address(ip);
    if (address == null) {
      return null;
    }
    return block.contains(isMapped(address) ? unmapped(address) : address);
  }

  /** The range in one form, such as {@code 10.0.0.0/8}, that {@link #parse} reads. */
  @Override
  public String toString() {
    return block.toCanonicalString();
  }

  private static IPAddress block(IPAddress address, int length) {
    return isMapped(address) && length >= MAPPED_PREFIX_LENGTH
        ? unmapped(address).toPrefixBlock(length - MAPPED_PREFIX_LENGTH)
        : address.toPrefixBlock(length);
  }

  /** The address, or null; the library would take blanks and control characters off the ends. */
  private static IPAddress address(String text) {
    return text.trim().length() == text.length()
        ? new IPAddressString(text, STRICT).getAddress()
        : null;
  }

  private static int prefixLength(String text) {
    return PREFIX_LENGTH.matcher(text).matches() ? Integer.parseInt(text) : -1;
  }

  private static boolean isMapped(IPAddress address) {
    return address.isIPv6() && address.toIPv6().isIPv4Mapped();
  }

  private static IPAddress unmapped(IPAddress address) {
    return address.toIPv6().getEmbeddedIPv4Address();
  }

  private static IPAddressStringParameters strict() {
    IPAddressStringParameters.Builder syntax =
        new IPAddressStringParameters.Builder()
            .allowEmpty(false)
            .setEmptyAsLoopback(false)
            .allowAll(false)
            .allowSingleSegment(false)
            .allowWildcardedSeparator(false)
            .setRangeOptions(RangeParameters.NO_RANGE)
            .allow_inet_aton(false)
            .allowPrefix(false)
            .allowMask(false);
    syntax.getIPv4AddressParametersBuilder().allowLeadingZeros(false).allowBinary(false);
    syntax
        .getIPv6AddressParametersBuilder()
        .allowZone(false)
        .allowBase85(false)
        .allowBinary(false)
        .allowUnlimitedLeadingZeros(false)
        .getEmbeddedIPv4AddressParametersBuilder()
        .allowLeadingZeros(false);
    return syntax.toParams();
  }
}
