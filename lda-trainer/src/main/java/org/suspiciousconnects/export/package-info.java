/*
 * Copyright the Suspicious Connects authors.
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Writes a scored day as one text file, where and in the columns in which Apache Spot's front end
 * and scripts look for it.
 */
package org.suspiciousconnects.export;
