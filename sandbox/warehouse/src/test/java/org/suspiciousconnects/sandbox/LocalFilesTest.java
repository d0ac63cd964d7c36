/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {
  @TempDir private java.nio.file.Path temp;
  private FileSystem files;

  @BeforeEach
  void asTheWarehouseHasIt() throws IOException {
    Configuration conf = new Configuration(false);
    conf.addResource("hive-site.xml");
    conf.set("fs.permissions.umask-mode", "022");
    files = FileSystem.newInstance(URI.create("file:///"), conf);
    assertInstanceOf(LocalFiles.class, files);
  }

  @Test
  void permissionsAreSetWithoutAProcess() throws IOException {
    try (Recording processes = new Recording()) {
      processes.enable("jdk.ProcessStart");
      processes.start();
      files.mkdirs(path("a/b"), new FsPermission("777"));
      try (OutputStream out = files.create(path("a/b/file"))) {
        out.write(1);
      }
      files.setPermission(path("a/b/file"), new FsPermission("640"));
      copy("a/b/file", "c/copy");
      processes.stop();
      assertEquals(List.of(), commands(processes));
    }
    assertEquals("rwxr-xr-x", permissions("a"));
    assertEquals("rwxr-xr-x", permissions("a/b"));
    assertEquals("rw-r-----", permissions("a/b/file"));
  }

  @Test
  void aStickyBitIsSet() throws IOException {
    files.mkdirs(path("all"));
    files.setPermission(path("all"), new FsPermission("1777"));
    assertEquals(01777, (int) Files.getAttribute(temp.resolve("all"), "unix:mode") & 07777);
  }

  @Test
  void whatIsNotThereHasNoPermissions() {
    assertThrows(
        IOException.class, () -> files.setPermission(path("none"), new FsPermission("644")));
  }

  @Test
  void aCopyReplacesWhatIsThereAndIsReadWithoutItsChecksum() throws IOException {
    Files.writeString(temp.resolve("jar"), "of now");
    try (OutputStream out = files.create(path("jars/copy"))) {
      out.write("of then, which was longer".getBytes(StandardCharsets.UTF_8));
    }
    copy("jar", "jars/copy");
    try (InputStream in = files.open(path("jars/copy"))) {
      assertEquals("of now", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertTrue(Files.exists(temp.resolve("jar")));
  }

  @Test
  void otherCopiesAreHadoops() throws IOException {
    Files.writeString(temp.resolve("one"), "1");
    Files.createDirectories(temp.resolve("folder"));
    copy("one", "folder");
    assertEquals("1", Files.readString(temp.resolve("folder/one")));
    copy("folder", "other");
    assertEquals("1", Files.readString(temp.resolve("other/one")));
    files.copyFromLocalFile(true, path("one"), path("moved"));
    assertTrue(Files.notExists(temp.resolve("one")));
    assertEquals("1", Files.readString(temp.resolve("moved")));
    assertThrows(FileNotFoundException.class, () -> copy("none", "to"));
  }

  private void copy(String from, String to) throws IOException {
    files.copyFromLocalFile(path(from), path(to));
  }

  private Path path(String name) {
    return new Path(temp.resolve(name).toUri());
  }

  private String permissions(String name) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve(name)));
  }

  private List<String> commands(Recording processes) throws IOException {
    java.nio.file.Path file = temp.resolve("processes.jfr");
    processes.dump(file);
    return RecordingFile.readAllEvents(file).stream()
        .map((RecordedEvent event) -> event.getString("command"))
        .toList();
  }
}
