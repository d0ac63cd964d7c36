/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

/** When and by whom a verdict was given, what it holds for and how long: columns of the table. */
final class Given {
  private final String at;
  private final String author;
  private final String scope;
  private final String expiresOn;

  /**
   * @param at UTC, yyyy-MM-dd HH:mm:ss
   * @param expiresOn yyyy-MM-dd, the last day; null if it does not end
   */
  Given(String at, String author, String scope, String expiresOn) {
    this.at = at;
    this.author = author;
    this.scope = scope;
    this.expiresOn = expiresOn;
  }

  String at() {
    return at;
  }

  String author() {
    return author;
  }

  String scope() {
    return scope;
  }

  /** Null if it does not end. */
  String expiresOn() {
    return expiresOn;
  }
}
