/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.io.Serializable;

/** A file to be loaded, as it was when the command began. */
final class LogFile implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int LOAD_ID_DIGITS = 16;

  private final String path;
  private final long bytes;
  private final String sha256;
  private final ParquetFooter footer;

  /**
   * @param path with its scheme
   * @param bytes size
   * @param sha256 of the bytes as they are stored, 64 lower case hex digits
   * @param footer what a Parquet file says of itself; null for text
   */
  LogFile(String path, long bytes, String sha256, ParquetFooter footer) {
    this.path = path;
    this.bytes = bytes;
    this.sha256 = sha256;
    this.footer = footer;
  }

  String path() {
    return path;
  }

  long bytes() {
    return bytes;
  }

  String sha256() {
    return sha256;
  }

  ParquetFooter footer() {
    return footer;
  }

  /** What names the content: the first 16 hex digits of its SHA-256. */
  String loadId() {
    return sha256.substring(0, LOAD_ID_DIGITS);
  }
}
