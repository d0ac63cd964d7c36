/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

class OptimizerTest {
  @Test
  void isFoundByItsName() {
    assertEquals(Optimizer.EM, Optimizer.of("em"));
    assertEquals(Optimizer.MLLIB_EM, Optimizer.of("mllib-em"));
    assertEquals(Optimizer.MLLIB_ONLINE, Optimizer.of("mllib-online"));
  }

  @Test
  void anUnknownOneIsRefusedWithTheListOfThoseThereAre() {
    CommandFailure failure = assertThrows(CommandFailure.class, () -> Optimizer.of("gibbs"));
    assertEquals(ExitStatus.USAGE, failure.status());
    assertEquals(
        "--optimizer gibbs: there is no such optimizer, use one of em, mllib-em, mllib-online",
        failure.getMessage());
  }
}
