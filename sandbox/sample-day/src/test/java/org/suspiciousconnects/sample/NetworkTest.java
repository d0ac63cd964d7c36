/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  @ParameterizedTest
  @ValueSource(longs = {1_000, 100_000, 1_000_000_000})
  void hostsInsideHaveDifferentValidAddresses(long rows) {
    Network network = new Network(1, rows);
    Set<String> addresses = new HashSet<>();
    for (Role role : Role.values()) {
      if (role != Role.INTERNET) {
        for (int i = 0; i < network.count(role); i++) {
          String address = network.address(role, i);
          assertTrue(addresses.add(address), address + " twice, " + role);
          assertTrue(address.startsWith("10."), address);
          for (String part : address.split("\\.")) {
            assertTrue(Integer.parseInt(part) <= 255, address);
          }
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"10000, 100", "100000, 316", "100000000, 10000"})
  void workstationsGrowWithTheRootOfTheRows(long rows, int workstations) {
    assertEquals(workstations, new Network(1, rows).count(Role.WORKSTATION));
  }
}
