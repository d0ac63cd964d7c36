/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.dialect;

/** What the SQL files run on. */
public enum Engine {
  HIVE,
  SPARK,
  IMPALA
}
