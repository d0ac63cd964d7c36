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
  void priorsAndPassesDefaultToTheOptimizers() {
    TrainingParameters em =
        new TrainingParameters(Optimizer.EM, 20, null, null, null, 1e-5, 0.05, 1);
    assertEquals(1.02, em.alpha());
    assertEquals(200, em.maxPasses());
    TrainingParameters mllib =
        new TrainingParameters(Optimizer.MLLIB_EM, 20, null, null, null, 1e-5, 0.05, 1);
    assertEquals(1.02, mllib.alpha());
    assertEquals(1.001, mllib.beta());
    assertEquals(20, mllib.maxPasses());
    TrainingParameters online =
        new TrainingParameters(Optimizer.MLLIB_ONLINE, 20, null, null, null, 1e-5, 0.05, 1);
    assertEquals(0.0009, online.alpha());
    assertEquals(0.00001, online.beta());
  }

  @Test
  void thePriorOfEmFitsTheCorpus() {
    TrainingParameters em = new TrainingParameters(Optimizer.EM, 4, null, null, 9, 0, 0.05, 1);
    TrainingParameters given = new TrainingParameters(Optimizer.EM, 4, null, 1.5, 9, 0, 0.05, 1);
    WordCounts counts = new WordCounts().add("10.0.0.1", "a", 30).add("10.0.0.1", "b", 2);
    try (Corpus corpus = counts.corpus();
        Corpus larger = counts.add("10.0.0.2", "a", 1000).corpus()) {
      // 32 tokens, 4 topics: 8 each, of which half is 2 for each of 2 words.
      assertEquals(3, em.forCorpus(corpus).beta());
      assertEquals(4, em.forCorpus(larger).beta());
      assertEquals(9, em.forCorpus(corpus).maxPasses());
      assertEquals(1.5, given.forCorpus(corpus).beta());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "MLLIB_EM, 0, 1.02, 1.001, 20, 1e-5, 0.05, --topics 0",
    "MLLIB_EM, 1, 1.02, 1.001, 20, 1e-5, 0.05, --topics 1",
    "MLLIB_EM, -5, 1.02, 1.001, 20, 1e-5, 0.05, --topics -5",
    "MLLIB_EM, 20, 1.0, 1.001, 20, 1e-5, 0.05, --alpha 1.0",
    "MLLIB_EM, 20, NaN, 1.001, 20, 1e-5, 0.05, --alpha NaN",
    "MLLIB_EM, 20, Infinity, 1.001, 20, 1e-5, 0.05, --alpha Infinity",
    "EM, 20, 1.0, 1.001, 20, 1e-5, 0.05, --alpha 1.0",
    "EM, 20, 1.02, 1.001, 0, 1e-5, 0.05, --max-iterations 0",
    "EM, 20, 1.02, 1.001, 20, -1e-5, 0.05, --tolerance -1.0E-5",
    "EM, 20, 1.02, 1.001, 20, 1, 0.05, --tolerance 1.0",
    "EM, 20, 1.02, 1.001, 20, NaN, 0.05, --tolerance NaN",
    "MLLIB_EM, 20, 1.02, 0.5, 20, 1e-5, 0.05, --beta 0.5",
    "MLLIB_EM, 20, 1.02, 1.001, 0, 1e-5, 0.05, --max-iterations 0",
    "MLLIB_ONLINE, 20, 0, 0.1, 20, 1e-5, 0.05, --alpha 0.0",
    "MLLIB_ONLINE, 20, 0.1, -1, 20, 1e-5, 0.05, --beta -1.0",
    "MLLIB_ONLINE, 20, 0.1, 0.1, 20, 1e-5, 0, --batch-fraction 0.0",
    "MLLIB_ONLINE, 20, 0.1, 0.1, 20, 1e-5, 1.5, --batch-fraction 1.5",
    "MLLIB_ONLINE, 20, 0.1, 0.1, 20, 1e-5, NaN, --batch-fraction NaN",
  })
  void whatIsOutOfRangeIsNamedWithItsValue(
      Optimizer optimizer,
      int topics,
      double alpha,
      double beta,
      int passes,
      double tolerance,
      double fraction,
      String named) {
    CommandFailure failure =
        assertThrows(
            CommandFailure.class,
            () ->
                new TrainingParameters(
                    optimizer, topics, alpha, beta, passes, tolerance, fraction, 1));
    assertEquals(ExitStatus.USAGE, failure.status());
    assertTrue(failure.getMessage().startsWith(named + ": it has to be "), failure.getMessage());
  }
}
