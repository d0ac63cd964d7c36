/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Loads logs into the event tables, and lists that these are held against: {@link
 * org.suspiciousconnects.load.Load} is the application.
 *
 * <p>A format of text logs is a {@link org.suspiciousconnects.load.LineParser}, listed in {@link
 * org.suspiciousconnects.load.Format}; what differs from one table to another is an {@link
 * org.suspiciousconnects.load.EventTable}. Whatever is loaded is staged first, then moved into the
 * table by {@link org.suspiciousconnects.load.Staging}, so that a failure leaves the table as it
 * was. Of a list, {@link org.suspiciousconnects.load.ReplacedPartition} is the new content.
 */
package org.suspiciousconnects.load;
