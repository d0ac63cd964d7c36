/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.registry;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.TablePartition;
import picocli.CommandLine.Option;

/**
 * How many days method profile keeps of what it compares days with: by a table's newest day, not by
 * today's date, so that a warehouse of old days keeps them.
 */
final class ReferenceDays {
  private static final int AT_MOST = 3660;

  @Option(
      names = "--reference-days",
      paramLabel = "N",
      description =
          "Drop what method profile keeps of days, <source>_clients, _known, _pairs and _fans, that are more"
              + " than N days before the newest day of the table, 1 to 3660. At least the reference_days that words are"
              + " counted with; a day that is dropped can't be scored again before it is counted again (default: drop none).")
  private Integer days;

  /** The tables that method profile has of days. */
  static List<String> tables() {
    return Stream.of(Source.values())
        .flatMap(source -> Stream.of("clients", "known", "pairs", "fans").map(source::table))
        .collect(Collectors.toList());
  }

  /**
   * Refuses what can't be meant.
   *
   * @throws CommandFailure if it is given and not 1 to 3660
   */
  void check() {
    if (days != null && (days < 1 || days > AT_MOST)) {
      throw new CommandFailure(
          ExitStatus.USAGE, "--reference-days " + days + ": it has to be 1 to " + AT_MOST);
    }
  }

  /** Whether days are to be dropped at all. */
  boolean given() {
    return days != null;
  }

  /** Those of a table's partitions that are too old; none without the option. */
  List<TablePartition> tooOld(List<TablePartition> partitions) {
    List<TablePartition> old = new ArrayList<>();
    if (days != null) {
      LocalDate first =
          partitions.stream()
              .flatMap(partition -> day(partition).stream())
              .max(LocalDate::compareTo)
              .map(newest -> newest.minusDays(days))
              .orElse(LocalDate.MIN);
      for (TablePartition partition : partitions) {
        if (day(partition).filter(day -> day.isBefore(first)).isPresent()) {
          old.add(partition);
        }
      }
    }
    return old;
  }

  /** The day of a partition; empty if it is none, such as one by hand. */
  private static Optional<LocalDate> day(TablePartition partition) {
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(partition.value("y")),
              Integer.parseInt(partition.value("m")),
              Integer.parseInt(partition.value("d"))));
    } catch (NumberFormatException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
