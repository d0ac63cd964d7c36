/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.lda;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

class TrainingWindowTest {
  @ParameterizedTest
  @CsvSource({
    "2016-07-08, , , , 2016-07-08, 2016-07-08, 2016-07-08, 1",
    "2016-03-01, , , 1, 2016-02-29, 2016-02-29, 2016-03-01, 1",
    "2016-07-08, , , 7, 2016-07-01, 2016-07-07, 2016-07-08, 7",
    ", 2016-06-28, 2016-07-02, , 2016-06-28, 2016-07-02, 2016-07-02, 5",
    "2016-07-08, 2016-06-28, 2016-07-02, , 2016-06-28, 2016-07-02, 2016-07-08, 5",
  })
  void whatTheArgumentsMean(
      LocalDate date,
      LocalDate from,
      LocalDate to,
      Integer daysBack,
      LocalDate first,
      LocalDate last,
      LocalDate trainedFor,
      int days) {
    TrainingWindow window = TrainingWindow.of(date, from, to, daysBack);
    assertEquals(first, window.from());
    assertEquals(last, window.to());
    assertEquals(trainedFor, window.trainedFor());
    assertEquals(days, window.days().size());
    assertEquals(first, window.days().get(0));
    assertEquals(last, window.days().get(days - 1));
  }

  @ParameterizedTest
  @CsvSource({
    ", , , , --date",
    "2016-07-08, 2016-07-01, , , --from and --to go together",
    "2016-07-08, , 2016-07-01, , --from and --to go together",
    ", 2016-07-02, 2016-07-01, , --from 2016-07-02 is after --to 2016-07-01",
    ", , , 7, --date",
    "2016-07-08, , , 0, --days-back 0",
    "2016-07-08, , , -7, --days-back -7",
    "2016-07-08, 2016-07-01, 2016-07-02, 7, --days-back",
    ", 1900-01-01, 2016-07-02, , more than",
  })
  void whatDoesNotFitIsRefused(
      LocalDate date, LocalDate from, LocalDate to, Integer daysBack, String named) {
    CommandFailure failure =
        assertThrows(CommandFailure.class, () -> TrainingWindow.of(date, from, to, daysBack));
    assertEquals(ExitStatus.USAGE, failure.status());
    assertTrue(failure.getMessage().contains(named), failure.getMessage());
  }
}
