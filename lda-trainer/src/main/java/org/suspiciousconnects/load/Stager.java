/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.load;

import java.time.LocalDate;
import java.util.List;
import org.suspiciousconnects.command.CommandFailure;

/** Reads files of one kind and writes their events and rejected lines to the staging folder. */
interface Stager {
  /**
   * @param files of one source and format
   * @param date the only day wanted, or null for all
   * @param staging an empty staging folder
   * @return one outcome a file, in any order
   * @throws CommandFailure if a file can't be loaded as a whole
   */
  List<FileOutcome> stage(List<LogFile> files, LocalDate date, Staging staging);
}
