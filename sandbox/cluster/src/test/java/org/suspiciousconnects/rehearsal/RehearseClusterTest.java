/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rehearsal as a person runs it, with fewer rows. */
class RehearseClusterTest {
  private static final int PATIENCE_MINUTES = 90;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"plain", "secure"})
  void allChecksPassAndNothingIsLeft(String mode) throws Exception {
    Path cluster = temp.resolve("cluster");
    int status = rehearse("--" + mode, "--rows", "3000", "--keep", "" + cluster);
    String said = said();
    assertEquals(0, status, said);
    assertFalse(said.contains("FAIL"), said);
    assertTrue(said.contains("its model is the same to the last bit"), said);
    assertTrue(said.contains("no process is left"), said);
    assertEquals(0, processesOf(cluster), said);
  }

  @Test
  void wrongArgumentsAreUsage() throws Exception {
    assertEquals(1, rehearse("--rows", "many"));
    assertTrue(said().contains("--rows 'many'"), said());
    assertEquals(1, rehearse("--keep", "" + temp));
    assertTrue(said().contains("exists"), said());
  }

  private int rehearse(String... arguments) throws IOException, InterruptedException {
    Path script =
        Path.of(System.getProperty("repository.root")).resolve("scripts/rehearse_cluster.sh");
    ProcessBuilder builder = new ProcessBuilder(script.toRealPath().toString());
    builder.command().addAll(Stream.of(arguments).toList());
    // The reactor has just built everything; a script must not start a second build inside of it.
    builder.environment().put("SC_BUILT", "yes");
    builder.redirectErrorStream(true).redirectOutput(temp.resolve("said").toFile());
    Process process = builder.start();
    if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
      // It stops its cluster.
      process.destroy();
      process.waitFor();
      throw new IOException("not done within " + PATIENCE_MINUTES + " minutes: " + said());
    }
    return process.exitValue();
  }

  private String said() throws IOException {
    return Files.readString(temp.resolve("said"));
  }

  private static long processesOf(Path cluster) {
    return ProcessHandle.allProcesses()
        .filter(p -> p.info().commandLine().orElse("").contains("-Dsc.rehearsal=" + cluster))
        .count();
  }
}
