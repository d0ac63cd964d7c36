/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.suspiciousconnects.command.Application;

/** One run of the command line, as a shell sees it. */
final class LoadRun {
  private final int status;
  private final String out;
  private final String err;

  private LoadRun(int status, String out, String err) {
    this.status = status;
    this.out = out;
    this.err = err;
  }

  static LoadRun of(String... args) {
    PrintStream systemOut = System.out;
    PrintStream systemErr = System.err;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int status = Application.run(new Load(), args);
      return new LoadRun(
          status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(systemOut);
      System.setErr(systemErr);
    }
  }

  int status() {
    return status;
  }

  String out() {
    return out;
  }

  /** Standard error, without the engine's own lines. */
  String err() {
    return err;
  }

  @Override
  public String toString() {
    return "status " + status + "\n" + out + err;
  }
}
