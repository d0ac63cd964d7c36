/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/** Runs the SQL files on Spark, as Beeline does on Hive. */
package org.suspiciousconnects.run;
