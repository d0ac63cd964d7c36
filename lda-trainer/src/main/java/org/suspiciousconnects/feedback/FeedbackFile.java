/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/**
 * A file of verdicts on the events of one day, as long as it was when it was found: the front end
 * may append to it meanwhile.
 */
final class FeedbackFile {
  /** Bytes; some hundred thousand verdicts. The file is read into memory. */
  private static final long LARGEST = 128L << 20;

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final FileSystem fs;
  private final Path path;
  private final LocalDate day;
  private final long bytes;
  private final Instant modifiedAt;

  /**
   * @param day of the events, UTC
   */
  FeedbackFile(FileSystem fs, FileStatus file, LocalDate day) {
    this.fs = fs;
    this.path = file.getPath();
    this.day = day;
    this.bytes = file.getLen();
    this.modifiedAt = Instant.ofEpochMilli(file.getModificationTime());
  }

  /** The day of the events, UTC. */
  LocalDate day() {
    return day;
  }

  /** The path with its file system. */
  String path() {
    return path.toString();
  }

  /** When it was last written to, UTC, yyyy-MM-dd HH:mm:ss. */
  String modifiedAt() {
    return SECONDS.format(modifiedAt);
  }

  /**
   * The content.
   *
   * @throws CommandFailure if it can't be read or is larger than any file of verdicts
   */
  byte[] read() {
    if (bytes > LARGEST) {
      throw new CommandFailure(
          ExitStatus.NO_DATA,
          String.format(
              "%s has %d bytes, more than the %d that are read: no front end writes as many"
                  + " verdicts; move it away",
              path, bytes, LARGEST));
    }
    byte[] content = new byte[(int) bytes];
    try (FSDataInputStream in = fs.open(path)) {
      in.readFully(0, content);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.ENGINE,
          path + " can't be read: " + e.getMessage() + "; nothing of it was imported",
          e);
    }
    return content;
  }
}
