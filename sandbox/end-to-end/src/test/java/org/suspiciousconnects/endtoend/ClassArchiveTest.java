/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code class_archive.sh}, with a program of one jar in place of Spark: the runs after the first
 * get their classes from the archive, and whatever becomes of it, a run gives what it would give
 * without.
 */
class ClassArchiveTest {
  /** A run as {@code spark.sh} does it, of picocli's help; {@code loaded} is what it loaded. */
  private static final String RUN =
      """
      archive=$(sc_class_archive "$1")
      sc_class_options "$archive" "$2/list"
      "$SC_JAVA" ${class_options[@]+"${class_options[@]}"} -Xlog:class+load:file="$2/loaded" \
        picocli.AutoComplete --help
      sc_make_class_archive "$archive" "$2/list"
      """;

  @TempDir Path temp;
  private Path root;
  private Path folder;
  private Path jar;
  private String help;
  private String javaHome = System.getProperty("java.home");

  @BeforeEach
  void aProgramOfOneJar() throws Exception {
    root = Path.of(System.getProperty("repository.root")).toRealPath();
    folder = Files.createDirectories(temp.resolve("archives"));
    String jars = Files.readString(root.resolve("sandbox/sample-day/target/class-path"));
    jar =
        Arrays.stream(jars.strip().split(":"))
            .map(Path::of)
            .filter(path -> path.getFileName().toString().startsWith("picocli-"))
            .findFirst()
            .orElseThrow();
    help = said("\"$SC_JAVA\" picocli.AutoComplete --help");
    assertTrue(help.contains("Usage: "), help);
  }

  @Test
  void oneRunMakesItAndTheNextUsesIt() throws Exception {
    Path archive = archive();
    Path ofOtherJars = Files.createFile(folder.resolve("classes-000000000000.jsa"));
    Path making = Files.createDirectory(Path.of(archive + ".making"));
    assertEquals(help, run());
    assertEquals(List.of(ofOtherJars, making), archives(), "another run makes it");

    // That run was killed, long ago.
    Files.setLastModifiedTime(making, FileTime.fromMillis(0));
    assertEquals(help, run());
    assertFalse(fromArchive());
    assertEquals(List.of(archive), archives());

    assertEquals(help, run());
    assertTrue(fromArchive());
    assertEquals(List.of(archive), archives());
  }

  @Test
  void anotherJarIsAnotherArchive() throws Exception {
    Path ofOurs = archive();
    jar = Files.copy(jar, temp.resolve("picocli.jar"));
    Path ofTheCopy = archive();
    assertNotEquals(ofOurs, ofTheCopy);
    assertEquals(ofTheCopy, archive());
    Files.write(jar, new byte[] {0}, StandardOpenOption.APPEND);
    assertNotEquals(ofTheCopy, archive());
  }

  @Test
  void oneThatJavaCannotReadIsNotUsed() throws Exception {
    Path archive = Files.writeString(archive(), "no archive");
    assertEquals(help, run());
    assertFalse(fromArchive());
    assertEquals(List.of(archive), archives());
  }

  @Test
  void oneThatCannotBeMadeIsTriedOnce() throws Exception {
    Path java = Files.createDirectories(temp.resolve("jdk/bin")).resolve("java");
    Files.writeString(
        java,
        """
        #!/usr/bin/env bash
        for option; do
          [[ $option != -XX:SharedArchiveFile=* ]] || { echo half >"${option#*=}"; echo tried; exit 1; }
        done
        exec '%s/bin/java' "$@"
        """
            .formatted(System.getProperty("java.home")));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    javaHome = temp.resolve("jdk").toString();
    assertEquals(help, run());
    assertEquals(List.of(archive()), archives());
    assertEquals(0, Files.size(archive()));
    Files.delete(temp.resolve("list"));
    assertEquals(help, run());
    assertFalse(Files.exists(temp.resolve("list")), "it is tried again");
  }

  /** Where it is or would be. */
  private Path archive() throws Exception {
    return Path.of(said("sc_class_archive \"$1\"").strip());
  }

  private String run() throws Exception {
    return said(RUN);
  }

  /** Standard output; standard error may only say that an archive is made. */
  private String said(String commands) throws Exception {
    Path err = temp.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(
            "bash",
            "-c",
            ". \"$0/scripts/common.sh\"\n. \"$0/scripts/class_archive.sh\"\n" + commands,
            root.toString(),
            folder.toString(),
            temp.toString());
    builder.environment().put("CLASSPATH", jar.toString());
    builder.environment().put("JAVA_HOME", javaHome);
    Process process = builder.redirectError(err.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> read(err));
    assertTrue(
        read(err).lines().allMatch(line -> line.startsWith("Making an archive ")), () -> read(err));
    return out;
  }

  /** Whether the last run had the program's class from an archive. */
  private boolean fromArchive() throws IOException {
    try (Stream<String> lines = Files.lines(temp.resolve("loaded"))) {
      return lines
          .filter(line -> line.contains(" picocli.AutoComplete "))
          .findFirst()
          .orElseThrow()
          .contains("source: shared objects file");
    }
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
