/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import com.maxmind.db.Network;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Map;
import org.suspiciousconnects.net.Cidr;

/**
 * A row of {@code geoip_networks}: a network and what a database says of it. What it does not say,
 * or says in another type than MaxMind's documentation, is null.
 */
final class GeoIpNetwork {
  /** In Parquet's language, in the order of {@link #row()}. */
  static final String COLUMNS =
      "optional binary network (UTF8); optional int32 prefix_length; "
          + "optional binary country_code (UTF8); optional binary country (UTF8); "
          + "optional binary city (UTF8); optional double latitude; optional double longitude; "
          + "optional int64 as_number; optional binary as_organization (UTF8);";

  private static final int BITS_V4 = 32;

  /** The bits before those of an IPv4 address, in a database of IPv6 and in a mapped address. */
  private static final int BITS_BEFORE_V4 = 96;

  private final Cidr network;
  private final int prefixLength;
  private final Map<?, ?> said;

  /**
   * @param network as the database has it
   * @param said the database's record of the network
   */
  GeoIpNetwork(Network network, Map<?, ?> said) {
    int length = network.getPrefixLength();
    if (length < 0) {
      // The reader takes what begins with 96 zero bits or with fewer, all zero, for IPv4.
      prefixLength = length + BITS_BEFORE_V4;
      this.network = Cidr.around("::", prefixLength);
    } else {
      InetAddress address = network.getNetworkAddress();
      // Java takes ::ffff:0:0/96 for IPv4, whose length the reader leaves as it is.
      boolean mapped = address instanceof Inet4Address && length > BITS_V4;
      prefixLength = mapped ? length - BITS_BEFORE_V4 : length;
      this.network = Cidr.around(address.getHostAddress(), prefixLength);
    }
    this.said = said;
  }

  /** The values of the columns. */
  Object[] row() {
    return new Object[] {
      network.toString(),
      prefixLength,
      text(map(said, "country"), "iso_code"),
      name("country"),
      name("city"),
      degrees("latitude", 90),
      degrees("longitude", 180),
      said.get("autonomous_system_number") instanceof Number
          ? ((Number) said.get("autonomous_system_number")).longValue()
          : null,
      text(said, "autonomous_system_organization")
    };
  }

  private String name(String what) {
    return text(map(map(said, what), "names"), "en");
  }

  private Double degrees(String what, int most) {
    Object value = map(said, "location").get(what);
    if (!(value instanceof Number)) {
      return null;
    }
    double degrees = ((Number) value).doubleValue();
    return Math.abs(degrees) <= most ? (Double) degrees : null;
  }

  private static Map<?, ?> map(Map<?, ?> in, String key) {
    Object value = in.get(key);
    return value instanceof Map ? (Map<?, ?>) value : Map.of();
  }

  private static String text(Map<?, ?> in, String key) {
    Object value = in.get(key);
    return value instanceof String && !((String) value).isEmpty() ? (String) value : null;
  }
}
