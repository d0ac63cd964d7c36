/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.Options.CreateOpts;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;

/** A file of scores on any Hadoop file system, replaced as a whole. */
final class ScoreFile {
  private final FileContext files;
  private final Path path;

  /**
   * @throws IOException if there is no file system for it
   */
  ScoreFile(Path path, Configuration hadoop) throws IOException {
    this.files = FileContext.getFileContext(path.toUri(), hadoop);
    this.path = path;
  }

  /**
   * Writes a hidden file beside it and then renames that, so that a reader sees the old file or the
   * new one. If it fails the old one is untouched and the hidden one is removed. On object stores a
   * rename is a copy and a deletion: there a reader may for a moment see no file.
   *
   * @return rows written
   */
  long replace(Iterator<Row> rows) throws IOException {
    Path hidden = new Path(path.getParent(), "." + path.getName() + ".writing");
    boolean written = false;
    try {
      long count = write(rows, hidden);
      files.rename(hidden, path, Rename.OVERWRITE);
      written = true;
      return count;
    } finally {
      if (!written) {
        files.delete(hidden, false);
      }
    }
  }

  private long write(Iterator<Row> rows, Path to) throws IOException {
    long count = 0;
    try (Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(
                files.create(
                    to,
                    EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE),
                    CreateOpts.createParent()),
                StandardCharsets.UTF_8))) {
      for (; rows.hasNext(); count++) {
        writer.write(ScoreLine.of(rows.next()));
      }
    }
    return count;
  }
}
