/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.warehouse;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.EnumSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.CreateFlag;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options.CreateOpts;
import org.apache.hadoop.fs.Options.Rename;
import org.apache.hadoop.fs.Path;

/** A file of text (UTF-8) on any Hadoop file system, replaced as a whole. */
public final class ReplacedFile {
  private final FileContext files;

  /** The machine's own disk, if it is there; else null. */
  private final LocalFileSystem disk;

  private final Path path;

  /**
   * What is to be in the file.
   *
   * @param <T> what the writing tells, such as a number of rows
   */
  public interface Content<T> {
    /**
     * Writes all of it.
     *
     * @throws IOException as the writer has it
     */
    T writeTo(Writer out) throws IOException;
  }

  /**
   * @throws IOException if there is no file system for it
   */
  public ReplacedFile(Path path, Configuration hadoop) throws IOException {
    FileSystem found = path.getFileSystem(hadoop);
    this.disk = found instanceof LocalFileSystem ? (LocalFileSystem) found : null;
    this.files = FileContext.getFileContext(path.toUri(), hadoop);
    this.path = files.makeQualified(path);
  }

  /**
   * Writes a hidden file beside it and then renames that, so that a reader sees the old file or the
   * new one. If it fails the old one is untouched and the hidden one is removed. On object stores a
   * rename is a copy and a deletion: there a reader may for a moment see no file.
   *
   * @return what the content tells
   */
  public <T> T replace(Content<T> content) throws IOException {
    Path hidden = new Path(path.getParent(), "." + path.getName() + ".writing");
    try {
      T told = write(content, hidden);
      rename(hidden);
      return told;
    } catch (IOException | RuntimeException | Error e) {
      remove(hidden, e);
      throw e;
    }
  }

  private void remove(Path hidden, Throwable why) {
    try {
      files.delete(hidden, false);
    } catch (IOException e) {
      why.addSuppressed(e);
    }
  }

  /**
   * Hadoop replaces a file of the own disk by a deletion and then a rename, and keeps its checksum
   * in another file, which a crash may leave with the wrong one. So there it is done without.
   */
  private void rename(Path hidden) throws IOException {
    if (disk == null) {
      files.rename(hidden, path, Rename.OVERWRITE);
    } else {
      disk.getRaw().delete(disk.getChecksumFile(path), false);
      Files.move(disk.pathToFile(hidden).toPath(), disk.pathToFile(path).toPath(), ATOMIC_MOVE);
    }
  }

  private OutputStream create(Path to) throws IOException {
    return disk == null
        ? files.create(
            to, EnumSet.of(CreateFlag.CREATE, CreateFlag.OVERWRITE), CreateOpts.createParent())
        : disk.getRaw().create(to, true);
  }

  private <T> T write(Content<T> content, Path to) throws IOException {
    try (Writer out =
        new BufferedWriter(new OutputStreamWriter(create(to), StandardCharsets.UTF_8))) {
      return content.writeTo(out);
    }
  }
}
