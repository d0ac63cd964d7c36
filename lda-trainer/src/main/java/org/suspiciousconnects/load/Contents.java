/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.GzipCodec;

/**
 * The bytes of a file on any Hadoop file system: their digest, and their text with gzip undone.
 * What tells gzip is the first two bytes, not the name.
 */
final class Contents {
  private static final int BUFFER = 1 << 16;
  private static final int GZIP_MAGIC_1 = 0x1f;
  private static final int GZIP_MAGIC_2 = 0x8b;

  private final MessageDigest digest = newDigest();
  private final StoredBytes file;
  private final InputStream stored;
  private final InputStream text;

  private Contents(InputStream in, Configuration conf) throws IOException {
    file = new StoredBytes(in, digest);
    stored = new BufferedInputStream(file, BUFFER);
    text = isGzip(stored) ? gunzip(stored, conf) : stored;
  }

  /**
   * Opens a file.
   *
   * @throws IOException as the file system has it
   */
  static Contents open(String path, Configuration conf) throws IOException {
    Path file = new Path(path);
    return new Contents(fileSystem(file, conf).open(file), conf);
  }

  /**
   * The file system of a log. For local files it is the one without checksums: with them a name
   * with a colon, as Zeek gives to its archives, can't be opened.
   *
   * @throws IOException if there is no such file system
   */
  static FileSystem fileSystem(Path file, Configuration conf) throws IOException {
    FileSystem fs = file.getFileSystem(conf);
    return fs instanceof LocalFileSystem ? ((LocalFileSystem) fs).getRaw() : fs;
  }

  /** The SHA-256 of a file's bytes as stored, in lower case hex. */
  static String sha256(String path, Configuration conf) throws IOException {
    Path file = new Path(path);
    MessageDigest digest = newDigest();
    try (InputStream in = fileSystem(file, conf).open(file)) {
      byte[] buffer = new byte[BUFFER];
      for (int n; (n = in.read(buffer)) >= 0; ) {
        digest.update(buffer, 0, n);
      }
    }
    return hex(digest);
  }

  /** The content with gzip undone. Closing it closes the file. */
  InputStream text() {
    return text;
  }

  /** Reads the file up to its end and gives the SHA-256 of all that was read, in lower case hex. */
  String sha256() throws IOException {
    byte[] buffer = new byte[BUFFER];
    while (stored.read(buffer) >= 0) {
      // Only the digest is wanted.
    }
    return hex(digest);
  }

  /**
   * What is wrong with the file, if a failure to read the text is the fault of damaged or truncated
   * gzip, not of the disk; else null.
   */
  String damage(IOException failure) {
    return text != stored && !file.failed
        ? "is damaged or truncated gzip (" + failure.getMessage() + "): fetch it again"
        : null;
  }

  private static boolean isGzip(InputStream in) throws IOException {
    in.mark(2);
    boolean gzip = in.read() == GZIP_MAGIC_1 && in.read() == GZIP_MAGIC_2;
    in.reset();
    return gzip;
  }

  /** Hadoop's reader, as Java's takes a damaged second member for the end of the file. */
  private static InputStream gunzip(InputStream in, Configuration conf) throws IOException {
    GzipCodec codec = new GzipCodec();
    codec.setConf(conf);
    return codec.createInputStream(in);
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String hex(MessageDigest digest) {
    StringBuilder hex = new StringBuilder();
    for (byte b : digest.digest()) {
      hex.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
    }
    return hex.toString();
  }

  /** Remembers whether it was the file system that failed. */
  private static final class StoredBytes extends DigestInputStream {
    private boolean failed;

    StoredBytes(InputStream in, MessageDigest digest) {
      super(in, digest);
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      try {
        return super.read(bytes, from, length);
      } catch (IOException e) {
        failed = true;
        throw e;
      }
    }
  }
}
