/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/**
 * The lines of a file that were imported, and when and by whom they were given: a file grows by
 * appending, and what was said earlier stays said then. They are kept in the file {@code _lines}
 * beside the Parquet files of the import, which no engine reads as its name begins with an
 * underscore. A row of it: line number, SHA-256 of the line, given_at, author, feedback_scope,
 * expires_on or nothing, with tabs between.
 */
final class KnownLines {
  private static final String NAME = "_lines";
  private static final int COLUMNS = 6;

  private final Map<String, Given> lines = new TreeMap<>();

  /** That a line was given; what is known already stays. */
  void add(Judgement judgement, Given given) {
    lines.putIfAbsent(key(judgement), given);
  }

  /** What is known of a line with that number and text; null if nothing is. */
  Given get(Judgement judgement) {
    return lines.get(key(judgement));
  }

  /** Adds what an import knew, if its folder says it; what is known already stays. */
  void read(FileSystem fs, Path folder) {
    Path file = new Path(folder, NAME);
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(fs.open(file), StandardCharsets.UTF_8))) {
      for (String line; (line = in.readLine()) != null; ) {
        String[] columns = line.split("\t", -1);
        if (columns.length != COLUMNS) {
          throw new CommandFailure(
              ExitStatus.ENGINE,
              file
                  + ": not "
                  + COLUMNS
                  + " columns: '"
                  + line
                  + "'; remove the file to import"
                  + " all lines as new ones");
        }
        lines.putIfAbsent(
            columns[0] + "\t" + columns[1],
            new Given(
                columns[2], columns[3], columns[4], columns[5].isEmpty() ? null : columns[5]));
      }
    } catch (FileNotFoundException e) {
      System.err.println(file + " is missing: its lines are taken for new ones");
    } catch (IOException e) {
      throw new CommandFailure(ExitStatus.ENGINE, file + " can't be read: " + e.getMessage(), e);
    }
  }

  /**
   * Writes them beside the files of an import.
   *
   * @throws IOException as the file system has it
   */
  void write(FileSystem fs, Path folder) throws IOException {
    try (Writer out =
        new BufferedWriter(
            new OutputStreamWriter(
                fs.create(new Path(folder, NAME), false), StandardCharsets.UTF_8))) {
      for (Map.Entry<String, Given> line : lines.entrySet()) {
        Given given = line.getValue();
        String expiresOn = given.expiresOn() == null ? "" : given.expiresOn();
        out.write(
            String.join("\t", line.getKey(), given.at(), given.author(), given.scope(), expiresOn)
                + "\n");
      }
    }
  }

  private static String key(Judgement judgement) {
    return judgement.line() + "\t" + Sha256.of(judgement.text());
  }
}
