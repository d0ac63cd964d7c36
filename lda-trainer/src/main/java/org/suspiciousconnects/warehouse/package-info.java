/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The project's tables seen from Spark: where they are, and how a partition or a table is replaced
 * in one step.
 */
package org.suspiciousconnects.warehouse;
