/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What {@code scripts/rehearse_cluster.sh} starts besides the main classes of Hadoop, Hive and
 * Spark.
 */
package org.suspiciousconnects.rehearsal;
