/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.word;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DomainClassTest {
  @Test
  void theUsersOwnComesBeforeTopDomains() {
    assertEquals(2, DomainClass.of("intel", true, "intel"));
    assertEquals(2, DomainClass.of("intel.com", false, "intel.com"));
    assertEquals(1, DomainClass.of("google", true, "intel"));
    assertEquals(0, DomainClass.of("evil", false, "intel"));
    assertEquals(0, DomainClass.of("intel.com", false, "INTEL.com"), "compared as they are");
  }

  @Test
  void noDomainAndNoUserAreNotTheSame() {
    assertEquals(0, DomainClass.of("", false, ""));
    assertEquals(0, DomainClass.of(null, false, null));
    assertEquals(0, DomainClass.of(null, false, "intel"));
    assertEquals(1, DomainClass.of("", true, ""));
  }

  @Test
  void knowsItsNumbers() {
    assertTrue(DomainClass.isValid(0) && DomainClass.isValid(1) && DomainClass.isValid(2));
    assertFalse(DomainClass.isValid(-1) || DomainClass.isValid(3));
  }
}
