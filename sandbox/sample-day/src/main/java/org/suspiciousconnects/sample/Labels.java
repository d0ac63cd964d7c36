/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.load.EventColumn;

/** A file that says what planted events are: tab-separated with a header, in the order of time. */
final class Labels {
  private Labels() {}

  /**
   * Writes labels in place of whatever the file holds.
   *
   * @param day whose columns name an event
   */
  static void write(SampleDay day, List<Labelled> planted, Path file, Configuration conf) {
    StringBuilder lines = new StringBuilder("kind");
    day.labelColumns().forEach(column -> lines.append('\t').append(column.id()));
    lines.append('\n');
    planted.stream()
        .sorted(
            Comparator.comparingLong((Labelled p) -> p.event().second())
                .thenComparing(p -> p.kind().ordinal()))
        .forEach(one -> lines.append(line(day, one)).append('\n'));
    try (OutputStream out = file.getFileSystem(conf).create(file, true)) {
      out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CommandFailure(ExitStatus.ENGINE, "can't write " + file, e);
    }
  }

  private static String line(SampleDay day, Labelled planted) {
    Object[] row = planted.event().row();
    return planted.kind().kind()
        + "\t"
        + day.labelColumns().stream()
            .mapToInt(EventColumn::ordinal)
            .mapToObj(i -> String.valueOf(row[i]))
            .collect(Collectors.joining("\t"));
  }
}
