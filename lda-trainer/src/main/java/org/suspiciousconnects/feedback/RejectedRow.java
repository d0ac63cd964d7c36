/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

/** A line that is no verdict on an event. It costs no stack trace: garbage throws one a line. */
final class RejectedRow extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 100;

  private final Rejection reason;

  /**
   * @param reason for the table
   * @param message what is wrong, for a person
   */
  RejectedRow(Rejection reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  /**
   * @param reason for the table
   * @param column the column to blame, in Spot's words
   * @param value its text, of which the first 100 characters are shown
   * @param what is wrong with it, such as {@code is no whole number}
   */
  RejectedRow(Rejection reason, String column, String value, String what) {
    this(reason, column + " '" + printable(value, SHOWN) + "' " + what);
  }

  /** The start of a text, with ? for what a terminal can't show. */
  static String printable(String text, int longest) {
    String start = text.length() <= longest ? text : text.substring(0, longest) + "...";
    return start.replaceAll("\\p{Cntrl}", "?");
  }

  Rejection reason() {
    return reason;
  }
}
