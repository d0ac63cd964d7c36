/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.story;

/** What an analyst says of a threat. */
final class Story {
  private final String anchor;
  private final String title;
  private final String text;

  /**
   * @param anchor an address, a name or a URI, as it stands in the events
   */
  Story(String anchor, String title, String text) {
    this.anchor = anchor;
    this.title = title;
    this.text = text;
  }

  /** What it is about. */
  String anchor() {
    return anchor;
  }

  /** A line. */
  String title() {
    return title;
  }

  /** All of it. */
  String text() {
    return text;
  }
}
