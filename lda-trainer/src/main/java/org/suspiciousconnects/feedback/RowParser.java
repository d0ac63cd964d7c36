/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import org.apache.spark.sql.types.StructType;

/**
 * Reads the lines of one feedback file, in their order: what a header said holds for the lines
 * after it.
 */
interface RowParser {
  /** The values of a {@link Judgement#key()}, named as the columns of the event. */
  StructType key();

  /**
   * Reads a line that is not blank.
   *
   * @param number from 1
   * @return null for a header
   * @throws RejectedRow if it is no verdict on an event
   */
  Judgement parse(long number, String line) throws RejectedRow;
}
