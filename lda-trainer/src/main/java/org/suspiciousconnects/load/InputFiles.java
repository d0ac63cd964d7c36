/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Warehouse;

/** Finds the files that a command names, and makes sure that they can be loaded at all. */
final class InputFiles {
  private final Warehouse warehouse;
  private final boolean text;

  /**
   * @param text whether files of text are wanted; else Parquet
   */
  InputFiles(Warehouse warehouse, boolean text) {
    this.warehouse = warehouse;
    this.text = text;
  }

  /**
   * The files in the order named; for Parquet, folders give the data files below them, and files
   * without rows are left out. Each file is read once, on the cluster, for its digest.
   *
   * @param names paths on any Hadoop file system
   * @throws CommandFailure if a file is missing, unreadable, empty, of the wrong kind, or the same
   *     as another
   */
  List<LogFile> find(List<String> names) {
    Set<Path> paths = new LinkedHashSet<>(paths(names));
    List<LogFile> files = new ArrayList<>();
    Map<String, LogFile> byContent = new HashMap<>();
    for (LogFile file : inspect(paths)) {
      if (file.footer() == null && !text) {
        throw failure(file.path(), "is no Parquet file: give the folder or files of a table");
      }
      if (file.footer() != null && file.footer().rows() == 0) {
        continue;
      }
      LogFile same = byContent.putIfAbsent(file.sha256(), file);
      if (same != null) {
        throw failure(file.path(), "has the same content as " + same.path() + ": leave one away");
      }
      files.add(file);
    }
    if (files.isEmpty()) {
      throw failure(String.join(", ", names), "has no rows");
    }
    return files;
  }

  /**
   * The files that names stand for, in the order named, each as often as it is.
   *
   * @throws CommandFailure as {@link #paths(String)}
   */
  List<Path> paths(List<String> names) {
    List<Path> paths = new ArrayList<>();
    for (String name : names) {
      paths.addAll(paths(name));
    }
    return paths;
  }

  /**
   * The files that one name stands for; of text it is one.
   *
   * @throws CommandFailure as {@link #find(List)}, without a look at more than the first byte
   */
  List<Path> paths(String name) {
    Path path = path(name);
    try {
      FileSystem fs =
          Contents.fileSystem(path, warehouse.spark().sparkContext().hadoopConfiguration());
      FileStatus status = fs.getFileStatus(path);
      List<Path> found = new ArrayList<>();
      if (!status.isDirectory()) {
        found.add(status.getPath());
      } else if (text) {
        throw failure(name, "is a folder: give the files in it");
      } else {
        addDataFiles(fs, status.getPath(), found);
        if (found.isEmpty()) {
          throw failure(name, "has no files in it");
        }
      }
      for (Path file : found) {
        readFirstByte(fs, file);
      }
      return found;
    } catch (FileNotFoundException e) {
      // The local file system says "(Permission denied)" with this exception.
      throw failure(
          name,
          String.valueOf(e.getMessage()).contains("ermission denied")
              ? "can't be read by this user: change its permissions"
              : "does not exist: check the path");
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.NO_DATA,
          name + ": can't be read: " + e.getMessage() + "; nothing was loaded",
          e);
    }
  }

  /** A name with colons but no scheme, as Zeek gives to its archives, is a local file's. */
  private static Path path(String name) {
    try {
      return name.matches("[A-Za-z][A-Za-z0-9+.-]*:/.*")
          ? new Path(name)
          : new Path(null, null, name);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitStatus.USAGE, "'" + name + "' is no path: " + e.getMessage());
    }
  }

  /** Hidden files and folders are those of a job that failed, or its marks. */
  private static void addDataFiles(FileSystem fs, Path folder, List<Path> found)
      throws IOException {
    FileStatus[] children = fs.listStatus(folder);
    Arrays.sort(children);
    for (FileStatus child : children) {
      String name = child.getPath().getName();
      if (name.startsWith(".") || name.startsWith("_")) {
        continue;
      }
      if (child.isDirectory()) {
        addDataFiles(fs, child.getPath(), found);
      } else {
        found.add(child.getPath());
      }
    }
  }

  private static void readFirstByte(FileSystem fs, Path file) throws IOException {
    try (FSDataInputStream in = fs.open(file)) {
      if (in.read() < 0) {
        throw failure(file.toString(), "is empty");
      }
    }
  }

  private List<LogFile> inspect(Set<Path> paths) {
    JavaSparkContext spark = JavaSparkContext.fromSparkContext(warehouse.spark().sparkContext());
    Broadcast<SerializableConfiguration> conf =
        spark.broadcast(new SerializableConfiguration(spark.hadoopConfiguration()));
    boolean parquet = !text;
    List<String> names = new ArrayList<>();
    paths.forEach(path -> names.add(path.toString()));
    return spark
        .parallelize(names, names.size())
        .map(name -> inspect(name, parquet, conf.value().value()))
        .collect();
  }

  private static LogFile inspect(String name, boolean parquet, Configuration conf)
      throws IOException {
    Path path = new Path(name);
    return new LogFile(
        name,
        Contents.fileSystem(path, conf).getFileStatus(path).getLen(),
        Contents.sha256(name, conf),
        parquet ? ParquetFooter.read(name, conf) : null);
  }

  private static CommandFailure failure(String name, String what) {
    return new CommandFailure(ExitStatus.NO_DATA, name + ": " + what + "; nothing was loaded");
  }
}
