/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Hadoop's local file system ({@code fs.file.impl}), but what takes it a process of its own or a
 * checksum of a whole jar is done by Java.
 *
 * <p>Without its native library, which no Maven artifact has, Hadoop starts a {@code chmod} for
 * each file and folder that it makes: a thousand for one scored day. And for each job it copies
 * Hive's jar, of 40 MB.
 */
public final class LocalFiles extends LocalFileSystem {
  /** As Hadoop makes it. */
  public LocalFiles() {
    super(new Raw());
  }

  /** A copy without a checksum file; what is there is replaced. */
  @Override
  public void copyFromLocalFile(boolean delSrc, Path src, Path dst) throws IOException {
    java.nio.file.Path from = pathToFile(src).toPath();
    java.nio.file.Path to = pathToFile(dst).toPath();
    if (delSrc || !Files.isRegularFile(from) || Files.isDirectory(to)) {
      super.copyFromLocalFile(delSrc, src, dst);
      return;
    }
    // One of an older file would not fit.
    Files.deleteIfExists(pathToFile(getChecksumFile(dst)).toPath());
    mkdirs(dst.getParent());
    Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private static final class Raw extends RawLocalFileSystem {
    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
      if (permission.getStickyBit()) {
        // Of which Java knows nothing.
        super.setPermission(path, permission);
        return;
      }
      Files.setPosixFilePermissions(
          pathToFile(path).toPath(), PosixFilePermissions.fromString(permission.toString()));
    }
  }
}
