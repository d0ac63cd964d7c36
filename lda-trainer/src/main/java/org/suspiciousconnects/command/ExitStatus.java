/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.command;

/** Exit statuses, the same for every command of the project. */
public enum ExitStatus {
  /** It is done. */
  DONE(0),
  /** A wrong or missing argument. */
  USAGE(1),
  /** A wrong or missing setting, table or privilege. */
  CONFIGURATION(2),
  /** Nothing to work on: no file, no rows for the day, nothing readable in it. */
  NO_DATA(3),
  /** Hive, Spark, the metastore or the file system failed. */
  ENGINE(4);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  /** The number the shell sees, 0 to 4. */
  public int code() {
    return code;
  }
}
