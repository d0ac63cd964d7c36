/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedFilesTest {
  private static final Path PROJECT = Path.of("..");
  private static final Map<String, String> FILES = GeneratedFiles.all();
  private static final String REFRESH =
      "mvn -pl udfs test -Dtest=GeneratedFilesTest -Dgenerated.update=true"
          + " -Dsurefire.failIfNoSpecifiedTests=false";

  static Set<String> paths() {
    return FILES.keySet();
  }

  static Stream<String> registrations() {
    return paths().stream().filter(path -> path.startsWith("ddl/functions/"));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void isUpToDate(String path) throws IOException {
    Path file = PROJECT.resolve(path);
    String expected = FILES.get(path);
    if (Boolean.getBoolean("generated.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, expected);
    }
    assertTrue(Files.exists(file), () -> path + " is missing; write it with: " + REFRESH);
    assertEquals(
        expected, Files.readString(file), () -> path + " is stale; refresh it with: " + REFRESH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ddl", "ddl/functions", "ddl/impala"})
  void folderHoldsNoOtherFile(String folder) throws IOException {
    try (Stream<Path> files = Files.list(PROJECT.resolve(folder)).filter(Files::isRegularFile)) {
      assertEquals(
          paths().stream()
              .map(Path::of)
              .filter(path -> path.getParent().equals(Path.of(folder)))
              .map(path -> path.getFileName().toString())
              .sorted()
              .toList(),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @ParameterizedTest
  @MethodSource("registrations")
  void commentsHoldNothingThatAnEngineReads(String path) {
    FILES
        .get(path)
        .lines()
        .filter(line -> line.startsWith("--"))
        .forEach(line -> assertFalse(line.matches(".*([;'\"]|\\$\\{).*"), line));
  }

  @ParameterizedTest
  @MethodSource("registrations")
  void createsEachFunctionOnce(String path) {
    long creates = FILES.get(path).lines().filter(l -> l.startsWith("CREATE ")).count();
    assertEquals(path.endsWith("impala.sql") ? 44 : 45, creates);
  }
}
