/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

/** Why a line of a feedback file is no verdict on an event; the column reason of its row. */
enum Rejection {
  /** It has not the columns of any variant. */
  BAD_COLUMNS,
  /** A value that tells the event is missing, no number or out of range. */
  BAD_FIELD,
  /** The verdict is no whole number. */
  BAD_VERDICT,
  /** It is longer than any line can be. */
  TOO_LONG,
  /** No event of the day is the one that it tells, or several are and it can't be said which. */
  NO_EVENT,
  /** The event has no words: it is invalid, or its day's words were not counted. */
  NO_WORD,
  /** Only groups are to be judged, and method profile does not list the event. */
  NO_GROUP
}
