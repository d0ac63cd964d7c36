/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.dialect;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An SQL file of the repository.
 *
 * @param path relative to the repository, with slashes
 * @param text as it is, with its variables
 */
public record SqlFile(String path, String text) {
  private static final Pattern NAME_PARTS = Pattern.compile("[/.-]");

  /** All files below ddl/ and sql/, by path. */
  public static List<SqlFile> all(Path repository) throws IOException {
    try (Stream<Path> files =
        Stream.concat(
            Files.walk(repository.resolve("ddl")), Files.walk(repository.resolve("sql")))) {
      return files
          .filter(file -> file.toString().endsWith(".sql"))
          .sorted()
          .map(file -> read(repository, file))
          .toList();
    }
  }

  private static SqlFile read(Path repository, Path file) {
    try {
      String path = repository.relativize(file).toString().replace('\\', '/');
      return new SqlFile(path, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The engines of the file: the one that a folder or the file is named after, else all. */
  public Set<Engine> engines() {
    List<String> parts = NAME_PARTS.splitAsStream(path).toList();
    for (Engine engine : Engine.values()) {
      if (parts.contains(engine.name().toLowerCase(Locale.ROOT))) {
        return EnumSet.of(engine);
      }
    }
    return EnumSet.allOf(Engine.class);
  }

  /**
   * Its statements with sample values for the variables, in as many variants as there are values.
   *
   * @throws IllegalArgumentException if a variable has no sample value; names file and variable
   */
  public List<SqlStatement> statements() {
    return SampleValues.into(path, text).stream()
        .flatMap(sql -> SqlStatement.of(path, sql).stream())
        .toList();
  }

  @Override
  public String toString() {
    return path;
  }
}
