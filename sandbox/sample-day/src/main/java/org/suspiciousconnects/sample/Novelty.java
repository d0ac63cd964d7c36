/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.util.Locale;

/** What something new and harmless is called in its labels: {@code benign_} and the name. */
enum Novelty implements Kind {
  SITE,
  CDN,
  APPLICATION,
  UPLOAD,
  PORT,
  SERVER,
  AGENT,
  RECORD_TYPE,
  USER_AGENT,
  DOWNLOAD;

  @Override
  public String kind() {
    return "benign_" + name().toLowerCase(Locale.ROOT);
  }
}
