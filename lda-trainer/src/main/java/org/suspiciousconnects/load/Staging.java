/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;
import org.suspiciousconnects.warehouse.Warehouse;

/**
 * The folder {@code .loading-<id>} in the event table's folder, which the engines do not read as
 * its name begins with a point. All of a command's files are written there; then their Parquet
 * files are moved into the partitions as {@code <load_id>-<n>.parquet}. An empty file named {@code
 * <load_id>}, the mark, goes last: as long as it is there, the load of that content is not
 * complete, and its next load begins by removing what came of it.
 */
final class Staging {
  private static final String PREFIX = ".loading-";

  private final Warehouse warehouse;
  private final EventTable table;
  private final List<LogFile> files;
  private final FileSystem fs;
  private final Path tableFolder;
  private final Path folder;

  /**
   * @throws CommandFailure if the event table does not exist
   */
  Staging(Warehouse warehouse, EventTable table, List<LogFile> files) {
    this.warehouse = warehouse;
    this.table = table;
    this.files = files;
    this.tableFolder = warehouse.location(table.id());
    this.fs = warehouse.fileSystem(tableFolder);
    // One file's own id, so that the folder can be told by a person.
    this.folder = new Path(tableFolder, PREFIX + files.get(0).loadId());
  }

  /** Where events go, partitioned as {@link StagedColumns} says. */
  Path events() {
    return new Path(folder, "events");
  }

  /** Where rejected lines go, a Parquet file or folder for each file that has some. */
  Path rejected() {
    return new Path(folder, "rejected");
  }

  /** Where the rows of {@code loaded_files} go before they are moved. */
  Path loaded() {
    return new Path(folder, "loaded");
  }

  /** Those of the files whose last load did not come to its end. */
  Set<String> interrupted() {
    return leftovers().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
  }

  /** Starts with a folder that has nothing but marks; earlier folders lose theirs to it. */
  void begin() {
    Map<Path, Set<String>> leftovers = leftovers();
    try {
      fs.mkdirs(folder);
      for (LogFile file : files) {
        fs.create(new Path(folder, file.loadId()), true).close();
      }
      deleteContent();
      for (Map.Entry<Path, Set<String>> leftover : leftovers.entrySet()) {
        if (!leftover.getKey().equals(folder)) {
          deleteMarks(leftover.getKey(), leftover.getValue());
        }
      }
    } catch (IOException e) {
      throw failure("can't write to " + folder, e);
    }
  }

  /**
   * Removes what is staged, and the marks of this command's files.
   *
   * @param incomplete contents that keep their marks
   */
  void end(Set<String> incomplete) {
    Set<String> complete = files.stream().map(LogFile::loadId).collect(Collectors.toSet());
    complete.removeAll(incomplete);
    try {
      deleteContent();
      deleteMarks(folder, complete);
    } catch (IOException e) {
      throw failure("can't remove " + folder, e);
    }
  }

  /**
   * Removes the rows that earlier loads brought into the table.
   *
   * @param loadIds the contents whose rows go
   */
  void removeFromTable(Collection<String> loadIds) {
    if (loadIds.isEmpty()) {
      return;
    }
    Set<String> gone = new HashSet<>(loadIds);
    try {
      RemoteIterator<LocatedFileStatus> all = fs.listFiles(tableFolder, true);
      while (all.hasNext()) {
        Path file = all.next().getPath();
        String name = file.getName();
        boolean staged = file.toString().startsWith(folder + Path.SEPARATOR);
        if (!staged
            && name.indexOf('-') > 0
            && gone.contains(name.substring(0, name.indexOf('-')))) {
          fs.delete(file, false);
        }
      }
    } catch (IOException e) {
      throw failure("can't remove earlier rows from " + tableFolder, e);
    }
  }

  /** Moves the staged events into the table and makes their partitions known to the metastore. */
  void moveToTable() {
    Map<String, Integer> numbers = new TreeMap<>();
    Map<String, Map<String, Object>> partitions = new TreeMap<>();
    for (Path staged : parquetFiles(events())) {
      Path hour = staged.getParent();
      Path month = hour.getParent().getParent();
      Map<String, Object> partition =
          table.partition(
              number(month.getParent()), number(month), number(hour.getParent()), number(hour));
      String place = place(partition);
      String loadId = value(month.getParent().getParent());
      int number = numbers.merge(loadId, 1, Integer::sum) - 1;
      move(staged, new Path(new Path(tableFolder, place), loadId + "-" + number + ".parquet"));
      partitions.put(place, partition);
    }
    warehouse.addPartitions(table.id(), partitions.values());
  }

