/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

import java.io.Serializable;

/** All that a day depends on: from it, each task makes the day anew. */
interface DayRecipe extends Serializable {
  SampleDay day();
}
