/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import org.suspiciousconnects.command.CommandFailure;

/**
 * Reads the lines of one file in their order, once. It may remember what earlier lines said, such
 * as the names of the columns.
 */
interface LineParser {
  /**
   * Reads the next line.
   *
   * @param line without its line end; never null
   * @return the event, or null if the line holds none: a header, a comment, a summary, a blank
   * @throws RejectedLine if the line is no event of this format
   * @throws CommandFailure if nothing in this file can be read, such as a header without the
   *     columns needed
   */
  Event parse(String line) throws RejectedLine;
}
