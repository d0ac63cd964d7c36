/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.util.Locale;

/** What an attack is called in the labels. */
enum Attack {
  SCAN,
  EXFILTRATION,
  BEACON,
  LATERAL,
  TUNNEL,
  DGA,
  ZONE_TRANSFER,
  DOWNLOAD,
  ODD_METHOD;

  /** The name in the labels, such as {@code zone_transfer}. */
  String kind() {
    return name().toLowerCase(Locale.ROOT);
  }
}
