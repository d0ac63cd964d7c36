/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/**
 * The list of popular domains, as such lists are published: a line {@code rank,domain} each, the
 * most popular first, without a header. It is the same for every day.
 */
final class TopDomains {
  private TopDomains() {}

  /** Writes the list in place of whatever the file holds. */
  static void write(Path file, Configuration conf) {
    StringBuilder lines = new StringBuilder();
    int rank = 1;
    for (String domain : Sites.popular()) {
      lines.append(rank++).append(',').append(domain).append('\n');
    }
    try (OutputStream out = file.getFileSystem(conf).create(file, true)) {
      out.write(lines.toString().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CommandFailure(ExitStatus.ENGINE, "can't write " + file, e);
    }
  }
}
