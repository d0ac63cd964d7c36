/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.suspiciousconnects.warehouse.Source;

/**
 * The day that the demo generates. Documented figures are about it, so it stays as it is: the
 * digests are of the rows that the first version of the generator made.
 */
class DemoDayTest {
  @ParameterizedTest
  @CsvSource({
    "FLOW, 861e33a276f5fc29a81cac28474f0da0a8da652dba891376b964f9dd4e9caf29",
    "DNS, 1ea0030c414934c346735033ec17195ac56b2e33438bedef2e59e63a4a6ee555",
    "PROXY, 96753c808f6808ff30d6ad95641b63a1a7eff71ac32401452a07485b40c8b999"
  })
  void isWhatItHasAlwaysBeen(Source source, String digest) {
    SampleDay day = new Recipe(source, 1, LocalDate.parse("2016-07-08"), 20_000).day();
    assertEquals(digest, digest(day));
  }

  /** SHA-256 of all rows as text, normal ones in their order and then the attacks. */
  static String digest(SampleDay day) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (int hour = 0; hour < 24; hour++) {
        for (long number = day.first(hour); number < day.first(hour + 1); number++) {
          sha256.update(bytes(day.row(hour, number)));
        }
      }
      day.attacks().forEach(attack -> sha256.update(bytes(attack.event().row())));
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(Object[] row) {
    return (Arrays.toString(row) + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
