/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BuildInfoTest {
  @Test
  void theBuildHasFilledItIn() {
    assertTrue(BuildInfo.VERSION.matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?"), BuildInfo.VERSION);
    assertTrue(BuildInfo.COMMIT.matches("[0-9a-f]{12}|unknown"), BuildInfo.COMMIT);
  }
}
