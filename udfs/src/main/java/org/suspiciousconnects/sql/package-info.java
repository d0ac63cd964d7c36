/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */

/**
 * The SQL functions: one small class each, which takes the arguments apart and calls the core.
 *
 * <p>They are classes of the old kind, {@link org.apache.hadoop.hive.ql.exec.UDF}, although Hive
 * marks it deprecated: it is the one kind that Hive, Spark SQL and every Impala 4 accept. Arguments
 * are {@code Text} (Impala reads other text in the JVM's own character set) and boxed numbers. An
 * engine owns and refills a {@code Text}: none is kept. One instance may be called by many threads.
 */
package org.suspiciousconnects.sql;
