/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.feedback;

import java.util.Locale;
import org.suspiciousconnects.warehouse.ScoreMethod;

/** The methods that the verdicts of a file are for; the option {@code --method}. */
enum Methods {
  /** The event's words of method spot. */
  SPOT,
  /** The group that method profile lists the event with. */
  PROFILE,
  /** The words, and the group where there is one. */
  BOTH;

  /** Whether the verdicts are for a method. */
  boolean include(ScoreMethod method) {
    return this == BOTH || name().equals(method.name());
  }

  /**
   * Those that can be judged on a day: without a list there are no groups.
   *
   * @param listed whether method profile has scored the day
   */
  Methods on(boolean listed) {
    return this == BOTH && !listed ? SPOT : this;
  }

  /** The name in arguments, such as {@code both}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