  /** Moves a staged file to a place where there is none. */
  void move(Path from, Path to) {
    try {
      fs.mkdirs(to.getParent());
      if (fs.exists(to) || !fs.rename(from, to)) {
        throw new CommandFailure(
            ExitStatus.ENGINE,
            "can't move "
                + from
                + " to "
                + to
                + ": is it there already? load again with --replace");
      }
    } catch (IOException e) {
      throw failure("can't move " + from + " to " + to, e);
    }
  }

  /** The staging folders that have marks of the files, and which. */
  private Map<Path, Set<String>> leftovers() {
    Set<String> wanted = files.stream().map(LogFile::loadId).collect(Collectors.toSet());
    Map<Path, Set<String>> found = new LinkedHashMap<>();
    try {
      for (FileStatus child : list(tableFolder)) {
        if (child.getPath().getName().startsWith(PREFIX)) {
          Set<String> marks = marks(child.getPath());
          marks.retainAll(wanted);
          if (!marks.isEmpty()) {
            found.put(child.getPath(), marks);
          }
        }
      }
      return found;
    } catch (IOException e) {
      throw failure("can't list " + tableFolder, e);
    }
  }

  /** The contents that a staging folder marks; the one in its name if it is too young for marks. */
  private Set<String> marks(Path staging) throws IOException {
    Set<String> marks = new TreeSet<>();
    for (FileStatus child : list(staging)) {
      if (child.isFile()) {
        marks.add(child.getPath().getName());
      }
    }
    if (marks.isEmpty()) {
      marks.add(staging.getName().substring(PREFIX.length()));
    }
    return marks;
  }

  private void deleteMarks(Path staging, Set<String> loadIds) throws IOException {
    Set<String> others = marks(staging);
    others.removeAll(loadIds);
    if (others.isEmpty()) {
      fs.delete(staging, true);
    } else {
      for (String loadId : loadIds) {
        fs.delete(new Path(staging, loadId), false);
      }
    }
  }

  private void deleteContent() throws IOException {
    fs.delete(events(), true);
    fs.delete(rejected(), true);
    fs.delete(loaded(), true);
  }

  /**
   * The Parquet file in a folder that a job wrote.
   *
   * @throws IllegalStateException if there is none or more than one
   */
  Path onlyFile(Path written) {
    List<Path> found = parquetFiles(written);
    if (found.size() != 1) {
      throw new IllegalStateException("not one file in " + written + ": " + found);
    }
    return found.get(0);
  }

  private List<Path> parquetFiles(Path written) {
    List<Path> found = new ArrayList<>();
    try {
      RemoteIterator<LocatedFileStatus> all = fs.listFiles(written, true);
      while (all.hasNext()) {
        Path file = all.next().getPath();
        if (file.getName().endsWith(".parquet")) {
          found.add(file);
        }
      }
    } catch (IOException e) {
      throw failure("can't list " + written, e);
    }
    found.sort(null);
    return found;
  }

  private FileStatus[] list(Path path) throws IOException {
    try {
      return fs.listStatus(path);
    } catch (FileNotFoundException e) {
      return new FileStatus[0];
    }
  }

  /** The folders of a partition below the table's, such as {@code y=2016/m=7/d=8/h=0}. */
  private static String place(Map<String, Object> partition) {
    return partition.entrySet().stream()
        .map(part -> part.getKey() + "=" + part.getValue())
        .collect(Collectors.joining(Path.SEPARATOR));
  }

  /** The number in the name of a staged folder such as {@code m=7}. */
  private static int number(Path folder) {
    return Integer.parseInt(value(folder));
  }

  private static String value(Path folder) {
    return folder.getName().substring(folder.getName().indexOf('=') + 1);
  }

  private static CommandFailure failure(String what, IOException e) {
    return new CommandFailure(ExitStatus.ENGINE, what + ": " + e.getMessage(), e);
  }
}
