/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

/** A line that is no event. It costs no stack trace: a wrong file throws one a line. */
final class RejectedLine extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;

  /**
   * @param reason short, for the column reason of the rejected lines
   */
  RejectedLine(String reason) {
    super(reason, null, false, false);
  }

  /**
   * @param column the column to blame, in the log's own words
   * @param value its text, of which the first 100 characters are shown
   * @param what is wrong with it, such as {@code is no whole number}
   */
  RejectedLine(String column, String value, String what) {
    this(column + " '" + shown(value) + "' " + what);
  }

  private static String shown(String value) {
    String start = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "...";
    return start.replaceAll("\\p{Cntrl}", "?");
  }
}
