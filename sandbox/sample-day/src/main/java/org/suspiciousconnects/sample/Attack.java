/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.util.Locale;

/** What an attack is called in the labels. */
enum Attack implements Kind {
  SCAN,
  EXFILTRATION,
  BEACON,
  LATERAL,
  TUNNEL,
  DGA,
  ZONE_TRANSFER,
  DOWNLOAD,
  ODD_METHOD,
  HORIZONTAL_SCAN,
  VERTICAL_SCAN,
  BRUTE_FORCE,
  ODD_PORT,
  ICMP_TUNNEL,
  DNS_PORT_TUNNEL,
  FAST_FLUX,
  SUBDOMAIN_EXFILTRATION,
  EXPLOIT_KIT,
  BROWSER_BEACON,
  SCANNER,
  ADDRESS_HOST;

  @Override
  public String kind() {
    return name().toLowerCase(Locale.ROOT);
  }
}
