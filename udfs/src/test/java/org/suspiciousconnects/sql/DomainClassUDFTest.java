/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.apache.hadoop.io.Text;
import org.junit.jupiter.api.Test;

class DomainClassUDFTest {
  private static final Text GOOGLE = new Text("google.com");
  private static final Text INTEL = new Text("intel.com");
  private final DomainClassUDF function = new DomainClassUDF();

  @Test
  void tellsTheUsersOwnTopAndOtherDomainsApart() {
    assertEquals(2, function.evaluate(INTEL, true, INTEL));
    assertEquals(2, function.evaluate(INTEL, false, INTEL));
    assertEquals(1, function.evaluate(GOOGLE, true, INTEL));
    assertEquals(0, function.evaluate(GOOGLE, false, INTEL));
  }

  @Test
  void aMissingDomainIsNobodys() {
    assertEquals(0, function.evaluate(null, false, INTEL));
    assertEquals(0, function.evaluate(null, false, null));
    assertEquals(0, function.evaluate(new Text(), false, new Text()));
    assertEquals(1, function.evaluate(GOOGLE, true, null));
  }

  @Test
  void isNullIfItIsNotKnownWhetherTheDomainIsATopDomain() {
    assertNull(function.evaluate(INTEL, null, INTEL));
  }

  @Test
  void readsReusedBuffersToTheirLength() {
    Text user = new Text("intel.company.example.com");
    user.set("intel.com");
    assertEquals(2, function.evaluate(INTEL, false, user));
  }
}
