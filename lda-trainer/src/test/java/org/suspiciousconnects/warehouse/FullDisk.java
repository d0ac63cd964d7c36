/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.warehouse;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FsServerDefaults;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * The local disk under the scheme {@code full:}, which takes so many bytes and then has no space
 * left, as a disk or a quota that is full. What is read, renamed and deleted costs nothing.
 */
public final class FullDisk extends RawLocalFileSystem {
  private static final URI ROOT = URI.create("full:///");
  private static final AtomicLong LEFT = new AtomicLong(Long.MAX_VALUE);

  /** The disk takes so many bytes from now on. */
  public static void takes(long bytes) {
    LEFT.set(bytes);
  }

  /** The bytes that it still takes. */
  public static long left() {
    return LEFT.get();
  }

  /** A local folder or file as this disk knows it. */
  public static String uri(Path path) {
    return "full://" + path.toAbsolutePath();
  }

  @Override
  public URI getUri() {
    return ROOT;
  }

  @Override
  public String getScheme() {
    return "full";
  }

  @Override
  protected OutputStream createOutputStream(org.apache.hadoop.fs.Path path, boolean append)
      throws IOException {
    return new Limited(super.createOutputStream(path, append));
  }

  @Override
  protected OutputStream createOutputStreamWithMode(
      org.apache.hadoop.fs.Path path, boolean append, FsPermission permission) throws IOException {
    return new Limited(super.createOutputStreamWithMode(path, append, permission));
  }

  // RawLocalFileSystem's own status asks the disk for more, by an URI that has to be of file:.

  @Override
  public FileStatus getFileStatus(org.apache.hadoop.fs.Path path) throws IOException {
    return plain(super.getFileStatus(path));
  }

  @Override
  public FileStatus[] listStatus(org.apache.hadoop.fs.Path path) throws IOException {
    return Arrays.stream(super.listStatus(path)).map(FullDisk::plain).toArray(FileStatus[]::new);
  }

  private static FileStatus plain(FileStatus status) {
    return new FileStatus(
        status.getLen(),
        status.isDirectory(),
        status.getReplication(),
        status.getBlockSize(),
        status.getModificationTime(),
        status.getPath());
  }

  private static final class Limited extends OutputStream {
    private final OutputStream disk;

    Limited(OutputStream disk) {
      this.disk = disk;
    }

    @Override
    public void write(int one) throws IOException {
      write(new byte[] {(byte) one}, 0, 1);
    }

    /** What fits is written still, as a disk does. */
    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      long room = LEFT.getAndAdd(-length);
      disk.write(bytes, from, (int) Math.max(0, Math.min(length, room)));
      if (room < length) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public void flush() throws IOException {
      disk.flush();
    }

    @Override
    public void close() throws IOException {
      disk.close();
    }
  }

  /** The same for those who ask for a FileContext. */
  public static final class Context extends DelegateToFileSystem {
    /** As Hadoop makes it. */
    public Context(URI uri, Configuration conf) throws IOException, URISyntaxException {
      super(ROOT, new FullDisk(), conf, "full", false);
    }

    @Override
    public int getUriDefaultPort() {
      return -1;
    }

    @Override
    @SuppressWarnings("deprecation")
    public FsServerDefaults getServerDefaults() throws IOException {
      return fsImpl.getServerDefaults(new org.apache.hadoop.fs.Path("/"));
    }

    @Override
    public boolean isValidName(String name) {
      return true;
    }
  }
}
