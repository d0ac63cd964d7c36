/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.ReplacedFile;

/** The file of {@code --json}, on any Hadoop file system. */
final class FiguresFile {
  private final Path path;
  private final Configuration hadoop;

  FiguresFile(Path path, Configuration hadoop) {
    this.path = path;
    this.hadoop = hadoop;
  }

  /**
   * Puts the text in place of what was there.
   *
   * @throws CommandFailure if it can't be written; an earlier file is then as it was
   */
  void write(String text) {
    try {
      new ReplacedFile(path, hadoop).replace(out -> out.append(text));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.CONFIGURATION,
          path + " can't be written, an earlier one is as it was: " + e.getMessage(),
          e);
    }
  }
}
