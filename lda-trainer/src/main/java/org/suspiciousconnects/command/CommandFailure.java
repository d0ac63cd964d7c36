/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.command;

/**
 * A failure the operator can mend: one line that names the cause and the remedy, and an exit
 * status.
 */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ExitStatus status;

  /**
   * @param status what the process ends with
   * @param message one line: what is wrong, with the value, and what to do about it
   */
  public CommandFailure(ExitStatus status, String message) {
    super(message);
    this.status = status;
  }

  /** As {@link #CommandFailure(ExitStatus, String)}, keeping the exception that caused it. */
  public CommandFailure(ExitStatus status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  /** What the process ends with. */
  public ExitStatus status() {
    return status;
  }
}
