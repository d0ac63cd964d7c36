/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

class ApplicationTest {
  @Command(name = "probe")
  static final class Probe implements Callable<Integer> {
    private final Throwable thrown;

    @Option(names = "--topics")
    private int topics;

    Probe(Throwable thrown) {
      this.thrown = thrown;
    }

    @Override
    public Integer call() throws Exception {
      if (thrown instanceof Error) {
        throw (Error) thrown;
      }
      if (thrown != null) {
        throw (Exception) thrown;
      }
      return topics;
    }
  }

  @Test
  void aFailureIsOneLineAndItsOwnStatus() {
    assertEnds(
        3,
        "probe: no rows, load some\n",
        new CommandFailure(ExitStatus.NO_DATA, "no rows,\n  load some"));
  }

  @Test
  void whatNobodyExpectedIsAnEngineErrorWithItsRootCause() {
    assertEnds(
        4,
        "probe: IllegalStateException: job aborted; caused by IOException: disk full\n",
        new IllegalStateException("job aborted", new java.io.IOException("disk full")));
  }

  @Test
  void whatToDoWhereThereIsNoRoomIsSaid() {
    assertEnds(
        4,
        "probe: the file can't be written; make room there or raise the quota, and run it again\n",
        new CommandFailure(
            ExitStatus.ENGINE,
            "the file can't be written",
            new IllegalStateException(new java.io.IOException("No space left on device"))));
  }

  @Test
  void aStackTraceInAMessageIsLeftOut() {
    assertEnds(
        4,
        "probe: IllegalStateException: no metastore: GSS failed caused by: no ticket\n",
        new IllegalStateException(
            "no metastore: GSS failed\n\tat some.Transport.open(Transport.java:1)\n"
                + "\t... 31 more\ncaused by: no ticket"));
  }

  @Test
  void anErrorIsAnEngineErrorToo() {
    assertEnds(
        4,
        "probe: NoSuchMethodError: of another Spark\n",
        new NoSuchMethodError("of another Spark"));
  }

  @Test
  void aWrongArgumentIsAUsageError() {
    assertEnds(
        1,
        "probe: Invalid value for option '--topics': 'many' is not an int; see probe --help\n",
        null,
        "--topics",
        "many");
  }

  private static void assertEnds(int status, String said, Throwable thrown, String... args) {
    PrintStream err = System.err;
    ByteArrayOutputStream heard = new ByteArrayOutputStream();
    System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
    try {
      assertEquals(status, Application.run(new Probe(thrown), args));
    } finally {
      System.setErr(err);
    }
    assertEquals(
        said, heard.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n"));
  }
}
