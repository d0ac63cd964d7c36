/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.warehouse;

import java.time.LocalDate;
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

  /**
   * Whether it is of a day (UTC): its values y, m and d, which engines write as 7 or 07.
   *
   * @throws NumberFormatException if one of them is no number, or there is no such column
   */
  public boolean isOf(LocalDate day) {
    return is("y", day.getYear()) && is("m", day.getMonthValue()) && is("d", day.getDayOfMonth());
  }

  private boolean is(String column, int value) {
    return Integer.parseInt(value(column)) == value;
  }

  /** The folder that holds its files. */
  public Path folder() {
    return folder;
  }
}
