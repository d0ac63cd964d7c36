/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * From events to their words: after Apache Spot, and by the method profile. Plain Java: no type of
 * an engine, no state, no I/O.
 */
package org.suspiciousconnects.word;
