/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Source;
import org.suspiciousconnects.warehouse.Warehouse;

/** Finds the files: Apache Spot's HUSER/source/scored_results/yyyyMMdd/feedback/ml_feedback.csv. */
final class FeedbackFiles {
  private static final String NAME = "feedback/ml_feedback.csv";

  private final Warehouse warehouse;
  private final Source source;

  FeedbackFiles(Warehouse warehouse, Source source) {
    this.warehouse = warehouse;
    this.source = source;
  }

  /** The folder below which Spot's days are; HUSER is where the tables' folder sc is. */
  Path folder() {
    Path table = warehouse.location(source.table("feedback"));
    if (!table.getParent().getName().equals("sc")) {
      throw new CommandFailure(
          ExitStatus.CONFIGURATION,
          "the table lies at " + table + ", not in HUSER/sc: say which file with --file FILE");
    }
    return new Path(table.getParent().getParent(), source + "/scored_results");
  }

  /**
   * The files of all days up to a last one, in their order. A folder whose name is no date is left
   * out.
   */
  List<FeedbackFile> upTo(LocalDate last) {
    Path folder = folder();
    List<FeedbackFile> files = new ArrayList<>();
    try {
      FileSystem fs = fileSystem(folder);
      for (FileStatus child : list(fs, folder)) {
        LocalDate day = day(child.getPath().getName());
        if (day != null && child.isDirectory() && !day.isAfter(last)) {
          Path path = new Path(child.getPath(), NAME);
          if (fs.exists(path)) {
            files.add(new FeedbackFile(fs, requireFile(fs.getFileStatus(path)), day));
          }
        }
      }
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.ENGINE,
          folder + " can't be searched: " + e.getMessage() + "; nothing was imported",
          e);
    }
    files.sort(Comparator.comparing(FeedbackFile::day));
    return files;
  }

  /**
   * One file.
   *
   * @throws CommandFailure if there is none of that name
   */
  FeedbackFile at(String name, LocalDate day) {
    try {
      Path path = new Path(name);
      FileSystem fs = fileSystem(path);
      return new FeedbackFile(fs, requireFile(fs.getFileStatus(path)), day);
    } catch (FileNotFoundException e) {
      throw new CommandFailure(
          ExitStatus.NO_DATA, "--file " + name + " does not exist: check the path", e);
    } catch (IOException | IllegalArgumentException e) {
      throw new CommandFailure(
          ExitStatus.NO_DATA, "--file " + name + " can't be read: " + e.getMessage(), e);
    }
  }

  private static FileStatus requireFile(FileStatus found) {
    if (found.isDirectory()) {
      throw new CommandFailure(
          ExitStatus.NO_DATA,
          found.getPath() + " is a folder, not a file: nothing was imported; move it away");
    }
    return found;
  }

  /**
   * For local files the one without checksums: what appends to a file without Hadoop leaves the
   * wrong ones.
   */
  private FileSystem fileSystem(Path path) {
    FileSystem fs = warehouse.fileSystem(path);
    return fs instanceof LocalFileSystem ? ((LocalFileSystem) fs).getRaw() : fs;
  }

  private static FileStatus[] list(FileSystem fs, Path folder) throws IOException {
    try {
      return fs.listStatus(folder);
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  /** The day of a name such as 20160708, or null. */
  private static LocalDate day(String name) {
    try {
      return name.matches("[0-9]{8}")
          ? LocalDate.parse(name, DateTimeFormatter.BASIC_ISO_DATE)
          : null;
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }
}
