/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Which addresses are internal: those in a range of network_context that says so. */
public final class Networks {
  private final List<String> internalRanges;

  /**
   * @param internalRanges addresses with a prefix length, such as 10.0.0.0/8
   */
  public Networks(List<String> internalRanges) {
    this.internalRanges = List.copyOf(internalRanges);
  }

  /** Whether an address is in such a range. */
  public boolean isInternal(String ip) {
    for (String range : internalRanges) {
      String[] parts = range.split("/");
      if (startAlike(bytes(ip), bytes(parts[0]), Integer.parseInt(parts[1]))) {
        return true;
      }
    }
    return false;
  }

  private static boolean startAlike(byte[] one, byte[] other, int bits) {
    if (one.length != other.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit++) {
      int mask = 0x80 >> bit % 8;
      if ((one[bit / 8] & mask) != (other[bit / 8] & mask)) {
        return false;
      }
    }
    return true;
  }

  private static byte[] bytes(String ip) {
    if (!ip.matches("[0-9.]+|[0-9a-fA-F:.]+")) {
      return new byte[0];
    }
    try {
      return InetAddress.getByName(ip).getAddress();
    } catch (UnknownHostException e) {
      return new byte[0];
    }
  }
}
