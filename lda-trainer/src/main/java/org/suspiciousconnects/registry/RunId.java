/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.registry;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** The {@code run_id} of the files in {@code sql/}: when the run began, if it is a number. */
final class RunId {
  private static final String COLUMN = "run_id";

  /** Milliseconds since 1970, from 2001 on. */
  private static final Pattern MILLIS = Pattern.compile("[1-9][0-9]{12}");

  private RunId() {}

  /** When the run of that id began; empty for an id that somebody gave by hand. */
  static Optional<Instant> startedAt(String runId) {
    return MILLIS.matcher(runId).matches()
        ? Optional.of(Instant.ofEpochMilli(Long.parseLong(runId)))
        : Optional.empty();
  }

  /** The same for the name of a partition's folder, {@code run_id=1467936000000}. */
  static Optional<Instant> startedAtByFolder(String name) {
    return name.startsWith(COLUMN + "=")
        ? startedAt(name.substring(COLUMN.length() + 1))
        : Optional.empty();
  }
}
