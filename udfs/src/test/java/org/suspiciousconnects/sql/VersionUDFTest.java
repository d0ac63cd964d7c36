/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.suspiciousconnects.BuildInfo;

class VersionUDFTest {
  @Test
  void namesVersionAndCommit() {
    assertEquals(
        "%s (commit %s)".formatted(BuildInfo.VERSION, BuildInfo.COMMIT),
        new VersionUDF().evaluate().toString());
  }
}
