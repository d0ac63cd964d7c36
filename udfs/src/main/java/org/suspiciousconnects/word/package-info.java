/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * From an event to its words, after Apache Spot. Plain Java: no type of an engine, no state, no
 * I/O.
 */
package org.suspiciousconnects.word;
