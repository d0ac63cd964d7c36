/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real file system of few megabytes in memory, where the machine lets us mount one. */
final class SmallDisk {
  private static final int MEGABYTES = 32;

  private final Path folder;
  private final String refusal;

  private SmallDisk(Path folder, String refusal) {
    this.folder = folder;
    this.refusal = refusal;
  }

  /** Mounts one on an empty folder; whether that was refused, {@link #refusal()} tells. */
  static SmallDisk mount(Path folder) throws IOException, InterruptedException {
    return new SmallDisk(
        folder,
        run(
            "mount",
            "-t",
            "tmpfs",
            "-o",
            "size=" + MEGABYTES + "m,mode=700",
            "tmpfs",
            "" + folder));
  }

  /** Why there is none; empty if there is one. */
  String refusal() {
    return refusal;
  }

  /** Takes all the room that is left. */
  void fill() throws IOException {
    byte[] page = new byte[4096];
    try (OutputStream filler = Files.newOutputStream(filler())) {
      for (int i = 0; i <= MEGABYTES * 1024 / 4; i++) {
        filler.write(page);
      }
    } catch (IOException full) {
      return;
    }
    throw new IOException(folder + " took more than it has room for");
  }

  /** Gives the room back. */
  void free() throws IOException {
    Files.deleteIfExists(filler());
  }

  /** Hidden from Hive. */
  private Path filler() {
    return folder.resolve(".filler");
  }

  void unmount() throws IOException, InterruptedException {
    if (refusal.isEmpty()) {
      run("umount", "" + folder);
    }
  }

  /** What it complains of; empty if it does not. */
  private static String run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      return process.waitFor() == 0 ? "" : List.of(command) + ": " + said;
    } catch (IOException e) {
      return List.of(command) + ": " + e.getMessage();
    }
  }
}
