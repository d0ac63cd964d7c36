/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The project's tables seen from Spark: where they are, and how a partition or a table is replaced
 * in one step. And the lines of text files, with the table of those that were rejected, which more
 * than one application writes.
 */
package org.suspiciousconnects.warehouse;
