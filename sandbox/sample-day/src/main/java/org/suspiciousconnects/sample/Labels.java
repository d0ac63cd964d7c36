/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.load.EventColumn;

/**
 * The file that says which events are attacks: tab-separated with a header, in the order of time.
 */
final class Labels {
  private Labels() {}

  /** Writes the labels of a day in place of whatever the file holds. */
  static void write(SampleDay day, Path file, Configuration conf) {
    StringBuilder lines = new StringBuilder("kind");
    day.labelColumns().forEach(column -> lines.append('\t').append(column.id()));
    lines.append('\n');
    day.attacks().stream()
        .sorted(
            Comparator.comparingLong((Labelled a) -> a.event().second())
                .thenComparing(Labelled::attack))
        .forEach(attack -> lines.append(line(day, attack)).append('\n'));
    try (OutputStream out = file.getFileSystem(conf).create(file, true)) {
      out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CommandFailure(ExitStatus.ENGINE, "can't write " + file, e);
    }
  }

  private static String line(SampleDay day, Labelled attack) {
    Object[] row = attack.event().row();
    return attack.attack().kind()
        + "\t"
        + day.labelColumns().stream()
            .mapToInt(EventColumn::ordinal)
            .mapToObj(i -> String.valueOf(row[i]))
            .collect(Collectors.joining("\t"));
  }
}
