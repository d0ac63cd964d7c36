/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Source;

class FormatTest {
  private static final String NFDUMP_HEADER = "ts,sa,da,sp,dp,pr,ipkt,ibyt";

  /** What real lines are made of, so that random ones get past the first check. */
  private static final String ALPHABET =
      "{}[]\":,\t\\#|-.0123456789eEtsidorg_h \u0000é\uD83D\uDE00";

  @Test
  void anUnknownFormatNamesTheKnownOnes() {
    CommandFailure e = assertThrows(CommandFailure.class, () -> Format.of(Source.FLOW, "pcap"));
    assertEquals(ExitStatus.USAGE, e.status());
    assertEquals(
        "unknown format 'pcap' for flow: one of nfdump-csv, zeek-conn, parquet", e.getMessage());
  }

  @ParameterizedTest
  @EnumSource(names = "PARQUET", mode = EnumSource.Mode.EXCLUDE)
  void anyLineIsAnEventOrRejectedOrSkipped(Format format) {
    Random random = new Random(20160708);
    LineParser parser = opened(format);
    int events = 0;
    int rejected = 0;
    int skipped = 0;
    int lines = 20_000;
    for (int i = 0; i < lines; i++) {
      String line = i % 2 == 0 ? randomBytes(random) : randomText(random);
      try {
        if (parser.parse(line) == null) {
          skipped++;
        } else {
          events++;
        }
      } catch (RejectedLine e) {
        rejected++;
      } catch (CommandFailure e) {
        // A random header ends the file.
        rejected++;
        parser = opened(format);
      }
    }
    assertEquals(lines, events + rejected + skipped);
  }

  private static LineParser opened(Format format) {
    LineParser parser = format.newParser();
    if (format == Format.NFDUMP_CSV) {
      try {
        parser.parse(NFDUMP_HEADER);
      } catch (RejectedLine e) {
        throw new AssertionError(e);
      }
    }
    return parser;
  }

  private static String randomBytes(Random random) {
    byte[] bytes = new byte[random.nextInt(300)];
    random.nextBytes(bytes);
    return new String(bytes, StandardCharsets.UTF_8).replace("\n", "");
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    text.append(
        random.nextBoolean() ? "{\"ts\":1467936000,\"id.orig_p\":" : "2016-07-08 00:00:00,");
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
