/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.warehouse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.Callable;
import org.suspiciousconnects.command.Application;
import picocli.CommandLine.Command;

/** Runs an application on {@link FullDisk}, full after more and more bytes. */
public final class FullDiskRuns {
  private FullDiskRuns() {}

  /** What an application does in a session that stays open. */
  @Command(name = "run")
  private static final class InSession implements Callable<Integer> {
    private final Runnable application;

    InSession(Runnable application) {
      this.application = application;
    }

    @Override
    public Integer call() {
      application.run();
      return 0;
    }
  }

  /**
   * Runs it once with room enough, which tells how much it writes, then on a disk that takes a
   * seeded part of that, and again with room.
   *
   * @param application the run
   * @param times on a full disk
   * @param afterwards looks after each run on a full disk, being told what that said, whether all
   *     is as it was
   * @param right looks after each run with room
   */
  public static void sweep(Runnable application, int times, Afterwards afterwards, Runnable right) {
    try {
      FullDisk.takes(Long.MAX_VALUE);
      run(application, 0);
      long bytes = Long.MAX_VALUE - FullDisk.left();
      assertTrue(bytes > 0, "it wrote nothing");
      right.run();
      Random random = new Random(6);
      for (int i = 0; i < times; i++) {
        // The first byte, nearly the last (another run may write some less), and any.
        long room = i == 0 ? 0 : i == 1 ? bytes - 100 : (long) (random.nextDouble() * bytes);
        FullDisk.takes(room);
        String said = run(application, 4);
        afterwards.look(said, "with room for " + room + " of " + bytes + " bytes: " + said);
      }
      FullDisk.takes(Long.MAX_VALUE);
      run(application, 0);
      right.run();
    } finally {
      FullDisk.takes(Long.MAX_VALUE);
    }
  }

  /** Looks at what a run on a full disk left. */
  public interface Afterwards {
    /**
     * @param said the last line of standard error
     * @param when to name in a failure
     */
    void look(String said, String when);
  }

  private static String run(Runnable application, int status) {
    PrintStream err = System.err;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      int found = Application.run(new InSession(application));
      assertEquals(status, found, () -> said.toString(StandardCharsets.UTF_8));
      String[] lines = said.toString(StandardCharsets.UTF_8).split("\\R");
      return lines[lines.length - 1];
    } finally {
      System.setErr(err);
    }
  }
}
