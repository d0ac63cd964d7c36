/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suspiciousconnects.BuildInfo;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.ScoreMethod;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.Vocabulary;

class TrainingTest {
  /** Models that are there are found again by their ids: what they are made of must not change. */
  @Test
  void theIdOfAModelOfSpotIsTheBeginningOfADigest() throws NoSuchAlgorithmException {
    try (Corpus corpus =
        new WordCounts().add("10.0.0.1", "web", 3).add("10.0.0.2", "ssh", 1).corpus()) {
      String of =
          "flow\nspot\nspot\n2016-07-01\n2016-07-07\n2016-07-08\nem\n3\n1.02\n1.5\n9\n1.0E-4\n\n17\n\n"
              + BuildInfo.VERSION
              + " "
              + BuildInfo.COMMIT
              + "\n"
              + CorpusDigest.of(corpus)
              + "\n";
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(of.getBytes(StandardCharsets.UTF_8));
      String id = String.format("%064x", new BigInteger(1, digest)).substring(0, 16);
      assertEquals(id, training(ScoreMethod.SPOT, Source.FLOW, null).modelId(corpus, true));
      assertNotEquals(id, training(ScoreMethod.PROFILE, Source.FLOW, null).modelId(corpus, true));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "SPOT, FLOW, , SPOT",
    "SPOT, DNS, , SPOT",
    "SPOT, DNS, PSL, PSL",
    "PROFILE, FLOW, , SPOT",
    "PROFILE, FLOW, SPOT, SPOT",
    "PROFILE, DNS, , PSL",
    "PROFILE, PROXY, , PSL",
    "PROFILE, PROXY, PSL, PSL"
  })
  void theVocabularyIsTheMethodsUnlessItIsGiven(
      ScoreMethod method, Source source, Vocabulary given, Vocabulary expected) {
    assertEquals(expected, training(method, source, given).vocabulary());
  }

  @ParameterizedTest
  @CsvSource({"FLOW, PSL, spot", "DNS, SPOT, psl", "PROXY, SPOT, psl"})
  void profileHasNoOtherVocabulary(Source source, Vocabulary given, String its) {
    refused(
        () -> training(ScoreMethod.PROFILE, source, given),
        "--vocabulary "
            + given
            + ": the words of method profile of "
            + source
            + " are of vocabulary "
            + its
            + ": leave --vocabulary out");
  }

  @Test
  void profileHasNoModelOfTheDayItself() {
    LocalDate day = LocalDate.of(2016, 7, 8);
    refused(
        () -> training(TrainingWindow.of(null, day.minusDays(7), day, null)),
        "--method profile: a model is of other days than the one to score, 2016-07-08, ");
    // Later days may tell of earlier ones.
    training(TrainingWindow.of(day, day.plusDays(1), day.plusDays(2), null));
  }

  private static void refused(org.junit.jupiter.api.function.Executable training, String why) {
    CommandFailure failure = assertThrows(CommandFailure.class, training);
    assertEquals(ExitStatus.USAGE, failure.status());
    assertTrue(failure.getMessage().startsWith(why), failure.getMessage());
  }

  private static Training training(ScoreMethod method, Source source, Vocabulary vocabulary) {
    return training(
        method, source, vocabulary, TrainingWindow.of(LocalDate.of(2016, 7, 8), null, null, 7));
  }

  private static Training training(TrainingWindow window) {
    return training(ScoreMethod.PROFILE, Source.FLOW, null, window);
  }

  private static Training training(
      ScoreMethod method, Source source, Vocabulary vocabulary, TrainingWindow window) {
    TrainingParameters parameters =
        new TrainingParameters(Optimizer.EM, 3, 1.02, 1.5, 9, 1e-4, 0.05, 17, Precision.of(64));
    return new Training(source, method, vocabulary, window, parameters, null, Instant.EPOCH);
  }
}
