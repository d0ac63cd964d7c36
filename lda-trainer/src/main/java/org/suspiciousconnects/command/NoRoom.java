/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.command;

import java.util.regex.Pattern;

/** A disk or a quota that is full, as the operating system, HDFS and object stores tell it. */
final class NoRoom {
  /** What an operator does about it. */
  static final String REMEDY = "make room there or raise the quota, and run it again";

  /**
   * ENOSPC and EDQUOT; HDFS's exceptions for the quotas of space and of names; HDFS without a data
   * node that has room for a block.
   */
  private static final Pattern SAYS =
      Pattern.compile(
          "No space left on device|Disk quota exceeded|[DN]SQuotaExceededException"
              + "|could only be written to 0 of the");

  private NoRoom() {}

  /** Whether the failure, or what caused it, is one. Spark puts causes into messages too. */
  static boolean isCauseOf(Throwable failure) {
    for (Throwable e = failure; e != null; e = e.getCause() == e ? null : e.getCause()) {
      if (SAYS.matcher(e.toString()).find()) {
        return true;
      }
    }
    return false;
  }
}
