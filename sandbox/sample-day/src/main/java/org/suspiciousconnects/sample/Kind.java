/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
package org.suspiciousconnects.sample;

/** What planted events are called in the labels. */
interface Kind {
  /** The name in the labels, such as {@code zone_transfer}. */
  String kind();

  /** The place among the kinds of its sort, from 0: it orders events of one second. */
  int ordinal();
}
