/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

class TrainingParametersTest {
  @Test
  void priorsDefaultToTheOptimizers() {
    TrainingParameters em = new TrainingParameters(Optimizer.MLLIB_EM, 20, null, null, 20, 0.05, 1);
    assertEquals(1.02, em.alpha());
    assertEquals(1.001, em.beta());
    TrainingParameters online =
        new TrainingParameters(Optimizer.MLLIB_ONLINE, 20, null, null, 20, 0.05, 1);
    assertEquals(0.0009, online.alpha());
    assertEquals(0.00001, online.beta());
  }

  @ParameterizedTest
  @CsvSource({
    "MLLIB_EM, 0, 1.02, 1.001, 20, 0.05, --topics 0",
    "MLLIB_EM, 1, 1.02, 1.001, 20, 0.05, --topics 1",
    "MLLIB_EM, -5, 1.02, 1.001, 20, 0.05, --topics -5",
    "MLLIB_EM, 20, 1.0, 1.001, 20, 0.05, --alpha 1.0",
    "MLLIB_EM, 20, NaN, 1.001, 20, 0.05, --alpha NaN",
    "MLLIB_EM, 20, Infinity, 1.001, 20, 0.05, --alpha Infinity",
    "MLLIB_EM, 20, 1.02, 0.5, 20, 0.05, --beta 0.5",
    "MLLIB_EM, 20, 1.02, 1.001, 0, 0.05, --max-iterations 0",
    "MLLIB_ONLINE, 20, 0, 0.1, 20, 0.05, --alpha 0.0",
    "MLLIB_ONLINE, 20, 0.1, -1, 20, 0.05, --beta -1.0",
    "MLLIB_ONLINE, 20, 0.1, 0.1, 20, 0, --batch-fraction 0.0",
    "MLLIB_ONLINE, 20, 0.1, 0.1, 20, 1.5, --batch-fraction 1.5",
    "MLLIB_ONLINE, 20, 0.1, 0.1, 20, NaN, --batch-fraction NaN",
  })
  void whatIsOutOfRangeIsNamedWithItsValue(
      Optimizer optimizer,
      int topics,
      double alpha,
      double beta,
      int passes,
      double fraction,
      String named) {
    CommandFailure failure =
        assertThrows(
            CommandFailure.class,
            () -> new TrainingParameters(optimizer, topics, alpha, beta, passes, fraction, 1));
    assertEquals(ExitStatus.USAGE, failure.status());
    assertTrue(failure.getMessage().startsWith(named + ": it has to be "), failure.getMessage());
  }
}
