/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.command;

import java.util.concurrent.Callable;
import picocli.CommandLine;

/** Runs a picocli command and turns whatever it throws into one line and an exit status. */
public final class Application {
  private Application() {}

  /**
   * Runs a command. With the system property {@code sc.stacktrace} set, the stack trace follows the
   * one line.
   *
   * @param command a picocli command
   * @param args its arguments
   * @return the exit status, 0 to 4, for {@link System#exit}
   */
  public static int run(Callable<Integer> command, String... args) {
    CommandLine line =
        new CommandLine(command)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(Application::usage)
            .setExecutionExceptionHandler((e, failing, parsed) -> failed(e, failing));
    try {
      return line.execute(args);
    } catch (Error e) {
      // picocli handles exceptions only; a jar for another Spark, for one, is a NoSuchMethodError.
      return failed(e, line);
    }
  }

  private static int usage(CommandLine.ParameterException e, String[] args) {
    CommandLine line = e.getCommandLine();
    line.getErr()
        .printf(
            "%s: %s; see %s --help%n",
            line.getCommandName(), oneLine(e.getMessage()), line.getCommandName());
    return ExitStatus.USAGE.code();
  }

  private static int failed(Throwable e, CommandLine line) {
    ExitStatus status =
        e instanceof CommandFailure ? ((CommandFailure) e).status() : ExitStatus.ENGINE;
    String message = e instanceof CommandFailure ? e.getMessage() : describe(e);
    if (NoRoom.isCauseOf(e)) {
      message += "; " + NoRoom.REMEDY;
    }
    line.getErr().printf("%s: %s%n", line.getCommandName(), oneLine(message));
    if (System.getProperty("sc.stacktrace") != null) {
      e.printStackTrace(line.getErr());
    }
    line.getErr().flush();
    return status.code();
  }

  /** The exception's own words, and its root cause's where that says more. */
  private static String describe(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String said = named(e);
    return root == e ? said : said + "; caused by " + named(root);
  }

  private static String named(Throwable e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  /** Some put a stack trace into the message; that is left out. */
  private static String oneLine(String message) {
    return message == null
        ? "unknown failure"
        : message
            .replaceAll("\\R\\s+(at |\\.\\.\\. ).*", "")
            .strip()
            .replaceAll("\\s*\\R\\s*", " ");
  }
}
