/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What names an import: {@code file-yyyyMMdd-} and 16 hex digits of a SHA-256 over the file's
 * content, the terms and the methods. It is the feedback_id of its verdicts and the load_id of its
 * rejected lines. The same import again has the same id, but folders of its own, whose names go on
 * with the milliseconds since 1970 and something that no other run has.
 */
final class ImportId {
  private static final int HEX_DIGITS = 16;
  private static final Pattern FOLDER =
      Pattern.compile("(file-([0-9]{8})-[0-9a-f]{16})-([1-9][0-9]{12})-[0-9a-f]{8}");

  private final String prefix;
  private final String id;

  /**
   * @param sha256 of the content, in hex
   * @param methods that are judged on that day: once it is scored by one more, the file is imported
   *     anew
   */
  ImportId(LocalDate day, String sha256, Terms terms, Methods methods) {
    this.prefix = prefix(day);
    // As it was when there was one method, so that what was imported then is known.
    String judged = methods == Methods.SPOT ? "" : "\n" + methods;
    this.id = prefix + Sha256.of(sha256 + "\n" + terms + judged).substring(0, HEX_DIGITS);
  }

  /** What the ids of a day's file begin with, whatever was in it. */
  static String prefix(LocalDate day) {
    return "file-" + day.format(DateTimeFormatter.BASIC_ISO_DATE) + "-";
  }

  /** A name for a folder that no other run has. */
  String newFolder(Instant now) {
    return id + "-" + now.toEpochMilli() + "-" + UUID.randomUUID().toString().substring(0, 8);
  }

  /** What the ids of the day begin with to which a folder belongs; empty if it is no import's. */
  static Optional<String> prefixOfFolder(String name) {
    Matcher folder = FOLDER.matcher(name);
    return folder.matches() ? Optional.of("file-" + folder.group(2) + "-") : Optional.empty();
  }

  /** When the import began that wrote a folder. */
  static Instant startOfFolder(String name) {
    Matcher folder = FOLDER.matcher(name);
    if (!folder.matches()) {
      throw new IllegalArgumentException("no folder of an import: " + name);
    }
    return Instant.ofEpochMilli(Long.parseLong(folder.group(3)));
  }

  @Override
  public String toString() {
    return id;
  }
}
