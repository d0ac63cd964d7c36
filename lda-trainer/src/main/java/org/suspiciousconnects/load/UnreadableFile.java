/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

/**
 * What is wrong with the content of a file as a whole; the message goes on from the file's name.
 */
final class UnreadableFile extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableFile(String what) {
    super(what);
  }

  UnreadableFile(String what, Throwable cause) {
    super(what, cause);
  }
}
