/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.suspiciousconnects.command.CommandFailure;

/**
 * Files of any kind. The build runs the seeds, the files of {@code ParsersFuzzTestInputs}. To look
 * for others, ten minutes long, one parser at a time: {@code JAZZER_FUZZ=1 mvn -pl lda-trainer -am
 * test -Dtest=ParsersFuzzTest#squid -Dsurefire.failIfNoSpecifiedTests=false -Djazzer.hooks=true}.
 */
class ParsersFuzzTest {
  @FuzzTest(maxDuration = "10m")
  void nfdumpCsv(FuzzedDataProvider data) {
    read(Format.NFDUMP_CSV, data);
  }

  @FuzzTest(maxDuration = "10m")
  void zeekConn(FuzzedDataProvider data) {
    read(Format.ZEEK_CONN, data);
  }

  @FuzzTest(maxDuration = "10m")
  void tsharkCsv(FuzzedDataProvider data) {
    read(Format.TSHARK_CSV, data);
  }

  @FuzzTest(maxDuration = "10m")
  void zeekDns(FuzzedDataProvider data) {
    read(Format.ZEEK_DNS, data);
  }

  @FuzzTest(maxDuration = "10m")
  void bluecoat(FuzzedDataProvider data) {
    read(Format.BLUECOAT, data);
  }

  @FuzzTest(maxDuration = "10m")
  void squid(FuzzedDataProvider data) {
    read(Format.SQUID, data);
  }

  @FuzzTest(maxDuration = "10m")
  void w3c(FuzzedDataProvider data) {
    read(Format.W3C, data);
  }

  @FuzzTest(maxDuration = "10m")
  void zeekHttp(FuzzedDataProvider data) {
    read(Format.ZEEK_HTTP, data);
  }

  /** Catches no more than a parser may throw. */
  private static void read(Format format, FuzzedDataProvider data) {
    LineParser parser = format.newParser();
    String text = new String(data.consumeRemainingAsBytes(), StandardCharsets.UTF_8);
    for (String line : text.split("\n", -1)) {
      try {
        Event event = parser.parse(line);
        if (event != null) {
          assertEquals(event.time().epochSecond(), UtcTime.parse("" + event.time()).epochSecond());
        }
      } catch (RejectedLine e) {
        assertEquals(-1, e.getMessage().indexOf('\n'));
      } catch (CommandFailure e) {
        // Ends the file.
        return;
      }
    }
  }
}
