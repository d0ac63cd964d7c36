/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.endtoend.bruteforce;

/** A word at a document: what is counted, scored and listed. */
public record Group(String ip, String word) {
  String view() {
    return Spelling.view(word);
  }
}
