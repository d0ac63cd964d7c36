/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.export;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.suspiciousconnects.warehouse.ReplacedFile;

/** A file of scores on any Hadoop file system, replaced as a whole. */
final class ScoreFile {
  private final ReplacedFile file;

  /**
   * @throws IOException if there is no file system for it
   */
  ScoreFile(Path path, Configuration hadoop) throws IOException {
    this.file = new ReplacedFile(path, hadoop);
  }

  /**
   * Puts these rows in place of what was there; if that fails, the old file is untouched.
   *
   * @return rows written
   */
  long replace(Iterator<Row> rows) throws IOException {
    return file.replace(out -> write(rows, out));
  }

  private static long write(Iterator<Row> rows, Writer out) throws IOException {
    long count = 0;
    for (; rows.hasNext(); count++) {
      out.write(ScoreLine.of(rows.next()));
    }
    return count;
  }
}
