/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.evaluate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Options.CreateOpts;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/** A file of text on any Hadoop file system, replaced as a whole. */
final class ReplacedFile {
  private final Path path;
  private final Configuration hadoop;

  ReplacedFile(Path path, Configuration hadoop) {
    this.path = path;
    this.hadoop = hadoop;
  }

  /**
   * Writes a hidden file beside it and then renames that, so that a reader sees the old file or the
   * new one.
   *
   * @throws CommandFailure if it can't be written; an earlier file is then as it was
   */
  void write(String text) {
    try {
      FileContext files = FileContext.getFileContext(path.toUri(), hadoop);
      Path target = files.makeQualified(path);
      Path hidden = new Path(target.getParent(), "." + target.getName() + ".writing");
      try {
        write(text, files, hidden);
        files.rename(hidden, target, Rename.OVERWRITE);
      } catch (IOException e) {
        remove(hidden, files, e);
        throw e;
      }
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.CONFIGURATION,
          path + " can't be written, an earlier one is as it was: " + e.getMessage(),
          e);
    }
  }

  private static void remove(Path hidden, FileContext files, IOException why) {
    try {
      files.delete(hidden, false);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  private static void write(String text, FileContext files, Path to) throws IOException {
    try (OutputStream out =
        files.create(
            to, EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE), CreateOpts.createParent())) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
