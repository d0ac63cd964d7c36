/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sql;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The files of the project that are written by the build and committed, to be read as they are. */
final class GeneratedFiles {
  private GeneratedFiles() {}

  /** Content by path below the project's root. */
  static Map<String, String> all() {
    Map<String, String> files = new LinkedHashMap<>(FunctionFiles.all());
    TableFiles tables = new TableFiles();
    files.putAll(tables.all());
    files.put(
        "docs/schema.md",
        new TableDocumentation(tables, List.of("flow", "dns", "proxy", "common")).text());
    return files;
  }
}
