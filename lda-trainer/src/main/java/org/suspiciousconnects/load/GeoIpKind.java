/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a MaxMind database knows of a network; a partition of {@code geoip_networks} each. */
enum GeoIpKind {
  /** Country, city and coordinates: GeoLite2-City, GeoIP2-City, GeoIP2-Enterprise. */
  CITY("city|enterprise"),
  /** The country: GeoLite2-Country, GeoIP2-Country. */
  COUNTRY("country"),
  /** The autonomous system: GeoLite2-ASN, GeoIP2-ISP. */
  ASN("asn|isp");

  private final Pattern databaseType;

  GeoIpKind(String word) {
    databaseType = Pattern.compile("(?i)(?:.*[^a-z])?(?:" + word + ")(?:[^a-z].*)?");
  }

  /**
   * The kind of a database.
   *
   * @param databaseType as its metadata has it, such as {@code GeoLite2-City}
   * @return null for a database of another kind
   */
  static GeoIpKind of(String databaseType) {
    for (GeoIpKind kind : values()) {
      if (kind.databaseType.matcher(databaseType).matches()) {
        return kind;
      }
    }
    return null;
  }

  /** The value of the partition column. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
