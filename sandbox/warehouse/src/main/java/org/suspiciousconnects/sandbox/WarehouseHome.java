/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.FileUtil;

/**
 * The data folder of a warehouse, claimed by one server at a time.
 *
 * <p>The claim is a lock on {@code server.lock}. The operating system gives it back however the
 * server ends, so a {@code server.properties} found by the holder of the lock was left by a server
 * that was killed.
 */
final class WarehouseHome implements AutoCloseable {
  /** System properties that {@code hive-site.xml} refers to. */
  static final String HOME_PROPERTY = "suspiciousconnects.home";

  static final String TMP_PROPERTY = "suspiciousconnects.tmp";

  private final Path dir;
  private final FileChannel lockFile;
  private Path temporary;

  private WarehouseHome(Path dir, FileChannel lockFile) {
    this.dir = dir;
    this.lockFile = lockFile;
  }

  /**
   * Creates the folder if there is none and claims it.
   *
   * @return empty if another process holds it
   */
  static Optional<WarehouseHome> claim(Path dir) throws IOException {
    Files.createDirectories(dir);
    Path real = dir.toRealPath();
    FileChannel lockFile = FileChannel.open(real.resolve("server.lock"), CREATE, WRITE);
    FileLock lock = lockFile.tryLock();
    if (lock == null) {
      lockFile.close();
      return Optional.empty();
    }
    Files.deleteIfExists(serverProperties(real));
    for (String folder : List.of("logs", "user/spot")) {
      Files.createDirectories(real.resolve(folder));
    }
    return Optional.of(new WarehouseHome(real, lockFile));
  }

  /** What a running server says of itself; written once it answers, removed when it stops. */
  static Path serverProperties(Path dir) {
    return dir.resolve("server.properties");
  }

  /** The lines of {@code server.properties} in one, or that there is no such file yet. */
  static String announced(Path dir) {
    try {
      return String.join(", ", Files.readAllLines(serverProperties(dir)));
    } catch (IOException e) {
      return "it is starting or stopping";
    }
  }

  /** Absolute, without symbolic links. */
  Path dir() {
    return dir;
  }

  /**
   * An empty folder for what Hive and Hadoop write while they run.
   *
   * <p>It is {@code tmp/hive}, unless the path looks different as a URI, for a blank in it say:
   * Hadoop's local jobs mix the two up, and then it is a temporary folder of the system, removed by
   * {@link #close}.
   */
  Path temporaryFolder() throws IOException {
    Path ours = dir.resolve("tmp/hive");
    if (!ours.toUri().getRawPath().startsWith(ours.toString())) {
      temporary = Files.createTempDirectory("warehouse");
    } else {
      temporary = ours;
      FileUtil.fullyDelete(ours.toFile());
      Files.createDirectories(ours);
    }
    return temporary;
  }

  /** Readers see either nothing or the whole file. */
  void announce(String metastoreUris, String hiveServer2Url) throws IOException {
    Path unfinished = dir.resolve("server.properties.new");
    Files.writeString(
        unfinished,
        "pid=%d%nmetastore.uris=%s%nhiveserver2.url=%s%n"
            .formatted(ProcessHandle.current().pid(), metastoreUris, hiveServer2Url));
    Files.move(unfinished, serverProperties(dir), ATOMIC_MOVE);
  }

  /** Gives the folder back. */
  @Override
  public void close() throws IOException {
    if (temporary != null) {
      FileUtil.fullyDelete(temporary.toFile());
    }
    Files.deleteIfExists(serverProperties(dir));
    lockFile.close();
  }
}
