/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.warehouse;

import java.util.Map;
import org.apache.hadoop.fs.Path;

/** A partition as the metastore has it. */
public final class TablePartition {
  private final Map<String, String> values;
  private final Path folder;

  TablePartition(Map<String, String> values, Path folder) {
    this.values = values;
    this.folder = folder;
  }

  /** Partition columns and their values, as text. */
  public Map<String, String> values() {
    return values;
  }

  /** The value of a partition column, or null if there is none of that name. */
  public String value(String column) {
    return values.get(column);
  }

  /** The folder that holds its files. */
  public Path folder() {
    return folder;
  }
}
