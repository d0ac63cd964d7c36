/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import com.maxmind.db.CHMCache;
import com.maxmind.db.DatabaseRecord;
import com.maxmind.db.InvalidNetworkException;
import com.maxmind.db.Networks;
import com.maxmind.db.Reader;
import com.maxmind.db.Reader.FileMode;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/**
 * A MaxMind database (MaxMind DB file format 2.0), read network by network. The file is mapped, not
 * read into memory; one on another file system than the machine's own is copied here first.
 */
final class GeoIpDatabase implements Closeable {
  private final File copy;
  private final Reader reader;
  private Networks<?> networks;
  private long read;

  /**
   * Opens a database.
   *
   * @throws UnreadableFile if the file is no such database, or truncated
   * @throws IOException as the file system has it
   */
  GeoIpDatabase(Path path, Configuration conf) throws IOException, UnreadableFile {
    FileSystem fs = Contents.fileSystem(path, conf);
    copy = fs instanceof RawLocalFileSystem ? null : copy(fs, path);
    File file = copy == null ? ((RawLocalFileSystem) fs).pathToFile(path) : copy;
    try {
      reader = new Reader(file, FileMode.MEMORY_MAPPED, new CHMCache());
    } catch (IOException | RuntimeException | StackOverflowError e) {
      deleteCopy();
      throw new UnreadableFile(
          "is no MaxMind database or is truncated ("
              + said(e)
              + "): give a .mmdb file, unpacked, or fetch it again",
          e);
    }
  }

  /** What it calls itself, such as {@code GeoLite2-City}. */
  String type() {
    return String.valueOf(reader.getMetadata().getDatabaseType());
  }

  /**
   * The next network, in the order of addresses.
   *
   * @return null at the end
   * @throws UnreadableFile if the file can't be understood here
   */
  GeoIpNetwork next() throws UnreadableFile {
    try {
      if (networks == null) {
        networks = reader.networks(Map.class);
      }
      if (!networks.hasNext()) {
        return null;
      }
      DatabaseRecord<?> found = networks.next();
      read++;
      return new GeoIpNetwork(found.getNetwork(), (Map<?, ?>) found.getData());
    } catch (IOException | InvalidNetworkException | RuntimeException | StackOverflowError e) {
      throw new UnreadableFile(
          "is damaged after " + read + " networks (" + said(e) + "): fetch it again", e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } finally {
      deleteCopy();
    }
  }

  private static File copy(FileSystem fs, Path path) throws IOException {
    File copy = File.createTempFile("geoip", ".mmdb");
    try {
      fs.copyToLocalFile(false, path, new Path(copy.toURI()), true);
      return copy;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(copy.toPath());
      throw e;
    }
  }

  private void deleteCopy() throws IOException {
    if (copy != null) {
      Files.deleteIfExists(copy.toPath());
    }
  }

  private static String said(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
