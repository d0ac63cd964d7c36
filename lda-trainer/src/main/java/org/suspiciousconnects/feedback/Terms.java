/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.suspiciousconnects.command.CommandFailure;
import org.suspiciousconnects.command.ExitStatus;

/** What a file does not say of its verdicts: what they hold for, who gave them, and how long. */
final class Terms {
  private static final Pattern AUTHOR = Pattern.compile("[A-Za-z0-9_.@-]{1,100}");
  private static final int MOST_DAYS = 1_000_000;

  private final Scope scope;
  private final String author;
  private final Integer expiresAfterDays;

  /**
   * @param expiresAfterDays days after the event's day on which a verdict still holds; null if it
   *     does not end
   * @throws CommandFailure naming the argument, its value and what is allowed
   */
  Terms(Scope scope, String author, Integer expiresAfterDays) {
    if (!AUTHOR.matcher(author).matches()) {
      throw new CommandFailure(
          ExitStatus.USAGE,
          "--author '" + author + "' is not allowed: it has to match " + AUTHOR.pattern());
    }
    if (expiresAfterDays != null && (expiresAfterDays < 0 || expiresAfterDays > MOST_DAYS)) {
      throw new CommandFailure(
          ExitStatus.USAGE,
          "--expires-after-days "
              + expiresAfterDays
              + ": it has to be from 0, the event's day only, to "
              + MOST_DAYS);
    }
    this.scope = scope;
    this.author = author;
    this.expiresAfterDays = expiresAfterDays;
  }

  /** What is said of a verdict on an event of that day, given at that time (UTC). */
  Given given(String givenAt, LocalDate eventDay) {
    String expiresOn =
        expiresAfterDays == null ? null : eventDay.plusDays(expiresAfterDays).toString();
    return new Given(givenAt, author, scope.toString(), expiresOn);
  }

  /** The same text for the same terms. */
  @Override
  public String toString() {
    return scope + "\n" + author + "\n" + (expiresAfterDays == null ? "never" : expiresAfterDays);
  }
}
