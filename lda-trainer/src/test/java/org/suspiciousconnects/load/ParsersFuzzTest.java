/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
  void nfdumpCsv(byte[] file) {
    read(Format.NFDUMP_CSV, file);
  }

  @FuzzTest(maxDuration = "10m")
  void zeekConn(byte[] file) {
    read(Format.ZEEK_CONN, file);
  }

  @FuzzTest(maxDuration = "10m")
  void tsharkCsv(byte[] file) {
    read(Format.TSHARK_CSV, file);
  }

  @FuzzTest(maxDuration = "10m")
  void zeekDns(byte[] file) {
    read(Format.ZEEK_DNS, file);
  }

  @FuzzTest(maxDuration = "10m")
  void bluecoat(byte[] file) {
    read(Format.BLUECOAT, file);
  }

  @FuzzTest(maxDuration = "10m")
  void squid(byte[] file) {
    read(Format.SQUID, file);
  }

  @FuzzTest(maxDuration = "10m")
  void w3c(byte[] file) {
    read(Format.W3C, file);
  }

  @FuzzTest(maxDuration = "10m")
  void zeekHttp(byte[] file) {
    read(Format.ZEEK_HTTP, file);
  }

  /** Catches no more than a parser may throw. */
  private static void read(Format format, byte[] file) {
    LineParser parser = format.newParser();
    String text = new String(file, StandardCharsets.UTF_8);
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
