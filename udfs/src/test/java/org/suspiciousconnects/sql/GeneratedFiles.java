/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import java.util.LinkedHashMap;
import java.util.Map;

/** The files of the project that are written by the build and committed, to be read as they are. */
final class GeneratedFiles {
  private GeneratedFiles() {}

  /** Content by path below the project's root. */
  static Map<String, String> all() {
    Map<String, String> files = new LinkedHashMap<>(FunctionFiles.all());
    files.putAll(new TableFiles().all());
    return files;
  }
}
