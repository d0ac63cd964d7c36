/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.suspiciousconnects.BuildInfo;
import org.suspiciousconnects.command.Application;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints tables of generated series that were scored by both methods; needs no Spark. */
@Command(
    name = "compare-series",
    mixinStandardHelpOptions = true,
    version = BuildInfo.VERSION,
    sortOptions = false,
    description =
        "Prints tables in Markdown of the results of scripts/series.sh: recall, AUC and CPU seconds of methods spot and"
            + " profile for each seed, median, least and greatest.",
    footer = {
      "",
      "Exit status: 0 done, 1 usage, also results of different arguments, 2 a file that is no result, 3 no file."
    })
public final class CompareSeries implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "FILE", description = "A result of scripts/series.sh.")
  private List<Path> files;

  /**
   * Entry point.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(Application.run(new CompareSeries(), args));
  }

  @Override
  public Integer call() {
    new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8)
        .print(tables(files));
    return ExitStatus.DONE.code();
  }

  /**
   * The tables of these results.
   *
   * @throws CommandFailure if they are not of the same arguments, naming two that differ
   */
  static String tables(List<Path> files) {
    List<SeriesResult> series = files.stream().map(SeriesResult::read).collect(Collectors.toList());
    SeriesResult first = series.get(0);
    for (SeriesResult other : series) {
      if (!other.arguments().equals(first.arguments())) {
        throw new CommandFailure(
            ExitStatus.USAGE,
            String.format(
                "%s is of %s, but %s of %s: compare series of the same",
                other.file(), other.arguments(), first.file(), first.arguments()));
      }
    }
    return SeriesTables.of(series);
  }
}
