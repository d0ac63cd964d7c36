/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

/** What became of files and of their rows, which are all lines but headers and blank ones. */
final class Summary {
  private long files;
  private long unchanged;
  private long imported;
  private long rejected;
  private long notJudged;

  void addUnchanged() {
    files++;
    unchanged++;
  }

  void add(long imported, long rejected, long notJudged) {
    files++;
    this.imported += imported;
    this.rejected += rejected;
    this.notJudged += notJudged;
  }

  /** As key=value, a line each; rows is of the files that were not unchanged. */
  @Override
  public String toString() {
    return String.format(
        "files=%d%nunchanged=%d%nrows=%d%nimported=%d%nrejected=%d%nnot_judged=%d",
        files, unchanged, imported + rejected + notJudged, imported, rejected, notJudged);
  }
}
