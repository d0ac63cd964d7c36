/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Compares the tables, views and functions of a database with what {@code ddl/} makes, before a
 * step stumbles over the difference.
 */
package org.suspiciousconnects.schema;
